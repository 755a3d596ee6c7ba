// From the start of the program to its first page, database included: on an empty folder, and again on the same.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/main/root.ts'
import { median, table } from '../support/figures.ts'
import { openLine } from '../support/keep-alive.ts'

const TIMES = 3

export const measureStarts = async (): Promise<string> => {
  const [empty, again]: [number[], number[]] = [[], []]
  for (let time = 0; time < TIMES; time += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'mipp-bench-start-'))
    empty.push(await start(folder))
    again.push(await start(folder))
    await rm(folder, { recursive: true, force: true })
  }
  const seconds = (all: number[]) => (median(all) / 1000).toFixed(2)
  const range = (all: number[]) => `${(Math.min(...all) / 1000).toFixed(2)}-${(Math.max(...all) / 1000).toFixed(2)}`
  return `\n${table(
    ['start, seconds to the first page', 'median', 'lowest-highest'],
    [
      ['empty folder: database made, migrated, seeded', seconds(empty), range(empty)],
      ['again', seconds(again), range(again)],
    ],
  )}`
}

const start = async (folder: string): Promise<number> => {
  const port = await freePort()
  const { DATABASE_URL: _, ...env } = process.env
  const begun = performance.now()
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts/program.mjs'), 'serve', '--demo'], {
    cwd: projectRoot(),
    stdio: 'ignore',
    env: { ...env, MIPP_DATA: folder, MIPP_PORT: `${port}` },
  })
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error('The program ended before it answered')
    await new Promise((done) => setTimeout(done, 5))
  }
  const took = performance.now() - begun
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  return took
}

const answers = async (port: number): Promise<boolean> => {
  try {
    const line = await openLine(port)
    const { status } = await line.ask({ method: 'GET', path: '/' })
    line.close()
    return status === 200
  } catch {
    return false
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
