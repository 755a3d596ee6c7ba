// Starts a real clamd of the machine on loopback, with a signature folder of its own: the virus databases are never fetched.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { OUR_SAMPLE, TEST_VIRUS } from '../../../src/adapters/scan/samples.fixture.ts'
import { clamAvServer, findCommand } from './debian.ts'

export type RunningClamd = {
  host: string
  port: number
  socketPath: string
  mostBytes: number
  /** At once and without a word. */
  kill: () => Promise<void>
  revive: () => Promise<void>
  stop: () => Promise<void>
}

const host = '127.0.0.1'
const MEGABYTES = 2

export const isClamdHere = (): boolean => findCommand(clamAvServer.command) !== null

export const startClamd = async (): Promise<RunningClamd> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-clamd-'))
  const port = await freePort()
  await writeSignatures(folder)
  await writeFile(join(folder, 'clamd.conf'), settings(folder, port))
  let child = launch(folder)
  const kill = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  }
  const stop = async (): Promise<void> => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilReady(child, port)
  } catch (error) {
    await stop()
    throw error
  }
  const revive = async (): Promise<void> => {
    child = launch(folder)
    await untilReady(child, port)
  }
  return { host, port, socketPath: join(folder, 's'), mostBytes: MEGABYTES * 1024 * 1024, kill, revive, stop }
}

/** The test file by its hash, our own pattern by its bytes wherever they stand (ClamAV signatures, .hdb and .ndb). */
const writeSignatures = async (folder: string): Promise<void> => {
  const md5 = createHash('md5').update(TEST_VIRUS).digest('hex')
  await writeFile(join(folder, 'mipp.hdb'), `${md5}:${TEST_VIRUS.length}:Eicar-Uji\n`)
  await writeFile(join(folder, 'mipp.ndb'), `Mipp.Contoh:0:*:${OUR_SAMPLE.toString('hex')}\n`)
}

const settings = (folder: string, port: number): string =>
  [
    `DatabaseDirectory ${folder}`,
    `LocalSocket ${join(folder, 's')}`,
    `TCPSocket ${port}`,
    `TCPAddr ${host}`,
    'Foreground yes',
    `StreamMaxLength ${MEGABYTES}M`,
    'FixStaleSocket yes',
    'MaxThreads 4',
    '',
  ].join('\n')

const launch = (folder: string): ChildProcess =>
  spawn(findCommand(clamAvServer.command) ?? clamAvServer.command, ['--config-file', join(folder, 'clamd.conf')], {
    stdio: 'ignore',
  })

const freePort = async (): Promise<number> => {
  const server = createServer()
  await once(server.listen(0, host), 'listening')
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}

const untilReady = async (child: ChildProcess, port: number): Promise<void> => {
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`clamd ended with code ${child.exitCode}`)
    await pause(50)
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => socket.write('zPING\0'))
    socket.on('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
    socket.on('close', () => resolve(false))
  })
