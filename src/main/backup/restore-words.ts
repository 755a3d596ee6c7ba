// What a restore says when it cannot be done.
import { OperatorError } from '../operator-error.ts'

export const notEmpty = () =>
  new OperatorError(
    'Pangkalan data tujuan tidak kosong; pemulihan tidak menimpa apa pun. Buat pangkalan data baru (createdb), atau pilih folder data baru dengan --into.',
    'The database to restore into is not empty; nothing is ever overwritten. Make a new database (createdb), or choose a new data folder with --into.',
  )

export const halfRestored = () =>
  new OperatorError(
    'Pemulihan ke pangkalan data ini pernah dimulai dan tidak selesai, jadi MIPP tidak dijalankan di atasnya. Hapus pangkalan data itu (dropdb, lalu createdb; atau hapus folder datanya), lalu pulihkan lagi.',
    'A restore into this database began and did not end, so MIPP does not run on it. Delete that database (dropdb, then createdb; or delete its data folder), then restore again.',
  )

export const anotherKey = () =>
  new OperatorError(
    'Kunci instalasi di sini (MIPP_SECRET_KEY atau secret-key di folder data) bukan kunci cadangan ini. Pakai kunci yang sama, atau folder data baru.',
    'The key of the installation here (MIPP_SECRET_KEY, or secret-key in the data folder) is not the one of this backup. Use the same key, or a new data folder.',
  )

export const damagedPart = (path: string) =>
  new OperatorError(
    `Cadangan ini rusak: ${path} hilang atau isinya berubah. Pakai cadangan lain.`,
    `This backup is damaged: ${path} is missing or was changed. Use another backup.`,
  )

export const fromAnotherVersion = (program: string, migration: string) =>
  new OperatorError(
    `Cadangan ini dibuat MIPP versi ${program} dengan skema yang tidak dikenal di sini (${migration}). Pasang versi itu atau yang lebih baru, lalu ulangi.`,
    `This backup was made by MIPP ${program} with a schema that is not known here (${migration}). Install that version or a newer one, then try again.`,
  )

/** A full disk, or a queue of another shape, is nothing unexpected to whoever restores. */
export const plainly = (error: unknown, program: string): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100')
    return new OperatorError(
      'Cakram tujuan penuh; pemulihan tidak selesai. Kosongkan ruang, hapus pangkalan data yang setengah jadi, lalu ulangi.',
      'The disk is full; the restore did not end. Free some space, delete the half-made database, then try again.',
    )
  if (code === '42703' || code === '42P01')
    return new OperatorError(
      `Tabel di cadangan ini tidak cocok dengan versi MIPP ini. Pulihkan dengan versi ${program}, lalu perbarui.`,
      `The tables of this backup do not fit this version of MIPP. Restore with version ${program}, then upgrade.`,
    )
  return error
}
