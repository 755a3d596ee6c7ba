// Installs the Debian servers that the contract tests meet for real, where that is possible: as root, with apt.

import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type DebianServer = { command: string; packages: string[] }

export const powerDnsServer: DebianServer = {
  command: 'pdns_server',
  packages: ['pdns-server', 'pdns-backend-sqlite3'],
}

/** Its signatures are those of the tests: freshclam is not asked. */
export const clamAvServer: DebianServer = { command: 'clamd', packages: ['clamav-daemon'] }

const servers: DebianServer[] = [powerDnsServer, clamAvServer]
const policy = '/usr/sbin/policy-rc.d'
const timeoutMs = 180_000

let hasUpdated = false

/** To be called once before all tests, in one process; says on the console which servers cannot be met. */
export const prepareDebianServers = (): void => {
  for (const { command, packages } of servers) {
    if (ensureDebianPackage(command, packages)) continue
    console.log(`Not met for real: ${command} (Debian: ${packages.join(', ')}). Only its stand-in is tested.`)
  }
}

/** @returns whether the command is there in the end */
export const ensureDebianPackage = (command: string, packages: string[]): boolean => {
  if (findCommand(command)) return true
  if (process.getuid?.() !== 0 || !findCommand('apt-get')) return false
  hasUpdated ||= apt(['update'])
  if (!hasUpdated) return false
  withoutServiceStart(() => apt(['install', '-y', '--no-install-recommends', ...packages]))
  return findCommand(command) !== null
}

/** Servers stand in `sbin`, which is often not in the path of a user. */
export const findCommand = (command: string): string | null => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/bin']
  const files = folders.filter((folder) => folder !== '').map((folder) => join(folder, command))
  return files.find(isExecutable) ?? null
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const apt = (words: string[]): boolean => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=60', ...words], {
    env,
    timeout: timeoutMs,
    encoding: 'utf8',
  })
  if (done.status !== 0)
    console.log(`apt-get ${words.join(' ')} failed: ${(done.stderr ?? '').trim().split('\n').at(-1)}`)
  return done.status === 0
}

/** A package starts its service on the standard ports when it is installed; the tests start their own, elsewhere. */
const withoutServiceStart = (act: () => void): void => {
  const isMine = !existsSync(policy)
  if (isMine) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    act()
  } finally {
    if (isMine) rmSync(policy, { force: true })
  }
}
