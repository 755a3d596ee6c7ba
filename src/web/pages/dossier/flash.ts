// What is said on the next page of what was done on this one.
import type { Command } from '../../../core/dossier/commands.ts'
import { taskNamed } from '../../../core/dossier/dossier.ts'
import { positionSentence } from '../../story/waiting.ts'
import type { Desk } from './desk.ts'
import { returnsToPost } from './policy-forms.tsx'
import { signingFlash } from './signing/deeds.ts'

/** @param desk as it stands now, @param before as it stood when the form was sent */
export const flashOf = (desk: Desk, before: Desk, command: Command): string => {
  const words = desk.visitor.text.office.dossier
  switch (command.type) {
    case 'return':
      return returnedFlash(before, command)
    case 'reject':
      return words.doneRejected(desk.dossier.subject)
    case 'withdraw':
      return desk.visitor.text.ways.order.doneWithdrawn(desk.dossier.subject)
    case 'comment':
      return words.doneComment
    case 'attach':
      return desk.visitor.text.attach.done
    case 'take':
      return words.doneTaken
    case 'release':
      return words.doneReleased
    case 'hand-over':
      return desk.visitor.text.office.team.handOver.done(desk.dossier.subject)
    case 'override-proof':
      return words.doneOverridden
    case 'explain-breach':
      return desk.visitor.text.late.form.explained
    case 'acknowledge-breach':
      return desk.visitor.text.late.form.acknowledged
    case 'dispose-onward':
      return desk.visitor.text.dispositions.onward.done
    case 'ask-again':
      return desk.visitor.text.dispositions.againForm.done
    case 'close-disposition':
      return desk.visitor.text.dispositions.close.done
    case 'recall-disposition':
      return desk.visitor.text.dispositions.recall.done
    default:
      return signingFlash(desk, command) ?? finishedFlash(desk, before, command)
  }
}

const returnedFlash = (before: Desk, { task }: Extract<Command, { type: 'return' }>): string => {
  const words = before.visitor.text.office.dossier
  const known = taskNamed(before.dossier, task)
  const to = known ? returnsToPost(before, known) : null
  return to === null ? words.doneReturned(before.dossier.subject) : words.doneSentBack(before.dossier.subject, to)
}

const finishedFlash = (desk: Desk, before: Desk, command: Command): string => {
  const words = desk.visitor.text.office.dossier
  const task = desk.mine.find((my) => 'task' in command && my.task.task === command.task)?.task
  if (task?.effectSince) return words.doneStarted
  const { visitor, waits, dossier } = desk
  if (task) return words.doneAsked(waits.flatMap((wait) => wait.initials).join(', '))
  const position = positionSentence({
    waits,
    status: dossier.status,
    language: visitor.language,
    zone: visitor.agency.agency.zone,
    now: visitor.now,
  })
  const number = dossier.agenda?.number
  return number && !before.dossier.agenda
    ? words.doneAgenda(dossier.subject, number, position)
    : words.done(dossier.subject, position)
}
