import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createHttpWebhook, type WebhookConfig } from './http.ts'
import type { WebhookMessage } from './port.ts'
import { faultOfUrl, targetOf } from './reachable.ts'
import {
  answering,
  breakingOff,
  dripping,
  hanging,
  isGenuine,
  type Receiver,
  startReceiver,
} from './receiver.fixture.ts'
import { signatureHeaders, webhookSecret } from './signature.ts'

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.behave(answering(200))
})
afterAll(() => receiver.stop())

const secret = webhookSecret(randomBytes(32).toString('base64url'))
const message = (more: Partial<WebhookMessage> = {}): WebhookMessage => ({
  url: receiver.url,
  id: 'w.d.1',
  at: '2026-11-20T02:00:00.000Z',
  secrets: [secret],
  body: JSON.stringify({ specversion: '1.0', subject: 'é' }),
  ...more,
})
const sent = (more: Partial<WebhookMessage> = {}, config: Partial<WebhookConfig> = {}) =>
  createHttpWebhook({ allowed: [], isDemo: true, timeoutMs: 1000, ...config })(message(more))

describe('Word to a program', () => {
  test('arrives whole, signed so that the program can tell it from a forged one', async () => {
    expect(await sent()).toEqual({ ok: true, status: 200 })
    const [got] = receiver.received
    expect(got).toMatchObject({ path: '/hook', body: message().body })
    expect(got?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    if (!got) throw new Error('nothing came')
    expect(isGenuine(got, secret)).toBe(true)
    expect(isGenuine({ ...got, body: `${got.body} ` }, secret)).toBe(false)
    expect(isGenuine({ ...got, headers: { ...got.headers, 'webhook-timestamp': '1' } }, secret)).toBe(false)
    expect(isGenuine(got, webhookSecret(randomBytes(32).toString('base64url')))).toBe(false)
  })

  test('is signed with both secrets while one takes the place of the other', async () => {
    const other = webhookSecret(randomBytes(32).toString('base64url'))
    await sent({ secrets: [other, secret] })
    const [got] = receiver.received
    if (!got) throw new Error('nothing came')
    expect([isGenuine(got, other), isGenuine(got, secret)]).toEqual([true, true])
  })

  test.each([
    [500, false],
    [404, false],
    [410, true],
    [302, false],
  ])('that is answered with %i has not arrived', async (status, isGone) => {
    receiver.behave(answering(status, { location: `${receiver.url}/elsewhere` }))
    expect(await sent()).toMatchObject({ ok: false, status, isGone })
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook'])
  })

  test('to a program that hangs, breaks off or is not there is given up in time, and the next arrives', async () => {
    receiver.behave(hanging)
    expect(await sent({}, { timeoutMs: 200 })).toMatchObject({
      ok: false,
      status: null,
      reason: { id: expect.stringContaining('tidak menjawab dalam 0,2 detik') },
    })
    receiver.behave(breakingOff)
    expect(await sent()).toMatchObject({ ok: false, status: null })
    expect(await sent({ url: await nobodyThere() })).toMatchObject({ ok: false, status: null })
    receiver.behave(dripping)
    expect(await sent()).toEqual({ ok: true, status: 200 })
  })
})

/** An address at which nobody listens. */
const nobodyThere = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((closed) => server.close(closed))
  return `http://127.0.0.1:${port}/`
}

describe('A program inside the network of the office', () => {
  const outside = { allowed: [], isDemo: false }
  const resolving = (...addresses: string[]) => ({
    ...outside,
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  })

  test.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '192.168.0.1',
    '172.20.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
  ])('at %s is not reached, whatever its name', async (address) => {
    expect(await targetOf('https://hook.example/', resolving(address))).toMatchObject({ ok: false })
    expect(await targetOf('https://hook.example/', resolving('93.184.216.34', address))).toMatchObject({ ok: false })
    const host = address.includes(':') ? `[${address}]` : address
    expect(await targetOf(`https://${host}/`, outside)).toMatchObject({ ok: false })
  })

  test('is reached where the server allows its network, by the very address that was judged', async () => {
    const allowing = { ...resolving('10.1.2.3'), allowed: ['10.1.0.0/16'] }
    expect(await targetOf('https://hook.example/x', allowing)).toMatchObject({
      ok: true,
      target: { address: '10.1.2.3', family: 4 },
    })
    expect(
      await targetOf('https://hook.example/', { ...resolving('10.2.0.1'), allowed: ['10.1.0.0/16'] }),
    ).toMatchObject({
      ok: false,
    })
    expect(await targetOf('https://hook.example/', resolving('93.184.216.34'))).toMatchObject({ ok: true })
    // A name that says something else the second time is not asked a second time.
    const { port } = new URL(receiver.url)
    const lying = { allowed: ['127.0.0.1'], isDemo: true, resolve: async () => [{ address: '127.0.0.1', family: 4 }] }
    expect(await createHttpWebhook(lying)(message({ url: `http://lain.localhost:${port}/hook` }))).toMatchObject({
      ok: true,
    })
    expect(receiver.received[0]?.headers.host).toBe(`lain.localhost:${port}`)
  })

  test('is told without TLS only in the demo, on this machine', () => {
    const fault = (url: string, isDemo: boolean) => faultOfUrl(url, { isDemo }) !== null
    expect(fault('https://hook.example/', false)).toBe(false)
    expect(fault('http://127.0.0.1:9/', true)).toBe(false)
    for (const url of ['http://hook.example/', 'ftp://x/', 'https://me:pw@x/', 'https://x/#y', 'javascript:1', 'x', ''])
      expect([url, fault(url, true)]).toEqual([url, true])
    expect(fault('http://127.0.0.1:9/', false)).toBe(true)
  })
})

test('the signature is that of the published example of Standard Webhooks', () => {
  const headers = signatureHeaders({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: new Date(1_614_265_330_000).toISOString(),
    body: '{"test": 2432232314}',
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  })
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})
