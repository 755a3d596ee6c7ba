// Tells open pages which posts have something new: after the commit, and once for many commits.
//
// Not inside the commit: PostgreSQL lets only one transaction that notifies commit at a time, from before its write to
// the disk until after it (measured: two to four times the rate at 16 clients without it).
import type pg from 'pg'

export type News = {
  /** @param posts whose work lists have changed */
  tell: (agency: string, posts: readonly string[]) => void
  /** What waits is still told. */
  close: () => Promise<void>
}

const EVERY_MS = 25
/** A notification has at most 8,000 bytes. */
const POSTS_AT_ONCE = 100

export const createNews = (pool: pg.Pool): News => {
  const waiting = new Map<string, Set<string>>()
  let timer: NodeJS.Timeout | null = null
  let sending: Promise<void> = Promise.resolve()

  const sendWaiting = async (): Promise<void> => {
    const messages = [...waiting].flatMap(([agency, posts]) =>
      inParts([...posts]).map((part) => ({ agency, posts: part })),
    )
    waiting.clear()
    for (const message of messages) {
      // A database that is away has cut off whoever listens, too: they look for themselves when it is back.
      await pool.query({ ...NOTIFY, values: [JSON.stringify(message)] }).catch(() => undefined)
    }
  }
  /** One after the other, on one connection at a time: the pages need the others. */
  const send = (): Promise<void> => {
    timer = null
    sending = sending.then(sendWaiting)
    return sending
  }
  return {
    tell: (agency, posts) => {
      if (posts.length === 0) return
      waiting.set(agency, new Set([...(waiting.get(agency) ?? []), ...posts]))
      timer ??= setTimeout(send, EVERY_MS)
    },
    close: () => {
      if (timer) clearTimeout(timer)
      return send()
    },
  }
}

const NOTIFY = { name: 'tell_news', text: `select pg_notify('mipp', $1)` }

const inParts = (posts: string[]): string[][] =>
  posts.length <= POSTS_AT_ONCE ? [posts] : [posts.slice(0, POSTS_AT_ONCE), ...inParts(posts.slice(POSTS_AT_ONCE))]
