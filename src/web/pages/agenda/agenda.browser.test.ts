// The books in a real browser: no barriers, no wider than the screen, forms and folded parts too.
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'

let office: TestOffice
let browser: Browser
const paths = ['/agenda', '/agenda?book=outgoing', '/agenda/reserve', '/agenda/write', '/agenda/register']

beforeAll(async () => {
  office = await startOffice({ works: false })
  browser = await launchBrowser()
  const keeper = await office.as('sekretariat')
  const form = { do: 'reserve', key: randomUUID(), count: '1', purpose: 'Undangan rapat koordinasi' }
  paths.push(String((await keeper.post('/agenda/reserve', form)).headers.location))
  const today = new Date().toISOString().slice(0, 10)
  const letter = { do: 'register', key: randomUUID(), sender: 'A'.repeat(120), receivedOn: today, subject: 'Undangan' }
  paths.push(String((await keeper.post('/agenda/register', letter)).headers.location))
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

test.each([390, 1280])('the books have no barriers at %i pixels, unfolded too', async (width) => {
  const visit = await office.as('sekretariat')
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'id-ID' })
  onTestFinished(() => context.close())
  await context.addCookies(
    [...visit.cookies].map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' })),
  )
  const page = await context.newPage()
  expect(paths.every((path) => path.startsWith('/agenda'))).toBe(true)
  for (const path of paths) {
    await page.goto(`http://demak.localhost:${office.port}${path}`)
    for (const summary of await page.locator('main summary').all()) await summary.click()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([path, wide <= width, await findBarriers(page)]).toEqual([path, true, []])
  }
})
