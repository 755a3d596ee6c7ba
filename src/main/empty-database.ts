// A database without the schema of MIPP, said plainly.
import { join } from 'node:path'
import type { Config } from './config.ts'
import { OperatorError } from './operator-error.ts'

/** PostgreSQL misses a table (42P01), or the role that the first migration makes (22023). */
export const isEmptyDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '22023')

/** The password of an address is never told. */
const nameOf = ({ databaseUrl, dataFolder }: DatabasePlace): string => {
  if (databaseUrl === undefined) return join(dataFolder, 'postgres')
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}

type DatabasePlace = Pick<Config, 'databaseUrl' | 'dataFolder'>

export const notMigrated = (place: DatabasePlace) =>
  new OperatorError(
    `Pangkalan data ini (${nameOf(place)}) belum berisi skema MIPP, atau skemanya belum mutakhir. Bila kantor sudah berjalan, arahkan MIPP_DATA atau DATABASE_URL ke pangkalan datanya. Bila ini kantor baru, jalankan dahulu: mipp migrate`,
    `This database (${nameOf(place)}) does not hold the schema of MIPP yet, or not the newest. If the office is running, point MIPP_DATA or DATABASE_URL at its database. If it is new, first run: mipp migrate`,
  )
