// The seals of the agencies in a backup: closed with the key of the installation, and only where that key is kept apart from it.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createSealer } from '../seal.ts'
import type { Manifest } from './manifest.ts'
import { writePart } from './write.ts'

export const sealFile = (agency: string): string => join('seals', `${agency}.sealed`)

const Kept = z.object({ file: z.base64(), passphrase: z.string().nullable() })

const folderOf = (dataFolder: string): string => join(dataFolder, 'seals')

type From = { dataFolder: string; secretKey: string | undefined }

/** Whoever has a backup with its key in it could sign as the agency: there it is only told which seals there were. */
export const keepSeals = async (draft: string, { dataFolder, secretKey }: From): Promise<Manifest['seals']> => {
  const folder = folderOf(dataFolder)
  const names = await readdir(folder).catch(() => [])
  const seals: Manifest['seals'] = []
  for (const agency of names.flatMap((name) => /^([a-z0-9-]+)\.p12$/.exec(name)?.[1] ?? [])) {
    if (secretKey === undefined) {
      seals.push({ agency, file: null })
      continue
    }
    const file = (await readFile(join(folder, `${agency}.p12`))).toString('base64')
    // One of the environment stays there.
    const passphrase = await readFile(join(folder, `${agency}.passphrase`), 'utf8').catch(() => null)
    const closed = createSealer(secretKey).seal(JSON.stringify({ file, passphrase }))
    seals.push({ agency, file: await writePart(join(draft, sealFile(agency)), [closed], { packed: false }) })
  }
  return seals
}

type To = { folder: string; dataFolder: string; key: string | undefined }

/** One that lies there already stays. @returns the agencies that have none now */
export const bringSeals = async ({ seals }: Manifest, { folder, dataFolder, key }: To): Promise<string[]> => {
  const standing = new Set(await readdir(folderOf(dataFolder)).catch(() => []))
  const missing: string[] = []
  for (const { agency, file } of seals) {
    if (standing.has(`${agency}.p12`)) continue
    if (file === null || key === undefined) {
      missing.push(agency)
      continue
    }
    const kept = Kept.parse(JSON.parse(createSealer(key).unseal(await readFile(join(folder, sealFile(agency))))))
    const place = join(folderOf(dataFolder), agency)
    await mkdir(folderOf(dataFolder), { recursive: true, mode: 0o700 })
    const options = { mode: 0o600, flush: true } as const
    if (kept.passphrase !== null) await writeFile(`${place}.passphrase`, kept.passphrase, options)
    await writeFile(`${place}.p12`, Buffer.from(kept.file, 'base64'), options)
  }
  return missing
}
