// What was held back leaves in the morning: one digest instead of a flood, nothing that is done or read already, nothing twice.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { mailsTo } from '../../test/support/people.ts'
import { startSmtp } from '../../test/support/servers/smtp.ts'
import { subdomainForm, submitted, toTechnician, type Walk } from '../../test/support/walk.ts'
import { createSmtpMail } from '../adapters/mail/smtp.ts'
import { releaseNotices } from './release-notices.ts'

/** Working days in Demak, one for each test; time only goes on. The office opens at half past seven. */
const DAYS = ['20', '23', '24', '25', '26', '27', '30'].map((day) => `2026-11-${day}`)
const AT = { opening: 'T00:30:00.000Z', morning: 'T02:00:00.000Z', noon: 'T04:00:00.000Z', evening: 'T13:00:00.000Z' }
let today = -1
const at = (moment: keyof typeof AT, day = today): string => `${DAYS[day] ?? '2026-12-01'}${AT[moment]}`
const OFFICER = 'pelaksana@dinkominfo.example'

let now = at('morning', 0)
let office: TestOffice
let smtp: Awaited<ReturnType<typeof startSmtp>>
beforeAll(async () => {
  smtp = await startSmtp()
  const from = { address: 'mipp@contoh.go.id', name: 'Dinas' }
  office = await startOffice({ now: () => now, mail: createSmtpMail({ url: `smtp://127.0.0.1:${smtp.port}`, from }) })
})
afterAll(async () => {
  await office.stop()
  await smtp.stop()
})
beforeEach(async () => {
  today += 1
  now = at('opening')
  await release()
  now = at('morning')
  smtp.received.length = 0
})

const release = async () => {
  await releaseNotices(office.office.tools, {}, 1)
  await office.jobsDone()
}
const told = async (): Promise<Walk> => {
  const walk = await submitted(office, subdomainForm(`pagi${randomUUID().slice(0, 8)}`))
  await office.jobsDone()
  return walk
}
const arrivedAt = (address: string) => smtp.received.filter(({ to }) => to.includes(address))
const numberOf = async (walk: Walk): Promise<string> => (await walk.see()).number

test('several pieces of work of one day are one mail on the next working morning, whoever sends it how often', async () => {
  const walks = [await told(), await told(), await told()]
  for (const moment of [at('evening'), '2026-11-21T02:00:00.000Z']) {
    now = moment
    await release()
  }
  expect(arrivedAt(OFFICER)).toEqual([])
  now = at('opening', today + 1)
  await Promise.all([release(), release(), release()])
  const [digest, ...more] = arrivedAt(OFFICER)
  expect(more).toEqual([])
  expect(digest?.mail.subject).toBe('Ringkasan Senin, 23 November 2026: 3 pemberitahuan')
  for (const walk of walks) {
    expect(digest?.mail.text).toContain(await numberOf(walk))
    expect(digest?.mail.html).toContain(`/dossiers/${walk.id}/tasks/`)
  }
})

test('work that is done before the morning, or that was read about, makes no mail, and the delivery says why', async () => {
  const [done, read] = [await told(), await told()]
  await done.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-01-05' })
  await (await office.as('pelaksana')).post('/notices', { do: 'all' })
  await office.jobsDone()
  now = at('opening', today + 1)
  await release()
  expect(arrivedAt(OFFICER)).toEqual([])
  const reasons = await office.office.store.inAgency('demak', (db) =>
    db
      .selectFrom('delivery as d')
      .innerJoin('notice as n', (join) => join.onRef('n.agency', '=', 'd.agency').onRef('n.notice', '=', 'd.notice'))
      .select(['n.dossier', 'd.reason'])
      .where('n.dossier', 'in', [done.id, read.id])
      .where('n.occasion', '=', 'work-arrived')
      .where('d.state', '=', 'skipped')
      .execute(),
  )
  expect(reasons.map(({ reason }) => (reason as { id: string }).id)).toEqual([
    'Sudah dibaca di aplikasi.',
    'Sudah dibaca di aplikasi.',
  ])
})

