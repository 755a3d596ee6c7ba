import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
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
