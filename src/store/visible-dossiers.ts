// The rules of core/person/may.ts for seeing a dossier, as a condition of a query: what is hidden never leaves the database.
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../core/person/may.ts'

/** @param dossier alias of the `dossier` row in the query; holds exactly where `see-dossier` would be allowed */
export const visibleTo = (actor: Pick<Actor, 'posts' | 'clients'>, dossier = 'd'): RawBuilder<boolean> => {
  const d = sql.ref(dossier)
  const isClient = sql<boolean>`${d}.client = any(${[...actor.clients]}::text[])`
  if (actor.posts.length === 0) return isClient
  return sql<boolean>`(${isClient} or ${seenAsOfficer(actor, dossier)})`
}

/** Like `see-inside`: what only an officer may see. */
export const insideTo = (actor: Pick<Actor, 'posts'>, dossier = 'd'): RawBuilder<boolean> =>
  actor.posts.length === 0 ? sql<boolean>`false` : seenAsOfficer(actor, dossier)

/** A dossier above "biasa" is open to posts that had a task on it or were named in a disposition. */
const seenAsOfficer = (actor: Pick<Actor, 'posts'>, dossier: string): RawBuilder<boolean> =>
  sql<boolean>`(coalesce(${sql.ref(dossier)}.secrecy, 'biasa') = 'biasa' or ${involvedIn(actor, dossier)})`

/** Like `see-confidential`: only those through whose hands it goes. */
export const involvedIn = ({ posts }: Pick<Actor, 'posts'>, dossier = 'd'): RawBuilder<boolean> => {
  const d = sql.ref(dossier)
  const mine = [...posts]
  return sql<boolean>`(exists (select from task t where t.agency = ${d}.agency and t.dossier = ${d}.dossier and t.posts && ${mine}::text[])
    or exists (select from event e where e.agency = ${d}.agency and e.dossier = ${d}.dossier and e.type = 'disposed'
      and e.payload::jsonb->'to' ?| ${mine}::text[]))`
}
