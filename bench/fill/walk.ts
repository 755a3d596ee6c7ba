// Takes one dossier along SOP 03/13 by the commands that people and jobs give, and keeps what each commit would write.

import { Temporal } from 'temporal-polyfill'
import type { AgencyData } from '../../src/core/agency/catalogue.ts'
import { agencyRules } from '../../src/core/agency/rules.ts'
import type { Command, NumberRequest } from '../../src/core/dossier/commands.ts'
import { decide } from '../../src/core/dossier/decide.ts'
import { type Dossier, openMainTasks, openTasks, type Task } from '../../src/core/dossier/dossier.ts'
import type { By, Event, PaperRef, Secrecy, Urgency } from '../../src/core/dossier/events.ts'
import { evolve } from '../../src/core/dossier/evolve.ts'
import { SEALED } from '../../src/core/dossier/letters/sealed.fixture.ts'
import { type Projection, project } from '../../src/core/dossier/project.ts'
import { type Job, reactions } from '../../src/core/dossier/reactions.ts'
import { stepNamed } from '../../src/core/procedure/flow.ts'
import type { Form } from '../../src/core/procedure/form.ts'
import type { Procedure, Step } from '../../src/core/procedure/schema.ts'
import { NOTES } from './names.ts'
import { proofsFor } from './proofs.ts'
import type { Random } from './random.ts'
import { type StandIns, standIns } from './stand-in-values.ts'

/** How a history goes; what is not said goes its straight way. */
export type Fate = {
  kind: 'baru' | 'ubah' | 'hapus'
  target: 'hosting' | 'alamat-ip'
  channel: 'online' | 'counter'
  urgency: Urgency
  secrecy: Secrecy
  /** Open at this step, before anything was done there; `failed` after the system could not. */
  stopAt?: string
  fails?: boolean
  comes: 'finished' | 'returned' | 'rejected' | 'withdrawn'
  withdrawAt?: string
  byHand: boolean
  alsoTo: boolean
  comments: number
  rating: number | null
}

export type Office = { data: AgencyData; procedure: Procedure; personOf: (post: string) => string; file: PaperFile }
export type PaperFile = { sha256: string; bytes: number }

/** Whose time passes before a commit. */
export type Pace = 'submit' | 'officer' | 'applicant' | 'system'

export type Commit = {
  pace: Pace
  events: Event[]
  rows: Projection
  jobs: Job[]
  numbers: NumberRequest[]
  key: string
  after: Dossier
}

export type History = { commits: Commit[]; standIns: StandIns; fate: Fate; secrets: { id: string; commit: number }[] }

export type Walk = History & {
  office: Office
  chance: Random
  dossier: () => Dossier
  give: (pace: Pace, by: By, command: Command, key?: string) => void
}

/** What the clocks said stands in the events since they keep it; of moments that are filled in later they can say nothing. */
const withoutEvidence = (event: Event): Event => {
  const { clock: _, promise: __, ...rest } = { clock: null, promise: null, ...event }
  return rest as Event
}

