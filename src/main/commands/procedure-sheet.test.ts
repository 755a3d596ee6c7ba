// The commands that write the official sheet to a file.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandTable } from '../command-table.ts'
import { dispatch } from '../dispatch.ts'
import { projectRoot } from '../root.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-sheet-'))
})
afterAll(() => rm(folder, { recursive: true }))

const mipp = async (words: string) => {
  const out: string[] = []
  const err: string[] = []
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) }
  const env = { MIPP_CATALOGUE: join(projectRoot(), 'catalogue') }
  const code = await dispatch(words.split(' '), commandTable, { ...io, env, cwd: folder })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('the sheet is written as one picture that a browser opens alone', async () => {
  expect(await mipp('procedure svg demak/subdomain-hosting@2025-05 --out lembar.svg')).toMatchObject({
    code: 0,
    err: '',
  })
  const svg = await readFile(join(folder, 'lembar.svg'), 'utf8')
  expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(svg).toContain('DINKOMINFO/03/13')
})

test('the sheet is written as PDF, and the same edition gives the same bytes', async () => {
  expect((await mipp('procedure sheet pengajuan-subdomain-hosting --out satu.pdf')).code).toBe(0)
  expect((await mipp('procedure sheet tulungagung/pengajuan-subdomain-hosting --out dua.pdf')).code).toBe(0)
  const [one, two] = [await readFile(join(folder, 'satu.pdf')), await readFile(join(folder, 'dua.pdf'))]
  expect(one.subarray(0, 5).toString()).toBe('%PDF-')
  expect(one.equals(two)).toBe(true)
})

test('a file is drawn too, for the office whose folder it lies in or that is named', async () => {
  const inside = join(projectRoot(), 'catalogue/demak/procedures/subdomain-hosting.yaml')
  expect(await mipp(`procedure svg ${inside} --out dalam.svg`)).toMatchObject({ code: 0, err: '' })
  expect(await mipp('procedure svg subdomain-hosting --out sama.svg')).toMatchObject({ code: 0 })
  const [one, two] = [await readFile(join(folder, 'dalam.svg')), await readFile(join(folder, 'sama.svg'))]
  expect(one.equals(two)).toBe(true)
  await copyFile(inside, join(folder, 'luar.yaml'))
  expect((await mipp('procedure svg luar.yaml --out luar.svg')).err).toContain('--agency: demak, tulungagung')
  expect(await mipp('procedure svg luar.yaml --agency demak --out luar.svg')).toMatchObject({ code: 0 })
  expect((await readFile(join(folder, 'luar.svg'))).equals(one)).toBe(true)
})

test('what does not exist, and what is not said, is told in both languages', async () => {
  expect(await mipp('procedure svg demak/tidak-ada --out x.svg')).toMatchObject({
    code: 1,
    err: expect.stringContaining('tidak ada'),
  })
  expect(await mipp('procedure svg tidak-ada --out x.svg')).toMatchObject({
    code: 1,
    err: 'Tidak ada instansi yang mempunyai "tidak-ada".\nNo agency has "tidak-ada".',
  })
  expect((await mipp('procedure sheet demak/subdomain-hosting')).code).toBe(2)
})
