import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { AGENCY, mailsTo } from '../../test/support/people.ts'
import { linkOccasion, mailToSend, markMail, queueMail } from './mails.ts'

const LINK = 'https://mipp.example/invitation?token=rahasia'
let office: TestOffice
const now = () => office.office.tools.now()

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false })
})
afterAll(() => office.stop())

const write = (to: string, once: string, mail = randomUUID()) =>
  office.office.store.inAgency(AGENCY, (db) =>
    queueMail(db, { agency: AGENCY, mail, once, to, subject: 'Perihal', body: LINK, now: now() }),
  )

/** The queue is closed to the app: only the owner can look. */
const jobs = async (): Promise<number> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  const found = await client.query<{ n: number }>(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'send-mail'",
  )
  await client.end()
  return found.rows[0]?.n ?? 0
}

test('a mail and its sending are written together, once for one occasion', async () => {
  const before = await jobs()
  expect(await write('satu@dinas.example', 'sekali')).toBe(true)
  expect(await write('satu@dinas.example', 'sekali')).toBe(false)
  expect(await mailsTo(office, 'satu@dinas.example')).toHaveLength(1)
  expect((await jobs()) - before).toBe(1)
})

test('a mail whose reason falls through is not written either', async () => {
  const before = await jobs()
  const failing = office.office.store.inAgency(AGENCY, async (db) => {
    await queueMail(db, {
      agency: AGENCY,
      mail: randomUUID(),
      once: 'gagal',
      to: 'gagal@dinas.example',
      subject: 'x',
      body: 'x',
      now: now(),
    })
    throw new Error('the rest of the transaction fails')
  })
  await expect(failing).rejects.toThrow('the rest')
  expect(await mailsTo(office, 'gagal@dinas.example')).toEqual([])
  expect(await jobs()).toBe(before)
})

test.each(['sent', 'failed'] as const)(
  'a link that opens an account does not stay in the book when its mail is %s; other words do',
  async (state) => {
    const to = `${state}@dinas.example`
    const [secret, plain] = [randomUUID(), randomUUID()]
    await write(to, linkOccasion(secret), secret)
    await write(to, `biasa:${plain}`, plain)
    expect((await mailToSend(office.office.store, AGENCY, secret))?.body).toBe(LINK)
    for (const mail of [secret, plain])
      await markMail(office.office.store, AGENCY, { mail, state, reason: null, now: now(), keepBody: false })
    const mails = await mailsTo(office, to)
    expect(mails.find((one) => one.once === linkOccasion(secret))?.body).not.toContain('token')
    expect(mails.find((one) => one.once === `biasa:${plain}`)?.body).toBe(LINK)
    expect(await mailToSend(office.office.store, AGENCY, secret)).toBeNull()
  },
)

test('the demo keeps its mails whole: its outbox is the only way to read them', async () => {
  const mail = randomUUID()
  await write('peragaan@dinas.example', linkOccasion(mail), mail)
  await markMail(office.office.store, AGENCY, { mail, state: 'sent', reason: null, now: now(), keepBody: true })
  expect((await mailsTo(office, 'peragaan@dinas.example')).at(0)?.body).toBe(LINK)
})
