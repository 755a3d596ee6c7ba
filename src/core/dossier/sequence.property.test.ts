// Whatever people and systems do, in whatever order: nothing breaks, nobody is forgotten, nothing is left open at the end.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { Command } from './commands.ts'
import { openTasks, type Task } from './dossier.ts'
import type { By, Proof } from './events.ts'
import { fold } from './evolve.ts'
import { MAZE } from './maze.fixture.ts'
import { FORM, POSTS, submitCommand } from './office.fixture.ts'
import { applicant, officer, paperOf, proofOf, system, type Trial, trialOf } from './trial.fixture.ts'

const PEOPLE: By[] = [
  applicant(),
  applicant('orang-lain', 'dinas-lain'),
  system(),
  ...POSTS.map((post) => officer(post)),
  officer('teknisi', 'orang-kedua'),
]

const EXITS = ['bagi', 'ulang', 'catat', 'selesai', 'ya', 'lagi', undefined]

const answer = fc.oneof(
  fc.record({ exit: fc.constantFrom(...EXITS), note: fc.constantFrom('', 'Catatan') }),
  fc.record({ urgency: fc.constantFrom('segera', 'cepat'), secrecy: fc.constantFrom('biasa', 'rahasia') }),
  fc.record({ phase: fc.constantFrom('ask-initials', 'send'), draft: fc.constantFrom('', 'Isi') }),
  fc.record({ verdict: fc.constantFrom('initialed', 'sent-back'), note: fc.constantFrom('', 'Perbaiki') }),
  fc.record({ alsoTo: fc.subarray(POSTS), exit: fc.constantFrom(...EXITS) }),
  fc.record({
    form: fc.constantFrom<unknown>(FORM, { ...FORM, jenis: 'alamat', alamat: '203.0.113.9' }, {}),
    papers: fc.constantFrom([], [paperOf('lampiran')]),
  }),
  fc.jsonValue(),
)

const proofs: fc.Arbitrary<Proof[]> = fc.constantFrom(
  [proofOf('hosting-space'), proofOf('dns-record')],
  [proofOf('hosting-space')],
  [proofOf('dns-record')],
  [proofOf('dns-record', false)],
  [],
)

const REASON = { id: 'Gagal.', en: 'Failed.' }

type Order = (task: Task) => Command

/** What would bring this task further, if it comes at the right time from the right hand. */
const fitting =
  (nth: number): Order =>
  (task) => {
    const step = stepNamed(MAZE, task.step)
    const exits = step?.decides?.exits ?? []
    const exit = exits[nth % Math.max(1, exits.length)]?.answer
    if (task.effectSince !== null && step?.act === 'fulfil') {
      const all = [proofOf('hosting-space'), proofOf('dns-record')]
      return { type: 'record-proof', task: task.task, attempt: task.attempt, proofs: all }
    }
    if (task.effectSince !== null) return fileLetter(task)
    const given = {
      note: '',
      exit,
      urgency: 'segera',
      secrecy: 'biasa',
      phase: nth % 2 === 0 ? 'send' : 'ask-initials',
      verdict: 'initialed',
      form: FORM,
      alsoTo: nth === 1 ? ['arsiparis'] : [],
    }
    return { type: 'finish-step', task: task.task, answer: given }
  }

const fileLetter: Order = (task) => ({
  type: 'file-letter',
  task: task.task,
  letter: 'balasan',
  paper: paperOf('balasan', `surat-${task.task}`),
})

/** Attached by somebody: never among the papers that steps ask for or make. */
const ADDED = 'kertas-tambahan'

const odd = fc.constantFrom<Order>(
  fileLetter,
  (task) => ({ type: 'take', task: task.task }),
  (task) => ({ type: 'release', task: task.task }),
  (task) => ({ type: 'override-proof', task: task.task, reason: 'Mitra tutup' }),
  (task) => ({ type: 'retry-letter', task: task.task }),
  (task) => ({ type: 'return', task: task.task, reason: 'Belum lengkap' }),
  (task) => ({ type: 'record-failure', task: task.task, effect: 'x', reason: REASON, final: true }),
  (task) => ({ type: 'record-failure', task: task.task, effect: 'x', reason: REASON, final: false }),
  () => ({ type: 'comment', text: 'Catatan', visibleToApplicant: false }),
  () => ({ type: 'rate', score: 3, comment: '' }),
  () => ({ type: 'attach', paper: paperOf('lampiran', ADDED), note: 'Peta', visibleToApplicant: false }),
)

