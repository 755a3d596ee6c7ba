// From audiences to people: who is meant today, under which of the office's rules, and which post has nobody.
import type { AgencyData } from '../agency/catalogue.ts'
import { personOf } from '../dossier/events.ts'
import { coverOf, mandatesOf } from '../person/holders.ts'
import { reach, type Telling } from './audience.ts'
import type { NoticeChannel, Way } from './routes.ts'

type Office = Pick<AgencyData, 'agency' | 'mandates' | 'substitutes' | 'today'>

export type Wanted = {
  applicant: readonly NoticeChannel[] | null
  /** Officers, each once, with all ways of the audiences they belong to. */
  persons: ReadonlyMap<string, readonly NoticeChannel[]>
  administrators: readonly NoticeChannel[]
}

/** Whoever acted is not told by the office of what they did; an applicant gets their receipt all the same. */
export const wantedOf = (
  ways: readonly Way[],
  telling: Telling,
  { office, procedure }: { office: Office; procedure: string },
): Wanted => {
  const persons = new Map<string, readonly NoticeChannel[]>()
  let applicant: Wanted['applicant'] = null
  let administrators: readonly NoticeChannel[] = []
  const actor = telling.event.by.kind === 'post' ? personOf(telling.event.by) : null
  for (const { to, by } of ways) {
    const reached = reach(to, telling)
    if (reached.applicant) applicant = by
    if (reached.administrators) administrators = by
    const found = [
      ...reached.posts.flatMap((post) => coverOf(office, post, { day: office.today, procedure }).holders),
      ...reached.persons.filter((person) => holdsOneOf(office, person, reached.among)).map((person) => ({ person })),
    ]
    for (const { person } of found)
      if (person !== actor) persons.set(person, [...new Set([...(persons.get(person) ?? []), ...by])])
  }
  return { applicant, persons, administrators }
}

/** Posts that nobody of their own holds today: their work lies with somebody above, or with nobody. */
export const emptyPosts = (posts: readonly string[], office: Office, procedure: string): string[] =>
  posts.filter((post) => coverOf(office, post, { day: office.today, procedure }).gap !== null)

const holdsOneOf = (office: Office, person: string, posts: readonly string[]): boolean =>
  posts.length === 0 ||
  posts.some((post) => mandatesOf(office, post, office.today).some((one) => one.person === person))
