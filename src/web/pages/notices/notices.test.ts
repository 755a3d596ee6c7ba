// The bell and the list of what one was told: only one's own, nothing secret, read one by one or all at once.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted, type Walk } from '../../../../test/support/walk.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

const fresh = (): Promise<Walk> => submitted(office, subdomainForm(`lonceng${randomUUID().slice(0, 8)}`))
const told = async (): Promise<Walk> => {
  const walk = await fresh()
  await office.jobsDone()
  return walk
}
const numberOf = async (walk: Walk): Promise<string> => (await walk.see()).number
const bellOf = async (visit: Visit, at = '/account'): Promise<string> =>
  /id="bell".*?<span class="visually-hidden">(.*?)<\/span><\/a>/s.exec((await visit.get(at)).text)?.[1] ?? ''
const noticeOf = (text: string, line: string): string => {
  const row = text.split('<li class="news-row').find((part) => part.includes(line))
  return /name="notice" value="(.*?)"/.exec(row ?? '')?.[1] ?? ''
}

test('the bell counts what was not read, and the list leads to each dossier', async () => {
  const visit = await office.as('pemohon')
  await visit.post('/notices', { do: 'all' })
  expect(await bellOf(visit)).toBe('Pemberitahuan')
  const walk = await told()
  expect(await bellOf(visit)).toBe('Pemberitahuan, 1 belum dibaca')
  const page = await visit.get('/notices')
  expect(wordsOf(page.text)).toContain(`Permohonan Anda diterima dengan nomor ${await numberOf(walk)}`)
  const opened = await visit.post('/notices', { do: 'open', notice: noticeOf(page.text, await numberOf(walk)) })
  expect(opened.location).toBe(`/mine/${walk.id}`)
  expect(await bellOf(visit)).toBe('Pemberitahuan')
})

test('work that is done meanwhile is not counted any more, and the list says so', async () => {
  const officer = await office.as('pelaksana')
  await officer.post('/notices', { do: 'all' })
  const walk = await told()
  expect(await bellOf(officer)).toBe('Pemberitahuan, 1 belum dibaca')
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-01-05' })
  expect(await bellOf(officer)).toBe('Pemberitahuan')
  expect(wordsOf((await officer.get('/notices')).text)).toContain('sudah dikerjakan')
})

test('nobody reads or marks the notices of somebody else', async () => {
  const walk = await told()
  const [applicant, head] = [await office.as('pemohon'), await office.as('kepala-dinas')]
  const notice = noticeOf((await applicant.get('/notices')).text, await numberOf(walk))
  expect(notice).not.toBe('')
  const before = await bellOf(applicant)
  const tried = await head.post('/notices', { do: 'open', notice })
  expect(tried.location).toBe('/notices')
  expect(await bellOf(applicant)).toBe(before)
  expect(wordsOf((await head.get('/notices')).text)).not.toContain(await numberOf(walk))
  expect((await office.visitor().get('/notices')).location).toContain('/sign-in')
})

test('of a dossier that is secret the list says only where to look', async () => {
  const walk = await told()
  const subject = (await walk.see()).subject
  const officer = await office.as('pelaksana')
  expect(wordsOf((await officer.get('/notices')).text)).toContain(subject)
  await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-01-05' })
  await office.jobsDone()
  for (const role of ['pelaksana', 'kepala-dinas', 'pemohon']) {
    const words = wordsOf((await (await office.as(role)).get('/notices')).text)
    expect(words).toContain(await numberOf(walk))
    expect(words).not.toContain(subject)
  }
})

const JSON_BODY = { 'content-type': 'application/json' }

test('a program sees and marks the notices of its person, chooses for them, and reads who was told; nobody else’s', async () => {
  const walk = await told()
  const mine = await programOf(office, 'pemohon')
  const officer = await programOf(office, 'pelaksana')
  const list = await mine.get('/notices')
  const one = list.json.notices.find(({ dossier }: { dossier: string }) => dossier === walk.id)
  expect(one).toMatchObject({ occasion: 'received', readAt: null, line: { en: expect.stringContaining('received') } })
  expect((await officer.post('/notices/read', { notice: one.notice })).status).toBe(404)
  expect((await mine.post('/notices/read', { notice: one.notice })).status).toBe(204)
  const left = (await mine.get('/notices')).json.notices.map(({ notice }: { notice: string }) => notice)
  expect(left).not.toContain(one.notice)
  expect(
    (await officer.send('PATCH', '/notice-choices', { body: JSON.stringify({ work: 'at-once' }), headers: JSON_BODY }))
      .json,
  ).toMatchObject({ work: 'at-once' })
  expect(
    (await officer.send('PATCH', '/notice-choices', { body: JSON.stringify({ work: null }), headers: JSON_BODY })).json,
  ).toMatchObject({ work: null })
  const { deliveries } = (await officer.get(`/dossiers/${walk.id}/deliveries`)).json
  expect(deliveries).toContainEqual(expect.objectContaining({ occasion: 'received', channel: 'email', state: 'sent' }))
  expect((await mine.get(`/dossiers/${walk.id}/deliveries`)).status).toBe(403)
  expect((await officer.get('/notice-texts/received')).status).toBe(403)
  const admin = await programOf(office, 'admin')
  expect((await admin.get('/notice-texts/received')).json).toMatchObject({ isDefault: true, version: 0 })
  const words = { headline: 'A', body: 'B {apa}', line: 'C' }
  const wrong = await admin.post('/notice-texts/received', { version: 0, words: { id: words, en: words } })
  expect(wrong.status).toBe(422)
})
