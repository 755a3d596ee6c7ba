// A request in the week before Idulfitri while the head of agency is away: the Plh., the pause, the warning, the breach, and the
// page that tells the truth about all of it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '../../src/jobs/tasks.ts'
import { findBarriers } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { fillForm, type Journey, newContext, openWork, wear } from './whole-job.ts'

const LONG_JOURNEY = 480_000
const SUBJECT = 'Subdomain mudik.demakkab.go.id'

let office: TestOffice
let browser: Browser
let journey: Journey
/** What the clock on the wall of the office shows. */
let now = ''
const barriers: string[] = []

/**
 * Worked by hand: 7 hari from Monday 08.56 end on 1 April 08.56. From the pause at 09.00 to then lie 50 h 56 min of working time:
 * 5.5 h and 6.5 h at Ramadan hours on the Monday and the Tuesday, five days of 7.5 h after the leave, 86 min on 1 April. Given back from
 * Tuesday 10.00 on (4.5 h to 15.00, five days, 7.5 h on 1 April), 86 min are left for 2 April.
 */
const TRUTHS = [
  'paling lambat 2 April 2026 08.56 WIB',
  '50 jam 56 menit',
  '7 jam 30 menit kerja, 17 jam 30 menit di luar jam kerja',
  'Kamis, 19 Maret 2026: Hari Suci Nyepi',
  'Selasa, 24 Maret 2026: Cuti bersama Idulfitri',
  '15.00',
  'Plh. Kepala Dinas',
  'Lewat batas waktu',
]

const wib = (day: string, clock: string): void => {
  now = new Date(`${day}T${clock.replace('.', ':')}:00+07:00`).toISOString()
}

