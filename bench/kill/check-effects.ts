// What followed outside: every name set once, every letter there once, every mail told once, counted where they arrive.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { createFileStore } from '../../src/adapters/files/store.ts'
import type { Dossier } from '../../src/core/dossier/dossier.ts'
import { evolve } from '../../src/core/dossier/evolve.ts'
import { type Job, reactions } from '../../src/core/dossier/reactions.ts'
import type { Occasion } from '../../src/core/notice/occasions.ts'
import { insist } from './contradiction.ts'
import type { History } from './histories.ts'
import type { Outside } from './outside.ts'

export type Effects = { names: number; letters: number; mails: number; mailedTwice: number }

type Given = { agency: string; folder: string; histories: readonly History[]; outside: Outside }

export const checkEffects = async (client: pg.Client, given: Given): Promise<Effects> => {
  const { agency, histories, outside } = given
  const names = checkNames(histories, outside)
  const letters = await checkLetters(client, given)
  const jobs = histories.flatMap((history) => jobsOf(agency, history))
  const mails = await checkMails(client, given, jobs)
  return { names, letters, ...mails }
}

const jobsOf = (agency: string, { dossier, transitions }: History): Job[] => {
  let state: Dossier | null = null
  return transitions.flatMap(({ events }) => {
    state = events.reduce<Dossier | null>((before, event) => evolve(dossier, before, event), state)
    return state ? reactions(agency, state, events) : []
  })
}

const checkNames = (histories: readonly History[], outside: Outside): number => {
  const wanted = new Map<string, string>()
  for (const { number, transitions } of histories) {
    const events = transitions.flatMap((one) => one.events)
    const proofs = events.filter((event) => event.type === 'proof-recorded' && event.proof.passed)
    const first = events[0]
    if (proofs.length === 0 || first?.type !== 'submitted') continue
    insist(proofs.length === 1, `${number}: its work was proven ${proofs.length} times`)
    const { form } = first
    wanted.set(String(form['nama-domain']), String(form['alamat-ip']))
    const told = outside.changesOf(String(form['nama-domain']))
    insist(told === 1, `${number}: the name server heard of ${form['nama-domain']} ${told} times`)
  }
  const there = outside.records().map(({ name, type, value }) => `${name} ${type} ${value}`)
  const should = [...wanted].map(([name, value]) => `${name} A ${value}`)
  insist(
    JSON.stringify(there.toSorted()) === JSON.stringify(should.toSorted()),
    `The zone has ${there.length} records, the dossiers made ${should.length}`,
  )
  return wanted.size
}

const checkLetters = async (client: pg.Client, { agency, folder, histories }: Given): Promise<number> => {
  const files = createFileStore(join(folder, 'files'))
  const { rows } = await client.query<{ dossier: string; number: string | null; sha256: string }>(
    'select dossier::text as dossier, number, sha256 from paper where agency = $1',
    [agency],
  )
  for (const { sha256 } of rows) {
    const bytes = await files.read(sha256)
    const hash = bytes && createHash('sha256').update(bytes).digest('hex')
    insist(hash === sha256, `The file ${sha256} is ${bytes ? 'damaged' : 'gone'}`)
  }
  let letters = 0
  for (const { number: dossierNumber, dossier, transitions } of histories) {
    const events = transitions.flatMap((one) => one.events)
    const numbers = new Set(events.flatMap((event) => (event.type === 'letter-numbered' ? [event.number] : [])))
    for (const number of numbers) {
      const filed = events.filter((event) => event.type === 'paper-filed' && event.number === number)
      const papers = rows.filter((row) => row.dossier === dossier && row.number === number)
      insist(
        filed.length === 1 && papers.length === 1,
        `${dossierNumber}: the letter ${number} was filed ${filed.length} times and is there ${papers.length} times`,
      )
      letters += 1
    }
  }
  return letters
}

/** What leaves at once whatever anybody has chosen: the turns of the applicant's own request. */
const TO_APPLICANT: readonly Occasion[] = [
  'received',
  'returned',
  'entered',
  'your-turn',
  'rejected',
  'withdrawn',
  'letter',
  'finished',
]

const checkMails = async (
  client: pg.Client,
  { agency, outside }: Given,
  jobs: readonly Job[],
): Promise<{ mails: number; mailedTwice: number }> => {
  const { rows } = await client.query<{ mail: string; once: string; dossier: string | null; state: string }>(
    'select mail::text as mail, once, dossier::text as dossier, state from mail where agency = $1',
    [agency],
  )
  const told = rows
    .flatMap(({ dossier, once }) =>
      dossier === null || !TO_APPLICANT.some((one) => once.endsWith(`:${one}`)) ? [] : [once],
    )
    .toSorted()
  const due = jobs
    .flatMap((job) =>
      job.task === 'notify'
        ? job.payload.told
            .filter(({ occasion }) => TO_APPLICANT.includes(occasion))
            .map(({ seq, occasion }) => `${job.payload.dossier}:${seq}:${occasion}`)
        : [],
    )
    .toSorted()
  insist(JSON.stringify(told) === JSON.stringify(due), `${due.length} mails are due, ${told.length} were written`)
  const unsent = rows.filter(({ state }) => state !== 'sent')
  insist(unsent.length === 0, `Not sent: ${JSON.stringify(unsent.slice(0, 3))}`)
  // The mail server may have taken one whose sender died before it could note that: it comes again under its Message-ID.
  const arrived = outside.mails().map((id) => id.replace(/^<([^@]*)@.*$/, '$1'))
  const ids = new Set(arrived)
  insist(
    ids.size === rows.length && rows.every(({ mail }) => ids.has(mail)),
    `${rows.length} mails were written, ${ids.size} have arrived`,
  )
  return { mails: ids.size, mailedTwice: arrived.length - ids.size }
}
