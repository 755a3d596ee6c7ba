// An officer writes the text of a letter beside its printed page: it becomes new while typing, a fault leads to its line, nothing typed is lost.
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

const open = async (options: { javaScriptEnabled: boolean; width?: number }): Promise<Page> => {
  const visit = await office.as('admin')
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'id-ID',
    javaScriptEnabled: options.javaScriptEnabled,
  })
  onTestFinished(() => context.close())
  await context.addCookies([
    { name: 'mipp_session', value: visit.cookies.get('mipp_session') ?? '', domain: 'demak.localhost', path: '/' },
  ])
  return context.newPage()
}

/** A draft of the next edition of the account letter. */
const begin = async (page: Page): Promise<void> => {
  await page.goto(`http://demak.localhost:${office.port}/letters/new?from=surat-akun@1`)
  await page.getByRole('button', { name: 'Mulai menulis' }).click()
  await page.locator('textarea[name=source]').waitFor()
}

test('the printed page becomes new while typing, without leaving the text; a fault leads to its line', async () => {
  const page = await open({ javaScriptEnabled: true })
  await begin(page)
  const text = page.locator('textarea[name=source]')
  const before = await text.inputValue()
  await text.fill(before.replace('Demikian disampaikan', 'Demikian kalimat baru disampaikan'))
  const drawn = page.locator('canvas.letter-page:not([data-png])')
  await drawn.first().waitFor()
  expect(await drawn.first().evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.width : 0))).toBe(800)
  expect(await findBarriers(page)).toEqual([])
  await text.fill(before.replace('{keperluan}', '{keperluann}'))
  const fault = page.locator('a[data-line]').first()
  await fault.waitFor()
  await fault.click()
  const chosen = await text.evaluate((area) =>
    area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : '',
  )
  expect(chosen).toContain('{keperluann}')
  await page.locator('button[data-insert="{nama-domain}"]').click()
  expect(await text.inputValue()).not.toContain('{keperluann}')
  // Never saved: what was typed is there again when the page is opened anew.
  const typed = await text.inputValue()
  await page.reload()
  await expect.poll(() => text.inputValue()).toBe(typed)
})

test('without scripts the page is renewed by saving, and fits a telephone', async () => {
  const page = await open({ javaScriptEnabled: false, width: 390 })
  await begin(page)
  const text = page.locator('textarea[name=source]')
  await text.fill((await text.inputValue()).replace('Demikian disampaikan', 'Demikian kalimat baru disampaikan'))
  await page.getByRole('button', { name: 'Simpan dan perbarui pratinjau' }).click()
  await page.locator('.notice-message', { hasText: 'Draf disimpan' }).waitFor()
  const picture = page.locator('img.letter-page').first()
  await expect.poll(() => picture.evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0))).toBe(800)
  expect(await text.inputValue()).toContain('Demikian kalimat baru')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
