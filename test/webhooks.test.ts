// Word to programs outside: told in the same commit, never lost, tried again, given a rest, once more by hand.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createHttpWebhook } from '../src/adapters/webhook/http.ts'
import {
  answering,
  hanging,
  isGenuine,
  type Receiver,
  startReceiver,
} from '../src/adapters/webhook/receiver.fixture.ts'
import { webhookSecret } from '../src/adapters/webhook/signature.ts'
import { deliverWebhook } from '../src/jobs/deliver-webhook.ts'
import { deliverAgain, listDeliveries } from '../src/store/webhook-deliveries.ts'
import {
  endWebhook,
  listWebhooks,
  makeWebhook,
  rotateSecret,
  switchOn,
  type WebhookWish,
} from '../src/store/webhooks.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { client, subdomainForm, submitted, type Walk } from './support/walk.ts'

let office: TestOffice
let receiver: Receiver
const secret = webhookSecret(randomBytes(32).toString('base64url'))

beforeAll(async () => {
  office = await startOffice({ works: false })
  receiver = await startReceiver()
})
afterAll(async () => {
  await receiver.stop()
  await office.stop()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.behave(answering(204))
})

let moment = Date.parse('2026-11-20T02:00:00.000Z')
const now = () => new Date(moment).toISOString()
const tools = () => ({
  ...office.office.tools,
  now,
  webhook: createHttpWebhook({ allowed: [], isDemo: true, timeoutMs: 300 }),
})
const pass = (ms: number) => {
  moment += ms
}

const subscribed = async (wish: Partial<WebhookWish> = {}): Promise<string> => {
  const { newId } = office.office.tools
  const webhook = newId()
  const whole: WebhookWish = {
    label: 'Gerbang',
    url: receiver.url,
    events: ['submitted', 'entered'],
    procedures: [],
    tells: [],
    ...wish,
  }
  const sealed = office.office.tools.seal(secret)
  const made = await makeWebhook(office.office.store, 'demak', {
    webhook,
    wish: whole,
    sealed,
    person: newId(),
    now: now(),
  })
  expect(made).toBe('made')
  return webhook
}

const deliveries = (webhook: string) => listDeliveries(office.office.store, 'demak', { webhook, limit: 100 })
const one = async (webhook: string) => (await listWebhooks(office.office.store, 'demak', webhook))[0]

/** What the queue would do: every delivery that waits is tried once. */
const tryAll = async (webhook: string): Promise<void> => {
  for (const { state, dossier, seq } of await deliveries(webhook))
    if (state === 'waiting') await deliverWebhook(tools(), { agency: 'demak', webhook, dossier, seq }, 1)
}

let count = 0
const fresh = (): Promise<Walk> => submitted(office, subdomainForm(`kabar${++count}`))
const told = () => receiver.received.map(({ body }) => JSON.parse(body))

describe('A program that asked for it', () => {
  test('is told of each event once, thin and signed, and of nothing it did not ask for', async () => {
    const webhook = await subscribed()
    const walk = await fresh()
    await walk.finish({ urgency: 'biasa', secrecy: 'biasa' })
    await walk.finish({ note: 'Teruskan' })
    await tryAll(webhook)
    await tryAll(webhook)
    const { number } = await walk.see()
    expect(
      told()
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['mipp.dossier.entered', 'mipp.dossier.submitted'])
    expect(told().find(({ type }) => type.endsWith('submitted'))).toEqual({
      specversion: '1.0',
      id: `${walk.id}.1`,
      source: expect.stringContaining('http://demak.localhost'),
      type: 'mipp.dossier.submitted',
      subject: number,
      time: expect.any(String),
      sequence: '000001',
      datacontenttype: 'application/json',
      data: {
        agency: 'demak',
        dossier: walk.id,
        number,
        procedure: 'subdomain-hosting',
        edition: '2025-05',
        status: 'open',
        link: expect.stringContaining(`/dossiers/${walk.id}`),
      },
    })
    expect(receiver.received.every((got) => isGenuine(got, secret))).toBe(true)
    expect((await deliveries(webhook)).map(({ state, attempts, status }) => [state, attempts, status])).toEqual([
      ['delivered', 1, 204],
      ['delivered', 1, 204],
    ])
    await endWebhook(office.office.store, 'demak', { webhook, now: now() })
    await fresh()
    expect(await deliveries(webhook)).toHaveLength(2)
  })

  test('is told only of the services it named, and more than the thin event only as it asked and the grade is known', async () => {
    const other = await subscribed({ procedures: ['email-goid'] })
    const webhook = await subscribed({ procedures: ['subdomain-hosting'], tells: ['subject', 'client'] })
    const walk = await fresh()
    await tryAll(webhook)
    expect(told()[0].data).not.toHaveProperty('subject')
    await walk.finish({ urgency: 'biasa', secrecy: 'biasa' })
    await tryAll(webhook)
    expect(told().at(-1).data).toMatchObject({
      subject: (await walk.see()).subject,
      client: { id: 'dinas-arsip', name: 'Dinas Perpustakaan dan Kearsipan' },
    })
    expect(await deliveries(other)).toEqual([])
  })

  test('hears nothing of a dossier above its grade, not even what had not left yet', async () => {
    const webhook = await subscribed()
    const walk = await fresh()
    await walk.finish({ urgency: 'biasa', secrecy: 'rahasia' })
    await tryAll(webhook)
    expect(receiver.received).toEqual([])
    expect((await deliveries(webhook)).map(({ state }) => state)).toEqual(['withheld', 'withheld'])
  })

  test('is told in the very commit: a command that fails tells nothing, and another office nothing of this one', async () => {
    const webhook = await subscribed()
    const walk = await fresh()
    const refused = await walk.send(client('bappeda', randomUUID()), { type: 'withdraw', reason: 'x' })
    expect(refused.ok).toBe(false)
    const queued = await office.office.store.inAgency('tulungagung', (db) =>
      db.selectFrom('webhook_delivery').selectAll().execute(),
    )
    expect(queued).toEqual([])
    expect((await deliveries(webhook)).map(({ type, state }) => [type, state])).toEqual([['submitted', 'waiting']])
  })
})

