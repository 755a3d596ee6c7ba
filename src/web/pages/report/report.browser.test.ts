// A report and an order in a real browser, with scripts and without, on a telephone and on a desk.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import type { TestOffice } from '../../../../test/support/office.ts'
import { startOfficeOfWays } from '../../../../test/support/ways.ts'

let office: TestOffice
let browser: Browser
let nowMs = Date.parse('2026-11-20T02:00:00.000Z')

beforeAll(async () => {
  office = await startOfficeOfWays({ works: false, now: () => new Date(nowMs).toISOString() })
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

const opened = async (way: (typeof WAYS)[number], path: string, role?: string): Promise<Page> => {
  const context = await browser.newContext({ ...way, locale: 'id-ID' })
  onTestFinished(() => context.close())
  if (role) {
    const { cookies } = await office.as(role)
    const given = [...cookies].map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' }))
    await context.addCookies(given)
  }
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}${path}`)
  return page
}

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

test.each(WAYS)('a report is sent without an account, and its code is shown: %o', async (way) => {
  const page = await opened(way, '/')
  await page.getByRole('link', { name: 'Laporan konten uji' }).first().click()
  if (!page.url().includes('/report/')) await page.getByRole('link', { name: 'Laporkan tanpa akun' }).click()
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await page.getByLabel('Alamat laman').fill('https://contoh.example/judi')
  nowMs += 20_000
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await page.getByRole('link', { name: 'Kategori belum diisi.' }).waitFor()
  expect(await page.getByLabel('Alamat laman').inputValue()).toBe('https://contoh.example/judi')
  await page.getByLabel('Judi online').check()
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await page.getByRole('heading', { name: 'Laporan Anda sudah diterima' }).waitFor()
  const code = (await page.locator('#report-code').textContent()) ?? ''
  expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await page.reload()
  expect(await page.content()).not.toContain(code)
})

test.each(WAYS)('an order is given from the work list: %o', async (way) => {
  const page = await opened(way, '/work', 'kabid')
  await page.getByText('Perintah baru').click()
  await page.getByRole('link', { name: 'Pengujian jaringan' }).click()
  await page.getByRole('textbox', { name: 'Lokasi' }).fill(`Balai ${way.viewport.width}`)
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await page.getByRole('button', { name: 'Lanjut, periksa isian' }).click()
  await page.getByRole('button', { name: 'Beri perintah' }).click()
  await page.getByText('Perintah diberikan dengan nomor berkas').waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
})
