// The main job with scripts on, at the width of a desk: axe finds no barrier on any page, in either theme.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { subdomainForm, submitted } from '../support/walk.ts'
import { type Journey, openWork, wear, wholeJob } from './whole-job.ts'

/** Many pages, each looked at in both themes, on a machine that may be busy. */
const LONG_JOURNEY = 480_000

let office: TestOffice
let browser: Browser
let journey: Journey
const barriers: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  office = await startOffice()
  browser = await launchBrowser()
  const look = async (page: Page, name: string): Promise<void> => {
    barriers.push(...(await findBarriers(page)).map((line) => `${name}: ${line}`))
  }
  journey = { office, browser, scripts: true, width: 1280, look }
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

describe('a request for a subdomain, with scripts on', () => {
  test(
    'goes the whole way of SOP 03/13 under every hat, until the subdomain answers',
    async () => {
      await wholeJob(journey, 'arsip')
      expect(barriers).toEqual([])
    },
    LONG_JOURNEY,
  )

  test('a work list shows a new task by itself, without a reload', async () => {
    const front = await wear(journey, 'Pelaksana')
    front.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await front.goto('/work')
    await front.evaluate(() => document.body.setAttribute('data-same-page', ''))
    await submitted(office, subdomainForm('langsung'))
    await front.locator('main').getByText('Subdomain langsung.demakkab.go.id').first().waitFor()
    expect(await front.locator('body[data-same-page]').count()).toBe(1)
    expect(complaints).toEqual([])
  })

  test('a name is judged while it is typed: reserved, taken, malformed, free', async () => {
    const page = await wear(journey, 'Pemohon')
    await page.goto('/services/subdomain-hosting/apply')
    await page.getByLabel('Permohonan baru').check()
    const name = page.getByLabel('Nama subdomain yang diinginkan')
    for (const [typed, said] of [
      ['www', /dicadangkan/],
      ['arsip', /sudah (dipakai|terdaftar|ada)/],
      ['dinas arsip', /huruf kecil/],
      ['perpustakaan', /dapat dipakai/],
    ] as const) {
      await name.fill(typed)
      await page.getByText(said).first().waitFor()
    }
  })

  test('what was typed is there again after the session has ended and somebody signs in', async () => {
    const page = await wear(journey, 'Kepala Dinas')
    const walk = await submitted(office, subdomainForm('sesi'))
    await walk.finish({ urgency: 'biasa', secrecy: 'biasa' })
    await openWork(page, 'Subdomain sesi')
    await page
      .getByRole('textbox', { name: /^Catatan/ })
      .first()
      .fill('Catatan panjang yang tidak boleh hilang')
    await office.office.store.inAgency('demak', (db) =>
      db.updateTable('session').set({ ended_at: office.office.tools.now() }).where('agency', '=', 'demak').execute(),
    )
    await page.getByRole('button', { name: /Paraf dan teruskan/ }).click()
    await page.waitForURL('**/sign-in**')
    await page.locator('main').getByRole('button', { name: 'Kepala Dinas' }).first().click()
    await page.waitForURL('**/dossiers/**')
    expect(
      await page
        .getByRole('textbox', { name: /^Catatan/ })
        .first()
        .inputValue(),
    ).toBe('Catatan panjang yang tidak boleh hilang')
  })
})
