// Every few minutes: looks at the things of a register as a visitor would, and begins a dossier for what is not right.
import { createHash } from 'node:crypto'
import { inForce } from '../core/agency/catalogue.ts'
import { instantAt } from '../core/clock/instant.ts'
import { type MonitorStart, monitorsOf, startName, wordsFound } from '../core/procedure/automatic.ts'
import { rhythmMinutes } from '../core/procedure/rhythm.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { alone } from '../store/alone.ts'
import {
  type AutomaticStart,
  activeItems,
  automaticStarts,
  isStillOpen,
  type LookedAfter,
  rememberStart,
} from '../store/automatic-starts.ts'
import { OFFICE_CLIENT } from '../store/clients.ts'
import { begin, sayRefused } from './begin.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'

/** A site that fails once may be restarting; twice in a row it is told. Words do not come by accident. */
const BAD_ENOUGH: Record<MonitorStart['probe'], number> = { 'site-down': 2, 'site-words': 1 }

export const lookAround: JobRun = async (tools) => {
  for (const { agency } of tools.catalogue.agencies)
    await alone(tools.store, `look ${agency.agency}`, () => lookFor(tools, agency.agency))
}

type Office = Awaited<ReturnType<JobTools['living']>>
type Round = { office: Office; procedure: Procedure; start: MonitorStart; known: readonly AutomaticStart[] }

const lookFor = async (tools: JobTools, agency: string): Promise<void> => {
  const office = await officeOf(tools, agency)
  const known = await automaticStarts(tools.store, agency)
  for (const procedure of inForce(office)) {
    for (const start of monitorsOf(procedure)) {
      for (const item of await activeItems(tools.store, agency, start.register))
        await lookAt(tools, { office, procedure, start, known }, item)
    }
  }
}

const lookAt = async (tools: JobTools, round: Round, item: LookedAfter): Promise<void> => {
  const { office, procedure, start, known } = round
  const { agency } = office.agency
  const name = startName(start)
  const now = tools.now()
  const last = known.find((one) => one.procedure === procedure.procedure && one.start === name && one.item === item.key)
  if (last && !isDue(start, last.lookedAt, now)) return
  const found = await probeItem(tools, agency, start, item.key)
  // What could not be looked at is neither good nor bad, and is looked at again next time.
  if (found === 'unknown') return
  const badStreak = found === null ? 0 : (last?.badStreak ?? 0) + 1
  const begun =
    found !== null && badStreak >= BAD_ENOUGH[start.probe] ? await tell(tools, round, { item, found, last }) : null
  await rememberStart(tools.store, agency, {
    procedure: procedure.procedure,
    start: name,
    item: item.key,
    lookedAt: now,
    lookedOn: office.today,
    badStreak,
    found,
    dossier: begun ?? last?.dossier ?? null,
  })
}

const isDue = (start: MonitorStart, lookedAt: string, now: string): boolean =>
  instantAt(Date.parse(lookedAt) + (rhythmMinutes(start.every) ?? 0) * 60_000) <= now

type Told = { item: LookedAfter; found: Sentence; last: AutomaticStart | undefined }

/** One dossier for one trouble: while it is in work nothing new is begun. @returns the new one */
const tell = async (tools: JobTools, { office, procedure, start }: Round, { item, found, last }: Told) => {
  const { agency } = office.agency
  if (last?.dossier && (await isStillOpen(tools.store, agency, last.dossier))) return null
  const begun = await begin(tools, {
    office,
    procedure,
    start,
    client: { client: OFFICE_CLIENT, clientKind: 'office' },
    words: { ...item.columns, key: item.key, found: found.id, day: office.today },
    // After a dossier that has ended the same trouble is a new occasion.
    occasion: last?.dossier ?? 'first',
  })
  if ('dossier' in begun) return begun.dossier
  sayRefused(tools, { office, procedure, start }, { refused: begun.refused, before: null })
  return null
}

/** Only sites on the office's own web server are asked: nothing else is ever connected to. @returns null when all is well */
const probeItem = async (
  tools: JobTools,
  agency: string,
  { probe, words }: MonitorStart,
  host: string,
): Promise<Sentence | null | 'unknown'> => {
  const server = tools.hosting(agency)?.answersAt
  if (!server) return 'unknown'
  const seen = await tools.probe({ host, ...server })
  switch (probe) {
    case 'site-down':
      if (!seen.ok) return seen.retry ? seen.reason : 'unknown'
      return isDown(seen.value.status) ? answers(seen.value.status) : null
    case 'site-words': {
      if (!seen.ok) return 'unknown'
      const there = wordsFound(seen.value.text, words)
      return there.length === 0 ? null : reads(there, seen.value.text)
    }
  }
}

/** A space that its server no longer knows is as bad for visitors as a fault. */
const isDown = (status: number): boolean => status >= 500 || [404, 410, 421].includes(status)

const answers = (status: number): Sentence =>
  sentence(`Situs menjawab dengan galat ${status}.`, `The site answers with the error ${status}.`)

/** The fingerprint tells later whether somebody speaks of the same page. */
const reads = (words: readonly string[], page: string): Sentence => {
  const list = words.join(', ')
  const print = createHash('sha256').update(page).digest('hex').slice(0, 16)
  return sentence(
    `Halaman memuat: ${list} (sidik SHA-256 ${print}).`,
    `The page says: ${list} (SHA-256 fingerprint ${print}).`,
  )
}
