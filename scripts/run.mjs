// Starts anything of MIPP on a machine that has only Node 20 and npm: installs what is missing, then hands over to Node 24.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, isInstalled } from './install.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** What each word runs; `npm start` is the demo, which needs nothing but this folder. */
const WORDS = {
  start: ['scripts/program.mjs', 'serve', '--demo'],
  mipp: ['scripts/program.mjs'],
  test: ['scripts/test.mjs', 'everything'],
  schema: ['scripts/schema.mjs'],
  letters: ['scripts/letters.mjs'],
  check: ['scripts/test.mjs', 'quick'],
}

const [word, ...args] = process.argv.slice(2)
const task = WORDS[word]
if (task === undefined) {
  fail(2, `node scripts/run.mjs ${Object.keys(WORDS).join('|')} [...]`)
} else {
  try {
    if (!isInstalled(ROOT)) await install(ROOT)
    handOver(findNode(), [...task, ...args])
  } catch (fault) {
    fail(1, fault.message)
  }
}

function findNode() {
  const ours = join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(ours)) return ours
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const machine = `${process.platform}-${process.arch}`
  throw new Error(
    `MIPP membawa Node 24 untuk linux-x64 dan linux-arm64, tidak untuk ${machine}. Pasang Node 24 atau yang lebih baru, lalu ulangi.\n` +
      `MIPP brings Node 24 for linux-x64 and linux-arm64, not for ${machine}. Install Node 24 or newer and try again.`,
  )
}

/** The channel tells the child when this process is gone, even by `kill -9`: nothing is left running. */
function handOver(node, words) {
  const child = spawn(
    node,
    words.map((one, at) => (at === 0 ? join(ROOT, one) : one)),
    {
      cwd: ROOT,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, MIPP_ROOT: ROOT, PATH: [dirname(node), process.env.PATH].join(delimiter) },
    },
  )
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // From a terminal, Ctrl-C reaches the child by itself; twice would mean "at once".
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  // npm cannot pass on its own death; without it nobody would ever stop us.
  if (process.env.npm_lifecycle_event !== undefined) {
    const npm = process.ppid
    setInterval(() => process.ppid === npm || child.kill('SIGTERM'), 1000).unref()
  }
  child.once('error', (fault) => fail(1, `${node}: ${fault.message}`))
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

function fail(code, text) {
  console.error(text)
  process.exitCode = code
}
