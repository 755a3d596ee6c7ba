// Tells an outage of the database from an error in what we asked of it, and which kind of outage it is.

/**
 * `away` cannot be reached, `slow` does not answer in time, `busy` has no connection left, `reading` takes nothing new
 * for a while, `full` has no room left on its disk.
 */
export type Outage = 'away' | 'slow' | 'busy' | 'reading' | 'full'

/**
 * By PostgreSQL's codes and by what the line to it says; the first that fits.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const BY_CODE: [RegExp, Outage][] = [
  [/^53100$/, 'full'],
  [/^53/, 'busy'],
  [/^(57014|55P03|25P0[34])$/, 'slow'],
  [/^25006$/, 'reading'],
  [/^(08|57P0[1-5])/, 'away'],
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/, 'away'],
]
/** The driver gives these no code. */
const BY_WORDS: [RegExp, Outage][] = [
  [/query read timeout|connection timeout|timeout exceeded when trying to connect/i, 'slow'],
  [/connection terminated|connection error and is not queryable/i, 'away'],
]

/** @returns null for a bug */
export const outageOf = (error: unknown): Outage | null => {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  const [, kind] =
    BY_CODE.find(([codes]) => codes.test(code)) ?? BY_WORDS.find(([words]) => words.test(error.message)) ?? []
  return kind ?? null
}

export const isOutage = (error: unknown): boolean => outageOf(error) !== null
