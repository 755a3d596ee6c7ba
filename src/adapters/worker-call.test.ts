import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createWorkerCall, type WorkerCall, type WorkerCallConfig } from './worker-call.ts'
import { startProcess } from './worker-start.ts'

/** Answers with its process id, or does one of the bad things that it is asked for. */
const HELPER = `
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

const attempts = {
  read: () => readFileSync('/etc/hosts'),
  write: () => writeFileSync(import.meta.filename, ''),
  start: () => execFileSync('/bin/true'),
  thread: () => new Worker('0', { eval: true }),
  code: () => new Function('return 1')(),
}
const held = []
process.on('message', ({ act, say }) => {
  if (act === 'hang') for (;;);
  if (act === 'die') process.abort()
  if (act === 'grow') for (;;) held.push(Buffer.alloc(10_000_000, 1))
  const refused = Object.entries(attempts).flatMap(([name, attempt]) => {
    try {
      attempt()
      return []
    } catch {
      return [name]
    }
  })
  process.send({ pid: process.pid, say, ...(act === 'try' && { refused, env: Object.keys(process.env) }) })
})
process.send('ready')
`

const THREAD = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ say }) => {
  if (say === 'die') process.exit(3)
  parentPort.postMessage({ say })
})
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-helper-'))
  await writeFile(join(folder, 'helper.mjs'), HELPER)
  await writeFile(join(folder, 'thread.mjs'), THREAD)
  await writeFile(join(folder, 'broken.mjs'), 'throw new Error("a package is missing")')
})
afterAll(() => rm(folder, { recursive: true }))

const open = (file = 'helper.mjs', config: Partial<WorkerCallConfig> = {}): WorkerCall => {
  const path = join(folder, file)
  const start = startProcess({ name: 'Helper', file: path, mayRead: [path], maxBytes: 300_000_000 })
  const helper = createWorkerCall({ name: 'Helper', start, deadlineMs: 20_000, ...config })
  onTestFinished(helper.close)
  return helper
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const pidOf = (answer: unknown): number => (answer as { pid: number }).pid

describe('A process for what strangers send', () => {
  test('answers in turn, always the same process', async () => {
    const helper = open()
    const answers = await Promise.all([1, 2, 3].map((say) => helper.call({ say })))
    expect(answers).toMatchObject([{ say: 1 }, { say: 2 }, { say: 3 }])
    expect(new Set(answers.map(pidOf)).size).toBe(1)
  })

  test('may read nothing but its own files, write nothing, start nothing, and sees none of the secrets of the server', async () => {
    expect(await open().call({ act: 'try' })).toMatchObject({
      refused: ['read', 'write', 'start', 'thread', 'code'],
      env: [],
    })
  })

  test.each([
    ['does not come back', 'hang', 'late', 'Helper did not answer within 1000 ms'],
    ['crashes', 'die', 'ended', 'Helper ended (SIGABRT)'],
    ['takes too much memory, also outside of the JavaScript heap', 'grow', 'big', 'more than 300000000 bytes'],
  ])('that %s is replaced, and only the one who asked is told', async (_, act, why, message) => {
    const helper = open('helper.mjs', { deadlineMs: act === 'hang' ? 1000 : 20_000 })
    const first = pidOf(await helper.call({}))
    const [lost, next] = await Promise.allSettled([helper.call({ act }), helper.call({ say: 'next' })])
    expect(lost).toMatchObject({ reason: { why, message: expect.stringContaining(message) } })
    expect(next).toMatchObject({ value: { say: 'next' } })
    expect(next.status === 'fulfilled' && pidOf(next.value)).not.toBe(first)
    await expect.poll(() => isAlive(first)).toBe(false)
  })

  test('that cannot start says why, and nobody is blamed for the question', async () => {
    const said = { why: 'unstarted', message: expect.stringContaining('a package is missing') }
    await expect(open('broken.mjs').call({})).rejects.toMatchObject(said)
  })

  test('is let go when it has nothing to do, and comes back when it has', async () => {
    const helper = open('helper.mjs', { idleMs: 1 })
    const first = pidOf(await helper.call({}))
    await expect.poll(() => isAlive(first)).toBe(false)
    expect(await helper.call({ say: 'again' })).toMatchObject({ say: 'again' })
  })

  test('is gone when the server has closed it, and those who wait are told', async () => {
    const helper = open()
    const pid = pidOf(await helper.call({}))
    const waiting = Promise.allSettled([helper.call({ act: 'hang' }), helper.call({})])
    await helper.close()
    expect(isAlive(pid)).toBe(false)
    expect(await waiting).toMatchObject([{ reason: { why: 'closed' } }, { reason: { why: 'closed' } }])
  })
})
