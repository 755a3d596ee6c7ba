// Commands that chance gives upon any procedure, most of them fitting, and the way home from wherever they led. For tests.
import fc from 'fast-check'
import { END, stepNamed } from '../procedure/flow.ts'
import type { Form } from '../procedure/form.ts'
import type { Command } from './commands.ts'
import { type Dossier, openTasks, type Task } from './dossier.ts'
import type { By } from './events.ts'
import { fulfilmentsOf } from './fulfilment.ts'
import { applicant, officer, paperOf, proofOf, REASON, system, type Trial } from './trial.fixture.ts'
import { nearestExit } from './walk.fixture.ts'
import { filledForm, papersFor } from './walk-forms.fixture.ts'

export type Order = (trial: Trial, task: Task) => Command

/** What would bring this task further, if it comes at the right time from the right hand. */
export const fitting =
  (nth: number, exit?: string): Order =>
  ({ procedure, dossier }, task) => {
    const step = stepNamed(procedure, task.step)
    const { form } = dossier()
    if (task.effectSince !== null && step?.act === 'fulfil') {
      const proofs = fulfilmentsOf(step, form).map((one) => proofOf(one.fulfil))
      return { type: 'record-proof', task: task.task, attempt: task.attempt, proofs }
    }
    if (task.effectSince !== null) return fileLetterOf({ procedure }, task)
    const exits = step?.decides?.exits ?? []
    const answer = {
      note: 'Selesai',
      exit: exit ?? exits[nth % Math.max(1, exits.length)]?.answer,
      urgency: 'segera',
      secrecy: 'biasa',
      phase: nth % 2 === 0 ? 'send' : 'ask-initials',
      verdict: 'initialed',
      form: filledForm(procedure, choicesIn(form), task.step),
      papers: papersFor(procedure, task.step),
    }
    return finish(task, answer)
  }

const finish = ({ task }: Task, answer: unknown): Command => ({ type: 'finish-step', task, answer })

/** Choices stay as they were made. */
const choicesIn = (form: Form): Form =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => typeof value === 'string'))

function fileLetterOf({ procedure }: Pick<Trial, 'procedure'>, task: Task): Command {
  const letter = stepNamed(procedure, task.step)?.letter ?? 'balasan'
  return { type: 'file-letter', task: task.task, letter, paper: paperOf(letter, `surat-${task.task}`) }
}

/** By their names, so that a counter-example can be read. */
const ODD: Record<string, Order> = {
  file: fileLetterOf,
  take: (_, task) => ({ type: 'take', task: task.task }),
  release: (_, task) => ({ type: 'release', task: task.task }),
  override: (_, task) => ({ type: 'override-proof', task: task.task, reason: 'Mitra tutup' }),
  'retry-letter': (_, task) => ({ type: 'retry-letter', task: task.task }),
  return: (_, task) => ({ type: 'return', task: task.task, reason: 'Belum lengkap' }),
  fail: (_, task) => ({ type: 'record-failure', task: task.task, effect: 'x', reason: REASON, final: true }),
  falter: (_, task) => ({ type: 'record-failure', task: task.task, effect: 'x', reason: REASON, final: false }),
  'send-back': (_, task) => finish(task, { verdict: 'sent-back', note: 'Perbaiki' }),
  nonsense: (_, task) => finish(task, null),
  extend: () => ({ type: 'extend', amount: '1 jam', reason: 'Menunggu ahli' }),
  comment: () => ({ type: 'comment', text: 'Catatan', visibleToApplicant: false }),
  rate: () => ({ type: 'rate', score: 3, comment: '' }),
}

const ENDINGS: Record<string, Order> = {
  reject: (_, task) => ({ type: 'reject', task: task.task, reason: 'Tidak' }),
  withdraw: () => ({ type: 'withdraw', reason: 'Batal' }),
}

/** Mostly whoever the task waits for; sometimes somebody else. */
const hat = fc.oneof(
  { weight: 9, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom('pemohon', 'orang-lain', 'sistem', 'umum', 'jabatan', 'rekan') },
)

/** A move names the task by its place, mostly among the open ones; closed ones are tried too. */
export const move = fc.record({
  hat,
  at: fc.tuple(fc.nat(40), fc.nat(7)),
  order: fc.oneof(
    { weight: 30, arbitrary: fc.nat(5) },
    { weight: 7, arbitrary: fc.constantFrom(...Object.keys(ODD)) },
    { weight: 2, arbitrary: fc.constantFrom(...Object.keys(ENDINGS)) },
  ),
})
export type Move = typeof move extends fc.Arbitrary<infer One> ? One : never

const orderNamed = (order: string | number): Order =>
  typeof order === 'number' ? fitting(order) : (ODD[order] ?? ENDINGS[order] ?? fitting(0))

export const makeMove = (trial: Trial, { hat: whose, at, order }: Move): void => {
  const dossier = trial.dossier()
  const open = openTasks(dossier)
  const pool = at[1] > 0 && open.length > 0 ? open : dossier.tasks
  const task = pool[at[0] % pool.length]
  if (!task) throw new Error('A dossier without any task')
  const command = orderNamed(order)(trial, task)
  trial.try(hatOf(trial, whose, { command, task, nth: at[0] }), command)
}

type Turn = { command: Command; task: Task; nth: number }

const hatOf = ({ procedure }: Trial, whose: string | null, { command, task, nth }: Turn): By => {
  const posts = Object.values(procedure.actors).flatMap((actor) => actor.post ?? [])
  switch (whose) {
    case 'pemohon':
      return applicant()
    case 'orang-lain':
      return applicant('orang-lain', 'dinas-lain')
    case 'sistem':
      return system()
    case 'umum':
      return { kind: 'public' }
    case 'jabatan':
      return officer(posts[nth % posts.length] ?? '')
    case 'rekan':
      return officer(task.posts[0] ?? '', 'orang-kedua')
    default:
      return handFor(command, task)
  }
}

const OF_THE_SYSTEM = ['record-proof', 'record-failure', 'file-letter']

/** Whoever it waits for, and among them whoever has taken it. */
const handFor = (command: Command, { posts, takenBy }: Task): By => {
  if (OF_THE_SYSTEM.includes(command.type)) return system()
  const [post] = posts
  return post === undefined ? applicant() : officer(post, takenBy ?? undefined)
}

/** Home from wherever it stands, by the shortest answers and without any trick. @returns the status at the end */
export const walkHome = (trial: Trial): Dossier['status'] => {
  const { procedure } = trial
  const most = procedure.steps.length * 12
  for (let turns = 0; trial.dossier().status === 'open' && turns < most; turns += 1) {
    const open = openTasks(trial.dossier())
    const said: string[] = []
    const isMoved = open.some((task) => bringsOn(trial, task, said))
    if (!isMoved) throw new Error(`Stuck at ${open.map(({ step, kind }) => `${step} (${kind})`)}: ${said}`)
  }
  return trial.dossier().status
}

/** One of its two phases, or its only one, is taken. */
const bringsOn = (trial: Trial, task: Task, said: string[]): boolean => {
  const step = stepNamed(trial.procedure, task.step)
  const exit = step?.decides ? nearestExit(trial.procedure, step, END) : undefined
  return [0, 1].some((nth) => {
    const command = fitting(nth, exit)(trial, task)
    const decided = trial.try(handFor(command, task), command)
    if (!decided.ok) said.push(decided.refusal.sentence.en)
    return decided.ok
  })
}
