// A recipient of a disposition disposes of it further: each further recipient gets a side task, and answers to them.
import type { Day } from '../../clock/instant.ts'
import type { Procedure } from '../../procedure/schema.ts'
import { type Context, type Facts, type Place, type Refusal, refuse } from '../commands.ts'
import type { Dossier, Task } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { MAX_TEXT } from '../reason.ts'
import { actionableTask } from '../tasks.ts'
import type { DisposedFact, DispositionCommand } from './facts.ts'
import { onwardPosts } from './rules.ts'

type Onward = Extract<DispositionCommand, { type: 'dispose-onward' }>

export const decideOnward = (procedure: Procedure, dossier: Dossier, command: Onward, context: Context): Facts => {
  const found = actionableTask({ procedure, dossier }, command.task, context)
  if (!found.ok) return found
  const { task } = found
  if (task.kind !== 'attention') return notASideTask()
  const to = [...new Set(command.to)]
  const note = command.note.trim()
  const wrong = wrongIn(dossier, task, { ...command, to, note }, context)
  if (wrong) return { ok: false, refusal: wrong }
  const { instructions, dueOn } = command
  const disposed: DisposedFact = {
    type: 'disposed',
    task: task.task,
    to,
    instructions,
    note,
    ...(dueOn ? { dueOn } : {}),
  }
  return { ok: true, facts: [disposed, ...sidesOf({ parent: task.task, step: task.step, to }, context)] }
}

type Sides = { parent: string; step: string; to: readonly string[] }

/** One side task for each recipient. */
export const sidesOf = ({ parent, step, to }: Sides, { newId }: Pick<Context, 'newId'>): Fact[] =>
  to.map((post) => ({
    type: 'side-task-opened',
    task: newId(),
    parent,
    step,
    purpose: 'attention',
    post,
    letter: null,
  }))

const wrongIn = (
  dossier: Dossier,
  task: Task,
  { to, instructions, note, dueOn }: Onward,
  context: Context,
): Refusal | null => {
  const { agency, office } = context
  if (to.length === 0) return NOBODY.refusal
  const allowed = onwardPosts(office.agency, { dossier, task }, agency.posts)
  const places = [...unlisted('to', to, allowed), ...unlisted('instructions', instructions, agency.instructions)]
  if (places.length > 0) return notListed(places)
  if (instructions.length === 0 && note === '') return NOTHING_SAID.refusal
  if (note.length > MAX_TEXT) return TOO_LONG.refusal
  return wrongDay(dueOn, context)
}

/** A day that has passed cannot be kept. */
export const wrongDay = (dueOn: Day | null, { today }: Pick<Context, 'today'>): Refusal | null =>
  dueOn === null || (DAY.test(dueOn) && dueOn >= today) ? null : PAST_DAY.refusal

const DAY = /^\d{4}-\d{2}-\d{2}$/

const unlisted = (name: string, chosen: readonly string[], listed: readonly string[]): Place[] =>
  chosen.flatMap((one, index) => (listed.includes(one) ? [] : [[name, index]]))

const notListed = (places: readonly Place[]): Refusal =>
  refuse(
    'invalid-answer',
    'Pilih penerima dan petunjuk dari daftar: jabatan di bawah atau sejajar menurut aturan kantor, yang belum memegang disposisi ini.',
    'Choose recipients and instructions from the list: posts below or beside yours by the rules of the office that do not have this disposition yet.',
    places,
  ).refusal

const notASideTask = (): Facts =>
  refuse(
    'not-allowed',
    'Yang dapat diteruskan adalah disposisi yang Anda terima di luar jalur SOP. Langkah SOP diteruskan dengan menyelesaikannya.',
    'What may be passed on is a disposition that you got beside the path. A step of the SOP is passed on by finishing it.',
  )

const NOBODY = refuse(
  'invalid-answer',
  'Pilih paling sedikit satu penerima disposisi.',
  'Choose at least one recipient of the disposition.',
  [['to']],
)

const NOTHING_SAID = refuse(
  'invalid-answer',
  'Pilih petunjuk atau tulis catatan, agar penerima tahu apa yang diminta.',
  'Choose an instruction or write a note, so that the recipient knows what is asked.',
  [['note']],
)

const TOO_LONG = refuse(
  'invalid-answer',
  'Catatan paling panjang 2.000 huruf. Persingkat lalu kirim lagi.',
  'A note has 2,000 characters at most. Make it shorter and send again.',
  [['note']],
)

const PAST_DAY = refuse(
  'invalid-answer',
  'Batas waktu tidak dapat sebelum hari ini. Pilih hari ini atau sesudahnya, atau kosongkan.',
  'The due day cannot lie before today. Choose today or later, or leave it empty.',
  [['dueOn']],
)
