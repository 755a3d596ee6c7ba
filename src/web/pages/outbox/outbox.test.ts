// A mail that could not be delivered stands in the outbox, and an administrator sends it again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import type { MailMessage, MailPort } from '../../../adapters/mail/port.ts'
import { sentence } from '../../../core/sentence.ts'
import { linkOccasion, queueMail } from '../../../store/mails.ts'
import { outbox } from '../../../store/outbox.ts'

const sent: MailMessage[] = []
let isDown = true
const mail: MailPort = {
  name: 'book',
  isStandIn: true,
  send: async (message) => {
    if (isDown) return { ok: false, retry: false, reason: sentence('Server surel menolak.', 'Refused.') }
    sent.push(message)
    return { ok: true, value: { acceptedBy: 'book', reply: '250' } }
  },
}
let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ mail })
})
afterAll(() => office.stop())

const failed = async (once: string): Promise<string> => {
  isDown = true
  const { store, tools } = office.office
  const id = tools.newId()
  const draft = { agency: 'demak', mail: id, once, to: 'a@dinas.example', subject: once, body: 'Isi', now: tools.now() }
  await store.inAgency('demak', (db) => queueMail(db, draft))
  await office.jobsDone()
  isDown = false
  return id
}
const stateOf = async (id: string) =>
  (await outbox(office.office.store, 'demak', 50)).find((one) => one.mail === id)?.state

test('an administrator sends it again by a button, once, however often it is pressed', async () => {
  const id = await failed('gagal-sekali')
  expect(await stateOf(id)).toBe('failed')
  const admin = await office.as('admin')
  const page = await admin.get('/outbox')
  expect(wordsOf(page.text)).toContain('Server surel menolak.')
  expect(page.text).toContain(`name="mail" value="${id}"`)
  const answers = await Promise.all([1, 2].map(() => admin.post('/outbox', { mail: id })))
  expect(answers.map((answer) => answer.location)).toEqual(['/outbox', '/outbox'])
  await office.jobsDone()
  expect(await stateOf(id)).toBe('sent')
  expect(sent.filter((one) => one.subject === 'gagal-sekali')).toHaveLength(1)
  expect((await admin.get('/outbox')).text).not.toContain(`name="mail" value="${id}"`)
})

test('nobody else may, and no button is shown to them', async () => {
  const id = await failed('bukan-untukmu')
  for (const role of ['pemohon', 'pelaksana']) {
    const visit = await office.as(role)
    expect((await visit.get('/outbox')).text).not.toContain(`value="${id}"`)
    expect((await visit.post('/outbox', { mail: id })).status).toBe(404)
  }
  expect(await stateOf(id)).toBe('failed')
})

test('a mail whose one-time link was wiped cannot be sent again', async () => {
  const real = await startOffice({ mail, isDemo: false })
  try {
    isDown = true
    const { store, tools } = real.office
    const once = linkOccasion('satu')
    const draft = { agency: 'demak', mail: tools.newId(), once, to: 'a@b.example', subject: 'Tautan', body: 'Isi' }
    await store.inAgency('demak', (db) => queueMail(db, { ...draft, now: tools.now() }))
    await real.jobsDone()
    expect(await outbox(store, 'demak', 5)).toMatchObject([{ state: 'failed', maySendAgain: false }])
  } finally {
    await real.stop()
  }
})
