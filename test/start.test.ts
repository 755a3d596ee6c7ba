import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../src/main/root.ts'

let dataFolder = ''

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'mipp-start-'))
})

afterEach(() => rm(dataFolder, { recursive: true, force: true }))

describe('npm start', () => {
  test('serves the demo from an empty folder, stops in good order when asked to, and leaves nothing running', async () => {
    const port = await findFreePort()
    const running = start(port)
    await running.hasSaid('MIPP siap')
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    const database = await pidOfDatabase()
    expect(isAlive(database)).toBe(true)
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    expect(isAlive(database)).toBe(false)
  })

  test('leaves nothing running when it is killed, starts again on the same folder, and ends plainly when its database dies', async () => {
    const port = await findFreePort()
    const first = start(port)
    await first.hasSaid('MIPP siap')
    const database = await pidOfDatabase()
    first.child.kill('SIGKILL')
    await first.ended
    await isGone(() => isAlive(database))
    await isGone(() =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => true,
        () => false,
      ),
    )
    const second = start(port)
    await second.hasSaid('MIPP siap')
    process.kill(await pidOfDatabase(), 'SIGKILL')
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain('PostgreSQL bawaan berhenti sendiri')
  })

  test('says plainly that the port is taken, and what to do', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const running = start(port)
    expect(await running.ended).toBe(1)
    expect(running.said()).toContain(`Port ${port} sudah dipakai program lain`)
    expect(running.said()).toContain(`MIPP_PORT=${port + 1} npm start`)
  })
})

/** Runs what `npm start` runs. */
function start(port: number) {
  const env = { ...process.env, MIPP_PORT: String(port), MIPP_DATA: dataFolder, DATABASE_URL: '' }
  const child: ChildProcess = spawn(process.execPath, [join(projectRoot(), 'scripts/run.mjs'), 'start'], { env })
  let text = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  const hasSaid = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => text.includes(words) && resolve()
      listeners.add(look)
      look()
      ended.then((code) => reject(new Error(`it ended with ${code} and said:\n${text}`)))
    })
  return { child, ended, hasSaid, said: () => text }
}

function findFreePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function pidOfDatabase(): Promise<number> {
  return Number((await readFile(join(dataFolder, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The limit of the test is the limit of this. */
async function isGone(isThere: () => boolean | Promise<boolean>): Promise<void> {
  while (await isThere()) await new Promise((done) => setTimeout(done, 20))
}
