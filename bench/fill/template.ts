// A history as rows with gaps: what the real code projected of it, cut where every dossier has a value of its own.

import type { Dossier } from '../../src/core/dossier/dossier.ts'
import { pausesOf } from '../../src/core/dossier/pauses.ts'
import type { Job } from '../../src/core/dossier/reactions.ts'
import { noticeFacts } from '../../src/core/notice/facts.ts'
import { NATURE, type Told } from '../../src/core/notice/occasions.ts'
import { stepNamed } from '../../src/core/procedure/flow.ts'
import { noticeMail } from '../../src/letters/mail/notice.ts'
import { mailText } from '../../src/letters/mail/text.ts'
import { DEFAULT_TEXTS, nameOf } from '../../src/letters/notices.ts'
import type { Way } from './histories.ts'
import { jsonbText } from './jsonb-text.ts'
import type { PausedCommits, Slot } from './stand-in-values.ts'
import type { Commit, History, Office, Pace } from './walk.ts'

/** `texts` has one more than `slots`: text, gap, text, gap, text. */
export type Gapped = { texts: string[]; slots: number[] }

export type Series = 'dossier' | 'agenda' | 'letter'

export type Template = {
  way: Way
  /** Null where nothing needs the value. */
  slots: (Slot | null)[]
  paces: Pace[]
  /** Whole rows in COPY's text format. */
  tables: Record<Exclude<FilledTable, 'event'>, Gapped>
  events: { type: string; at: number; payload: Gapped }[]
  /** `pattern` as the day has not yet filled it. */
  numbers: { series: Series; pattern: string; of: number; at: number }[]
  /** The commit that fed the registers, or -1. */
  fedAt: number
}

/** The columns that are written, by table; others keep their defaults. */
export const COLUMNS = {
  dossier: [
    'agency',
    'dossier',
    'version',
    'head_hash',
    'number',
    'tracking_code',
    'procedure',
    'edition',
    'client',
    'applicant',
    'channel',
    'status',
    'subject',
    'urgency',
    'secrecy',
    'agenda_number',
    'search_text',
    'submitted_at',
    'ended_at',
    'due_at',
    'changed_at',
  ],
  event: ['agency', 'dossier', 'seq', 'type', 'at', 'payload', 'salt', 'payload_hash', 'hash'],
  task: [
    'agency',
    'task',
    'dossier',
    'step',
    'kind',
    'posts',
    'for_applicant',
    'taken_by',
    'opened_at',
    'due_at',
    'closed_at',
    'outcome',
    'waits_for_effect',
    'failure',
  ],
  agenda: [
    'agency',
    'number',
    'year',
    'dossier',
    'received_on',
    'sender',
    'letter_number',
    'letter_on',
    'subject',
    'urgency',
    'secrecy',
    'entered_at',
    'seq',
    'sub',
    'attachments',
    'classification',
    'forwarded_to',
    'remark',
    'late',
  ],
  outgoing: [
    'agency',
    'year',
    'series',
    'number',
    'seq',
    'state',
    'dossier',
    'letter',
    'on_day',
    'addressee',
    'subject',
    'attachments',
    'classification',
    'security',
    'signatory',
    'processed_by',
    'sent_how',
    'sent_on',
    'received_on',
    'received_by',
    'remark',
    'numbered_at',
    'check_code',
    'ended_at',
    'changed_at',
  ],
  paper: [
    'agency',
    'paper',
    'dossier',
    'kind',
    'sha256',
    'bytes',
    'mime',
    'name',
    'letter',
    'number',
    'check_code',
    'signed_on',
    'filed_at',
  ],
  register_item: ['agency', 'register', 'key', 'dossier', 'columns', 'state', 'since', 'changed_at'],
  rating: ['agency', 'dossier', 'score', 'comment', 'at'],
  command_key: ['agency', 'key', 'dossier', 'answer', 'at'],
  secret: ['agency', 'secret', 'dossier', 'label', 'sealed', 'made_at', 'opened_at', 'opened_by'],
  mail: ['agency', 'mail', 'once', 'dossier', 'to_address', 'subject', 'body', 'state', 'made_at', 'sent_at'],
} as const

export type FilledTable = keyof typeof COLUMNS
type Row = Record<string, unknown>

