import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../src/main/root.ts'

type Packages = Record<string, { version: string; optional?: boolean; os?: string[] }>

// Plain JavaScript that also runs on Node 20, hence without types.
const { isInstalled }: { isInstalled: (root: string) => boolean } = await import(
  join(projectRoot(), 'scripts/install.mjs')
)

const ourNode = `node_modules/node-${process.platform}-${process.arch}`
const wanted: Packages = {
  '': { version: '1.0.0' },
  'node_modules/hono': { version: '4.0.0' },
  'node_modules/other-machine': { version: '1.0.0', optional: true, os: ['aix'] },
  [ourNode]: { version: '24.0.0', optional: true },
}
const { '': _, 'node_modules/other-machine': __, ...complete } = wanted

describe('the starter', () => {
  test('installs nothing when everything for this machine is there', async () => {
    expect(isInstalled(await createProject(complete))).toBe(true)
  })

  test('installs on a fresh clone, and again when an installation was broken off', async () => {
    expect(isInstalled(await createProject(undefined))).toBe(false)
  })

  test('installs when a version has changed, or a package has come', async () => {
    expect(isInstalled(await createProject({ ...complete, 'node_modules/hono': { version: '3.9.0' } }))).toBe(false)
    const { 'node_modules/hono': ___, ...less } = complete
    expect(isInstalled(await createProject(less))).toBe(false)
  })

  test('installs when its own Node was left out as optional', async () => {
    const { [ourNode]: ___, ...less } = complete
    expect(isInstalled(await createProject(less))).toBe(false)
  })
})

async function createProject(present: Packages | undefined): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'mipp-install-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  if (present !== undefined) {
    await mkdir(join(root, 'node_modules'))
    await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }))
  }
  return root
}
