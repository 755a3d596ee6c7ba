// Whoever keeps a work list open hears of a change after it was committed, once for many.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { type Handling, openHandling } from '../../test/support/handling.ts'
import { openStore } from './connect.ts'

let database: TestDatabase
let office: Handling
let listener: pg.Client
let heard: { agency: string; posts: string[] }[]

beforeAll(async () => {
  database = await createTestDatabase()
  office = await openHandling(database)
  listener = new pg.Client({ connectionString: database.appUrl })
  await listener.connect()
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? 'null')))
  await listener.query('listen mipp')
})

afterAll(async () => {
  await listener.end()
  await office.close()
  await database.drop()
})

const untilHeard = async (isEnough: () => boolean): Promise<void> => {
  while (!isEnough()) await new Promise((resolve) => listener.once('notification', resolve))
}

/** All that this store had to tell so far: messages come in the order in which they were sent. */
const allHeard = async (): Promise<string[][]> => {
  const mark = randomUUID()
  office.store.tell('demak', [mark])
  await untilHeard(() => heard.some(({ posts }) => posts.includes(mark)))
  return heard.map(({ posts }) => posts.filter((post) => post !== mark)).filter((posts) => posts.length > 0)
}

test('the posts whose work lists changed are told', async () => {
  heard = []
  await Promise.all(Array.from({ length: 8 }, () => office.submit()))
  const told = await allHeard()
  expect(new Set(told.flat())).toEqual(new Set(['pelaksana']))
  expect(heard.every(({ agency }) => agency === 'demak')).toBe(true)
})

test('many changes at once are told in one message, each post once', async () => {
  heard = []
  for (const posts of [['pelaksana', 'sekretaris'], ['sekretaris'], [], ['pelaksana']])
    office.store.tell('demak', posts)
  expect(await allHeard()).toEqual([['pelaksana', 'sekretaris']])
})

test('what was refused or done before is told to nobody', async () => {
  const order = office.submitOrder()
  await office.handle(order)
  await allHeard()
  heard = []
  expect(await office.handle(order)).toMatchObject({ isRepeated: true })
  expect(await office.send(randomUUID(), order.by, { type: 'withdraw', reason: '' })).toMatchObject({ ok: false })
  expect(await allHeard()).toEqual([])
})

test('a store that closes still tells what waits', async () => {
  heard = []
  const closing = openStore(database.ownerUrl, 'mipp_app', 1)
  closing.tell('demak', ['sekretaris'])
  await closing.close()
  await untilHeard(() => heard.length > 0)
  expect(heard).toEqual([{ agency: 'demak', posts: ['sekretaris'] }])
})

test('more posts than one message holds are told in several', async () => {
  heard = []
  const posts = Array.from({ length: 250 }, (_, at) => `jabatan-dengan-nama-yang-panjang-sekali-${at}`)
  office.store.tell('demak', posts)
  const told = await allHeard()
  expect(told.length).toBe(3)
  expect(told.flat().toSorted()).toEqual(posts.toSorted())
})
