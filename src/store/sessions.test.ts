// Who is signed in by a cookie: until when, with what, and what asking costs.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { makePerson } from '../../test/support/people.ts'
import { openStore } from './connect.ts'
import { beginSession, endSession, findSession, hashToken } from './sessions.ts'

const now = '2026-11-20T02:00:00.000Z'
const expiresAt = '2026-11-20T12:00:00.000Z'
const at = { now, today: '2026-11-20', idleSince: '2026-11-20T00:00:00.000Z' }
let office: TestOffice

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
})
afterAll(() => office.stop())

const store = () => office.office.store
const begin = async (email: string) => {
  const decree = 'SK'
  const mandate = { mandate: randomUUID(), post: 'pelaksana', capacity: 'plh', fromOn: '2026-11-20', decree } as const
  const person = await makePerson(office, { email, mandate, membership: { client: 'dinas-arsip', jobTitle: 'Staf' } })
  const token = randomUUID()
  await beginSession(store(), 'demak', { token, person, csrf: 'kunci', now, expiresAt })
  return { person, token }
}
const find = (token: string, over = {}, agency = 'demak') => findSession(store(), agency, token, { ...at, ...over })
const seenAt = async (token: string): Promise<string | undefined> => {
  const row = await store().inAgency('demak', (db) =>
    db.selectFrom('session').select('seen_at').where('token_hash', '=', hashToken(token)).executeTakeFirst(),
  )
  return row?.seen_at
}

test('a session tells who it is, with the posts and clients of that day', async () => {
  const { person, token } = await begin('siapa@dinas.example')
  expect(await find(token)).toEqual({
    person,
    name: 'Orang Uji',
    email: 'siapa@dinas.example',
    isAdministrator: false,
    csrf: 'kunci',
    hat: '',
    mandates: [{ post: 'pelaksana', capacity: 'plh', duties: expect.any(Array), title: expect.any(String) }],
    clients: [{ client: 'dinas-arsip', name: expect.any(String), kind: 'agency' }],
  })
  expect((await find(token, { today: '2026-11-19' }))?.mandates).toEqual([])
})

test('a session is over when it expired, was left alone, was ended, or the account is closed; elsewhere it never was', async () => {
  const { person, token } = await begin('selesai@dinas.example')
  expect(await find(token, {}, 'tulungagung')).toBeNull()
  expect(await find(token, { now: expiresAt })).toBeNull()
  expect(await find(token, { idleSince: now })).toBeNull()
  expect(await find(randomUUID())).toBeNull()
  const setState = (state: 'active' | 'closed') =>
    store().inAgency('demak', (db) => db.updateTable('person').set({ state }).where('person', '=', person).execute())
  await setState('closed')
  expect(await find(token)).toBeNull()
  await setState('active')
  expect(await find(token)).not.toBeNull()
  await endSession(store(), 'demak', token, now)
  expect(await find(token)).toBeNull()
})

test('its use is written once a minute, and not at all where the database only reads', async () => {
  const { token } = await begin('terlihat@dinas.example')
  await find(token, { now: '2026-11-20T02:00:59.000Z' })
  expect(await seenAt(token)).toBe(now)
  await find(token, { now: '2026-11-20T02:01:00.000Z' })
  expect(await seenAt(token)).toBe('2026-11-20T02:01:00.000Z')
  const reading = openStore(office.ownerUrl, 'mipp_app', 1)
  try {
    await reading.pool.query('set default_transaction_read_only = on')
    expect(await findSession(reading, 'demak', token, { ...at, now: '2026-11-20T02:09:00.000Z' })).not.toBeNull()
    expect(await seenAt(token)).toBe('2026-11-20T02:01:00.000Z')
  } finally {
    await reading.close()
  }
})
