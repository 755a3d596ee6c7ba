// Checks everything, or what is quick; goes on after a failure, so that all of them are seen at once, and says how long
// each part took. Words after `npm test --` go to vitest alone: `npm test -- src/core/clock`.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildAssets, buildProgram } from '../src/main/build.ts'
import { projectRoot } from '../src/main/root.ts'
import { installedPostgres, OLDER_VERSIONS } from '../test/support/installed-postgres.ts'
import { prepareDebianServers } from '../test/support/servers/debian.ts'

const root = projectRoot()
const [extent, ...wishes] = process.argv.slice(2)
let current

const build = ['Bangunan / build', () => Promise.all([buildProgram(), buildAssets()])]
const types = ['Tipe / types', () => run('typescript/bin/tsc', '--noEmit', '-p', '.')]
const style = ['Gaya / style', () => run('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')]
const unused = ['Yang tak terpakai / unused code', () => run('knip/bin/knip.js')]
const schema = ['Skema / schema files', () => runNode(join(root, 'scripts', 'schema.mjs'), '--check')]
const letters = ['Gambar surat / pictures of letters', () => runNode(join(root, 'scripts', 'letters.mjs'), '--check')]
const servers = ['Server Debian / Debian servers', async () => prepareDebianServers()]
const older = ['PostgreSQL yang lebih lama / older PostgreSQL', testOlderPostgres]
const vitest = (...words) => ['Uji / tests', () => run('vitest/vitest.mjs', 'run', ...words)]

const PARTS = {
  everything: [build, types, style, unused, schema, letters, servers, vitest(), older],
  quick: [types, style, vitest('--project', 'pure')],
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stop(signal))
process.once('disconnect', () => stop('SIGTERM'))

const taken = []
for (const [label, work] of wishes.length > 0 ? [vitest(...wishes)] : PARTS[extent]) {
  console.log(`\n== ${label}`)
  const startedAt = performance.now()
  const fault = await work().then(
    () => undefined,
    (thrown) => thrown,
  )
  if (fault !== undefined) console.error(fault.message)
  taken.push({ label, seconds: ((performance.now() - startedAt) / 1000).toFixed(1), isGood: fault === undefined })
}

console.log('')
for (const { label, seconds, isGood } of taken) {
  console.log(`${isGood ? 'baik / good ' : 'GAGAL / FAILED'}  ${seconds.padStart(6)} s  ${label}`)
}
process.exitCode = taken.every((one) => one.isGood) ? 0 : 1
process.channel?.unref()

/** The store on the oldest PostgreSQL that this machine has, because SQL for 18 is not always SQL for 15. */
async function testOlderPostgres() {
  const major = OLDER_VERSIONS.find((one) => installedPostgres(one) !== undefined)
  if (major === undefined) return console.log(`Not met: PostgreSQL ${OLDER_VERSIONS.join(', ')}. Only 18 is tested.`)
  process.env.MIPP_TEST_POSTGRES = major
  await run('vitest/vitest.mjs', 'run', '--project', 'grounded', 'src/store', 'test/support')
}

function run(program, ...words) {
  return runNode(join(root, 'node_modules', program), ...words)
}

function runNode(file, ...words) {
  return new Promise((resolve, reject) => {
    current = spawn(process.execPath, [file, ...words], { cwd: root, stdio: 'inherit' })
    current.once('error', reject)
    current.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`${file}: ${signal ?? code}`))))
  })
}

function stop(signal) {
  current?.kill(signal)
  process.exit(130)
}