export const templateOf = (office: Office, way: Way, history: History, sealed: Uint8Array): Template => {
  const { commits, standIns } = history
  const rows = rowsOf(office, history, sealed)
  // Every stand-in is known only now, when all rows have been made.
  const known = standIns.slots()
  const used = new Set<number>()
  const place = new Map([...known.keys()].map((text, at) => [text, at]))
  const gaps = new RegExp([...known.keys()].map((text) => text.replaceAll(/[.]/g, '\\.')).join('|'), 'g')
  const cut = (text: string): Gapped => {
    const found = [...text.matchAll(gaps)]
    const ends = found.map((match) => match.index + match[0].length)
    const texts = [
      ...found.map((match, at) => text.slice(ends[at - 1] ?? 0, match.index)),
      text.slice(ends.at(-1) ?? 0),
    ]
    const slots = found.map((match) => place.get(match[0]) ?? 0)
    for (const slot of slots) used.add(slot)
    return { texts, slots }
  }
  const tables = Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [
      table,
      cut(list.map((row) => copyLine(table as FilledTable, row)).join('')),
    ]),
  ) as Template['tables']
  const events = commits.flatMap((commit, at) =>
    commit.events.map((event) => ({ type: event.type, at, payload: cut(plain(jsonbText(event))) })),
  )
  return {
    way,
    slots: [...known.values()].map((slot, at) => (used.has(at) ? slot : null)),
    paces: commits.map(({ pace }) => pace),
    tables,
    events,
    fedAt: commits.findIndex(({ rows }) => rows.items.length > 0),
    numbers: commits.flatMap(({ numbers }, at) =>
      numbers.map(({ token, series, pattern }) => ({
        series: series as Series,
        pattern,
        of: numberPlace(known.get(token)),
        at,
      })),
    ),
  }
}

const numberPlace = (slot: Slot | undefined): number => {
  if (slot?.kind !== 'number') throw new Error('A number has no place in the template')
  return slot.of
}

/** The same text is hashed and copied, so it may hold nothing that COPY would write otherwise. */
const plain = (payload: string): string => {
  if (payload.includes('\\')) throw new Error(`This payload needs escaping: ${payload}`)
  return payload
}

const rowsOf = (office: Office, history: History, sealed: Uint8Array): Record<Exclude<FilledTable, 'event'>, Row[]> => {
  const { commits, standIns } = history
  const { agency } = office.data.agency
  const last = commits.at(-1)
  if (!last) throw new Error('A history without commits')
  const { personal } = standIns
  const dueOf = (from: unknown, limit: string): string => standIns.due(commitAt(history, from), limit)
  const tasks = new Map<unknown, Row>()
  for (const { rows } of commits) {
    for (const row of rows.tasks) {
      const limit = stepNamed(office.procedure, String(row.step))?.time ?? ''
      // As the database does it: what a task was opened with stays.
      tasks.set(row.task, {
        ...row,
        ...tasks.get(row.task),
        ...changing(row),
        due_at: row.due_at === null ? null : dueOf(row.opened_at, limit),
      })
    }
  }
  return {
    dossier: [
      {
        ...last.rows.dossier,
        head_hash: personal.head,
        due_at: standIns.due(
          commitAt(history, last.rows.dossier.submitted_at),
          office.procedure.promise ?? '',
          pausedCommits(office, history, last.after),
        ),
      },
    ],
    task: [...tasks.values()],
    agenda: agendaRow(history),
    outgoing: outgoingRows(history),
    paper: commits.flatMap(({ rows }) => rows.papers),
    register_item: commits.flatMap(({ rows }) => rows.items).map((row) => ({ ...row, since: personal.since })),
    rating: commits.flatMap(({ rows }) => rows.ratings),
    command_key: commits.map((commit, at) => keyRow(agency, history, commit, at)),
    secret: secretRows(agency, history, sealed),
    mail: commits.flatMap((commit, at) => commit.jobs.flatMap((job) => mailRow(office, history, { commit, at, job }))),
  }
}

/** Corrected later, a letter is still forwarded to whom it was when it was entered. */
const agendaRow = (history: History): Row[] => {
  const rows = history.commits.flatMap((commit) => commit.rows.agenda)
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const forwarded = rows.findLast((row) => Array.isArray(row.forwarded_to) && row.forwarded_to.length > 0)
  const remark = rows.findLast((row) => row.remark !== '')?.remark ?? ''
  const year = history.standIns.year(commitAt(history, last.entered_at))
  return [{ ...last, remark, forwarded_to: forwarded?.forwarded_to ?? [], year }]
}

