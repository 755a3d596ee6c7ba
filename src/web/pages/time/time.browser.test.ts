// The page of a dossier's time in a real browser: no barriers, no wider than the screen, whole without scripts.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { post, subdomainForm, submitted } from '../../../../test/support/walk.ts'

let office: TestOffice
let browser: Browser
let path = ''
let now = '2026-11-18T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => now })
  browser = await launchBrowser()
  const applicant = await programOf(office, 'pemohon')
  const walk = await submitted(office, subdomainForm('gambar'))
  const { task } = await walk.task()
  await walk.send(post('pelaksana'), { type: 'return', task, reason: 'Nama belum tepat' })
  now = '2026-11-23T02:00:00.000Z'
  const back = await walk.task()
  await applicant.post(`/dossiers/${walk.id}/tasks/${back.task}/correct`, { form: {} })
  await walk.send(post('pelaksana'), { type: 'extend', amount: '1 hari', reason: 'Menunggu alat dari gudang' })
  path = `/dossiers/${walk.id}/time`
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

test.each([390, 1280])('the time of a dossier has no barriers at %i pixels, unfolded too', async (width) => {
  const visit = await office.as('pelaksana')
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'id-ID' })
  onTestFinished(() => context.close())
  await context.addCookies(
    [...visit.cookies].map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' })),
  )
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}${path}`)
  for (const summary of await page.locator('main summary').all()) await summary.click()
  await page.getByRole('figure', { name: /Siapa yang ditunggu dari waktu ke waktu/ }).waitFor()
  await page.getByRole('heading', { name: 'Perpanjangan' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  expect(await findBarriers(page)).toEqual([])
})
