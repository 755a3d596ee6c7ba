// A paper on a page of its own: read, searched, enlarged and left again, with scripts and without, by officer and applicant.
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted, type Walk } from '../../../../test/support/walk.ts'

let office: TestOffice
let browser: Browser
let walk: Walk
let paper: string
let pelaksana: Visit
let pemohon: Visit
beforeAll(async () => {
  office = await startOffice()
  browser = await launchBrowser()
  ;[pelaksana, pemohon] = await Promise.all([office.as('pelaksana'), office.as('pemohon')])
  const kept = await office.office.tools.files.put([await threePages()], { maxBytes: 1e7 })
  if (!kept.ok) throw new Error(kept.reason.en)
  walk = await submitted(office, subdomainForm('bacaan'))
  const by = { kind: 'client' as const, person: (await walk.see()).applicant ?? '', client: 'dinas-arsip' }
  paper = crypto.randomUUID()
  const file = { id: paper, paper: 'lampiran', ...kept.value, mime: 'application/pdf', name: 'denah.pdf' }
  const told = await walk.send(by, { type: 'attach', paper: file, note: '', visibleToApplicant: true })
  expect(told.ok).toBe(true)
  await office.jobsDone()
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

const threePages = async (): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  for (const text of ['Denah ruang server', 'Jalur serat optik ke menara', 'Daftar perangkat'])
    pdf.addPage([595, 842]).drawText(text, { x: 72, y: 760, size: 14 })
  return pdf.save()
}
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
const DOORS = [
  ['an officer', () => pelaksana, () => `/dossiers/${walk.id}/papers/${paper}`],
  ['the applicant', () => pemohon, () => `/mine/${walk.id}/papers/${paper}`],
] as const

test.each(DOORS)('%s reads it page by page, and finds on which page a word stands', async (_, visit, address) => {
  const words = wordsOf((await visit().get(`${address()}/view`)).text)
  for (const part of ['PDF, 3 halaman', 'Teks halaman 2', 'Jalur serat optik ke menara']) expect(words).toContain(part)
  const found = wordsOf((await visit().get(`${address()}/view?q=serat`)).text)
  expect(found).toContain('Ditemukan di 1 halaman Halaman 2 :')
  expect(wordsOf((await visit().get(`${address()}/view?q=kucing`)).text)).toContain('"kucing" tidak ditemukan')
  expect((await visit().get(`${address()}/pages/3.png`)).headers['content-type']).toBe('image/png')
  expect((await visit().get(`${address()}/pages/4.png`)).status).toBe(404)
  expect((await visit().get(`${address()}/pages/0.png`)).status).toBe(404)
})

test('nobody else reads it, and a paper that is held back is shown to nobody', async () => {
  const address = `/mine/${walk.id}/papers/${paper}`
  expect((await pelaksana.get(`${address}/view`)).status).toBe(404)
  expect((await pelaksana.get(`${address}/pages/1.png`)).status).toBe(404)
  expect((await office.visitor().get(`${address}/view`)).status).toBe(303)
  const [row] = (await walk.see()).attachments
  const file = row?.paper.sha256 ?? ''
  const { store } = office.office
  const at = office.office.tools.now()
  await store.inAgency('demak', (db) =>
    db.insertInto('file_scan').values({ agency: 'demak', file, state: 'waiting', asked_at: at }).execute(),
  )
  expect(wordsOf((await pelaksana.get(`/dossiers/${walk.id}/papers/${paper}/view`)).text)).toContain('belum diperiksa')
  expect((await pelaksana.get(`/dossiers/${walk.id}/papers/${paper}/pages/1.png`)).status).toBe(404)
  await store.inAgency('demak', (db) => db.updateTable('file_scan').set({ state: 'clean' }).execute())
  expect((await pelaksana.get(`/dossiers/${walk.id}/papers/${paper}/pages/1.png`)).status).toBe(200)
})

const WAYS = [
  { javaScriptEnabled: true, viewport: { width: 390, height: 844 } },
  { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
  { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
]

test.each(WAYS)('in a real browser: %o', async (way) => {
  const context = await browser.newContext({ ...way, locale: 'id-ID' })
  onTestFinished(() => context.close())
  await context.addCookies(
    [...pelaksana.cookies].map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' })),
  )
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}/dossiers/${walk.id}/papers/${paper}/view`)
  await page.locator('img.paper-picture').first().waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  if (way.javaScriptEnabled) {
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page-2')
    await page.keyboard.press('+')
    await page.waitForURL(/zoom=100/)
    await page.locator('[data-zoom="100"][aria-current="true"]').waitFor()
  } else await page.getByRole('link', { name: '200%' }).click()
  expect(await fits(page)).toBe(true)
  expect(await findBarriers(page)).toEqual([])
  await page.goto(`http://demak.localhost:${office.port}/dossiers/${walk.id}`)
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
})
