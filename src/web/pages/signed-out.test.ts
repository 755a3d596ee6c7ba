// Signed out in one tab, sent from another: nothing typed is lost, and nothing is promised that is not kept.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVICE, typed, upload } from '../../../test/support/apply.ts'
import { heldBy } from '../../../test/support/held.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { wordsOf } from '../../../test/support/visit.ts'
import { letterPdf, subdomainForm, submitted } from '../../../test/support/walk.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false })
})
afterAll(() => office.stop())

const signedOut = async () => {
  const tab = await office.as('pemohon')
  await tab.post('/sign-out', {})
  tab.cookies.delete('mipp_session')
  return tab
}

test('a message is held by the page, and recorded once it is sent again after signing in', async () => {
  const walk = await submitted(office, subdomainForm('keluar'))
  const tab = await signedOut()
  const to = `/mine/${walk.id}/comment`
  const held = await tab.post(to, { act: 'comment', key: randomUUID(), text: 'Diketik lalu keluar' })
  expect(held.status).toBe(401)
  expect(wordsOf(held.text)).toContain('Anda sudah keluar')
  expect(held.text).not.toContain('Isian Anda disimpan')
  const { action, fields } = heldBy(held.text)
  expect({ action, text: fields.text }).toEqual({ action: to, text: 'Diketik lalu keluar' })
  const again = await office.as('pemohon')
  // The page still carries the key of the ended session: it comes once more, with the key of this one.
  const once = await again.post(action, fields)
  expect(once.status).toBe(409)
  expect((await walk.see()).comments).toEqual([])
  expect((await again.post(action, heldBy(once.text).fields)).status).toBe(303)
  expect((await walk.see()).comments.map(({ text }) => text)).toEqual(['Diketik lalu keluar'])
})

test('the long form with its file is held too; the file has to be chosen again', async () => {
  const tab = await signedOut()
  const held = await tab.post(`${SERVICE}/apply`, typed('keluar-dua'), [upload(await letterPdf())])
  expect(held.status).toBe(401)
  expect(held.text).toContain('Laman arsip daerah')
  expect(wordsOf(held.text)).toContain('surat.pdf')
})

test('a form with a password is never shown again, and a stranger is asked to sign in', async () => {
  const tab = await signedOut()
  const secret = await tab.post('/account', { do: 'password', oldPassword: 'rahasia-lama' })
  expect(secret.location).toContain('/sign-in')
  expect(secret.text).not.toContain('rahasia-lama')
  expect((await office.visitor().post('/account', { do: 'language' })).location).toContain('/sign-in')
})
