// Who was told of a dossier: seen by whoever may look inside, with what failed and why, and sent again from there.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { smtpReply, startSmtp } from '../../../../test/support/servers/smtp.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { createSmtpMail } from '../../../adapters/mail/smtp.ts'

let isRefusing = true
let smtp: Awaited<ReturnType<typeof startSmtp>>
let office: TestOffice
beforeAll(async () => {
  smtp = await startSmtp({
    onRcptTo: (_to, _session, done) => done(isRefusing ? smtpReply(550, 'No such user') : null),
  })
  const from = { address: 'mipp@contoh.go.id', name: 'Dinas' }
  office = await startOffice({ mail: createSmtpMail({ url: `smtp://127.0.0.1:${smtp.port}`, from }) })
})
afterAll(async () => {
  await office.stop()
  await smtp.stop()
})

test('an address that does not exist is shown on the dossier with the reason, and the mail is sent again from there', async () => {
  const { id } = await submitted(office, subdomainForm(`gagal${randomUUID().slice(0, 8)}`))
  await office.jobsDone()
  const officer = await office.as('pelaksana')
  const page = await officer.get(`/dossiers/${id}/told`)
  expect(wordsOf(page.text)).toContain('menolak alamat pemohon@arsip.example')
  expect(wordsOf((await officer.get(`/dossiers/${id}`)).text)).toContain('Siapa diberi tahu')
  isRefusing = false
  const mail = /name="mail" value="(.*?)"/.exec(page.text)?.[1] ?? ''
  expect((await officer.post(`/dossiers/${id}/told`, { mail })).location).toBe(`/dossiers/${id}/told`)
  await office.jobsDone()
  expect(wordsOf((await officer.get(`/dossiers/${id}/told`)).text)).toMatch(/terkirim hari ini/)
  expect(smtp.received.filter(({ to }) => to.includes('pemohon@arsip.example'))).toHaveLength(1)
  const other = await submitted(office, subdomainForm(`lain${randomUUID().slice(0, 8)}`))
  await officer.post(`/dossiers/${other.id}/told`, { mail })
  expect(smtp.received.filter(({ mail: { messageId } }) => messageId?.includes(mail))).toHaveLength(1)
  for (const nobody of [await office.as('pemohon'), office.visitor()])
    expect((await nobody.get(`/dossiers/${id}/told`)).status).not.toBe(200)
})
