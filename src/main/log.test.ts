import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog, logOfRequest } from './log.ts'

function createLines() {
  const lines: string[] = []
  const to = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { lines, to }
}

test('no password, token, cookie or key reaches the log, however deep it lies', () => {
  const { lines, to } = createLines()
  const log = createLog('info', to)
  log.info({ password: 'sandi-1', user: { token: 'sandi-2' }, dns: { api: { key: 'sandi-3' } } }, 'signed in')
  log.info({ headers: { cookie: 'sandi-4', 'set-cookie': ['sandi-5'], authorization: 'Basic sandi-6' } })
  log.error({ err: new Error('connect postgres://mipp:sandi-7@10.0.0.1/mipp failed') }, 'no database')
  log.error({ err: new Error(`no answer to Bearer mipp_${'sandi-8'.padEnd(43, '-')}`) }, 'no answer')
  expect(lines.join('')).not.toContain('sandi')
  expect(lines).toHaveLength(4)
  expect(lines[3]).toContain('no answer to Bearer mipp_[rahasia]')
  expect(lines[2]).toContain('postgres://mipp:[rahasia]@10.0.0.1/mipp')
})

test('every line of a request carries its id, its level as a word and its moment in UTC', () => {
  const { lines, to } = createLines()
  logOfRequest(createLog('info', to), 'r-42').info('opened')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    requestId: 'r-42',
    level: 'info',
    msg: 'opened',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  })
})

test('what is below the level is not written', () => {
  const { lines, to } = createLines()
  createLog('warn', to).info('chatter')
  expect(lines).toEqual([])
})

test('what somebody sent ends no line, commands no terminal and turns no writing around', () => {
  const { lines, to } = createLines()
  const hostile = '/a\n{"level":"info"}\r\u001b[31m\u009b2J\u0085\u2028\u2029\u202ebalik\u200b\u{e0041}😀'
  createLog('info', to).error({ path: hostile, err: new Error(hostile) }, hostile)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]*\n$/u)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ path: hostile, msg: hostile })
})
