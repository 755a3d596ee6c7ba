// The forms of dispositions, read into commands under the hat of the post that has or made them.
import { taskNamed } from '../../../../core/dossier/dossier.ts'
import { byForTask } from '../../../acting.ts'
import { byDisposer, type DISPOSITION_DEEDS, disposerOf } from '../../../disposition-deeds.ts'
import { all, first, type Posted } from '../../../request/body.ts'
import type { Desk } from '../desk.ts'
import type { Reading } from '../post.ts'

type Deed = (typeof DISPOSITION_DEEDS)[number]

export const readDisposition = (desk: Desk, posted: Posted, deed: Deed): Reading => {
  const { signedIn, dossier, procedure } = desk
  const task = taskNamed(dossier, first(posted, 'task'))
  if (!task) return { kind: 'none' }
  const disposer = byDisposer(signedIn, { procedure, dossier }, disposerOf(task))
  const closer = task.kind === 'attention' ? byForTask(signedIn, { procedure, dossier, task }) : disposer
  const note = first(posted, 'note')
  const dueOn = first(posted, 'dueOn') || null
  switch (deed) {
    case 'dispose-onward':
      return readOnward(desk, posted, { task: task.task, note, dueOn })
    case 'ask-again':
      return note.trim() === ''
        ? missing(desk, 'note')
        : under(disposer, { type: 'ask-again', task: task.task, note, dueOn })
    case 'close-disposition':
      return note.trim() === '' ? missing(desk, 'note') : under(closer, { type: deed, task: task.task, note })
    case 'recall-disposition':
      return under(disposer, { type: deed, task: task.task, reason: first(posted, 'reason') })
  }
}

type Onward = { task: string; note: string; dueOn: string | null }

const readOnward = (desk: Desk, posted: Posted, { task: id, note, dueOn }: Onward): Reading => {
  const task = taskNamed(desk.dossier, id)
  const by = task ? byForTask(desk.signedIn, { ...desk, task }) : null
  const to = all(posted, 'to')
  if (by?.kind === 'post' && to.length === 0) return missing(desk, 'to')
  return under(by, {
    type: 'dispose-onward',
    task: id,
    to,
    instructions: all(posted, 'instructions'),
    note,
    dueOn,
  })
}

type Command = Extract<Reading, { kind: 'command' }>

const under = (by: Command['by'] | null, command: Command['command']): Reading =>
  by?.kind === 'post' ? { kind: 'command', command, by } : { kind: 'none' }

const missing = ({ visitor }: Desk, name: 'note' | 'to'): Reading => ({
  kind: 'faults',
  faults: [{ name, message: visitor.text.dispositions.missing[name] }],
})
