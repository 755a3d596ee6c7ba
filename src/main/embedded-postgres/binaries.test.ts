import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { restoreSymlinks } from './binaries.ts'

test('the symlinks that npm leaves out of the package are made again, once', async () => {
  const home = await mkdtemp(join(tmpdir(), 'mipp-binaries-'))
  onTestFinished(() => rm(home, { recursive: true }))
  await mkdir(join(home, 'native/lib'), { recursive: true })
  await writeFile(join(home, 'native/lib/libicuuc.so.60.2'), 'the library')
  const list = [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }]
  await writeFile(join(home, 'native/pg-symlinks.json'), JSON.stringify(list))
  await restoreSymlinks(home)
  await restoreSymlinks(home)
  expect(await readFile(join(home, 'native/lib/libicuuc.so.60'), 'utf8')).toBe('the library')
})
