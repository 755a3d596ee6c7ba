// What stands between a database and this version, looked at before anything is changed.
import pg from 'pg'
import { migrationFiles } from './migrate.ts'

export type Pending = {
  /** Somebody's data: it was prepared as an installation before. */
  hasData: boolean
  /** A restore began here and did not end. */
  isHalfRestored: boolean
  /** Files that would be applied now. */
  names: string[]
  /** What a newer program has applied. */
  unknown: string[]
}

export const pendingMigrations = async (ownerUrl: string, root: string): Promise<Pending> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mipp_migrate' })
  await client.connect()
  try {
    const { rows } = await client.query<{ known: boolean; installed: boolean; half: boolean }>(
      `select to_regclass('public.migration') is not null as known, to_regclass('public.installation') is not null as installed,
         to_regclass('public.restore_unfinished') is not null as half`,
    )
    const there = rows[0] ?? { known: false, installed: false, half: false }
    const done = there.known ? (await client.query<{ name: string }>('select name from migration')).rows : []
    const installed = there.installed ? (await client.query('select from installation')).rowCount : 0
    const files = await migrationFiles(root)
    const names = files.filter((name) => !done.some((row) => row.name === name))
    const unknown = done.map((row) => row.name).filter((name) => !files.includes(name))
    return { hasData: installed === 1, isHalfRestored: there.half, names, unknown: unknown.sort() }
  } finally {
    await client.end()
  }
}
