// A database without the schema of MIPP, said plainly.
import { OperatorError } from './operator-error.ts'

/** PostgreSQL misses a table (42P01), or the role that the first migration makes (22023). */
export const isEmptyDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '22023')

export const notMigrated = () =>
  new OperatorError(
    'Pangkalan data ini belum berisi skema MIPP, atau skemanya belum mutakhir. Jalankan dahulu: mipp migrate',
    'This database does not hold the schema of MIPP yet, or not the newest. First run: mipp migrate',
  )
