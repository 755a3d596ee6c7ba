// Asking a name server, in good weather and in bad.

import { AUTHORITATIVE_ANSWER, decode, encode, type Packet, TRUNCATED_RESPONSE } from 'dns-packet'
import { afterEach, describe, expect, test } from 'vitest'
import { findNobody, startTcp, startUdp, type Weather } from '../../../test/support/servers/weather.ts'
import type { Asked } from './port.ts'
import { askServer } from './query.ts'

const running: Weather[] = []
const started = async (server: Promise<Weather>): Promise<Asked> => {
  const { host, port } = running[running.push(await server) - 1] as Weather
  return { host, port, role: 'authoritative' }
}
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})

const name = 'dinas.uji.contoh.go.id'
const ask = (server: Asked, more: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  askServer({ server, name, type: 'A', ...more })

const answerTo = (query: Buffer, more: Packet = {}): Buffer => {
  const { id, questions = [] } = decode(query)
  const answers = [{ type: 'A' as const, name, ttl: 300, data: '192.0.2.1' }]
  return encode({ type: 'response', id, flags: AUTHORITATIVE_ANSWER, questions, answers, ...more })
}
const framed = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
const record = { name, type: 'A', value: '192.0.2.1', ttlSeconds: 300 }

describe('a name server that answers', () => {
  test('is heard by UDP, with what it says about its authority', async () => {
    const server = await started(startUdp((query) => [answerTo(query)]))
    const value = {
      server: `${server.host}:${server.port}`,
      transport: 'UDP',
      code: 'NOERROR',
      authoritative: true,
      records: [record],
    }
    expect(await ask(server)).toEqual({ ok: true, value })
  })

  test('is asked again by TCP when the answer does not fit into UDP', async () => {
    const pieces = (bytes: Buffer): Buffer[] => [bytes.subarray(0, 1), bytes.subarray(1, 20), bytes.subarray(20)]
    // TCP first: its ports are the crowded ones.
    const server = await started(
      startTcp((socket) => {
        socket.once('data', (query) => {
          for (const piece of pieces(framed(answerTo(Buffer.from(query).subarray(2))))) socket.write(piece)
        })
      }),
    )
    const cut = { flags: AUTHORITATIVE_ANSWER | TRUNCATED_RESPONSE, answers: [] }
    running.push(await startUdp((query) => [answerTo(query, cut)], server.port))
    expect(await ask(server)).toMatchObject({ ok: true, value: { transport: 'TCP', records: [record] } })
  })

  test('is not confused with another that throws in an answer to a question never asked', async () => {
    const server = await started(
      startUdp((query) => [
        answerTo(query, { id: (decode(query).id ?? 0) ^ 1, answers: [{ type: 'A', name, data: '203.0.113.66' }] }),
        answerTo(query, {
          questions: [{ type: 'A', name: 'lain.contoh.go.id' }],
          answers: [{ type: 'A', name, data: '203.0.113.66' }],
        }),
        answerTo(query),
      ]),
    )
    expect(await ask(server)).toMatchObject({ ok: true, value: { records: [record] } })
  })

  test('is heard as a stranger to the zone when it does not claim authority', async () => {
    const server = await started(startUdp((query) => [answerTo(query, { flags: 0 })]))
    expect(await ask(server)).toMatchObject({ ok: true, value: { authoritative: false } })
  })

  test('is found by its name as well as by its address', async () => {
    const server = await started(startUdp((query) => [answerTo(query)]))
    expect(
      await askServer({ server: { ...server, host: 'localhost' }, name, type: 'A', timeoutMs: 20_000 }),
    ).toMatchObject({
      ok: true,
      value: { records: [record] },
    })
  })

  test('is asked once more when the first question was lost', async () => {
    let asked = 0
    const server = await started(startUdp((query) => (++asked === 1 ? [] : [answerTo(query)])))
    expect(await ask(server, { timeoutMs: 20_000 })).toMatchObject({ ok: true, value: { records: [record] } })
    expect(asked).toBe(2)
  })
})

describe('a name server in bad weather', () => {
  test('is gone: the officer reads that it cannot be reached, and that trying again may help', async () => {
    const { host, port } = await findNobody()
    const outcome = await ask({ host, port, role: 'authoritative' })
    expect(outcome).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('tidak dapat dihubungi') },
    })
  })

  test('stays silent: the waiting ends and says how long it was', async () => {
    const outcome = await ask(await started(startUdp(() => [])), { timeoutMs: 300 })
    expect(outcome).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('dalam 0,3 detik') },
    })
  })

  test('asks for TCP and then stays silent there', async () => {
    const server = await started(startUdp((query) => [answerTo(query, { flags: TRUNCATED_RESPONSE, answers: [] })]))
    running.push(await startTcp(() => {}, server.port))
    expect(await ask(server, { timeoutMs: 300 })).toMatchObject({
      ok: false,
      retry: true,
      reason: { en: expect.stringContaining('did not answer') },
    })
  })

  test.each<[string, Buffer]>([
    ['a web page', Buffer.from('<!doctype html><title>404</title>')],
    ['a few bytes', Buffer.from([1, 2, 3])],
  ])('answers with %s: the officer reads that the address may be wrong', async (_what, bytes) => {
    const outcome = await ask(await started(startUdp(() => [bytes])), { timeoutMs: 5000 })
    expect(outcome).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('tidak dapat dibaca') },
    })
  })

  test.each(['<html>bukan DNS</html>', ''])('asks for TCP and answers %j there', async (words) => {
    const server = await started(startUdp((query) => [answerTo(query, { flags: TRUNCATED_RESPONSE, answers: [] })]))
    running.push(await startTcp((socket) => socket.end(words), server.port))
    expect(await ask(server)).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('tidak dapat dibaca') },
    })
  })

  test('has trouble of its own (SERVFAIL): trying again may help', async () => {
    const server = await started(startUdp((query) => [answerTo(query, { flags: 2, answers: [] })]))
    expect(await ask(server)).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('SERVFAIL') },
    })
  })

  test('does not serve the zone (REFUSED): trying again does not help', async () => {
    const server = await started(startUdp((query) => [answerTo(query, { flags: 5, answers: [] })]))
    expect(await ask(server)).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining('tidak melayani zona') },
    })
  })

  test('need not be waited for when the officer or a stopping process gives up', async () => {
    const server = await started(startUdp(() => []))
    const stopped = AbortSignal.abort()
    expect(await ask(server, { signal: stopped })).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('dihentikan') },
    })
    const later = new AbortController()
    const waiting = ask(server, { signal: later.signal, timeoutMs: 60_000 })
    later.abort()
    expect(await waiting).toMatchObject({
      ok: false,
      retry: true,
      reason: { en: expect.stringContaining('was stopped') },
    })
  })
})
