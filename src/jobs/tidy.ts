// Once a day: forgets what has served its time, and removes files that no row refers to.
import { daysBefore, filesInUse, tidyRows } from '../store/tidy.ts'
import type { JobRun } from './tools.ts'

/** An upload whose row is on its way, or waits for its sender, is younger than that. */
export const FILE_DAYS = 1

export const tidy: JobRun = async ({ store, files, arriving, catalogue, now, log }) => {
  const at = now()
  for (const { agency } of catalogue.agencies)
    log.info({ agency: agency.agency, ...(await tidyRows(store, agency.agency, at)) }, 'tidied')
  const before = daysBefore(at, FILE_DAYS)
  const drafts = (await files.sweep(before)) + (await arriving.sweep(before))
  const { isForeign, ...gone } = await files.forget(before, (some) => filesInUse(store, some))
  if (isForeign) log.warn('the file store holds nothing that this database knows; no file was removed')
  else log.info({ drafts, ...gone }, 'files tidied')
}
