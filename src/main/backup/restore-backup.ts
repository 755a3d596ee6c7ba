// Brings a backup back: files and key first, then the rows in one transaction, then forward to this version, then verified.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { FILE_DAYS } from '../../jobs/tidy.ts'
import { migrate } from '../../store/migrate.ts'
import { openOwnerStore } from '../../store/owner.ts'
import { forgetUnfinished, isEmptyDatabase, markUnfinished, refill } from '../../store/refill.ts'
import { daysBefore } from '../../store/tidy.ts'
import { projectRoot } from '../root.ts'
import { type VerifiedAgency, verifyEvents } from '../verify-events.ts'
import { FILE_LIST, filePlace, fingerprintOf, KEY_FILE, type Manifest, readManifest, tableFile } from './manifest.ts'
import * as say from './restore-words.ts'
import { bringSeals, sealFile } from './seals.ts'
import { measurePart, writePart } from './write.ts'

export type RestoreOrder = {
  folder: string
  ownerUrl: string
  dataFolder: string
  /** Of the environment. */
  secretKey: string | undefined
  now: string
  progress: (line: string) => void
}

export type Restored = { verified: VerifiedAgency[]; files: number; hasKey: boolean; sealsMissing: string[] }

/** Reads all of it but the files, before anything is touched. @throws OperatorError naming the first part that is not whole */
export const checkBackup = async (folder: string): Promise<Manifest> => {
  const manifest = await readManifest(folder)
  const ours = join(projectRoot(), 'src/store/migrations')
  const known = new Set(await readdir(ours))
  for (const { name, sha256 } of manifest.migrations)
    if (!known.has(name) || hashOf(await readFile(join(ours, name))) !== sha256)
      throw say.fromAnotherVersion(manifest.program, name)
  const parts = [
    ...manifest.tables.map((table) => ({ path: tableFile(table), ...table })),
    { path: FILE_LIST, ...manifest.files.list },
    ...manifest.seals.flatMap(({ agency, file }) => (file ? [{ path: sealFile(agency), ...file }] : [])),
  ]
  for (const { path, sha256, bytes } of parts) {
    const found = await measurePart(join(folder, path))
    if (found?.sha256 !== sha256 || found.bytes !== bytes) throw say.damagedPart(join(folder, path))
  }
  return manifest
}

/** @throws OperatorError when something is there already: nothing is ever overwritten */
export const restoreBackup = async (manifest: Manifest, order: RestoreOrder): Promise<Restored> => {
  const { folder, ownerUrl, now, progress } = order
  if (!(await isEmptyDatabase(ownerUrl))) throw say.notEmpty()
  await checkKey(manifest, order)
  await markUnfinished(ownerUrl)
  try {
    progress('Menyalin berkas ... / Copying the files ...')
    const files = await bringFiles(order, daysBefore(manifest.madeAt, FILE_DAYS))
    if (files !== manifest.files.count) throw say.damagedPart(join(folder, FILE_LIST))
    const hasKey = await bringKey(manifest, order)
    const sealsMissing = await bringSeals(manifest, { ...order, key: await standingKey(order) })
    progress('Mengisi pangkalan data ... / Filling the database ...')
    await migrate({ ownerUrl, root: projectRoot(), upTo: manifest.migrations.at(-1)?.name ?? '' })
    const rowsOf = (table: Manifest['tables'][number]) =>
      createReadStream(join(folder, tableFile(table))).pipe(createGunzip())
    const byName = new Map(manifest.tables.map((table) => [`${table.schema}.${table.name}`, table]))
    await refill(ownerUrl, {
      ...manifest,
      now,
      progress,
      rowsOf: ({ schema, name }) => {
        const table = byName.get(`${schema}.${name}`)
        if (!table) throw new Error(`The backup has no table ${schema}.${name}`)
        return rowsOf(table)
      },
    })
    await migrate({ ownerUrl, root: projectRoot() })
    progress('Memeriksa rantai peristiwa ... / Verifying the chains of events ...')
    await forgetUnfinished(ownerUrl)
    return { files, hasKey, sealsMissing, verified: await verify(ownerUrl, progress) }
  } catch (error) {
    throw say.plainly(error, manifest.program)
  }
}

const verify = async (ownerUrl: string, progress: (line: string) => void): Promise<VerifiedAgency[]> => {
  const store = openOwnerStore(ownerUrl)
  try {
    return (await verifyEvents(store, progress)) ?? []
  } finally {
    await store.close()
  }
}

/**
 * Each file is checked on its way; one that is there already under its hash is left as it is.
 *
 * @param keptAt of no file a row is still on its way: what is destroyed again goes at once, with its bytes
 */
const bringFiles = async ({ folder, dataFolder }: RestoreOrder, keptAt: string): Promise<number> => {
  const store = join(dataFolder, 'files')
  let count = 0
  const lines = createInterface({ input: createReadStream(join(folder, FILE_LIST)).pipe(createGunzip()) })
  for await (const line of lines) {
    const [name = '', sha256, bytes] = line.split(' ')
    const from = join(folder, 'files', filePlace(name))
    const to = join(store, filePlace(name))
    count += 1
    if (await isThere(to)) continue
    const draft = `${to}.restoring`
    await rm(draft, { force: true })
    const written = await writePart(draft, createReadStream(from), { packed: false }).catch((error: unknown) => {
      throw isMissing(error) ? say.damagedPart(from) : error
    })
    if (written.sha256 !== sha256 || String(written.bytes) !== bytes) {
      await rm(draft, { force: true })
      throw say.damagedPart(from)
    }
    await utimes(draft, new Date(keptAt), new Date(keptAt))
    await rename(draft, to)
  }
  return count
}

/** A data folder that has a key of another installation, or a setting that names one, would make sealed passwords unreadable. */
const checkKey = async ({ key }: Manifest, order: RestoreOrder): Promise<void> => {
  if (key.fingerprint === null) return
  const standing = await standingKey(order)
  if (standing !== undefined && fingerprintOf(standing) !== key.fingerprint) throw say.anotherKey()
}

const standingKey = async ({ dataFolder, secretKey }: RestoreOrder): Promise<string | undefined> =>
  secretKey ?? (await readFile(join(dataFolder, KEY_FILE), 'utf8').catch(() => null))?.trim()

/** @returns whether the key of the backup is in place */
const bringKey = async ({ key }: Manifest, { folder, dataFolder, secretKey }: RestoreOrder): Promise<boolean> => {
  if (key.fingerprint === null || secretKey !== undefined) return true
  const place = join(dataFolder, KEY_FILE)
  if (await isThere(place)) return true
  if (!key.isHere) return false
  const hexKey = (await readFile(join(folder, KEY_FILE), 'utf8')).trim()
  if (fingerprintOf(hexKey) !== key.fingerprint) throw say.damagedPart(join(folder, KEY_FILE))
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await writeFile(place, hexKey, { mode: 0o600, flag: 'wx', flush: true })
  return true
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
