// The organisation after some rows have been written: for judging one change upon another before any of them is done.
import type { Write } from './change.ts'
import type { Organisation } from './organisation.ts'

export const withWrites = (office: Organisation, writes: readonly Write[]): Organisation =>
  writes.reduce(withWrite, office)

const withWrite = (office: Organisation, write: Write): Organisation => {
  switch (write.kind) {
    case 'unit':
      return { ...office, units: put(office.units, write, (one) => one.unit) }
    case 'post':
      return { ...office, posts: put(office.posts, write, (one) => one.post) }
    case 'client':
      return { ...office, clients: put(office.clients, write, (one) => one.client) }
    case 'person':
      return { ...office, people: put(office.people, write, (one) => one.person) }
    case 'mandate':
      return { ...office, mandates: put(office.mandates, write, (one) => one.mandate) }
    case 'substitute':
      return { ...office, substitutes: put(office.substitutes, write, (one) => one.substitute) }
    case 'membership':
      return { ...office, memberships: put(office.memberships, write, membershipKey) }
  }
}

export const membershipKey = ({ person, client }: { person: string; client: string }): string => `${person}/${client}`

/** In the place of the row that was there; a new one comes last. */
const put = <Row>(
  rows: readonly Row[],
  { key, after }: { key: string; after: Row | null },
  keyOf: (row: Row) => string,
): readonly Row[] => {
  if (after === null) return rows.filter((row) => keyOf(row) !== key)
  return rows.some((row) => keyOf(row) === key)
    ? rows.map((row) => (keyOf(row) === key ? after : row))
    : [...rows, after]
}