describe('A program that does not answer', () => {
  test('is tried again, each time later, under the same identity, until it does', async () => {
    const webhook = await subscribed()
    await fresh()
    const waits: number[] = []
    for (const answer of [answering(500), hanging, answering(302)]) {
      receiver.behave(answer)
      await tryAll(webhook)
      const [delivery] = await deliveries(webhook)
      waits.push((Date.parse(delivery?.nextAt ?? '') - moment) / 1000)
      expect(delivery).toMatchObject({ state: 'waiting', attempts: waits.length, reason: { id: expect.any(String) } })
    }
    for (const [at, least] of [8, 24, 72].entries()) {
      expect(waits[at]).toBeGreaterThanOrEqual(least)
      expect(waits[at]).toBeLessThanOrEqual(least * 1.5)
    }
    receiver.behave(answering(200))
    await tryAll(webhook)
    expect((await deliveries(webhook))[0]).toMatchObject({ state: 'delivered', attempts: 4, status: 200, nextAt: null })
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await one(webhook)).toMatchObject({ failures: 0, failingSince: null })
  })

  test('in the end is not tried any more, until somebody sends it once more by hand', async () => {
    const webhook = await subscribed()
    await fresh()
    receiver.behave(answering(503))
    for (let tries = 0; tries < 12; tries += 1) await tryAll(webhook)
    const [given] = await deliveries(webhook)
    expect(given).toMatchObject({ state: 'failed', attempts: 10, status: 503, nextAt: null })
    if (!given) throw new Error('none')
    receiver.behave(answering(200))
    expect(await deliverAgain(office.office.store, 'demak', { ...given, now: now() })).toBe(true)
    await tryAll(webhook)
    expect((await deliveries(webhook))[0]).toMatchObject({ state: 'delivered', attempts: 1 })
  })

  test('for long is given a rest, what it is to be told waits, and goes out when somebody switches it on', async () => {
    const webhook = await subscribed()
    for (let dossiers = 0; dossiers < 3; dossiers += 1) await fresh()
    receiver.behave(answering(500))
    for (let rounds = 0; rounds < 8; rounds += 1) {
      await tryAll(webhook)
      expect((await one(webhook))?.state).toBe('on')
    }
    pass(3_600_000)
    await tryAll(webhook)
    expect((await one(webhook))?.state).toBe('off')
    receiver.received.length = 0
    await fresh()
    await tryAll(webhook)
    expect(receiver.received).toEqual([])
    expect(await one(webhook)).toMatchObject({ state: 'off', waiting: 4 })
    receiver.behave(answering(200))
    expect(await switchOn(office.office.store, 'demak', { webhook, now: now() })).toBe(true)
    await tryAll(webhook)
    expect(receiver.received).toHaveLength(4)
    expect(await one(webhook)).toMatchObject({ state: 'on', waiting: 0, failures: 0 })
  })

  test('and says that it wants nothing more is switched off at once', async () => {
    const webhook = await subscribed()
    await fresh()
    receiver.behave(answering(410))
    await tryAll(webhook)
    expect(await one(webhook)).toMatchObject({ state: 'off', failed: 1 })
  })
})

test('A new secret signs at once, the former one beside it for a day, then no more', async () => {
  const webhook = await subscribed()
  const other = webhookSecret(randomBytes(32).toString('base64url'))
  const formerUntil = new Date(moment + 86_400_000).toISOString()
  await rotateSecret(office.office.store, 'demak', {
    webhook,
    sealed: office.office.tools.seal(other),
    formerUntil,
    now: now(),
  })
  await fresh()
  await tryAll(webhook)
  const [first] = receiver.received
  if (!first) throw new Error('nothing came')
  expect([secret, other].map((each) => isGenuine(first, each))).toEqual([true, true])
  pass(86_400_001)
  await fresh()
  await tryAll(webhook)
  const last = receiver.received.at(-1)
  if (!last) throw new Error('nothing came')
  expect([secret, other].map((each) => isGenuine(last, each))).toEqual([false, true])
  expect(await walkThroughRoles()).toEqual(['permission denied', 'permission denied'])
})

/** The program may not make up a delivery, nor take one away. */
const walkThroughRoles = async (): Promise<string[]> => {
  const attempt = (statement: string) =>
    office.office.store.pool.query(statement).then(
      () => 'done',
      (fault: Error) => (fault.message.includes('permission denied') ? 'permission denied' : fault.message),
    )
  return [await attempt("insert into webhook_delivery values ('demak')"), await attempt('delete from webhook_delivery')]
}
