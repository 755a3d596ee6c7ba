// The main job with scripts off, on a telephone: every page is complete without them, and nothing scrolls sideways.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { fillForm, type Journey, openWork, wear, wholeJob } from './whole-job.ts'

/** Many pages on a machine that may be busy. */
const LONG_JOURNEY = 480_000

let office: TestOffice
let browser: Browser
let journey: Journey
const wide: string[] = []

beforeAll(async () => {
  office = await startOffice()
  browser = await launchBrowser()
  const look = async (page: Page, name: string): Promise<void> => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) wide.push(`${name}: ${over} px`)
  }
  journey = { office, browser, scripts: false, width: 390, look }
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

describe('a request for a subdomain, with scripts off', () => {
  test(
    'goes the whole way of SOP 03/13 on a telephone, until the subdomain answers',
    async () => {
      await wholeJob(journey, 'arsip')
      expect(wide).toEqual([])
    },
    LONG_JOURNEY,
  )

  test('comes back to the applicant with a reason, is mended without typing anything again, and keeps its agenda number', async () => {
    const applicant = await wear(journey, 'Pemohon')
    await applicant.goto('/services/subdomain-hosting/apply')
    await fillForm(applicant, 'perlu-perbaikan')
    await applicant.getByRole('button', { name: 'Lanjut, periksa isian' }).click()
    await applicant.getByRole('button', { name: 'Kirim permohonan' }).click()
    await applicant.getByRole('link', { name: 'Ikuti permohonan ini' }).click()

    const front = await wear(journey, 'Pelaksana')
    await openWork(front, 'Subdomain perlu-perbaikan')
    await front.getByText('Kembalikan kepada pemohon').first().click()
    await front.getByLabel('Apa yang harus diperbaiki').fill('Keperluan belum menjelaskan siapa pemakainya.')
    await front.getByRole('button', { name: 'Kembalikan', exact: true }).click()
    await front.waitForURL('**/work')

    await applicant.reload()
    await applicant.getByText('Keperluan belum menjelaskan siapa pemakainya.').first().waitFor()
    await applicant.getByRole('link', { name: 'Perbaiki dan kirim lagi' }).first().click()
    expect(await applicant.getByLabel('Nama subdomain yang diinginkan').inputValue()).toBe('perlu-perbaikan')
    await applicant.getByLabel('Keperluan').fill('Laman arsip untuk peneliti dan masyarakat umum')
    await applicant
      .locator('main form')
      .getByRole('button', { name: /[Kk]irim|Lanjut/ })
      .first()
      .click()
    await applicant.waitForURL('**/mine/**')
    const walk = await office.office.store.inAgency('demak', (db) =>
      db
        .selectFrom('task')
        .select(['step', 'outcome'])
        .where('closed_at', 'is', null)
        .where('step', '=', 'catat')
        .execute(),
    )
    expect(walk).toHaveLength(1)
  })

  test('can be keyed in by the counter from a letter on paper', async () => {
    const counter = await wear(journey, 'Pelaksana')
    await counter.goto('/counter')
    await counter.getByLabel('Permohonan Subdomain dan Hosting').check()
    await counter.getByLabel('Pemohon').selectOption({ label: 'Dinas Kesehatan' })
    await counter.getByRole('button', { name: 'Isi formulir' }).click()
    await counter.getByLabel('Nama subdomain yang diinginkan').waitFor()
    await fillForm(counter, 'puskesmas')
    await counter.getByRole('button', { name: 'Masukkan dan cetak tanda terima' }).click()
    await counter
      .locator('main')
      .getByText(/MIPP\/\d{4}\/\d+/)
      .first()
      .waitFor()
  })
})