test('what is most urgent leaves at once, also at night; what is not waits', async () => {
  now = at('evening')
  const walk = await told()
  await walk.finish({ urgency: 'sangat-segera', secrecy: 'biasa', receivedOn: '2026-11-20' })
  await office.jobsDone()
  expect(arrivedAt('kadin@dinkominfo.example')).toHaveLength(1)
  expect(arrivedAt(OFFICER)).toEqual([])
})

test('whoever wants every mail at once gets it in working hours, and at night when the office opens', async () => {
  const officer = await office.as('pelaksana')
  await officer.post('/account/notices', { work: 'at-once' })
  await told()
  expect(arrivedAt(OFFICER)).toHaveLength(1)
  now = at('evening')
  const walk = await told()
  expect(arrivedAt(OFFICER)).toHaveLength(1)
  now = at('opening', today + 1)
  await release()
  const [, held] = arrivedAt(OFFICER)
  expect(held?.mail.subject).toBe(`[${await numberOf(walk)}] Permohonan Subdomain dan Hosting`)
  await officer.post('/account/notices', { work: '' })
})

test('whoever wants none finds it in the application alone; what the procedure demands comes all the same', async () => {
  const applicant = await office.as('pemohon')
  await applicant.post('/account/notices', { progress: 'in-app', talk: 'in-app' })
  const walk = await told()
  expect(arrivedAt('pemohon@arsip.example')).toEqual([])
  const { task } = await walk.task()
  const by = { kind: 'post', person: randomUUID(), post: 'pelaksana', capacity: 'definitive' } as const
  await walk.send(by, { type: 'return', task, reason: 'Lampirkan surat yang sudah ditandatangani.' })
  await office.jobsDone()
  const [returned] = arrivedAt('pemohon@arsip.example')
  expect(returned?.mail.text).toContain('Lampirkan surat yang sudah ditandatangani.')
  expect(returned?.mail.text).toContain('tidak dapat dimatikan')
  expect(returned?.mail.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false)
  await applicant.post('/account/notices', { progress: '', talk: '' })
})

test('all mails of one dossier stand together, have a page beside their text, and carry nothing from elsewhere', async () => {
  const walk = await told()
  now = at('noon')
  await toTechnician(walk)
  await office.jobsDone()
  const mails = arrivedAt('pemohon@arsip.example').map(({ mail }) => mail)
  expect(mails.length).toBeGreaterThan(1)
  const [first, second] = mails
  const subject = `[${await numberOf(walk)}] Permohonan Subdomain dan Hosting`
  expect(mails.map((mail) => mail.subject)).toEqual(mails.map(() => subject))
  expect(first?.inReplyTo).toBe(`<dossier.${walk.id}@demak.localhost>`)
  expect(second?.inReplyTo).toBe(first?.messageId)
  expect(second?.references).toBe(`<dossier.${walk.id}@demak.localhost> ${first?.messageId}`)
  for (const { html, text } of mails) {
    expect(html).toMatch(/<h1 [^>]*>Permohonan di/)
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i)
    expect(text).toContain('Permohonan Subdomain dan Hosting')
  }
})

test('a mail that may be switched off says how, by one request of the mail program without a session', async () => {
  await told()
  const [received] = arrivedAt('pemohon@arsip.example')
  const header = (name: string) => received?.mail.headers.find(({ key }) => key === name)?.value ?? ''
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const path = new URL(header('list-unsubscribe').replace(/[<>]/g, '')).pathname
  const stranger = office.visitor()
  expect((await stranger.get(path)).text).toContain('Hentikan surel ini')
  const body = Buffer.from('List-Unsubscribe=One-Click')
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await stranger.send('POST', path, type, body)).status).toBe(200)
  smtp.received.length = 0
  await told()
  expect(arrivedAt('pemohon@arsip.example')).toEqual([])
  for (const wrong of [`${path.slice(0, -4)}AAAA`, '/notices/off/x', '/notices/off/%00'])
    expect((await stranger.send('POST', wrong, type, body)).status).toBe(404)
  expect(await mailsTo(office, 'pemohon@arsip.example')).not.toEqual([])
  await (await office.as('pemohon')).post('/account/notices', { progress: '' })
})
