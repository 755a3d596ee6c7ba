// Reads the papers of dossiers that were there before searching knew them: some at every turn, the newest first, from where it was.
import { keepBackfill, nextOld, openBackfill } from '../store/text-backfill.ts'
import { readTextsOf } from './texts-of.ts'
import type { JobRun, JobTools } from './tools.ts'

/** So many are read before it is written down how far it came. */
const BATCH = 20
/** Less than the minute between two turns. */
const TURN_MS = 45_000

export const readOldPapers: JobRun = async (tools) => {
  const until = Date.parse(tools.now()) + TURN_MS
  for (const { agency } of tools.catalogue.agencies) await readSome(tools, agency.agency, until)
}

const readSome = async (tools: JobTools, agency: string, until: number): Promise<void> => {
  const { store, log } = tools
  for (;;) {
    const backfill = await openBackfill(store, agency)
    if (!backfill || Date.parse(tools.now()) > until) return
    const batch = await nextOld(store, agency, backfill, BATCH)
    for (const { dossier, isRead } of batch) if (!isRead) await readOne(tools, agency, dossier)
    const last = batch.length < BATCH ? null : (batch.at(-1) ?? null)
    await keepBackfill(store, agency, { read: batch.length, last, now: tools.now() })
    log.info({ agency, done: backfill.done + batch.length, total: backfill.total }, 'old papers read')
  }
}

/** One that cannot be read must not keep all older ones from being found. */
const readOne = async (tools: JobTools, agency: string, dossier: string): Promise<void> => {
  try {
    await readTextsOf(tools, agency, dossier)
  } catch (err) {
    tools.log.error({ err, agency, dossier }, 'the papers of an old dossier could not be read')
  }
}
