// Takes the pictures of the README: `node scripts/pictures.mjs [http://demak.localhost:3000]`, on a demo that has just been
// made (`npm start` with an empty MIPP_DATA), best in office hours, so that clocks are seen to run. It walks one request
// through the whole SOP and writes docs/pictures/*.png. MIPP_BROWSER names another Chromium than /usr/bin/chromium.

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const OFFICE = process.argv[2] ?? 'http://demak.localhost:3000'
const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'pictures')
const DESK = { width: 1280, height: 800 }
const TELEPHONE = { width: 390, height: 844 }
const SHEET = { width: 720, height: 1024 }
const TEN_SECONDS = 10_000
const CONTACTS = [
  ['administratif', 'Pengelola Arsip', 'Arsiparis'],
  ['teknis', 'Pengelola Laman', 'Pranata Komputer'],
]

const browser = await chromium.launch({
  executablePath: process.env.MIPP_BROWSER ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-proxy-server'],
})
try {
  await walk()
} finally {
  await browser.close()
}

async function walk() {
  const applicant = await wear('pemohon')
  await applicant.goto('/services/subdomain-hosting')
  await take(applicant, 'service', '.page-head')
  await apply(applicant, 'pustaka', 'Katalog buku perpustakaan daerah')
  await apply(applicant, 'literasi', 'Agenda kegiatan literasi untuk sekolah')
  const mine = await apply(applicant, 'arsip', 'Laman arsip daerah untuk masyarakat', () =>
    take(applicant, 'form', 'main form'),
  )

  const officer = await wear('pelaksana')
  await officer.goto('/work')
  await take(officer, 'work')
  await open(officer)
  await take(officer, 'dossier')
  await press(officer)

  await dispose('kepala-dinas', TELEPHONE, (page) => take(page, 'disposition-phone', '.task-panel'))
  await dispose('sekretaris', DESK)
  await dispose('kabid', DESK)
  await track(applicant, mine)
  await makeAndSend(officer, mine)
}

async function newPage(viewport) {
  const context = await browser.newContext({ viewport, locale: 'id-ID', baseURL: OFFICE, colorScheme: 'light' })
  const page = await context.newPage()
  page.setDefaultTimeout(TEN_SECONDS)
  return page
}

/** In by the button of the demo. */
async function wear(role, viewport = DESK) {
  const page = await newPage(viewport)
  await page.goto('/sign-in')
  await page.locator(`main button[name=role][value=${role}]`).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

/** The letter is made from the form. @returns the address of the request for its applicant */
async function apply(page, subdomain, purpose, before = async () => {}) {
  await page.goto('/services/subdomain-hosting/apply')
  await page.getByLabel('Permohonan baru').check()
  await page.getByLabel('Nama subdomain yang diinginkan').fill(subdomain)
  await page.getByLabel('Keperluan').fill(purpose)
  await page.getByLabel('Hosting di server Dinkominfo').check()
  await page.getByText(`${subdomain}.demakkab.go.id dapat dipakai.`).waitFor()
  await before()
  for (const [contact, name, post] of CONTACTS) {
    const group = page.getByRole('group', { name: `Penanggung jawab ${contact}` })
    await group.getByLabel('Nama').fill(name)
    await group.getByLabel('Jabatan').fill(post)
    await group.getByLabel('Surel').fill('laman@arsip.example')
    await group.getByLabel('Telepon').fill('0291 685000')
  }
  await page.getByLabel('Nomor surat').fill('045/12/2026')
  await page.getByLabel('Tanggal surat').fill(new Date().toISOString().slice(0, 10))
  await page.getByLabel('Saya telah membaca').check()
  await page.getByRole('button', { name: 'Lanjut, periksa isian' }).click()
  await page.getByRole('button', { name: 'Kirim permohonan' }).click()
  await page.waitForURL('**/receipt')
  return new URL(page.url()).pathname.replace('/receipt', '')
}

async function open(page) {
  await page.goto('/work')
  await page.locator('main li').filter({ hasText: 'arsip.demakkab' }).getByRole('link').first().click()
  await page.waitForURL('**/dossiers/**')
}

/** The one primary button of the reader's own task. */
async function press(page) {
  const left = page.url()
  await page.locator('.task-mine button.button-primary').first().click()
  await page.waitForURL((url) => url.href !== left)
}

async function dispose(role, viewport, before = async () => {}) {
  const page = await wear(role, viewport)
  await open(page)
  await page.getByLabel('Proses lebih lanjut').check()
  await before(page)
  await page
    .getByRole('textbox', { name: /^Catatan/ })
    .first()
    .fill('Mohon diproses sesuai ketentuan')
  await press(page)
  await page.context().close()
}

async function track(page, mine) {
  await page.goto(mine)
  const address = await page.locator('main a[href^="/track/"]').first().getAttribute('href')
  const citizen = await newPage(DESK)
  await citizen.goto(address)
  await take(citizen, 'tracking', '.page-head')
}

async function makeAndSend(officer, mine) {
  await open(officer)
  await press(officer)
  await officer.getByRole('button', { name: /Mintakan paraf/ }).waitFor()
  await take(officer, 'proof', '#proof')
  await officer.getByRole('button', { name: /Mintakan paraf/ }).click()
  await officer.getByText('menunggu paraf').first().waitFor()
  const head = await wear('kabid')
  await open(head)
  await press(head)
  await open(officer)
  await officer.getByRole('button', { name: 'Beri nomor dan kirim' }).click()
  await officer
    .getByText(/Surat .* terbit/)
    .first()
    .waitFor()
  await takeLetter(officer, mine.replace('/mine/', '/dossiers/'))
}

/** The page of the letter as the office draws it, without the page around it, and small enough for the README. */
async function takeLetter(page, dossier) {
  await page.goto(dossier)
  const summary = page.locator('summary', { hasText: 'Surat akun' })
  await summary.click()
  // Not the small picture beside its name.
  const address = await page
    .locator('details', { has: summary })
    .locator('img.paper-picture')
    .first()
    .getAttribute('src')
  await page.setViewportSize(SHEET)
  await page.goto(address)
  await page.locator('img').screenshot({ path: join(FOLDER, 'letter.png') })
}

/** What a reader sees at once, from the top or from the given part on; nothing is caught half-loaded. */
async function take(page, name, from = null) {
  await page.waitForLoadState('networkidle').catch(() => {})
  await page.evaluate((selector) => {
    document.activeElement?.blur()
    const part = selector && document.querySelector(selector)
    window.scrollTo(0, part ? part.getBoundingClientRect().top + window.scrollY - 16 : 0)
  }, from)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}
