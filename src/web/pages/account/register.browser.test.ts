// Registering for a company in a real browser, with scripts and without, on a telephone and on a desk.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../../../../test/support/axe.ts'
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

const WAYS = [
  { javaScriptEnabled: true, viewport: { width: 390, height: 844 } },
  { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
  { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
]

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

test.each(WAYS)('a company registers, is told what is wrong, and loses nothing: %o', async (way) => {
  const context = await browser.newContext({ ...way, locale: 'id-ID' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}/register`)
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('radio', { name: 'Perusahaan' }).check()
  expect(await page.getByLabel('Perangkat daerah *', { exact: true }).isVisible()).toBe(!way.javaScriptEnabled)
  await page.getByLabel('Nama perusahaan').fill('PT Serat Utara')
  await page.getByLabel('NIB (Nomor Induk Berusaha)').fill('912000123456')
  await page.getByLabel('Alamat perusahaan').fill('Jalan Pemuda 12, Semarang')
  await page.getByLabel('Nama lengkap').fill('Manajer Perizinan')
  await page.getByLabel('Jabatan').fill('Manajer')
  await page.getByLabel('Surel').fill(`izin-${way.javaScriptEnabled}-${way.viewport.width}@serat.example`)
  await page.getByLabel('Nomor telepon').fill('024 765 4321')
  await page.getByLabel('Saya sudah membaca').check()
  await page.getByRole('button', { name: 'Kirim pendaftaran' }).click()
  await page.getByRole('link', { name: 'Tulis NIB sebanyak 13 angka' }).waitFor()
  expect(await page.getByLabel('Nama perusahaan').inputValue()).toBe('PT Serat Utara')
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await page.getByLabel('NIB (Nomor Induk Berusaha)').fill('9120001234567')
  await page.getByRole('button', { name: 'Kirim pendaftaran' }).click()
  await page.getByRole('heading', { name: 'Pendaftaran diterima' }).waitFor()
})
