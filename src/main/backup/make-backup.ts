// Makes a backup: the database in one snapshot, then the files, then the manifest; the folder gets its name at the end.
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { type Dump, type DumpTable, inDump } from '../../store/dump.ts'
import { OperatorError } from '../operator-error.ts'
import { programVersion } from '../program-version.ts'
import { copyFiles, countMissing } from './copy-files.ts'
import { fingerprintOf, KEY_FILE, MANIFEST, type Manifest, tableFile } from './manifest.ts'
import { keepSeals } from './seals.ts'
import { syncFolder, writePart } from './write.ts'

export type BackupOrder = {
  ownerUrl: string
  dataFolder: string
  /** Of the environment; without it the key lies in the data folder and comes along. */
  secretKey: string | undefined
  /** A new folder is made in this one. */
  into: string
  now: string
  progress: (line: string) => void
}

export type MadeBackup = { folder: string; manifest: Manifest; warnings: Sentence[] }

/** @throws OperatorError when the disk is full or the place cannot be written; then nothing of it stays */
export const makeBackup = async (order: BackupOrder): Promise<MadeBackup> => {
  const name = `mipp-${order.now.replaceAll(/[-:.]/g, '')}`
  const folder = join(order.into, name)
  const draft = `${folder}.unfinished`
  try {
    await mkdir(order.into, { recursive: true, mode: 0o700 })
    await mkdir(draft, { mode: 0o700 })
  } catch (error) {
    throw asOperatorError(error, order.into)
  }
  try {
    const made = await fill(draft, order)
    await rename(draft, folder)
    await syncFolder(dirname(folder))
    return { folder, ...made }
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
    throw asOperatorError(error, order.into)
  }
}

const fill = async (draft: string, order: BackupOrder): Promise<Omit<MadeBackup, 'folder'>> => {
  const store = join(order.dataFolder, 'files')
  const { facts, ...database } = await inDump(order.ownerUrl, (dump) => writeDatabase(draft, dump, { store, order }))
  order.progress('Menyalin berkas ... / Copying the files ...')
  const { files, damaged } = await copyFiles(store, draft)
  const manifest: Manifest = {
    format: 1,
    madeAt: order.now,
    program: await programVersion(),
    ...facts,
    ...database,
    files,
    key: await keepKey(draft, order),
    seals: await keepSeals(draft, order),
  }
  await writePart(join(draft, MANIFEST), [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)], { packed: false })
  await syncFolder(draft)
  return { manifest, warnings: [...damaged, ...warningsOf(manifest)] }
}

type Around = { store: string; order: BackupOrder }

const writeDatabase = async (draft: string, dump: Dump, { store, order }: Around) => {
  const tables: Manifest['tables'] = []
  for (const table of dump.tables) {
    tables.push(await writeTable(draft, dump, table))
    const { name, rows } = tables.at(-1) ?? { name: '', rows: 0 }
    if (rows > 100_000) order.progress(`${name}: ${rows} baris / rows`)
  }
  let missingFiles = 0
  for await (const some of dump.paperFiles()) missingFiles += await countMissing(store, some)
  return { facts: dump.facts, tables, missingFiles, sequences: await dump.sequences() }
}

const NEWLINE = 10

/** In PostgreSQL's text format a line is a row: what is a line break in a value is written `\n` there. */
const writeTable = async (draft: string, dump: Dump, table: DumpTable): Promise<Manifest['tables'][number]> => {
  let rows = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const block of dump.rowsOf(table)) {
      for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) rows += 1
      yield block
    }
  }
  const written = await writePart(join(draft, tableFile(table)), counted(), { packed: true })
  return { ...table, rows, ...written }
}

/** Without it the initial passwords in the database cannot be read again. */
const keepKey = async (draft: string, { dataFolder, secretKey }: BackupOrder): Promise<Manifest['key']> => {
  if (secretKey !== undefined) return { isHere: false, fingerprint: fingerprintOf(secretKey) }
  const kept = await readFile(join(dataFolder, 'secret-key'), 'utf8').catch(() => null)
  if (kept === null) return { isHere: false, fingerprint: null }
  await writePart(join(draft, KEY_FILE), [Buffer.from(kept)], { packed: false })
  return { isHere: true, fingerprint: fingerprintOf(kept.trim()) }
}

const warningsOf = ({ key, missingFiles, seals }: Manifest): Sentence[] => [
  key.isHere
    ? sentence(
        'PERHATIAN: cadangan ini memuat data pribadi dan kunci instalasi. Simpan di tempat yang hanya dapat dibuka pengelola.',
        'ATTENTION: this backup holds personal data and the key of the installation. Keep it where only administrators can open it.',
      )
    : key.fingerprint === null
      ? sentence(
          'PERHATIAN: cadangan ini memuat data pribadi. Instalasi ini belum mempunyai kunci.',
          'ATTENTION: this backup holds personal data. This installation has no key yet.',
        )
      : sentence(
          'PERHATIAN: cadangan ini memuat data pribadi. Kunci instalasi (MIPP_SECRET_KEY) tidak ada di dalamnya; simpan tersendiri.',
          'ATTENTION: this backup holds personal data. The key of the installation (MIPP_SECRET_KEY) is not in it; keep it apart.',
        ),
  ...seals
    .filter(({ file }) => file === null)
    .map(({ agency }) =>
      sentence(
        `Segel kantor ${agency} tidak ada di dalamnya: segel hanya ikut bila kunci instalasi dipasang lewat MIPP_SECRET_KEY. Simpan salinan berkas .p12 dan kata sandinya tersendiri.`,
        `The seal of ${agency} is not in it: a seal comes along only where the key of the installation is set by MIPP_SECRET_KEY. Keep a copy of its .p12 file and passphrase apart.`,
      ),
    ),
  ...(missingFiles > 0
    ? [
        sentence(
          `${missingFiles} surat di pangkalan data tidak mempunyai berkas di penyimpanan. Pulihkan dari cadangan yang lebih lama.`,
          `${missingFiles} papers in the database have no file in the store. Bring them back from an older backup.`,
        ),
      ]
    : []),
]

const asOperatorError = (error: unknown, into: string): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new OperatorError(
      `Cakram tujuan ${into} penuh. Tidak ada cadangan yang dibuat; kosongkan ruang atau pilih tempat lain dengan --to.`,
      `The disk of ${into} is full. No backup was made; free some space or choose another place with --to.`,
    )
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR')
    return new OperatorError(
      `Folder ${into} tidak dapat ditulisi oleh pengguna ini. Pilih tempat lain dengan --to.`,
      `This user cannot write into the folder ${into}. Choose another place with --to.`,
    )
  if (code === 'EEXIST')
    return new OperatorError(
      `Di ${into} baru saja ada pencadangan lain, atau yang terputus (folder .unfinished). Tunggu sebentar atau hapus folder itu, lalu ulangi.`,
      `Another backup has just begun in ${into}, or was interrupted (a folder .unfinished). Wait a moment or delete that folder, then try again.`,
    )
  return error
}
