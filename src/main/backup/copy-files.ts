// Copies the file store into a backup. Files are written once and only ever added, so a copy that begins after the
// snapshot of the database holds every file that the snapshot speaks of.
import { createReadStream } from 'node:fs'
import { access, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { FILE_LIST, filePlace, type Manifest } from './manifest.ts'
import { writePart } from './write.ts'

export type CopiedFiles = Pick<Manifest, 'files'> & { damaged: Sentence[] }

/** @param store the folder of the files; a file whose bytes are no longer those of its name is copied and told */
export const copyFiles = async (store: string, folder: string): Promise<CopiedFiles> => {
  const damaged: Sentence[] = []
  let count = 0
  let bytes = 0
  const lines = async function* (): AsyncGenerator<Buffer> {
    for await (const sha256 of filesIn(store)) {
      const written = await copyOne(join(store, filePlace(sha256)), join(folder, 'files', filePlace(sha256)))
      if (written === null) continue
      if (written.sha256 !== sha256) damaged.push(isDamaged(sha256))
      count += 1
      bytes += written.bytes
      yield Buffer.from(`${sha256} ${written.sha256} ${written.bytes}\n`)
    }
  }
  const list = await writePart(join(folder, FILE_LIST), lines(), { packed: true })
  return { files: { count, bytes, list }, damaged }
}

/** A file that nobody needs any more may be swept away while the copy is being made. */
const copyOne = async (from: string, to: string) => {
  try {
    return await writePart(to, createReadStream(from), { packed: false })
  } catch (error) {
    if (isGone(error) && !(await isThere(from))) return null
    throw error
  }
}

/** By their folders, so that a million names need not fit into memory. */
async function* filesIn(store: string): AsyncGenerator<string> {
  for await (const outer of namesIn(store, /^[0-9a-f]{2}$/))
    for await (const inner of namesIn(join(store, outer), /^[0-9a-f]{2}$/))
      yield* namesIn(join(store, outer, inner), /^[0-9a-f]{64}$/)
}

async function* namesIn(folder: string, pattern: RegExp): AsyncGenerator<string> {
  try {
    for await (const { name } of await opendir(folder)) if (pattern.test(name)) yield name
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

/** Which of these papers' files are not in the store. */
export const countMissing = async (store: string, sha256s: string[]): Promise<number> => {
  let missing = 0
  for (const one of sha256s) if (!(await isThere(join(store, filePlace(one))))) missing += 1
  return missing
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const isDamaged = (sha256: string): Sentence =>
  sentence(
    `Berkas ${sha256} di penyimpanan sudah rusak: isinya tidak sesuai namanya. Pulihkan dari cadangan yang lebih lama.`,
    `The file ${sha256} in the store is damaged: its bytes are not those of its name. Bring it back from an older backup.`,
  )
