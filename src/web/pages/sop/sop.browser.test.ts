import type { Browser } from 'playwright-core'
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

test.each([390, 1280])(
  'the sheet has no barriers and does not push the page wider than %i pixels, without scripts too',
  async (width) => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'id-ID', javaScriptEnabled })
      onTestFinished(() => context.close())
      const page = await context.newPage()
      await page.goto(`http://tulungagung.localhost:${office.port}/services/pengajuan-subdomain-hosting/sheet`)
      const pictures = page.locator('.sop-page')
      await expect
        .poll(() => pictures.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth > 800)))
        .toEqual([true, true, true, true])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await findBarriers(page)).toEqual([])
    }
  },
)
