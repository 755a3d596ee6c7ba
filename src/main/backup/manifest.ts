// What a backup says about itself. It is written last: a folder without it is no backup.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '../operator-error.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
/** As it lies on disk. */
const Kept = { sha256: Sha256, bytes: z.number().int().nonnegative() }

const Table = z.object({ schema: Name, name: Name, columns: z.array(z.string()), rows: z.number().int(), ...Kept })

const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  program: z.string(),
  server: z.string(),
  isDemo: z.boolean(),
  migrations: z.array(z.object({ name: z.string().regex(/^\d{4}-[a-z0-9-]+\.sql$/), sha256: Sha256 })).min(1),
  queueMigration: z.number().int(),
  tables: z.array(Table),
  sequences: z.array(z.object({ schema: Name, name: Name, last: z.string().regex(/^\d+$/) })),
  files: z.object({ count: z.number().int(), bytes: z.number().int(), list: z.object(Kept) }),
  /** Papers whose file was not in the store when this was made. */
  missingFiles: z.number().int(),
  /** The fingerprint tells whether a key is the one, and nothing else about it. */
  key: z.object({ isHere: z.boolean(), fingerprint: Sha256.nullable() }),
  /** Of each agency that had one; without a file it is not in the backup. */
  seals: z.array(z.object({ agency: z.string().regex(/^[a-z0-9-]+$/), file: z.object(Kept).nullable() })).default([]),
  roots: z.array(z.object({ agency: z.string(), day: z.string(), root: z.string() })),
})

export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'
export const FILE_LIST = 'files.list.gz'
export const KEY_FILE = 'secret-key'

export const tableFile = ({ schema, name }: { schema: string; name: string }): string =>
  join('tables', `${schema}.${name}.copy.gz`)

/** The place of a file below `files/`, as in the store itself. */
export const filePlace = (sha256: string): string => join(sha256.slice(0, 2), sha256.slice(2, 4), sha256)

export const fingerprintOf = (hexKey: string): string =>
  createHash('sha256').update(`mipp key fingerprint ${hexKey.toLowerCase()}`).digest('hex')

/** @throws OperatorError when the folder is no whole backup that this program can read */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null)
  if (text === null) throw noManifest(folder)
  const parsed = Manifest.safeParse(dataOf(text))
  if (!parsed.success) throw unreadable(folder)
  return parsed.data
}

const dataOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const noManifest = (folder: string) =>
  new OperatorError(
    `${folder} bukan cadangan yang utuh: tidak ada ${MANIFEST} di dalamnya. Pilih folder cadangan lain; pencadangan ini mungkin terputus.`,
    `${folder} is no whole backup: there is no ${MANIFEST} in it. Choose another backup folder; this one may have been interrupted.`,
  )

const unreadable = (folder: string) =>
  new OperatorError(
    `${join(folder, MANIFEST)} tidak terbaca oleh versi MIPP ini. Pakai versi yang membuatnya, atau cadangan lain.`,
    `${join(folder, MANIFEST)} cannot be read by this version of MIPP. Use the version that made it, or another backup.`,
  )
