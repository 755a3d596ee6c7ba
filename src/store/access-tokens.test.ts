// Keys of programs: who they act for, when they stop, and that their text is kept nowhere.
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { mailsTo, makePerson } from '../../test/support/people.ts'
import { MOST_TOKENS, tokenText } from '../core/person/access-token.ts'
import { createToken, findToken, listTokens, type NewAccessToken, revokeToken } from './access-tokens.ts'
import { insertToken, setPasswordByToken } from './account-tokens.ts'
import { openStore } from './connect.ts'
import { changePassword, closeAccount, inviteAgain } from './people-changes.ts'

const now = '2026-11-20T02:00:00.000Z'
const today = '2026-11-20'
const inAnHour = '2026-11-20T03:00:00.000Z'
let office: TestOffice

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
})
afterAll(() => office.stop())

const store = () => office.office.store
const someone = (email: string) =>
  makePerson(office, {
    email,
    name: 'Pemegang Token',
    mandate: { mandate: randomUUID(), post: 'pelaksana', capacity: 'plt', fromOn: today, decree: 'SK' },
    membership: { client: 'dinas-arsip', jobTitle: 'Staf' },
  })
const make = async (person: string, over: Partial<NewAccessToken> = {}) => {
  const text = tokenText(randomBytes(32).toString('base64url'))
  const token = randomUUID()
  const letter = () => ({ subject: 'Token baru', body: 'Ada token baru' })
  const given = { token, text, person, name: 'Skrip', scopes: ['read'] as const, now, expiresAt: inAnHour }
  const made = await createToken(store(), 'demak', { ...given, mail: randomUUID(), letter, ...over })
  return { made, token: over.token ?? token, text }
}
const find = (text: string, at = { now, today }, agency = 'demak') => findToken(store(), agency, text, at)

describe('a token', () => {
  test('acts for its person, with what that person holds on the day, within its scopes', async () => {
    const person = await someone('satu@dinas.example')
    const { made, token, text } = await make(person, { scopes: ['read', 'work'] })
    expect(made).toBe('made')
    expect(await find(text)).toEqual({
      token,
      scopes: ['read', 'work'],
      expiresAt: inAnHour,
      person,
      name: 'Pemegang Token',
      email: 'satu@dinas.example',
      isAdministrator: false,
      mandates: [{ post: 'pelaksana', capacity: 'plt', duties: expect.any(Array), title: expect.any(String) }],
      clients: [{ client: 'dinas-arsip', name: expect.any(String), kind: 'agency' }],
    })
    expect((await find(text, { now, today: '2026-11-19' }))?.mandates).toEqual([])
  })

  test('finds nobody when it is unknown, cut short, of another agency, or expired at this very moment', async () => {
    const { text, token } = await make(await someone('dua@dinas.example'))
    expect(await find(tokenText(randomBytes(32).toString('base64url')))).toBeNull()
    expect(await find(text.slice(0, -1))).toBeNull()
    expect(await find(token)).toBeNull()
    expect(await find(text, { now, today }, 'tulungagung')).toBeNull()
    expect(await find(text, { now: inAnHour, today })).toBeNull()
    expect(await find(text)).not.toBeNull()
  })

  test('tells its owner by mail that it was made, and keeps its text nowhere in the database', async () => {
    const { text } = await make(await someone('surel@dinas.example'))
    await find(text)
    const mails = await mailsTo(office, 'surel@dinas.example')
    expect(mails.map((mail) => mail.subject)).toContain('Token baru')
    expect(await everythingStored()).not.toContain(text.slice(12))
  })

  test('cannot be made twice under one id, nor for nobody, nor without end', async () => {
    const person = await someone('tiga@dinas.example')
    const first = await make(person)
    const again = await make(person, { token: first.token })
    expect(again.made).toBe('repeated')
    expect(await find(again.text)).toBeNull()
    expect((await make(randomUUID())).made).toBe('no-person')
    await expect(make(person, { scopes: [] })).rejects.toThrow('access_token_scopes')
    await expect(make(person, { expiresAt: now })).rejects.toThrow('access_token_dates')
  })

  test('is refused when the person has the most that is allowed, also when several are asked for at once', async () => {
    const person = await someone('banyak@dinas.example')
    for (let n = 1; n < MOST_TOKENS; n += 1) await make(person)
    const last = await Promise.all([make(person), make(person), make(person)])
    expect(last.map(({ made }) => made).sort()).toEqual(['made', 'too-many', 'too-many'])
    expect((await make(person, { now: inAnHour, expiresAt: '2026-11-20T04:00:00.000Z' })).made).toBe('made')
  })
})

