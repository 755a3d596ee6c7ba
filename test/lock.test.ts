import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/main/root.ts'

type Package = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }

const lock: { packages: Record<string, Package> } = JSON.parse(
  readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8'),
)

test('the lock names the packages for every kind of machine, or else npm refuses to install from it', () => {
  const known = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
  const missing = Object.values(lock.packages)
    .flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
    .filter((name) => !known.has(name))
  expect(missing, 'run: node scripts/complete-lock.mjs').toEqual([])
})

test('the lock records no address of one registry', () => {
  const addressed = Object.entries(lock.packages).filter(([, one]) => one.resolved?.startsWith('http'))
  expect(addressed.map(([path]) => path)).toEqual([])
})

test('every dependency of our own is pinned to one version', () => {
  const manifest = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'))
  const ranges = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const loose = Object.entries(ranges).filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(range)))
  expect(loose).toEqual([])
})