/** As the database does it: the first row stays, and what became of the letter is put in. */
const outgoingRows = (history: History): Row[] => {
  const { commits, standIns } = history
  const letters = new Map<unknown, Row>()
  for (const [at, { rows }] of commits.entries()) {
    for (const row of rows.outgoing) {
      const first = letters.get(row.number) ?? { ...row, year: standIns.year(at) }
      const sentOn = letters.get(row.number)?.sent_on ?? (row.sent_on === null ? null : standIns.day(at))
      letters.set(row.number, {
        ...first,
        ...{ state: row.state, addressee: row.addressee, subject: row.subject, security: row.security },
        processed_by: row.processed_by,
        sent_how: row.sent_how ?? first.sent_how,
        sent_on: sentOn,
        received_on: row.received_on ?? first.received_on,
        received_by: row.received_by ?? first.received_by,
        changed_at: row.changed_at,
      })
    }
  }
  return [...letters.values()]
}

const pausedCommits = (office: Office, history: History, dossier: Dossier): PausedCommits[] =>
  pausesOf(office.procedure, dossier).map(({ from, to }) => ({
    from: commitAt(history, from),
    to: to === null ? null : commitAt(history, to),
  }))

const changing = ({ taken_by, closed_at, outcome, waits_for_effect, failure }: Row): Row => ({
  taken_by,
  closed_at,
  outcome,
  waits_for_effect,
  failure,
})

const commitAt = ({ standIns }: History, moment: unknown): number => {
  const slot = standIns.slots().get(String(moment))
  if (slot?.kind !== 'at') throw new Error(`${moment} is no moment of a commit`)
  return slot.at
}

const keyRow = (agency: string, { standIns }: History, { key, after }: Commit, at: number): Row => ({
  agency,
  key,
  dossier: after.id,
  answer: { dossier: after.id, version: after.version, number: after.number },
  at: standIns.at(at),
})

/** Read once and wiped where the applicant has received; still waiting where not. */
const secretRows = (agency: string, { secrets, commits, standIns }: History, sealed: Uint8Array): Row[] => {
  const received = commits.findIndex(({ after }) => after.status === 'finished')
  const { personal } = standIns
  return secrets.map(({ id, commit }) => ({
    agency,
    secret: id,
    dossier: personal.dossier,
    label: `akun @ ${personal.label}`,
    sealed: received < 0 ? sealed : null,
    made_at: standIns.at(commit),
    opened_at: received < 0 ? null : standIns.at(received),
    opened_by: received < 0 ? null : personal.applicant,
  }))
}

type Telling = { commit: Commit; at: number; job: Job }

/** Of the applicant's own turns: what officers are told waits for a digest, and comments are left out. */
const mailRow = (office: Office, history: History, { commit, at, job }: Telling): Row[] =>
  job.task === 'notify'
    ? job.payload.told.flatMap((told) =>
        NATURE[told.occasion].group !== 'progress' ? [] : [turnMail(office, history, { commit, at, told })],
      )
    : []

type TurnTelling = { commit: Commit; at: number; told: Told }

const turnMail = (office: Office, { standIns }: History, { commit, at, told }: TurnTelling): Row => {
  const dossier = commit.after
  const { personal } = standIns
  const { agency, calendar } = office.data
  const event = commit.events[told.seq - 1 - (dossier.version - commit.events.length)]
  if (!event) throw new Error('A notice is about an event of its own commit')
  const publicUrl = `https://${agency.hosts[0]}`
  const { subject, page } = noticeMail({
    occasion: told.occasion,
    reader: 'applicant',
    facts: noticeFacts({
      told,
      event,
      dossier,
      procedure: office.procedure,
      agency,
      calendar,
      clientName: dossier.client,
    }),
    text: DEFAULT_TEXTS[nameOf('applicant', told.occasion)].id,
    language: 'id',
    agency,
    links: {
      open: dossier.applicant === null ? null : `${publicUrl}/mine/${dossier.id}`,
      track: `${publicUrl}/track/${dossier.trackingCode}`,
      choose: dossier.applicant === null ? null : `${publicUrl}/account/notices`,
    },
  })
  return {
    agency: agency.agency,
    mail: standIns.newId(),
    once: `${dossier.id}:${told.seq}:${told.occasion}`,
    dossier: dossier.id,
    to_address: dossier.applicant ? personal.applicantMail : personal.contactMail,
    subject,
    body: mailText(page),
    state: 'sent',
    made_at: standIns.at(at),
    sent_at: standIns.at(at),
  }
}

const copyLine = (table: FilledTable, row: Row): string =>
  `${COLUMNS[table].map((column) => copyText(row[column])).join('\t')}\n`

/** Of one column, in COPY's text format. */
const copyText = (value: unknown): string => {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  // The only lists among our columns are those of posts, whose names need no quotes.
  if (Array.isArray(value)) return `{${value.join(',')}}`
  const text = typeof value === 'object' ? jsonbText(value) : String(value)
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}
