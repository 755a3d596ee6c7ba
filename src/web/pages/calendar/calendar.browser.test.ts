// The pages of the calendar in a real browser: no barriers, no overflow, and everything by hand without scripts.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'

let office: TestOffice
let browser: Browser

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => '2026-11-20T02:12:00.000Z' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

const asAdmin = async (options: { width: number; javaScriptEnabled: boolean }): Promise<Page> => {
  const { width, javaScriptEnabled } = options
  const baseURL = `http://demak.localhost:${office.port}`
  const viewport = { width, height: 800 }
  const context = await browser.newContext({ viewport, locale: 'id-ID', javaScriptEnabled, baseURL })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('button[name=role][value=admin]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

test.each([390, 1280])('no page has barriers or is wider than %i pixels', async (width) => {
  const page = await asAdmin({ width, javaScriptEnabled: true })
  const paths = ['/calendar', '/calendar/of/utama/periods/1', '/calendar/of/utama/import', '/calendar/units']
  for (const path of [...paths, '/calendar/of/utama/closures/new', '/calendar/new']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
    expect(await findBarriers(page), path).toEqual([])
  }
})

test('a holiday is entered and taken out, and a file imported, without scripts', async () => {
  const page = await asAdmin({ width: 390, javaScriptEnabled: false })
  await page.goto('/calendar?year=2026')
  await page.locator('#holidays a[href$="/holidays/new"]').click()
  await page.fill('[name=on]', '2026-12-09')
  await page.fill('[name=name]', 'Pilkades serentak')
  await page.locator('main form button.button-primary').click()
  expect(await page.locator('.error-summary').textContent()).toContain('Tulis alasannya')
  expect(await page.inputValue('[name=name]')).toBe('Pilkades serentak')
  await page.fill('[name=reason]', 'SE Bupati 12/2026')
  await page.locator('main form button.button-primary').click()
  await page.waitForURL('**/calendar?year=2026')
  expect(await page.locator('.month-names').allTextContents()).toContainEqual(
    expect.stringContaining('9 Pilkades serentak'),
  )
  await page.locator('#holidays summary').click()
  await page.getByRole('link', { name: /Pilkades serentak/ }).click()
  await page.locator('summary.button-danger').click()
  await page.fill('#remove-reason', 'Pilkades ditunda')
  await page.locator('main form button.button-danger').click()
  await page.waitForURL('**/calendar?year=2026')
  expect(await page.locator('.months').textContent()).not.toContain('Pilkades serentak')

  await page.goto('/calendar/of/utama/import')
  await page.setInputFiles('[name=file]', {
    name: 'libur-2028.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('tanggal;nama;jenis\n1/1/2028;Tahun Baru 2028;libur\n31/2/2028;Salah;libur\n'),
  })
  await page.locator('main form button.button-primary').click()
  expect(await page.locator('.status-mark').allTextContents()).toEqual(['ditolak', 'baru'])
  expect(await findBarriers(page)).toEqual([])
  await page.fill('[name=reason]', 'SKB 2028')
  await page.locator('main form button.button-primary').click()
  await page.waitForURL('**/calendar?year=2028')
  expect(await page.locator('.months').textContent()).toContain('Tahun Baru 2028')
})
