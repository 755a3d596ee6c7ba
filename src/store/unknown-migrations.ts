// Whether a newer program has changed the schema of the database while this one is running.
import type pg from 'pg'

/** @param files of the program, as it was started @returns what the database has had besides, oldest first */
export const unknownMigrations = async (pool: Pick<pg.Pool, 'query'>, files: readonly string[]): Promise<string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    'select name from migration where name <> all($1) order by name',
    [files],
  )
  return rows.map((row) => row.name)
}
