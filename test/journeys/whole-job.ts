// One request through the whole of SOP 03/13 in a real browser, wearing every hat in turn, as people would click it.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestOffice } from '../support/office.ts'
import { letterPdf } from '../support/walk.ts'

export type Journey = {
  office: TestOffice
  browser: Browser
  scripts: boolean
  width: number
  /** Called on every page that somebody stops at, with a name for it. */
  look: (page: Page, name: string) => Promise<void>
}

const LONG = 15_000

export const newContext = (journey: Journey): Promise<BrowserContext> =>
  journey.browser.newContext({
    viewport: { width: journey.width, height: 900 },
    javaScriptEnabled: journey.scripts,
    locale: 'id-ID',
    baseURL: `http://demak.localhost:${journey.office.port}`,
  })

/** Signs in by the button of the demo. */
export const wear = async (journey: Journey, role: string): Promise<Page> => {
  const context = await newContext(journey)
  const page = await context.newPage()
  page.setDefaultTimeout(LONG)
  await page.goto('/sign-in')
  await page.locator('main').getByRole('button', { name: role }).first().click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

export const fillForm = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Permohonan baru').check()
  await page.getByLabel('Nama subdomain yang diinginkan').fill(name)
  await page.getByLabel('Keperluan').fill('Laman arsip daerah untuk masyarakat')
  await page.getByLabel('Hosting di server Dinkominfo').check()
  for (const contact of ['Penanggung jawab administratif', 'Penanggung jawab teknis']) {
    const group = page.getByRole('group', { name: contact })
    await group.getByLabel('Nama').fill(contact)
    await group.getByLabel('Jabatan').fill('Pranata Komputer')
    await group.getByLabel('Surel').fill('laman@arsip.example')
    await group.getByLabel('Telepon').fill('0291 685000')
  }
  await page.getByLabel('Nomor surat').fill('045/12/2026')
  await page.getByLabel('Tanggal surat').fill('2026-11-19')
  await page.getByLabel('Surat permohonan (PDF)').setInputFiles({
    name: 'surat permohonan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await letterPdf()),
  })
  await page.getByLabel('Saya telah membaca').check()
}

/** @returns where the applicant follows it, and the tracking code */
const apply = async (journey: Journey, name: string): Promise<{ mine: string; code: string; applicant: Page }> => {
  const page = await wear(journey, 'Pemohon')
  await page.goto('/')
  await journey.look(page, 'home')
  await page.locator('main a[href="/services/subdomain-hosting"]').first().click()
  await journey.look(page, 'service-standard')
  await page
    .locator('main')
    .getByRole('link', { name: /Ajukan/ })
    .first()
    .click()
  await fillForm(page, name)
  await journey.look(page, 'form')
  await page.getByRole('button', { name: 'Lanjut, periksa isian' }).click()
  await page.getByRole('heading', { name: 'Periksa sebelum mengirim' }).waitFor()
  await journey.look(page, 'summary')
  await page.getByRole('button', { name: 'Kirim permohonan' }).click()
  await page.getByRole('heading', { name: 'Permohonan Anda sudah diterima' }).waitFor()
  await journey.look(page, 'receipt')
  const code =
    /\/track\/([A-Z0-9-]+)/.exec(
      (await page.getByRole('link', { name: 'Halaman lacak publik' }).getAttribute('href')) ?? '',
    )?.[1] ?? ''
  await page.getByRole('link', { name: 'Ikuti permohonan ini' }).click()
  await journey.look(page, 'my-request')
  return { mine: page.url(), code, applicant: page }
}

/** Opens the first dossier of the work list with this subject. */
export const openWork = async (page: Page, subject: string): Promise<void> => {
  await page.goto('/work')
  await page.locator('main li').filter({ hasText: subject }).first().getByRole('link').first().click()
  await page.waitForURL('**/dossiers/**')
}

const dispose = async (journey: Journey, role: string, subject: string, button: RegExp): Promise<void> => {
  const page = await wear(journey, role)
  await page.goto('/work')
  await journey.look(page, `work-${role}`)
  await openWork(page, subject)
  await journey.look(page, `dossier-${role}`)
  await page.getByLabel('Proses lebih lanjut').check()
  await page
    .getByRole('textbox', { name: /^Catatan/ })
    .first()
    .fill('Mohon diproses sesuai ketentuan')
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL('**/work')
  await page.context().close()
}

