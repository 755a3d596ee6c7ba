// mipp restore: a backup into an empty database and a data folder, verified.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkBackup, restoreBackup } from '../backup/restore-backup.ts'
import type { Command, Io } from '../command.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'
import { isWhole, verifiedLines } from '../verify-events.ts'

const usage = 'FOLDER [--into DATA] [--json]'

export const restoreCommand: Command = {
  name: 'restore',
  usage,
  about:
    'Memulihkan cadangan ke pangkalan data kosong (DATABASE_URL, atau bawaan di folder DATA) dan folder data (bawaan: MIPP_DATA), lalu memeriksanya. / Restores a backup into an empty database (DATABASE_URL, or the built-in one in DATA) and a data folder (by default MIPP_DATA), then verifies it.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [given] = positionals
    if (given === undefined || positionals.length > 1) {
      io.err(`mipp restore ${usage}`)
      return 2
    }
    const config = { ...readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd) }
    if (values.into !== undefined) config.dataFolder = resolve(io.cwd, values.into)
    const folder = resolve(io.cwd, given)
    io.err('Memeriksa cadangan ... / Checking the backup ...')
    const manifest = await checkBackup(folder)
    const database = await openDatabase(config, { log: io.err })
    try {
      const now = new Date().toISOString()
      const order = { ...config, folder, ownerUrl: database.url, now, progress: io.err }
      const restored = await restoreBackup(manifest, order)
      const whole = isWhole(restored.verified)
      if (values.json) io.out(JSON.stringify({ whole, ...restored, madeAt: manifest.madeAt }, null, 2))
      else tell(io, { ...restored, madeAt: manifest.madeAt })
      return whole ? 0 : 1
    } finally {
      await database.stop()
    }
  },
}

const options = { into: { type: 'string' }, json: { type: 'boolean', default: false } } as const

type Told = Awaited<ReturnType<typeof restoreBackup>> & { madeAt: string }

const tell = (io: Io, { verified, files, hasKey, sealsMissing, madeAt }: Told): void => {
  io.out(`Dipulihkan ke keadaan ${madeAt}. / Restored to the state of ${madeAt}. ${files} berkas / files.`)
  for (const line of verifiedLines(verified)) io.out(line)
  io.out(
    'Semua orang perlu masuk lagi. Token akses, mandat, atau akun yang dicabut setelah cadangan dibuat hidup lagi: cabut sekali lagi. Pekerjaan antrean yang selesai setelah itu dijalankan lagi.',
  )
  io.out(
    'Everybody signs in again. Access tokens, mandates and accounts that were ended after the backup live again: end them once more. Queued work that was done after it is done again.',
  )
  io.out('Berkas di karantina dan unggahan yang belum selesai tidak ada di cadangan.')
  io.out('Files in quarantine and uploads that were not complete are in no backup.')
  for (const agency of sealsMissing) {
    io.err(
      `Segel kantor ${agency} tidak terpasang. Jalankan "mipp seal import --agency ${agency}"; surat yang menunggu segel tetap memegang nomornya.`,
    )
    io.err(
      `The seal of ${agency} is not in place. Run "mipp seal import --agency ${agency}"; letters that wait for it keep their numbers.`,
    )
  }
  if (hasKey) return
  io.err('Kunci instalasi tidak ada di cadangan ini. Pasang MIPP_SECRET_KEY yang lama sebelum menjalankan MIPP.')
  io.err('The key of the installation is not in this backup. Set the former MIPP_SECRET_KEY before starting MIPP.')
}
