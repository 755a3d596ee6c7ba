// Whether this database was created as a demo: said once, by the owner, when it is empty.
import pg from 'pg'
import type { Instant } from '../core/clock/instant.ts'

export type Installation = { isDemo: boolean }

/** What the database is, after creating it as wanted when it is new. @param ownerUrl only the owner may write this row */
export const ensureInstallation = async (
  ownerUrl: string,
  wanted: Installation,
  now: () => Instant = () => new Date().toISOString(),
): Promise<Installation> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mipp_migrate' })
  await client.connect()
  try {
    await client.query('insert into installation (is_demo, created_at) values ($1, $2) on conflict do nothing', [
      wanted.isDemo,
      now(),
    ])
    const result = await client.query<{ is_demo: boolean }>('select is_demo from installation')
    return { isDemo: result.rows[0]?.is_demo ?? false }
  } finally {
    await client.end()
  }
}