beforeAll(async () => {
  // Monday of the last week of Ramadan; the leave for Nyepi and Idulfitri begins on the Wednesday.
  wib('2026-03-16', '08.56')
  office = await startOffice({ now: () => now })
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

/** The head is away on Monday and Tuesday: the secretary is named in their place by decree. */
const nameDeputy = async (): Promise<void> => {
  const page = await wear(journey, 'Pengelola')
  await page.goto('/organisation/posts/kepala-dinas')
  await journey.look(page, 'post')
  await page.locator('summary').filter({ hasText: 'Beri jabatan ini' }).click()
  const to = page.getByLabel('Kepada')
  const secretary = await to.locator('option').filter({ hasText: 'Pejabat Sekretaris' }).first().getAttribute('value')
  await to.selectOption(secretary)
  await page.getByLabel(/^Plh\./).check()
  await page.getByLabel('Mulai').fill('2026-03-16')
  await page.getByLabel('Hari terakhir').first().fill('2026-03-17')
  await page
    .getByLabel(/^Nomor keputusan/)
    .first()
    .fill('821/46/2026')
  await page.locator('button').filter({ hasText: 'Beri jabatan ini' }).click()
  await page.goto('/organisation/holders?procedure=subdomain-hosting')
  await journey.look(page, 'holders')
  await page.context().close()
}

/** @returns where the applicant follows it, and its public code */
const file = async (): Promise<{ mine: string; code: string }> => {
  const page = await wear(journey, 'Pemohon')
  await page.goto('/services/subdomain-hosting/apply')
  await fillForm(page, 'mudik')
  await page.getByLabel('Tanggal surat').fill('2026-03-13')
  await page.getByRole('button', { name: 'Lanjut, periksa isian' }).click()
  await page.getByRole('heading', { name: 'Periksa sebelum mengirim' }).waitFor()
  await journey.look(page, 'summary')
  await page.getByRole('button', { name: 'Kirim permohonan' }).click()
  await page.getByRole('heading', { name: 'Permohonan Anda sudah diterima' }).waitFor()
  await journey.look(page, 'receipt')
  const href = (await page.getByRole('link', { name: 'Halaman lacak publik' }).getAttribute('href')) ?? ''
  await page.getByRole('link', { name: 'Ikuti permohonan ini' }).click()
  return { mine: new URL(page.url()).pathname, code: href.split('/').at(-1) ?? '' }
}

const sendBack = async (): Promise<void> => {
  const page = await wear(journey, 'Pelaksana')
  await openWork(page, SUBJECT)
  await page.getByText('Kembalikan kepada pemohon').first().click()
  await page.getByLabel('Apa yang harus diperbaiki').fill('Keperluannya terlalu pendek; tulis untuk siapa lamannya.')
  await page.getByRole('button', { name: 'Kembalikan', exact: true }).click()
  await page.waitForURL('**/work')
  await page.context().close()
}

const correct = async (mine: string): Promise<void> => {
  const page = await wear(journey, 'Pemohon')
  await page.goto(mine)
  await journey.look(page, 'returned')
  await page.goto(`${mine}/correct`)
  await page.getByLabel('Keperluan').fill('Informasi arus mudik bagi pengguna jalan')
  await journey.look(page, 'correct')
  await page.getByRole('button', { name: 'Kirim ke kantor' }).click()
  await page.waitForURL(`**${mine}`)
  await page.context().close()
}

const enter = async (): Promise<void> => {
  const page = await wear(journey, 'Pelaksana')
  await openWork(page, SUBJECT)
  await page.getByRole('button', { name: /Catat dan teruskan/ }).click()
  await page.waitForURL('**/work')
  await page.context().close()
}

/** @returns what the page says of who acts */
const dispose = async (role: string, button: RegExp): Promise<string> => {
  const page = await wear(journey, role)
  await openWork(page, SUBJECT)
  await journey.look(page, `dispose-${role}`)
  const said = (await page.locator('main').textContent()) ?? ''
  await page.getByLabel('Proses lebih lanjut').check()
  // Whoever also has the next step stays with the dossier.
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('button', { name: button }).waitFor({ state: 'detached' })
  await page.context().close()
  return said
}

/** What the worker does every minute. */
const ring = async (): Promise<void> => {
  await jobs.ring?.(office.office.tools, {}, 1)
  await office.jobsDone()
}

test(
  'the Plh. disposes in both names, the promise stands still for a correction, and what was late says why',
  async () => {
    await nameDeputy()
    const { mine, code } = await file()
    wib('2026-03-16', '09.00')
    await sendBack()
    wib('2026-03-17', '10.00')
    await correct(mine)
    wib('2026-03-17', '10.02')
    await enter()

    // The head has nothing to do while the decree is in force; the secretary has it under that hat.
    const head = await wear(journey, 'Kepala Dinas')
    await head.goto('/work')
    expect(await head.locator('main').getByText(SUBJECT).count()).toBe(0)
    expect(await dispose('Sekretaris', /Paraf dan teruskan kepada Sekretaris/)).toContain(
      'Plh. Kepala Dinas, mewakili Pejabat Kepala Dinas',
    )
    wib('2026-03-17', '10.10')
    await dispose('Sekretaris', /Paraf dan teruskan kepada Kepala Bidang/)
    wib('2026-03-17', '10.15')
    await dispose('Kepala Bidang', /Paraf dan teruskan kepada Pelaksana/)

    // Thirty minutes for the work: at three quarters a warning, at the end a breach; each once.
    wib('2026-03-17', '10.38')
    await ring()
    const worker = await wear(journey, 'Pelaksana')
    await worker.goto('/notices')
    await worker
      .getByText(/Batas waktu .* mendekat/)
      .first()
      .waitFor()
    await journey.look(worker, 'notices')
    wib('2026-03-17', '10.50')
    await ring()
    await ring()
    await openWork(worker, SUBJECT)
    const late = worker.locator('details').filter({ hasText: 'Tulis alasan keterlambatan' })
    await late.locator('summary').click()
    await late.locator('select').selectOption({ index: 1 })
    await late.locator('textarea').fill('Server sedang dipindahkan')
    await journey.look(worker, 'breach')
    await late.getByRole('button', { name: 'Kirim alasan' }).click()
    await worker.getByText('Menunggu diketahui atasan').first().waitFor()
    const dossier = new URL(worker.url()).pathname
    const superior = await wear(journey, 'Kepala Bidang')
    await superior.goto('/board')
    await superior.locator('main').getByText('MIPP/2026/0001').first().waitFor()
    await journey.look(superior, 'board')
    await superior.goto(dossier)
    await superior.getByRole('button', { name: 'Mengetahui' }).click()
    await superior.getByText('Sudah diketahui atasan').first().waitFor()
    await journey.look(superior, 'dossier')
    await superior.goto(`${dossier}/time`)
    await journey.look(superior, 'time')

    const stranger = await (await newContext(journey)).newPage()
    await stranger.goto(`/track/${code}`)
    await journey.look(stranger, 'track')
    const told = (await stranger.locator('main').textContent()) ?? ''
    for (const truth of TRUTHS) expect(told).toContain(truth)
    expect(told).not.toContain('Pejabat Sekretaris')
    expect(barriers).toEqual([])
  },
  LONG_JOURNEY,
)