const endings = fc.constantFrom<Order>(
  (task) => ({ type: 'reject', task: task.task, reason: 'Tidak' }),
  () => ({ type: 'withdraw', reason: '' }),
)

/** A move names the task by its place among all tasks, so that closed ones are tried too. */
const move = fc.record({
  /** Mostly whoever the task waits for; sometimes anybody. */
  hat: fc.oneof({ weight: 8, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(PEOPLE.length - 1) }),
  /** Mostly a task that is open; sometimes any. */
  at: fc.tuple(fc.nat(40), fc.nat(7)),
  order: fc.oneof(
    { weight: 30, arbitrary: fc.nat(3).map(fitting) },
    {
      weight: 3,
      arbitrary: answer.map(
        (given): Order =>
          (task) => ({ type: 'finish-step', task: task.task, answer: given }),
      ),
    },
    {
      weight: 2,
      arbitrary: proofs.map(
        (given): Order =>
          (task) => ({ type: 'record-proof', task: task.task, attempt: task.attempt, proofs: given }),
      ),
    },
    { weight: 6, arbitrary: odd },
    { weight: 1, arbitrary: endings },
  ),
})

const SYSTEM_ORDERS = ['record-proof', 'record-failure', 'file-letter']

const play = (trial: Trial, moves: readonly (typeof move extends fc.Arbitrary<infer Move> ? Move : never)[]): void => {
  for (const { hat, at, order } of moves) {
    const dossier = trial.dossier()
    const open = openTasks(dossier)
    const pool = at[1] > 0 && open.length > 0 ? open : dossier.tasks
    const task = pool[at[0] % pool.length]
    if (!task) throw new Error('A dossier without any task')
    const command = order(task)
    const own = SYSTEM_ORDERS.includes(command.type) ? system() : task.posts[0] ? officer(task.posts[0]) : applicant()
    trial.try(PEOPLE[hat] ?? own, command)
    expectSound(trial)
  }
}

const expectSound = (trial: Trial): void => {
  const dossier = trial.dossier()
  const open = openTasks(dossier)
  const main = open.filter((task) => task.kind === 'main')
  if (dossier.papers.some(({ id }) => id === ADDED)) expect(dossier.papers.map(({ id }) => id)).not.toContain(ADDED)
  if (dossier.version !== trial.events.length) expect(dossier.version).toBe(trial.events.length)
  if (dossier.status === 'open') {
    if (main.length === 0) expect(main).not.toEqual([])
    const steps = main.filter((task) => task.backTo === null).map((task) => task.step)
    if (new Set(steps).size !== steps.length) expect(steps).toEqual([...new Set(steps)])
  } else if (open.length > 0) expect(open).toEqual([])
}

const begin = (procedure: Procedure): Trial => {
  const trial = trialOf(procedure, { posts: POSTS })
  trial.must(applicant(), submitCommand())
  return trial
}

const seed = process.env.MIPP_TEST_SEED ? { seed: Number(process.env.MIPP_TEST_SEED) } : {}

test('no order of commands breaks a dossier or leaves it with nobody', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 10, maxLength: 160 }), (moves) => {
      const trial = begin(MAZE)
      play(trial, moves)
      expect(fold(trial.dossier().id, trial.events)).toEqual(trial.dossier())
    }),
    { numRuns: Number(process.env.MIPP_TEST_RUNS ?? 150), ...seed },
  )
})

test('such orders come far: some dossiers end, some go round, some fork', () => {
  const reached = new Set<string>()
  for (const moves of fc.sample(fc.array(move, { minLength: 160, maxLength: 160 }), { numRuns: 120, seed: 1 })) {
    const trial = begin(MAZE)
    play(trial, moves)
    reached.add(trial.dossier().status)
    if (trial.dossier().attachments.length > 0) reached.add('attached')
    for (const [step, { rounds }] of Object.entries(trial.dossier().traces))
      reached.add(rounds > 1 ? `${step} again` : step)
  }
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'open',
      'finished',
      'rejected',
      'withdrawn',
      'kabar',
      'lewat',
      'uji again',
      'uji-temu',
      'terima again',
      'buat again',
      'attached',
    ]),
  )
})