/** The technician lets the system do it, and sees the proof. */
const fulfil = async (journey: Journey, subject: string): Promise<void> => {
  const page = await wear(journey, 'Pelaksana')
  await openWork(page, subject)
  await journey.look(page, 'technician')
  await page.getByRole('button', { name: 'Buat oleh sistem' }).click()
  await journey.office.jobsDone()
  await page.reload()
  await page.getByRole('button', { name: /Mintakan paraf/ }).waitFor()
  await journey.look(page, 'letter-draft')
  await page.getByRole('button', { name: /Mintakan paraf/ }).click()
  await page.context().close()
}

const initial = async (journey: Journey, subject: string): Promise<void> => {
  const page = await wear(journey, 'Kepala Bidang')
  await openWork(page, subject)
  await journey.look(page, 'initials')
  await page.getByRole('button', { name: 'Bubuhkan paraf' }).click()
  await page.waitForURL('**/work')
  await page.context().close()
}

const sendLetter = async (journey: Journey, subject: string): Promise<void> => {
  const page = await wear(journey, 'Pelaksana')
  await openWork(page, subject)
  await page.getByRole('button', { name: 'Beri nomor dan kirim' }).click()
  await journey.office.jobsDone()
  await page.context().close()
}

/** The applicant reads the password once, confirms, and says how it was. */
const receive = async (journey: Journey, page: Page, mine: string): Promise<void> => {
  await page.goto(mine)
  await journey.look(page, 'letter-arrived')
  await page.getByRole('button', { name: 'Tampilkan sekali' }).click()
  await page.getByText('Salin sekarang').waitFor()
  await journey.look(page, 'password-once')
  await page.goto(mine)
  expect(await page.getByRole('button', { name: 'Tampilkan sekali' }).count()).toBe(0)
  await page.getByRole('button', { name: /sudah saya terima/ }).click()
  await page.getByRole('heading', { name: 'Bagaimana layanan ini?' }).waitFor()
  await journey.look(page, 'rating')
  await page.getByLabel('Sangat baik').check()
  await page.getByRole('button', { name: 'Kirim penilaian' }).click()
  await page
    .getByText(/Terima kasih/)
    .first()
    .waitFor()
}

/** From the first page to the rating, and what remains of it: tracking, registers, agenda, search. */
export const wholeJob = async (journey: Journey, name: string): Promise<void> => {
  const { office } = journey
  const subject = `Subdomain ${name}.demakkab.go.id`
  const { mine, code, applicant } = await apply(journey, name)

  const front = await wear(journey, 'Pelaksana')
  await openWork(front, subject)
  await journey.look(front, 'enter')
  await front.getByRole('button', { name: /Catat dan teruskan/ }).click()
  await front.waitForURL('**/work')

  await dispose(journey, 'Kepala Dinas', subject, /Paraf dan teruskan kepada Sekretaris/)
  await dispose(journey, 'Sekretaris', subject, /Paraf dan teruskan kepada Kepala Bidang/)
  await dispose(journey, 'Kepala Bidang', subject, /Paraf dan teruskan kepada Pelaksana/)
  await fulfil(journey, subject)
  await initial(journey, subject)
  await sendLetter(journey, subject)
  await receive(journey, applicant, mine)

  const answer = await office.office.tools.dns('demak')?.ask(`${name}.demakkab.go.id`, 'A')
  expect(answer).toMatchObject({ ok: true, value: { authoritative: true } })

  await applicant.goto(`/track/${code}`)
  await journey.look(applicant, 'tracking')
  expect(await applicant.locator('main').textContent()).not.toContain('Petugas Pelaksana')
  for (const [path, found] of [
    ['/registers/subdomain', name],
    ['/agenda', subject],
    [`/search?q=${name}`, subject],
    ['/counter', 'Loket'],
    ['/outbox', 'Permohonan selesai'],
  ] as const) {
    await front.goto(path)
    await front.locator('main').getByText(found).first().waitFor()
    await journey.look(front, path.replaceAll(/\W+/g, '-'))
  }
}
