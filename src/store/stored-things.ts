// Everything of an agency whose bytes lie in the file store for good: papers, frozen pages, scans of the book, records of destruction.
import { sql } from 'kysely'

/** One branch for each place; each can be walked in the order of its hashes. */
const BRANCHES = [
  sql`select p.agency, p.sha256, p.bytes, p.name, p.dossier, null as number from paper p`,
  sql`select e.agency, e.payload::json -> 'paper' ->> 'sha256', (e.payload::json -> 'paper' ->> 'bytes')::bigint,
      e.payload::json -> 'paper' ->> 'name', e.dossier, null
    from event e where e.type = 'letter-prepared' and e.payload is not null`,
  sql`select o.agency, o.scan ->> 'sha256', (o.scan ->> 'bytes')::bigint, o.scan ->> 'name', null::uuid, o.number
    from outgoing o where o.scan is not null`,
  sql`select b.agency, b.record_sha256, 0::bigint, 'Berita Acara Pemusnahan.pdf', null::uuid, coalesce(b.number, '')
    from destruction b where b.record_sha256 is not null`,
]

/** `number` is that of the book or of the record; null where a dossier has it. */
export const storedThings = sql`(${sql.join(
  BRANCHES.map((branch) => sql`(${branch})`),
  sql` union all `,
)})`

/** @returns at most so many hashes after this one, each once, in their order; what lies in quarantine is in another place */
export const nextStored = (agency: string, { after, atMost }: { after: string; atMost: number }) => {
  const parts = BRANCHES.map(
    (branch) => sql`(select distinct on (t.sha256) t.sha256, t.bytes
      from (${branch}) as t (agency, sha256, bytes, name, dossier, number)
      where t.agency = ${agency} and t.sha256 > ${after}
        and not exists (select from quarantine q where q.agency = t.agency and q.file = t.sha256 and q.state <> 'released')
      order by t.sha256 limit ${atMost})`,
  )
  return sql<{ sha256: string; bytes: number }>`
    select distinct on (sha256) sha256, bytes::float8 as bytes from (${sql.join(parts, sql` union all `)}) stored
    order by sha256, bytes desc limit ${atMost}`
}
