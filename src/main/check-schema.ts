// A program and a database that do not fit say so at the start, instead of failing somewhere in the middle of the work.
import { OperatorError } from './operator-error.ts'

export type SchemaFit = {
  /** Files of the program that the database has not had. */
  missing: readonly string[]
  /** What the database has had and the program knows nothing of. */
  unknown: readonly string[]
}

/** @throws OperatorError when either knows less than the other */
export const checkSchema = ({ missing, unknown }: SchemaFit): void => {
  const [newest] = unknown.slice(-1)
  if (newest) {
    throw new OperatorError(
      `Program ini lebih lama daripada pangkalan datanya (yang terakhir di sana ${newest}). Perbarui program ("git pull"), lalu jalankan lagi.`,
      `This program is older than its database (the last file there is ${newest}). Update the program ("git pull"), then start it again.`,
    )
  }
  if (missing.length > 0) {
    throw new OperatorError(
      `Skema pangkalan data belum mutakhir: ${missing.length} berkas belum diterapkan. Jalankan "npm run mipp -- migrate" dahulu.`,
      `The database schema is not up to date: ${missing.length} files have not been applied. Run "npm run mipp -- migrate" first.`,
    )
  }
}
