// The database is there and cannot do what it should: too slow, out of connections, read-only. A plain page, nothing lost.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { heldBy } from './support/held.ts'
import { logBook } from './support/log-book.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Line, startLine } from './support/servers/line.ts'
import { type Answer, type Visit, wordsOf } from './support/visit.ts'
import { subdomainForm, submitted, type Walk } from './support/walk.ts'

const log = logBook()
let office: TestOffice
let line: Line
let pemohon: Visit
let pelaksana: Visit
let walk: Walk

beforeAll(async () => {
  office = await startOffice({
    works: false,
    logTo: log,
    databasePatience: { connectMs: 2_000, statementMs: 400, answerMs: 800 },
    reach: async (databaseUrl) => {
      const url = new URL(databaseUrl)
      line = await startLine({ host: url.hostname, port: Number(url.port) })
      url.host = `127.0.0.1:${line.port}`
      return url.href
    },
  })
  pemohon = await office.as('pemohon')
  pelaksana = await office.as('pelaksana')
})
afterAll(async () => {
  await office.stop()
  await line.stop()
})
let count = 0
beforeEach(async () => {
  walk = await submitted(office, subdomainForm(`susah${++count}`))
})

/** What listens for news comes back by itself, and may have taken one before. */
const takeAllConnections = async (taken: pg.Client[] = []): Promise<pg.Client[]> => {
  const next = new pg.Client({ connectionString: office.ownerUrl })
  const fault = await next.connect().then(
    () => null,
    (refused: Error) => refused,
  )
  if (fault === null) return takeAllConnections([...taken, next])
  expect(fault.message).toContain('too many connections')
  return taken
}

const comment = (text: string): Promise<Answer> =>
  pemohon.post(`/mine/${walk.id}/comment`, { act: 'comment', key: randomUUID(), text }, [], `/mine/${walk.id}`)
const comments = async (): Promise<string[]> => (await walk.see()).comments.map((one) => one.text)

/** Sends the held form twice: what was not recorded is recorded, once. */
const sendAgain = async (held: Answer): Promise<void> => {
  const { action, fields } = heldBy(held.text)
  for (const _ of [1, 2]) expect((await pemohon.post(action, fields)).location).toBe(`/mine/${walk.id}`)
}

/** On the same server but not in the database of the office, nor over its line. */
const onServer = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('databaseServerUrl') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
const database = (): string => new URL(office.ownerUrl).pathname.slice(1)
/** And waits until the office has heard of it. */
const dropConnections = async (): Promise<void> => {
  await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database()}'`)
  const pools = [office.office.store.pool, office.office.tools.store.pool]
  while (pools.some((pool) => pool.totalCount > 0)) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** What the operator finds under the code that the page shows. */
const lineOf = (answer: Answer) => log.lines().find((one) => one.requestId === answer.headers['x-request-id'])

const isHeld = (answer: Answer, title: string, inEnglish: { outage: string; msg: string }): void => {
  const words = wordsOf(answer.text)
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBeDefined()
  expect(words).toContain(title)
  expect(words).toContain(String(answer.headers['x-request-id']))
  expect(words).toContain('Isian Anda masih ada')
  expect(lineOf(answer)).toMatchObject({
    level: 'error',
    method: 'POST',
    path: `/mine/${walk.id}/comment`,
    ...inEnglish,
  })
}

describe('when the database is too slow', () => {
  test('a slow line is waited for', async () => {
    line.delay(20)
    expect((await pemohon.get(`/mine/${walk.id}`)).status).toBe(200)
    line.delay(0)
  })

  test('a line on which no answer comes is given up, in plain words, and the form is held', async () => {
    const anHour = 3_600_000
    line.delay(anHour)
    const held = await comment('Lewat jalur macet')
    const page = await office.visitor().get('/track/AAAAAAAAAA', { 'accept-language': 'en' })
    // What still hangs on this line would never come.
    await line.cut()
    line.delay(0)
    await line.mend()
    isHeld(held, 'Sistem sedang sangat lambat', { outage: 'slow', msg: 'the database is too slow' })
    expect(wordsOf(page.text)).toContain('did not answer in time')
    await sendAgain(held)
    expect(await comments()).toEqual(['Lewat jalur macet'])
  })

  test('a statement that waits for another for too long is stopped, and nothing of it stays', async () => {
    const other = new pg.Client({ connectionString: office.ownerUrl })
    await other.connect()
    await other.query('begin')
    await other.query('lock table event in access exclusive mode')
    const held = await comment('Di belakang yang lain')
    await other.query('rollback')
    await other.end()
    isHeld(held, 'Sistem sedang sangat lambat', { outage: 'slow', msg: 'the database is too slow' })
    expect(await comments()).toEqual([])
    await sendAgain(held)
    expect(await comments()).toEqual(['Di belakang yang lain'])
  })
})

describe('when the database has no connection left', () => {
  test('a plain page says that it is busy, the form is held, and it goes on by itself', async () => {
    await onServer(`alter database ${database()} connection limit 2`)
    await dropConnections()
    const others = await takeAllConnections()
    const held = await comment('Waktu ramai')
    for (const other of others) await other.end()
    await onServer(`alter database ${database()} connection limit -1`)
    isHeld(held, 'Sistem sedang sangat ramai', { outage: 'busy', msg: 'the database is out of connections' })
    await sendAgain(held)
    expect(await comments()).toEqual(['Waktu ramai'])
  })
})

describe('when the database is read-only for a while', () => {
  test('pages can be read, what is sent is held with the reason, and is recorded afterwards', async () => {
    await onServer(`alter database ${database()} set default_transaction_read_only = on`)
    await dropConnections()
    const code = (await walk.see()).trackingCode
    for (const path of ['/', '/mine', `/mine/${walk.id}`, `/track/${code}`]) {
      expect((await pemohon.get(path)).status, path).toBe(200)
    }
    expect((await pelaksana.get('/work')).status).toBe(200)
    const held = await comment('Saat hanya baca')
    await onServer(`alter database ${database()} reset default_transaction_read_only`)
    await dropConnections()
    isHeld(held, 'Untuk sementara hanya dapat dibaca', { outage: 'reading', msg: 'the database is read-only' })
    expect(wordsOf(held.text)).toContain('Halaman tetap dapat dibuka')
    await sendAgain(held)
    expect(await comments()).toEqual(['Saat hanya baca'])
  })
})
