import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { isSessionStanding } from './session-standing.ts'
import { endSession, hashToken } from './sessions.ts'

let office: TestOffice
const now = '2026-11-23T02:00:00.000Z'
const before = '2026-11-23T00:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => now })
})
afterAll(() => office.stop())

const seenAt = async (session: string): Promise<string | undefined> => {
  const row = await office.office.store.inAgency('demak', (db) =>
    db.selectFrom('session').select('seen_at').where('token_hash', '=', session).executeTakeFirst(),
  )
  return row?.seen_at
}

test('a session stands until it is ended or left alone too long, and asking does not keep it alive', async () => {
  const { store } = office.office
  const visit = await office.as('kabid')
  const token = visit.cookies.get('mipp_session') ?? ''
  const session = hashToken(token)
  expect(await isSessionStanding(store, 'demak', session, { now, idleSince: before })).toBe(true)
  const later = '2026-11-23T03:59:00.000Z'
  expect(await isSessionStanding(store, 'demak', session, { now: later, idleSince: '2026-11-23T01:59:00.000Z' })).toBe(
    true,
  )
  expect(await seenAt(session)).toBe(now)
  const idle = { now: '2026-11-23T04:01:00.000Z', idleSince: '2026-11-23T02:01:00.000Z' }
  expect(await isSessionStanding(store, 'demak', session, idle)).toBe(false)
  expect(await isSessionStanding(store, 'demak', session, { now: '2026-11-24T02:00:00.000Z', idleSince: before })).toBe(
    false,
  )
  await endSession(store, 'demak', token, now)
  expect(await isSessionStanding(store, 'demak', session, { now, idleSince: before })).toBe(false)
})
