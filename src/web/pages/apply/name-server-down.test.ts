import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyFor, fillIn, SERVICE, typed, upload } from '../../../../test/support/apply.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { letterPdf } from '../../../../test/support/walk.ts'

let office: TestOffice
beforeAll(async () => {
  // Port 9 of this machine: nobody answers there.
  const env = {
    MIPP_DNS_DEMAK_URL: 'http://127.0.0.1:9',
    MIPP_DNS_DEMAK_KEY: 'kunci',
    MIPP_DNS_DEMAK_SERVER: '127.0.0.1:9',
  }
  office = await startOffice({ works: false, env })
})
afterAll(() => office.stop())

test('a name server that does not answer is told plainly, without its address, and keeps nobody from applying', async () => {
  const pemohon = await office.as('pemohon')
  const check = wordsOf((await pemohon.get(`${SERVICE}/check-name?field=nama-domain&value=arsip&jenis=baru`)).text)
  expect(check).toContain('Server nama sedang tidak dapat ditanya')
  expect(check).not.toContain('127.0.0.1')
  const filled = await fillIn(pemohon, typed('arsip'), [upload(await letterPdf())])
  expect(filled.location).toBe(`${SERVICE}/summary`)
  expect(wordsOf((await pemohon.get(`${SERVICE}/summary`)).text)).toContain(
    'Anda tetap dapat mengirim; kantor memeriksanya lagi.',
  )
  const walk = await applyFor(office, pemohon, 'arsip')
  expect((await walk.see()).status).toBe('open')
})
