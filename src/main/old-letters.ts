// Letters of a catalogue that are still written as YAML: told at the start, so that no office prints a default in their place.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** @returns one line for each file that is no longer read */
export const oldLetters = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => []))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => `${join(folder, name)}: ${TOLD}`)

const TOLD =
  'naskah surat kini ditulis dalam berkas .md (docs/writing-a-letter.md); tulis ulang lalu hapus berkas ini / letters are written in .md files now (docs/writing-a-letter.md); write it anew and remove this file'
