// Which of several files nobody is to open: those that the scanner has not looked at yet, and those in which it found something.
import type { Store } from './connect.ts'

/** Over all agencies: a file is the same whoever sent it. */
export const withheldFiles = async (store: Store, files: readonly string[]): Promise<Set<string>> => {
  if (files.length === 0) return new Set()
  const { rows } = await store.pool.query<{ file: string }>(
    'select file from unnest($1::text[]) as file where file_hold(file) is not null',
    [files],
  )
  return new Set(rows.map(({ file }) => file))
}
