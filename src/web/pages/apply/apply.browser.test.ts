import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { SERVICE } from '../../../../test/support/apply.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'

let office: TestOffice
let browser: Browser

beforeAll(async () => {
  office = await startOffice({ works: false })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

const openForm = async (): Promise<Page> => {
  const { cookies } = await office.as('pemohon')
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'id-ID' })
  onTestFinished(() => context.close())
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' })))
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}${SERVICE}/apply`)
  return page
}

test('a field appears when it applies and goes when it does not', async () => {
  const page = await openForm()
  const address = page.getByLabel('Alamat IP tujuan')
  await address.waitFor({ state: 'hidden' })
  await page.getByLabel('Permohonan baru').check()
  await page.getByLabel('Alamat IP server sendiri').check()
  await address.waitFor({ state: 'visible' })
  await page.getByLabel('Penghapusan').check()
  await address.waitFor({ state: 'hidden' })
})

test('a name is judged while it is typed, and again when the answer on which it depends is changed', async () => {
  const page = await openForm()
  await page.getByLabel('Permohonan baru').check()
  await page.getByLabel('Nama subdomain yang diinginkan').fill('www')
  await page.getByText('dicadangkan untuk keperluan kantor').waitFor()
  await page.getByLabel('Nama subdomain yang diinginkan').fill('perpustakaan')
  await page.getByText('perpustakaan.demakkab.go.id dapat dipakai.').waitFor()
  await page.getByLabel('Penghapusan').check()
  await page.getByText('belum ada, sehingga tidak dapat diubah atau dihapus').waitFor()
})

test('what is typed is saved without a press, and stands there when the page is opened again', async () => {
  const page = await openForm()
  await page.getByLabel('Keperluan').fill('Katalog buku')
  await page.getByText('Draf tersimpan.').waitFor()
  const again = await openForm()
  expect(await again.getByLabel('Keperluan').inputValue()).toBe('Katalog buku')
})
