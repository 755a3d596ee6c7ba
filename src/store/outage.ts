// Tells an outage of the database from an error in what we asked of it.

/**
 * PostgreSQL's classes 08 (connection), 53 (no resources) and 57P (shutting down, starting up), and what the line to it says.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const CODES =
  /^(08|53|57P0[1-5])|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
/** The driver gives these no code. */
const WORDS = /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/i

export const isOutage = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && CODES.test(String(error.code))) || WORDS.test(error.message))
