// What the scanner said of files, and which of them must not be opened.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type ScanState = 'waiting' | 'clean' | 'infected' | 'released'

export type Scanned = { file: string; state: ScanState; found?: string | undefined; scanner: string; now: Instant }

export const keepScan = (store: Store, agency: string, { file, state, found, scanner, now }: Scanned): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const said = { state, signature: found ?? null, scanner, scanned_at: state === 'waiting' ? null : now }
    await db
      .insertInto('file_scan')
      .values({ agency, file, asked_at: now, ...said })
      .onConflict((conflict) => conflict.columns(['agency', 'file']).doUpdateSet(said))
      .execute()
  })

export const scanStateOf = (store: Store, agency: string, file: string): Promise<ScanState | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('file_scan')
      .select('state')
      .where('agency', '=', agency)
      .where('file', '=', file)
      .executeTakeFirst()
    return (row?.state as ScanState | undefined) ?? null
  })

/** Over all agencies: the bytes are the same, whoever sent them. */
export const holdOf = async (store: Store, file: string): Promise<'waiting' | 'infected' | null> => {
  const { rows } = await store.pool.query<{ hold: 'waiting' | 'infected' | null }>('select file_hold($1) as hold', [
    file,
  ])
  return rows[0]?.hold ?? null
}

export const waitingFiles = (store: Store, agency: string, atMost: number): Promise<string[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('file_scan')
      .select('file')
      .where('agency', '=', agency)
      .where('state', '=', 'waiting')
      .orderBy('asked_at')
      .limit(atMost)
      .execute()
    return rows.map(({ file }) => file)
  })

export const forgetScan = (store: Store, agency: string, file: string): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db.deleteFrom('file_scan').where('agency', '=', agency).where('file', '=', file).execute()
  })

/** Papers that came while no scanner was set: nobody has called them clean. In the order of their SHA-256. */
export const unscannedPapers = (store: Store, agency: string, after: string, atMost: number): Promise<string[]> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{ file: string }>`
      select distinct paper.sha256 as file from paper
      left join file_scan on file_scan.agency = paper.agency and file_scan.file = paper.sha256
      where paper.agency = ${agency} and paper.sha256 > ${after} and (file_scan.file is null or file_scan.state = 'waiting')
      order by 1 limit ${atMost}`.execute(db)
    return rows.map(({ file }) => file)
  })

/** For the address that machines ask: over all agencies, and nothing but numbers. */
export const scanHealth = async (store: Store): Promise<{ waiting: number; quarantined: number }> => {
  const { rows } = await store.pool.query<{ waiting: string; quarantined: string }>('select * from scan_health()')
  return { waiting: Number(rows[0]?.waiting ?? 0), quarantined: Number(rows[0]?.quarantined ?? 0) }
}

/** What a file is called where it is a paper or an upload; null when nothing refers to it. */
export const fileNamed = (
  store: Store,
  agency: string,
  file: string,
): Promise<{ name: string; bytes: number } | null> =>
  store.inAgency(agency, async (db) => {
    const { rows } = await sql<{ name: string; bytes: string }>`
      select name, bytes from paper where agency = ${agency} and sha256 = ${file}
      union all select name, bytes from upload where agency = ${agency} and sha256 = ${file}
      union all select one -> 'paper' ->> 'name', (one -> 'paper' ->> 'bytes')::bigint
        from draft, jsonb_array_elements(draft.files) as one
        where draft.agency = ${agency} and one -> 'paper' ->> 'sha256' = ${file}
      limit 1`.execute(db)
    const [found] = rows
    return found ? { name: found.name, bytes: Number(found.bytes) } : null
  })
