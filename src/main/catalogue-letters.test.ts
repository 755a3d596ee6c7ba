// Letters in the folder of an office: what cannot be read is told with its file and line before anything starts.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCatalogue } from './catalogue.ts'
import { projectRoot } from './root.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-catalogue-'))
  await cp(join(projectRoot(), 'catalogue'), folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

/** What the start says while this file lies there. */
const startWith = async (file: string, text: string): Promise<string> => {
  const path = join(folder, file)
  await writeFile(path, text)
  const said = await loadCatalogue(folder).then(
    () => '',
    (error: Error) => error.message,
  )
  await rm(path)
  return said
}

test('a letter with a slip stops the start, at its line', async () => {
  const said = await startWith('demak/letters/surat-uji.md', '---\nletter: surat-uji\ntitle: Uji\n---\nIsi {Salah}\n')
  expect(said).toContain('surat-uji.md:5: {Salah} bukan nama isian')
})

test('a letter under the name of another one is refused', async () => {
  const said = await startWith('demak/letters/surat-uji.md', '---\nletter: surat-lain\ntitle: Uji\n---\nIsi\n')
  expect(said).toContain('surat-uji.md:2: letter harus sama dengan nama berkasnya')
})

test('a letter that is still YAML is not passed over in silence', async () => {
  expect(await startWith('demak/letters/surat-akun.yaml', 'letter: surat-akun\n')).toContain(
    'surat-akun.yaml: naskah surat kini ditulis dalam berkas .md',
  )
})