describe('revoking', () => {
  test('is for its owner and for the operator, works at once, and only once', async () => {
    const person = await someone('empat@dinas.example')
    const stranger = await someone('orang@dinas.example')
    const mine = await make(person)
    const other = await make(person)
    const revoke = (token: string, owner: string | null, agency = 'demak') =>
      revokeToken(store(), agency, { token, owner, now })
    expect(await revoke(mine.token, stranger)).toBe(false)
    expect(await revoke(mine.token, null, 'tulungagung')).toBe(false)
    expect(await revoke("' or true --", null)).toBe(false)
    expect(await find(mine.text)).not.toBeNull()
    expect(await revoke(mine.token, person)).toBe(true)
    expect(await revoke(mine.token, person)).toBe(false)
    expect(await find(mine.text)).toBeNull()
    expect(await revoke(other.token, null)).toBe(true)
    expect(await find(other.text)).toBeNull()
  })

  test('the list shows own tokens or those of everybody, the newest first, and no secret', async () => {
    const person = await someone('daftar@dinas.example')
    const old = await make(person, { now: '2026-11-01T00:00:00.000Z', name: 'Lama' })
    const young = await make(person, { name: 'Baru' })
    const list = await listTokens(store(), 'demak', { person })
    expect(list.map(({ name, hint }) => [name, hint])).toEqual([
      ['Baru', young.text.slice(0, 11)],
      ['Lama', old.text.slice(0, 11)],
    ])
    expect(JSON.stringify(list)).not.toContain(young.text.slice(11))
    expect((await listTokens(store(), 'demak', {})).length).toBeGreaterThan(2)
    expect(await listTokens(store(), 'tulungagung', {})).toEqual([])
  })
})

describe('a token stops at once', () => {
  test('when the account is closed, and does not come alive when the person is invited again', async () => {
    const person = await someone('tutup@dinas.example')
    const { text } = await make(person)
    expect(await closeAccount(store(), 'demak', { person, now, today })).toBe(true)
    expect(await find(text)).toBeNull()
    const link = { mail: randomUUID(), token: randomUUID(), expiresAt: inAnHour, subject: 'U', body: 'U' }
    await inviteAgain(store(), 'demak', { person, link, now })
    const back = { token: link.token, purpose: 'invitation', now, passwordHash: 'x' } as const
    expect(await setPasswordByToken(store(), 'demak', back)).toBe(true)
    expect(await find(text)).toBeNull()
  })

  test('when the account is not active, in whatever way that came about', async () => {
    const person = await someone('diblokir@dinas.example')
    const { text } = await make(person)
    await store().inAgency('demak', (db) =>
      db.updateTable('person').set({ state: 'closed' }).where('person', '=', person).execute(),
    )
    expect(await find(text)).toBeNull()
    expect((await make(person)).made).toBe('no-person')
  })

  test('when the password is changed, or set anew by a link', async () => {
    const person = await someone('sandi@dinas.example')
    const first = await make(person)
    await changePassword(store(), 'demak', { person, passwordHash: 'x', now, keepSession: '' })
    expect(await find(first.text)).toBeNull()
    const second = await make(person)
    const token = randomUUID()
    const asked = { token, person, purpose: 'password-reset', now, expiresAt: inAnHour } as const
    await store().inAgency('demak', (db) => insertToken(db, 'demak', asked))
    const set = { token, purpose: 'password-reset', now, passwordHash: 'y' } as const
    expect(await setPasswordByToken(store(), 'demak', set)).toBe(true)
    expect(await find(second.text)).toBeNull()
  })
})

describe('the last use', () => {
  const lastUse = async (person: string) => (await listTokens(store(), 'demak', { person }))[0]?.lastUsedAt

  test('is written once a minute, by one of many that come at once', async () => {
    const person = await someone('pakai@dinas.example')
    const { text } = await make(person)
    expect(await lastUse(person)).toBeNull()
    const many = ['02:00:01', '02:00:02', '02:00:03'].map((time) =>
      find(text, { now: `2026-11-20T${time}.000Z`, today }),
    )
    await Promise.all(many)
    const first = await lastUse(person)
    expect(first).toMatch(/T02:00:0[123]/)
    await find(text, { now: '2026-11-20T02:00:59.000Z', today })
    expect(await lastUse(person)).toBe(first)
    await find(text, { now: '2026-11-20T02:01:00.000Z', today })
    expect(await lastUse(person)).toBe('2026-11-20T02:01:00.000Z')
  })

  test('is not written where the database only reads, and the person is found all the same', async () => {
    const person = await someone('baca@dinas.example')
    const { text } = await make(person)
    const reading = openStore(office.ownerUrl, 'mipp_app', 1)
    try {
      await reading.pool.query('set default_transaction_read_only = on')
      expect(await findToken(reading, 'demak', text, { now, today })).toMatchObject({ person })
      expect(await lastUse(person)).toBeNull()
    } finally {
      await reading.close()
    }
  })
})

/** Every row of every table, as its owner sees it. */
const everythingStored = async (): Promise<string> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')",
    )
    const rows: unknown[] = []
    for (const { name } of tables.rows) rows.push((await client.query(`select * from ${name}`)).rows)
    return JSON.stringify(rows)
  } finally {
    await client.end()
  }
}
