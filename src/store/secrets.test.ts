// An initial password is shown to one person for a moment, and is nowhere afterwards.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { type Handling, openHandling } from '../../test/support/handling.ts'
import { keepSecret, openSecret, secretsOf, wipeOpened } from './secrets.ts'

let database: TestDatabase
let office: Handling
beforeAll(async () => {
  database = await createTestDatabase()
  office = await openHandling(database)
})
afterAll(async () => {
  await office.close()
  await database.drop()
})

const AT = '2026-11-20T02:12:00.000Z'
const later = (seconds: number): string => new Date(Date.parse(AT) + seconds * 1000).toISOString()
const [reader, colleague] = [randomUUID(), randomUUID()]

const waiting = async () => {
  const { dossier } = await office.submit()
  const sealed = new Uint8Array([1, 2, 3])
  const secret = randomUUID()
  await keepSecret(office.store, office.agency, { secret, dossier, name: 'a', label: 'u1 @ a', sealed, now: AT })
  const open = (person: string, now: string) =>
    openSecret(office.store, office.agency, { secret, dossier, person, now })
  const isKept = async () => {
    const row = await office.store.inAgency(office.agency, (db) =>
      db.selectFrom('secret').select('sealed').where('secret', '=', secret).executeTakeFirstOrThrow(),
    )
    return row.sealed !== null
  }
  return { dossier, open, isKept }
}

test('pressed twice by the same person it is shown twice; to a colleague it is not', async () => {
  const { open } = await waiting()
  const both = await Promise.all([open(reader, AT), open(reader, AT)])
  expect(both.map((one) => one?.label)).toEqual(['u1 @ a', 'u1 @ a'])
  expect(await open(colleague, later(5))).toBeNull()
  expect(await open(reader, later(59))).not.toBeNull()
})

test('after a minute it is gone for its reader too, and is not kept anywhere', async () => {
  const { dossier, open, isKept } = await waiting()
  await open(reader, AT)
  expect(await open(reader, later(61))).toBeNull()
  expect(await isKept()).toBe(false)
  expect((await secretsOf(office.store, office.agency, dossier))[0]?.openedAt).toBe(AT)
})

test('nobody asks again: it is wiped once a day; one that was never read stays', async () => {
  const read = await waiting()
  const unread = await waiting()
  await read.open(reader, AT)
  await wipeOpened(office.store, office.agency, later(86_400))
  expect([await read.isKept(), await unread.isKept()]).toEqual([false, true])
})
