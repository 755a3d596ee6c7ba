// The board: only for whoever leads others, what is late below them, and nothing that stops in silence.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { post, subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { ring } from '../../../jobs/ring.ts'

let office: TestOffice
let now = ''
const clock = (wall: string, day = '2026-11-20'): void => {
  now = new Date(`${day}T${wall.replace('.', ':')}:00+07:00`).toISOString()
}
beforeAll(async () => {
  clock('08.00')
  office = await startOffice({ works: false, now: () => now })
})
afterAll(() => office.stop())

const asOwner = async (sql: string, values: unknown[] = []): Promise<void> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  await client.query(sql, values).finally(() => client.end())
}
const board = async (role: string): Promise<string> => wordsOf((await (await office.as(role)).get('/board')).text)

test('is not there for applicants and for officers who lead nobody; strangers are asked to sign in', async () => {
  for (const role of ['pemohon', 'pelaksana']) expect((await (await office.as(role)).get('/board')).status).toBe(404)
  expect((await office.visitor().get('/board')).location).toBe('/sign-in?to=%2Fboard')
  expect((await (await programOf(office, 'pelaksana')).get('/board')).json.code).toBe('not-allowed')
})

test('shows what is late, without a reason, then without a note, to those above', async () => {
  clock('09.00')
  const walk = await submitted(office, subdomainForm('papan'))
  const { number } = await walk.see()
  const { task } = await walk.task()
  clock('09.30')
  await ring(office.office.tools, {}, 1)
  const first = await board('kabid')
  expect(first).toContain('Lewat batas sekarang')
  expect(first).toContain(number)
  expect(await board('sekretaris')).not.toContain(number)
  await walk.send(post('pelaksana'), { type: 'explain-breach', clock: task, reason: 'beban-kerja', note: '' })
  const { json } = await (await programOf(office, 'kabid')).get('/board')
  expect([json.unexplained, json.unacknowledged.map((one: { number: string }) => one.number)]).toEqual([[], [number]])
  await walk.send(post('kabid-aptika'), { type: 'acknowledge-breach', clock: task, remark: '' })
  expect((await (await programOf(office, 'kabid')).get('/board')).json.unacknowledged).toEqual([])
})

test('an escalation above the head stands here, since nobody stands above who could be told', async () => {
  clock('10.00')
  const walk = await submitted(office, subdomainForm('pucuk'))
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20', note: '' })
  clock('10.30')
  await ring(office.office.tools, {}, 1)
  const { number } = await walk.see()
  const { json } = await (await programOf(office, 'admin')).get('/board')
  const found = json.undelivered.find((one: { late: { number: string } }) => one.late.number === number)
  expect(found).toMatchObject({ gap: 'nobody-above', late: { posts: ['kepala-dinas'] } })
  expect(await board('kepala-dinas')).toContain('Tidak ada jabatan di atasnya')
})

test('a post that nobody holds is named, with who does its work and the way to name a holder', async () => {
  await asOwner(`delete from mandate where agency = 'demak' and post = 'kabid-aptika'`)
  const page = await (await office.as('kepala-dinas')).get('/board')
  const words = wordsOf(page.text)
  expect(words).toContain('Jabatan tanpa pemegang')
  expect(page.text).toContain('href="/organisation/posts/kabid-aptika"')
})
