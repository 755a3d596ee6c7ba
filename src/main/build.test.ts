import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { BASIC_RANGES } from './basic-font.ts'
import { buildAssets, buildProgram } from './build.ts'

test('style sheet, script and fonts are built under names with a hash, and load nothing from another host', async () => {
  const { folder, css, js } = await buildAssets()
  expect(css).toMatch(/^\/assets\/main-[A-Z0-9]{8}\.css$/)
  expect(js).toMatch(/^\/assets\/app-[A-Z0-9]{8}\.js$/)
  const sheet = await readFile(join(folder, basename(css)), 'utf8')
  const fonts = [...sheet.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, path = '']) => path)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(await readdir(folder)).toContain(basename(font))
  for (const text of [sheet, await readFile(join(folder, basename(js)), 'utf8')]) {
    expect(text).not.toMatch(/(url\(["']?|import\s*["'(]+|@import\s+["'])\s*https?:/)
  }
})

test('most pages load a font of the basic letters alone; what it holds is what its range promises, and no other file is loaded for them', async () => {
  const { folder, css } = await buildAssets()
  const sheet = await readFile(join(folder, basename(css)), 'utf8')
  const faces = [...sheet.matchAll(/url\("?\.?\/?([^")]+\.woff2)"?\)[^}]*?unicode-range:([^};]+)/g)]
  const ranges = faces.map(([, , said = '']) => rangesOf(said))
  expect(ranges[0]).toEqual(BASIC_RANGES)
  const sizes = await Promise.all(faces.map(async ([, file = '']) => (await stat(join(folder, file))).size))
  expect(sizes[0]).toBeLessThan(13_000)
  const others = ranges.slice(1).flat()
  for (const [from, to] of BASIC_RANGES) expect(others.filter((one) => one[0] <= to && one[1] >= from)).toEqual([])
})

const rangesOf = (said: string): [number, number][] =>
  said.split(',').map((one) => {
    const [from = '', to = from] = one.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })

test('the same sources are built once, and two builds at the same time agree', async () => {
  const [one, two] = await Promise.all([buildAssets(), buildAssets()])
  expect(two).toEqual(one)
  const { mtimeMs } = await stat(join(one.folder, 'manifest.json'))
  await buildAssets()
  expect((await stat(join(one.folder, 'manifest.json'))).mtimeMs).toBe(mtimeMs)
})

test('the program is one that Node can run, and nothing half-built is left', async () => {
  const program = await buildProgram()
  expect(await readFile(program, 'utf8')).toContain('import')
  const left = (await readdir(join(program, '../..'))).filter((name) => name.startsWith('.program'))
  expect(left).toEqual([])
})
