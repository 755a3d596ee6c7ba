// Where an installation keeps the seals of its agencies: outside of catalogue and database, read by its own user alone.
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sentence } from '../../core/sentence.ts'
import { lasting, type Outcome } from '../outcome.ts'
import { openKeyFile, type SealKey } from './key-file.ts'

/** `passphrase`: of the environment, where the operator keeps it there. */
export type SealPlace = { folder: string; agency: string; passphrase?: string | undefined }

export const openSealOf = async (place: SealPlace): Promise<Outcome<SealKey>> => {
  const [file, passphrase] = await Promise.all([read(keyPlace(place)), passphraseOf(place)])
  if (file === null) return lasting(noSeal)
  return passphrase === null ? lasting(noPassphrase) : openKeyFile(file, passphrase)
}

/** Opens it once, and again as soon as its file or that of its passphrase is another one: opening takes longer than sealing. */
export const keptOpen = (place: SealPlace): (() => Promise<Outcome<SealKey>>) => {
  let known: { marks: string; opened: Promise<Outcome<SealKey>> } | null = null
  return async () => {
    // Marked before it is read: what changes meanwhile has another mark at the next seal.
    const marks = (await Promise.all([markOf(keyPlace(place)), markOf(passphrasePlace(place))])).join(' ')
    if (known?.marks === marks) return known.opened
    const fresh = { marks, opened: openSealOf(place) }
    known = fresh
    const isOpen = await fresh.opened.then(({ ok }) => ok).catch(() => false)
    if (!isOpen && known === fresh) known = null
    return fresh.opened
  }
}

export const hasSeal = async (place: SealPlace): Promise<boolean> => (await read(keyPlace(place))) !== null

/** The one of the environment, or of the file beside the key; null where there is neither. */
export const passphraseOf = async (place: SealPlace): Promise<string | null> =>
  place.passphrase ?? (await read(passphrasePlace(place)))?.toString('utf8').trim() ?? null

/** Puts a seal in the place of the one before; its passphrase into the file beside it, unless the environment has it. */
export const keepSeal = async (place: SealPlace, file: Uint8Array, passphrase: string): Promise<void> => {
  await mkdir(place.folder, { recursive: true, mode: 0o700 })
  if (place.passphrase === undefined) await replace(passphrasePlace(place), passphrase)
  await replace(keyPlace(place), file)
}

/** For a demo: kept only where there is none, so that processes that start at once agree on one. */
export const keepFirstSeal = async (place: SealPlace, make: (passphrase: string) => Promise<Uint8Array>) => {
  await mkdir(place.folder, { recursive: true, mode: 0o700 })
  if (place.passphrase === undefined) await keepFirst(passphrasePlace(place), randomBytes(24).toString('base64url'))
  const passphrase = (await passphraseOf(place)) ?? ''
  await keepFirst(keyPlace(place), await make(passphrase))
}

const keyPlace = ({ folder, agency }: SealPlace): string => join(folder, `${agency}.p12`)
const passphrasePlace = ({ folder, agency }: SealPlace): string => join(folder, `${agency}.passphrase`)

const read = (file: string): Promise<Buffer | null> =>
  readFile(file).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })

/** Which file it is, how large, and when it was written: to the nanosecond, as far as the disk knows it. */
const markOf = async (file: string): Promise<string> => {
  const seen = await stat(file, { bigint: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })
  return seen ? `${seen.ino}/${seen.size}/${seen.mtimeNs}/${seen.ctimeNs}` : 'none'
}

/** Written beside, so that nobody ever reads half of it. */
const replace = async (file: string, content: Uint8Array | string): Promise<void> => {
  const fresh = await written(file, content)
  await rename(fresh, file)
}

const keepFirst = async (file: string, content: Uint8Array | string): Promise<void> => {
  const fresh = await written(file, content)
  await link(fresh, file).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault
  })
  await rm(fresh)
}

const written = async (file: string, content: Uint8Array | string): Promise<string> => {
  const fresh = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(fresh, content, { mode: 0o600 })
  return fresh
}

const noSeal = sentence(
  'Kantor ini belum mempunyai segel. Minta pengelola sistem menjalankan "mipp seal import"; surat menunggu di bawah nomornya.',
  'This office has no seal yet. Ask the administrator to run "mipp seal import"; the letter waits under its number.',
)
const noPassphrase = sentence(
  'Kata sandi segel tidak ada. Minta pengelola sistem mengisi MIPP_SEAL_<KANTOR>_PASSPHRASE atau berkas .passphrase; surat menunggu di bawah nomornya.',
  'There is no passphrase for the seal. Ask the administrator to set MIPP_SEAL_<AGENCY>_PASSPHRASE or the file .passphrase; the letter waits under its number.',
)
