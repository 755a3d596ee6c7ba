// A dossier on trial: takes commands, keeps what was decided, and knows the hats of an invented office. For tests.
import { type Agency, agencySchema } from '../agency/agency.ts'
import type { LivingOffice } from '../agency/catalogue.ts'
import { office as workingWeek } from '../clock/office.fixture.ts'
import type { SigningRules } from '../paper/signing.ts'
import { readProcedure } from '../procedure/read.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { Command, Context, Decision, Refusal } from './commands.ts'
import { decide } from './decide.ts'
import { type Dossier, openTasks, type Task } from './dossier.ts'
import type { By, Event, PaperRef, Proof } from './events.ts'
import { evolve, fold } from './evolve.ts'

export const CLIENT = 'dinas-arsip'

export const system = (job = 'fulfil'): By => ({ kind: 'system', job })
export const applicant = (person = 'orang-pemohon', client = CLIENT): By => ({ kind: 'client', person, client })
export const officer = (post: string, person = `orang-${post}`): By => ({
  kind: 'post',
  person,
  post,
  capacity: 'definitive',
})

export const paperOf = (kind: string, id = `kertas-${kind}`): PaperRef => ({
  id,
  paper: kind,
  sha256: 'a'.repeat(64),
  bytes: 1200,
  mime: 'application/pdf',
  name: `${kind}.pdf`,
})

export const proofOf = (fulfil: Proof['fulfil'], passed = true): Proof => ({
  fulfil,
  passed,
  byHand: false,
  checks: [],
  reason: passed ? null : { id: 'Server tidak menjawab.', en: 'The server does not answer.' },
  secret: null,
})

export type Trial = {
  /** The one it runs on. */
  procedure: Procedure
  /** Units, posts and working time that it is decided by. */
  living: LivingOffice
  /** The edition that it may be moved to. */
  offer: (edition: Procedure) => void
  /** The dossier as it stands; throws before it is submitted. */
  dossier: () => Dossier
  events: readonly Event[]
  /** The types of the events so far, or since a mark. */
  types: (since?: number) => string[]
  try: (by: By, command: Command) => Decision
  /** @throws when the command is refused */
  must: (by: By, command: Command) => Event[]
  refusal: (by: By, command: Command) => Refusal
  /** The open task of this step, of the main path. */
  task: (step: string) => Task
  /** Steps that are open on the path. */
  open: () => string[]
  /** Finishes the open task of a step as whoever it waits for. */
  finish: (step: string, answer?: unknown) => Event[]
  /** In the place of what has happened so far. */
  resume: (past: readonly Event[]) => void
  tick: (minutes: number) => void
  setNow: (now: string) => void
}

export type Office = {
  posts: string[]
  instructions?: string[]
  zone?: string
  reserved?: string[]
  living?: LivingOffice
  signing?: SigningRules
}

/** An office of these posts, one below the other, by the usual working time; nobody holds anything yet. */
export const livingOf = (posts: readonly string[]): LivingOffice => ({
  agency: {
    ...OFFICE,
    posts: posts.map((post, index) => ({
      post,
      title: post,
      unit: 'dinas',
      duties: [],
      ...(index === 0 ? {} : { superior: posts[0] ?? '' }),
    })),
  },
  calendar: workingWeek,
  calendars: { utama: workingWeek },
  mandates: [],
  substitutes: [],
})

const OFFICE: Agency = agencySchema.parse({
  agency: 'kantor',
  name: 'Kantor',
  short: 'Kantor',
  zone: 'Asia/Jakarta',
  contact: { email: 'kantor@contoh.example', phone: '0291', hours: { id: 'Senin', en: 'Monday' } },
  complaints: { id: 'Ke kantor.', en: 'To the office.' },
  privacy: [{ id: 'Dijaga.', en: 'Kept.' }],
  letterhead: { government: 'Pemerintah', name: 'Kantor', address: 'Jalan', contact: '0291', place: 'Demak' },
  numbers: { dossier: '{seq}', agenda: '{seq}', letter: '{seq}' },
  names: { zone: 'demakkab.go.id', reserved: [] },
  units: [{ unit: 'dinas', name: 'Kantor' }],
  posts: [{ post: 'kepala', title: 'Kepala', unit: 'dinas' }],
  instructions: ['Proses lebih lanjut'],
})

export const trialOf = (first: Procedure, office: Office): Trial => {
  let procedure = first
  let target: Procedure | undefined
  const living = office.living ?? livingOf(office.posts)
  const events: Event[] = []
  let dossier: Dossier | null = null
  let ids = 0
  let now = Date.parse('2026-11-20T02:00:00.000Z')
  const contextFor = (by: By): Context => ({
    now: new Date(now).toISOString(),
    today: new Date(now + 7 * 3600_000).toISOString().slice(0, 10),
    by,
    ...(target ? { target } : {}),
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    agency: {
      names: { zone: office.zone ?? 'demakkab.go.id', reserved: office.reserved ?? ['www', 'ns*'] },
      instructions: office.instructions ?? ['Proses lebih lanjut'],
      posts: office.posts,
      signing: office.signing ?? { default: 'none', methods: ['none'] },
      numbers: { dossier: 'MIPP/2026/{seq4}', agenda: '{seq}', letter: '500.12/{seq}/XI/2026' },
    },
    office: living,
  })
  const attempt = (by: By, command: Command): Decision => {
    const decided = decide(procedure, dossier, command, contextFor(by))
    if (!decided.ok) return decided
    for (const event of decided.events) dossier = evolve('berkas-1', dossier, event)
    events.push(...decided.events)
    if (command.type === 'move-edition' && target) procedure = target
    return decided
  }
  const standing = (): Dossier => {
    if (!dossier) throw new Error('Nothing has been submitted yet')
    return dossier
  }
  const must = (by: By, command: Command): Event[] => {
    const decided = attempt(by, command)
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal.sentence.id}`)
    return decided.events
  }
  const task = (step: string): Task => {
    const found = openTasks(standing()).find((one) => one.step === step && one.kind === 'main')
    if (!found) throw new Error(`Step "${step}" is not open`)
    return found
  }
  return {
    get procedure() {
      return procedure
    },
    living,
    offer: (edition) => {
      target = edition
    },
    dossier: standing,
    events,
    types: (since = 0) => events.slice(since).map((event) => event.type),
    try: attempt,
    must,
    refusal: (by, command) => {
      const decided = attempt(by, command)
      if (decided.ok) throw new Error(`${command.type} was not refused`)
      return decided.refusal
    },
    task,
    open: () =>
      openTasks(standing())
        .filter((one) => one.kind === 'main')
        .map((one) => one.step),
    finish: (step, answer = {}) => must(actorFor(task(step)), { type: 'finish-step', task: task(step).task, answer }),
    resume: (past) => {
      events.splice(0, events.length, ...past)
      dossier = fold('berkas-1', past)
    },
    tick: (minutes) => {
      now += minutes * 60_000
    },
    setNow: (instant) => {
      now = Date.parse(instant)
    },
  }
}

/** Whoever the task waits for. */
export const actorFor = (task: Task): By => (task.posts[0] === undefined ? applicant() : officer(task.posts[0]))

/** @throws with every fault of the file */
export const procedureFrom = (yaml: string): Procedure => {
  const read = readProcedure(yaml)
  if (!read.ok) throw new Error(read.faults.map((fault) => `${fault.line}: ${fault.sentence.id}`).join('\n'))
  return read.procedure
}

/** Why a server failed, as an adapter says it. */
export const REASON = { id: 'Server tidak menjawab.', en: 'The server does not answer.' }
