// Whoever writes a file alone always gives it back: when it is done, when it fails, when it dies.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { oneWriterOf } from './one-writer.ts'

const FILE = `/nowhere/${process.pid}.json`

/** A process that takes the file and never gives it back. */
const greedyProcess = async () => {
  const script = `
    import { oneWriterOf } from ${JSON.stringify(new URL('./one-writer.ts', import.meta.url).href)}
    void oneWriterOf(${JSON.stringify(FILE)})(() => new Promise(() => console.log('taken')))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('a process that is killed while it writes keeps nobody waiting', async () => {
  const other = await greedyProcess()
  const written = oneWriterOf(FILE)(async () => 'ditulis')
  other.kill('SIGKILL')
  expect(await written).toBe('ditulis')
})

test('a change that fails lets the next one in', async () => {
  const change = oneWriterOf(FILE)
  await expect(change(() => Promise.reject(new Error('penuh')))).rejects.toThrow('penuh')
  expect(await change(async () => 'ditulis')).toBe('ditulis')
})
