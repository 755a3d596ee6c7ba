// Completes package-lock.json after a package was added: npm leaves out packages for other machines that its registry
// does not have at that moment, and `npm ci` then refuses the whole lock.

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const known = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
const owners = Object.values(lock.packages).filter((one) => one.optionalDependencies !== undefined)
for (const { optionalDependencies, dev } of owners) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (known.has(name)) continue
    lock.packages[`node_modules/${name}`] = { version, ...machineOf(name), ...(dev && { dev }), optional: true }
    console.log(`+ ${name} ${version}`)
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)

/** By the naming that all of them follow, e.g. `...-linux-arm64-musl`. */
function machineOf(name) {
  const parts = /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-(\w+))?$/.exec(name)
  if (parts === null) throw new Error(`${name}: the name does not say for which machine it is`)
  const [, os, cpu, abi] = parts
  const libc = { gnu: 'glibc', musl: 'musl' }[abi]
  return { cpu: [cpu], ...(libc && os === 'linux' && { libc: [libc] }), os: [os] }
}
