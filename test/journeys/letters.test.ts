// Two letters in a real browser, from the draft over the initials and the seal to the check page: the recommendation on fibre
// optic (SOP 03/20) and the account letter (SOP 03/13). What comes out is judged by programs that know nothing of MIPP.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMainTasks } from '../../src/core/dossier/dossier.ts'
import type { PaperRef } from '../../src/core/dossier/events.ts'
import { atSending } from '../support/at-sending.ts'
import { findBarriers } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Cast, castOf, everyAgency, inForceOf } from '../support/cast.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { judge } from '../support/servers/pdf-tools.ts'
import { letterPdf, walkOf } from '../support/walk.ts'
import { beginByPages, goOnByPages } from '../support/walk-by-pages.ts'
import { type Journey, wear } from './whole-job.ts'

const LONG_JOURNEY = 480_000

let office: TestOffice
let browser: Browser
let journey: Journey
let cast: Cast
let nowMs = Date.parse('2026-11-20T02:12:00.000Z')
const barriers: string[] = []

beforeAll(async () => {
  office = await startOffice({ now: () => new Date(nowMs).toISOString() })
  browser = await launchBrowser()
  const look = async (page: Page, name: string): Promise<void> => {
    barriers.push(...(await findBarriers(page)).map((line) => `${name}: ${line}`))
  }
  journey = { office, browser, scripts: true, width: 1280, look }
  const [data] = (await everyAgency()).filter(({ agency }) => agency.agency === 'demak')
  if (!data) throw new Error('No office of Demak')
  cast = castOf(office, data)
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

const pass = (seconds: number): void => {
  nowMs += seconds * 1000
}

/** Opens the dossier in the window of whoever sits there. */
const at = async (role: string, id: string): Promise<Page> => {
  const page = await wear(journey, role)
  await page.goto(`/dossiers/${id}`)
  await journey.look(page, `${role} ${id}`)
  return page
}

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForURL((url) => !url.pathname.includes('/tasks/'))
  pass(60)
}

/** A request for a recommendation that has come to its draft: asked for, disposed of, checked, presented. */
const atDraft = async (): Promise<string> => {
  const procedure = inForceOf(cast.data, '2026-11-20').find((one) => one.procedure === 'rekomendasi-fiber-optik')
  if (!procedure) throw new Error('No recommendation in force')
  const id = await beginByPages(cast, procedure, { by: 'company', word: 'surat', pass })
  await goOnByPages(cast, id, (dossier) => openMainTasks(dossier).some((task) => task.step === 'susun-draf'))
  return id
}

/** What lies in the dossier under this name, as it was filed. */
const filed = async (
  id: string,
  kind: string,
): Promise<{ ref: PaperRef; code: string; number: string; bytes: Buffer }> => {
  await office.jobsDone()
  const letter = (await walkOf(office, 'demak', id).see()).letters.findLast((one) => one.letter === kind)
  if (!letter?.paper) throw new Error(`${kind} was not filed`)
  const bytes = Buffer.from((await office.office.tools.files.read(letter.paper.sha256)) ?? [])
  return { ref: letter.paper, code: letter.checkCode ?? '', number: letter.number ?? '', bytes }
}

/** A PDF/A with tags and its fonts inside, whose seal is valid and covers all of it. */
const judged = (pdf: Buffer): void => {
  expect(pdf.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
  const seal = judge('pdfsig', pdf, '-nocert')
  if (seal) {
    expect(seal.says).toContain('Signature is Valid')
    expect(seal.says).toContain('Total document signed')
  }
  const sound = judge('qpdf', pdf, '--check')
  if (sound) expect(sound).toMatchObject({ code: 0 })
  const fonts = judge('pdffonts', pdf)
  if (fonts) for (const line of fonts.says.trim().split('\n').slice(2)) expect(line).toMatch(/ yes yes yes +\d+ +\d+/)
  const tags = judge('pdfinfo', pdf, '-struct')
  if (tags) expect(tags.says).toMatch(/Document[\s\S]*P \(block\)/)
}

/** Anybody with the paper in their hands, without an account. */
const checks = async (code: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'id-ID' })
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}/check/${code}`)
  await journey.look(page, 'check')
  return page
}

/** Their own copy against the one that was filed; it does not leave the browser. */
const compare = async (page: Page, bytes: Buffer, says: string): Promise<void> => {
  const copy = { name: 'surat.pdf', mimeType: 'application/pdf', buffer: bytes }
  await page.locator('input[type=file]').setInputFiles(copy)
  await page.locator('main').getByText(says).first().waitFor()
  await journey.look(page, says)
}

test(
  'a recommendation is drafted, initialed, sealed by the head of agency, and anybody can check it',
  async () => {
    const id = await atDraft()
    const staff = await at('Staf Jaringan', id)
    await staff.getByLabel('Risalah paparan').fill('Rute dan jadwal dipaparkan; tiang bersama disepakati.')
    await staff.getByLabel('Syarat teknis').fill('Jarak antartiang paling jauh 50 m, tinggi kabel paling rendah 6 m.')
    await staff.locator('textarea[name=draft]').fill('Kabel dipasang pada tiang milik sendiri.')
    await press(staff, 'Simpan draf dan teruskan')

    await press(await at('Kepala Bidang', id), 'Bubuhkan paraf')
    await press(await at('Kepala Dinas', id), 'Tandatangani dan kirim')
    const { bytes, code, number } = await filed(id, 'rekomendasi-teknis')
    judged(bytes)

    const anybody = await checks(code)
    await anybody.locator('main').getByText(number).first().waitFor()
    await anybody.locator('main').getByText('Kepala Dinas').first().waitFor()
    await compare(anybody, bytes, 'Berkas Anda sama dengan yang kami keluarkan')
    await compare(anybody, Buffer.concat([bytes, Buffer.from('x')]), 'tidak sama dengan yang kami')
    expect(barriers).toEqual([])
  },
  LONG_JOURNEY,
)

test(
  'an account letter is initialed, sealed and sent, and anybody can check it',
  async () => {
    const walk = await atSending(office, 'surat-akun')
    await press(await at('Pelaksana', walk.id), 'Beri nomor dan kirim')
    const { bytes, code, number } = await filed(walk.id, 'surat-akun')
    judged(bytes)
    const anybody = await checks(code)
    await anybody.locator('main').getByText(number).first().waitFor()
    await compare(anybody, bytes, 'Berkas Anda sama dengan yang kami keluarkan')
    expect(barriers).toEqual([])
  },
  LONG_JOURNEY,
)

test(
  'a letter that waits for a hand stands in nobody’s way: with a scan that is refused, a wrong passphrase, a number given up',
  async () => {
    const [onPaper, byPhrase] = [await atSending(office, 'tangan'), await atSending(office, 'frasa')]
    await onPaper.finish({ phase: 'send', draft: '', signing: 'wet' })
    await byPhrase.finish({ phase: 'send', draft: '', signing: 'bsre' })
    await office.jobsDone()

    const clerk = await at('Pelaksana', onPaper.id)
    const other = { name: 'pindaian.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await letterPdf()) }
    await clerk.locator('form:has([name=eye]) input[type=file]').setInputFiles(other)
    await clerk.getByRole('button', { name: 'Simpan hasil pindai' }).click()
    await clerk.getByRole('link', { name: 'Kode QR pada pindaian tidak terbaca' }).waitFor()
    await journey.look(clerk, 'a scan that is refused')
    await clerk.locator('summary', { hasText: 'Batalkan nomor ini' }).click()
    await clerk.getByLabel('Alasan pembatalan').fill('Salah alamat')
    await clerk.getByRole('button', { name: 'Batalkan nomor' }).click()
    await clerk.getByText('Surat kembali menjadi draf').waitFor()

    await clerk.goto('/account/signer')
    await clerk.getByLabel('NIK atau surel').fill('3321010101900001')
    await clerk.getByRole('button', { name: 'Simpan' }).click()
    await clerk.getByText('0001').waitFor()
    await journey.look(clerk, 'an identity that is kept')
    await clerk.goto(`/dossiers/${byPhrase.id}`)
    await clerk.getByLabel('Passphrase').fill('keliru')
    await clerk.getByRole('button', { name: 'Tandatangani sekarang' }).click()
    await clerk.getByText('Passphrase salah').first().waitFor()
    await journey.look(clerk, 'a wrong passphrase')
    expect(barriers).toEqual([])
  },
  LONG_JOURNEY,
)
