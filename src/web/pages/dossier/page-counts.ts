// How many pages a paper has, remembered by the hash of its bytes: they never change.
import { inspectPdfIn } from '../../../adapters/files/inspect.ts'
import type { PaperRow } from '../../../store/papers.ts'
import type { Services } from '../../services.ts'

const known = new Map<string, number>()
const MOST_KNOWN = 2_000

/** 0 where there is nothing to show: no pictures in this installation, or bytes that are no paper. */
export const pageCountsOf = async (services: Services, papers: readonly PaperRow[]): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const paper of papers) counts.set(paper.sha256, await pagesOf(services, paper))
  return counts
}

const pagesOf = async (services: Services, { sha256, mime }: PaperRow): Promise<number> => {
  if (isPicture(mime)) return 1
  if (!services.pictures || mime !== 'application/pdf') return 0
  const before = known.get(sha256)
  if (before !== undefined) return before
  // A storage that is disturbed takes the pictures away, not the page with the task on it.
  const found = await services.files.within(sha256, inspectPdfIn).catch((err: unknown) => {
    services.log.error({ err, sha256 }, 'a paper could not be read')
    return null
  })
  if (!found) return 0
  const pages = found.ok ? (found.pages ?? 0) : 0
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(sha256, pages)
  return pages
}

export const isPicture = (mime: string): boolean => mime === 'image/jpeg' || mime === 'image/png'