export const walkOf = (office: Office, fate: Fate, chance: Random): Walk => {
  const stands = standIns()
  const commits: Commit[] = []
  let dossier: Dossier | null = null
  const { personal } = stands
  const { agency } = office.data
  // Number patterns are filled per dossier, so that here any day does.
  const rules = {
    ...agencyRules(agency, Temporal.PlainDate.from('2000-01-01')),
    numbers: { ...agency.numbers, codes: [] },
  }
  const give: Walk['give'] = (pace, by, command, key = keyFrom(by, stands.newId())) => {
    const at = commits.length
    const now = stands.at(at)
    const context = { now, today: stands.day(at), by, newId: stands.newId, agency: rules, office: office.data }
    const decided = decide(office.procedure, dossier, command, context)
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.refusal.sentence.en}`)
    const events = decided.events.map(withoutEvidence)
    if (events.length === 0) throw new Error(`${command.type} changes nothing`)
    for (const { token, seqToken } of decided.numbers) {
      stands.isNumber(token)
      if (seqToken !== undefined) stands.isSeq(seqToken, token)
    }
    const before = dossier
    const after = events.reduce<Dossier | null>((state, event) => evolve(personal.dossier, state, event), before)
    if (!after) throw new Error('There is no dossier')
    const rows = project({
      agency: agency.agency,
      procedure: office.procedure,
      office: office.data,
      clientName: personal.clientName,
      before,
      after,
      events,
      now,
    })
    dossier = after
    commits.push({
      pace,
      events,
      rows,
      jobs: reactions(agency.agency, after, decided.events),
      numbers: decided.numbers,
      key,
      after,
    })
  }
  return {
    commits,
    standIns: stands,
    fate,
    secrets: [],
    office,
    chance,
    give,
    dossier: () => {
      if (!dossier) throw new Error('Nothing has been submitted yet')
      return dossier
    },
  }
}

/** As a form's key is stored: the person, the form, and what it asked for. */
const keyFrom = (by: By, form: string): string => `${'person' in by ? by.person : by.kind}:${form}:${'k'.repeat(22)}`

export const applicantOf = (walk: Walk): By => ({
  kind: 'client',
  person: walk.standIns.personal.applicant,
  client: walk.standIns.personal.client,
})

export const officerOf = (walk: Walk, post: string): By => ({
  kind: 'post',
  person: walk.office.personOf(post),
  post,
  capacity: 'definitive',
})

export const paperOf = (walk: Walk, paper: string, name: string): PaperRef => ({
  id: walk.standIns.newId(),
  paper,
  ...walk.office.file,
  mime: 'application/pdf',
  name,
})

export const formOf = ({ fate, standIns: { personal } }: Walk): Form => {
  const contact = {
    nama: 'Pengelola Laman',
    jabatan: 'Pranata Komputer',
    email: personal.contactMail,
    telepon: personal.phone,
  }
  return {
    jenis: fate.kind,
    'nama-domain': personal.label,
    keperluan: personal.purpose,
    tujuan: fate.target,
    ...(fate.target === 'alamat-ip' && fate.kind !== 'hapus' ? { 'alamat-ip': personal.ip } : {}),
    'pj-administratif': { ...contact, nama: 'Pengelola Arsip', jabatan: 'Arsiparis' },
    'pj-teknis': contact,
    'nomor-surat': personal.letterNumber,
    'tanggal-surat': personal.letterOn,
    persetujuan: 'ya',
  }
}

/** Does whatever the step asks for until it is closed. */
export const complete = (walk: Walk, task: Task): void => {
  const step = stepNamed(walk.office.procedure, task.step)
  if (!step) throw new Error(`No step "${task.step}"`)
  const note = walk.chance.pick(NOTES)
  switch (step.act) {
    case 'submit':
      finish(walk, task, { form: formOf(walk), papers: [] })
      break
    case 'enter':
      finish(walk, task, { urgency: walk.fate.urgency, secrecy: walk.fate.secrecy, note: '' })
      break
    case 'dispose':
      dispose(walk, task, note)
      break
    case 'fulfil':
      fulfil(walk, task, step)
      break
    case 'send':
      sendLetter(walk, task, step)
      break
    case 'initial':
      finish(walk, task, { verdict: 'initialed' })
      break
    case 'check':
    case 'do':
    case 'receive':
      finish(walk, task, { note })
      break
  }
}

const finish = (walk: Walk, task: Task, answer: unknown, post = task.posts[0]): void => {
  const by = post === undefined ? applicantOf(walk) : officerOf(walk, post)
  walk.give(post === undefined ? 'applicant' : 'officer', by, { type: 'finish-step', task: task.task, answer })
}

const dispose = (walk: Walk, task: Task, note: string): void => {
  const instructions = walk.office.data.agency.instructions.slice(1, 2)
  const alsoTo = walk.fate.alsoTo && task.posts.includes('kepala-dinas') ? ['kasubag-umum'] : []
  finish(walk, task, { instructions, note, alsoTo })
  const side = openTasks(walk.dossier()).find((one) => one.kind === 'attention')
  if (side && walk.fate.stopAt === undefined) finish(walk, side, { note: 'Telah diketahui' })
}

const fulfil = (walk: Walk, task: Task, step: Step): void => {
  if (walk.chance.isOnce(0.3))
    walk.give('officer', officerOf(walk, task.posts[0] ?? ''), { type: 'take', task: task.task })
  finish(walk, task, { mode: walk.fate.byHand ? 'by-hand' : 'system' })
  const attempt = task.attempt + 1
  const proofs = proofsFor(walk, step)
  for (const { secret } of proofs) if (secret) walk.secrets.push({ id: secret, commit: walk.commits.length })
  walk.give(
    'system',
    { kind: 'system', job: 'fulfil' },
    { type: 'record-proof', task: task.task, attempt, proofs },
    `proof:${task.task}:${attempt}`,
  )
}

const sendLetter = (walk: Walk, task: Task, step: Step): void => {
  const letter = step.letter ?? ''
  askInitials(walk, task)
  for (const side of openTasks(walk.dossier()).filter((one) => one.kind === 'initial'))
    finish(walk, side, { verdict: 'initialed' })
  finish(walk, task, { phase: 'send' })
  fileLetter(walk, task.task, letter)
}

export const askInitials = (walk: Walk, task: Task): void => finish(walk, task, { phase: 'ask-initials' })

export const fileLetter = (walk: Walk, task: string | null, letter: string): void => {
  const number = walk.dossier().letters.at(-1)?.number ?? ''
  walk.give(
    'system',
    { kind: 'system', job: 'make-letter' },
    { type: 'file-letter', task, letter, paper: paperOf(walk, letter, `${letter}.pdf`), signature: SEALED },
    `file-letter:${walk.standIns.personal.dossier}:${number}`,
  )
}

/** The step that is waited for now. */
export const nextTask = (walk: Walk): Task | undefined => openMainTasks(walk.dossier())[0]
