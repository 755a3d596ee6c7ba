// Attaching a file by hand, in a real browser without scripts: found, sent, told what is wrong, and without barriers.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyFor } from './support/apply.ts'
import { findBarriers } from './support/axe.ts'
import { launchBrowser } from './support/browser.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { letterPdf } from './support/walk.ts'

let office: TestOffice
let browser: Browser
beforeAll(async () => {
  office = await startOffice()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

const pageOf = async (role: string): Promise<Page> => {
  const visit = await office.as(role)
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: 'id-ID' })
  const value = visit.cookies.get('mipp_session') ?? ''
  await context.addCookies([{ name: 'mipp_session', value, domain: visit.host.split(':')[0] ?? '', path: '/' }])
  return context.newPage()
}

const attach = async (page: Page, name: string | null, note: string): Promise<void> => {
  const form = page.locator('form', { has: page.locator('input[name="file"]') })
  if (!(await form.isVisible())) await page.getByText('Lampirkan berkas').click()
  if (name !== null) {
    const buffer = Buffer.from(await letterPdf(name))
    await form.getByLabel('Berkas').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  }
  await form.getByLabel('Keterangan').fill(note)
  await form.getByRole('button', { name: 'Lampirkan' }).click()
}

test.each([
  ['pemohon', (id: string) => `/mine/${id}`],
  ['pelaksana', (id: string) => `/dossiers/${id}`],
] as const)('%s attaches on a telephone, after forgetting the file once', async (role, address) => {
  const walk = await applyFor(office, await office.as('pemohon'), `peramban${role}`)
  const page = await pageOf(role)
  const { host } = await office.as(role)
  await page.goto(`http://${host}${address(walk.id)}`)
  await attach(page, null, 'Denah ruang')
  expect(await page.getByText('Pilih berkas yang akan dilampirkan.').first().isVisible()).toBe(true)
  expect(await findBarriers(page)).toEqual([])
  await attach(page, 'denah.pdf', 'Denah ruang')
  expect(await page.getByText('Berkas sudah dilampirkan.').first().isVisible()).toBe(true)
  expect(await page.getByText('Lampiran: denah.pdf').first().isVisible()).toBe(true)
  expect(await findBarriers(page)).toEqual([])
  expect((await walk.see()).attachments).toMatchObject([{ note: 'Denah ruang' }])
  await page.context().close()
})
