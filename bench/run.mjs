// Runs one of the measurements: `node bench/run.mjs NAME [...]`. Installs what is missing and takes Node 24, as npm start does.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, isInstalled } from '../scripts/install.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Each is listed in bench/README.md. */
const BENCHES = {
  fill: 'bench/fill.ts',
  reads: 'bench/reads.ts',
  transitions: 'bench/transitions.ts',
  http: 'bench/http.ts',
  pages: 'bench/pages.ts',
  kill: 'bench/kill.ts',
  due: 'bench/due.ts',
  clocks: 'bench/clocks.ts',
  notices: 'bench/notices.ts',
  numbers: 'bench/numbers.ts',
  letters: 'bench/letters.ts',
  upload: 'bench/upload.ts',
  uploads: 'bench/uploads.ts',
  sign: 'bench/sign.ts',
}

const [name, ...args] = process.argv.slice(2)
const file = BENCHES[name]
if (file === undefined) {
  console.error(`node bench/run.mjs ${Object.keys(BENCHES).join('|')} [...]`)
  process.exitCode = 2
} else {
  if (!isInstalled(ROOT)) await install(ROOT)
  const ours = join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  const child = spawn(existsSync(ours) ? ours : process.execPath, [join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, MIPP_ROOT: ROOT },
  })
  // Ctrl-C reaches the child by itself; it ends its servers before it goes.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.once('exit', (code) => process.exit(code ?? 1))
}
