// The work itself in a real browser, with scripts and without: a table, a measurement, a photograph, a letter by three steps.
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import {
  askedForFieldWork,
  type FieldOffice,
  keptPaper,
  PHOTO,
  startFieldOffice,
} from '../../../../test/support/field-work.ts'
import type { Walk } from '../../../../test/support/walk.ts'

let field: FieldOffice
let browser: Browser

beforeAll(async () => {
  field = await startFieldOffice()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await field.stop()
})

const WAYS = [
  { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
  { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
]
type Way = (typeof WAYS)[number]

const opened = async (way: Way, role: string, path: string): Promise<Page> => {
  const context = await browser.newContext({ ...way, locale: 'id-ID' })
  onTestFinished(() => context.close())
  const { cookies } = await field.office.as(role)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' })))
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${field.office.port}${path}`)
  return page
}

/** Nothing in the way of anybody, and nothing to push sideways. */
const lookedAt = async (page: Page): Promise<void> => {
  expect(await findBarriers(page), page.url()).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}

const atMeasuring = async (): Promise<Walk> => {
  const walk = await askedForFieldWork(field.office)
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20' })
  await walk.finish({ note: 'Kabel cukup' })
  return walk
}

const image = { name: 'hasil.png', mimeType: 'image/png', buffer: PHOTO }
const cell = (page: Page, row: number, column: string) => page.locator(`[name="titik-ukur.${row}.${column}"]`)

test('a fault in a table stands below its cell, and the cell stays in line with its neighbours', async () => {
  const walk = await atMeasuring()
  const page = await opened(
    { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
    'pelaksana',
    `/dossiers/${walk.id}`,
  )
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  await cell(page, 0, 'redaman').fill('-18')
  await cell(page, 1, 'redaman').fill('-19')
  await page.getByRole('button', { name: 'Simpan hasil pengukuran' }).click()
  await page.getByRole('link', { name: 'baris 2: Nama titik belum diisi.' }).waitFor()
  const edges = async (row: number, column: string) => {
    const box = await cell(page, row, column).boundingBox()
    return { top: Math.round(box?.y ?? -1), left: Math.round(box?.x ?? -2) }
  }
  for (const row of [0, 1]) {
    const { top } = await edges(row, 'nama')
    expect((await edges(row, 'redaman')).top).toBe(top)
    const fault = await page.locator(`[id="field-titik-ukur-${row}-nama-error"]`).boundingBox()
    expect(fault?.y).toBeGreaterThan(top)
  }
  // And under one header.
  expect((await edges(1, 'redaman')).left).toBe((await edges(0, 'redaman')).left)
  await lookedAt(page)
})

test.each(WAYS)('a measurement is written down row by row and becomes a result: %o', async (way) => {
  const walk = await atMeasuring()
  const page = await opened(way, 'pelaksana', `/dossiers/${walk.id}`)
  await page.getByRole('textbox', { name: 'Latensi' }).fill('12,5')
  await page.getByLabel('Pukul').fill('09:30')
  await cell(page, 0, 'nama').fill('Ruang server')
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  await cell(page, 1, 'nama').fill('Loket')
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  await cell(page, 2, 'redaman').fill('-19')
  await page.getByRole('button', { name: 'Hapus baris 1' }).click()
  await expect.poll(() => cell(page, 2, 'nama').count()).toBe(0)
  expect(await cell(page, 0, 'nama').inputValue()).toBe('Loket')
  await page.getByRole('button', { name: 'Simpan hasil pengukuran' }).click()
  await page.getByRole('link', { name: 'Baris 2: Nama titik belum diisi.' }).click()
  await lookedAt(page)
  await cell(page, 1, 'nama').fill('Parkir')
  await page.getByLabel('Foto hasil').setInputFiles(image)
  await page.getByRole('button', { name: 'Simpan hasil pengukuran' }).click()
  await page.waitForURL((url) => !url.pathname.includes('/tasks/'))
  expect((await walk.see()).form['titik-ukur']).toEqual([{ nama: 'Loket' }, { nama: 'Parkir', redaman: '-19' }])
  const reader = await opened(way, 'kabid', `/dossiers/${walk.id}`)
  await reader.getByRole('rowheader', { name: 'Parkir' }).waitFor()
  await lookedAt(reader)
})

test('rows come and go without a round trip, are told, and come back after the page was lost', async () => {
  const walk = await atMeasuring()
  const page = await opened(WAYS[0] as Way, 'pelaksana', `/dossiers/${walk.id}`)
  const heard = page.locator('#announcer')
  await cell(page, 0, 'nama').fill('Ruang server')
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('titik-ukur.1.nama')
  expect(await cell(page, 1, 'nama').inputValue()).toBe('')
  await expect.poll(() => heard.textContent()).toBe('Baris 2 ditambahkan.')
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  expect(await page.getByRole('button', { name: 'Tambah baris' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Hapus baris 2' }).click()
  await expect.poll(() => heard.textContent()).toBe('Baris 2 dihapus.')
  await page.context().setOffline(true)
  await page.getByRole('group', { name: 'Baris 2' }).getByLabel('Nama titik').fill('Loket')
  expect(await page.locator('body[data-same-page]').count()).toBe(1)
  await page.context().setOffline(false)
  await page.reload()
  expect(await cell(page, 1, 'nama').inputValue()).toBe('Loket')
  await page.getByRole('button', { name: 'Hapus baris 1' }).click()
  await page.getByRole('button', { name: 'Hapus baris 1' }).click()
  expect(await cell(page, 0, 'nama').inputValue()).toBe('')
})

test('what is typed comes back although the page was asked for before the server had it', async () => {
  const walk = await atMeasuring()
  const page = await opened(WAYS[0] as Way, 'pelaksana', `/dossiers/${walk.id}`)
  const kept = Promise.withResolvers<Request>()
  const asked = Promise.withResolvers<void>()
  await page.route('**/draft', async (route) => {
    kept.resolve(route.request())
    await asked.promise
    await route.continue()
  })
  await cell(page, 0, 'nama').fill('Ruang server')
  const request = await kept.promise
  await page.route(`**/dossiers/${walk.id}`, async (route) => {
    const host = `demak.localhost:${field.office.port}`
    const url = `http://127.0.0.1:${field.office.port}/dossiers/${walk.id}`
    const older = await route.fetch({ url, headers: { ...(await route.request().allHeaders()), host } })
    asked.resolve()
    await (await request.response())?.finished()
    await route.fulfill({ response: older })
  })
  await page.reload()
  await expect.poll(() => cell(page, 0, 'nama').inputValue()).toBe('Ruang server')
})

test("an applicant's own step and the letter by three steps are free of barriers on a telephone", async () => {
  const way = WAYS[1] as Way
  const walk = await atMeasuring()
  const papers = [await keptPaper(field.office, 'foto-hasil')]
  await walk.finish({ form: { latensi: '80', pukul: '09.30' }, papers, note: 'Kabel rusak' })
  await walk.finish({ note: 'Sudah' })
  await walk.finish({ exit: 'cukup', note: 'Silakan diuji' })
  const mine = await opened(way, 'pemohon', `/mine/${walk.id}/correct`)
  await lookedAt(mine)
  await mine.getByLabel('Baik').check()
  await mine.getByLabel('Bukti uji').setInputFiles(image)
  await mine.locator('button[value="send"]').click()
  await mine.waitForURL(`**/mine/${walk.id}`)
  await lookedAt(mine)
  for (const [role, button] of [
    ['pelaksana', 'Simpan draf dan teruskan'],
    ['kabid', 'Bubuhkan paraf'],
  ] as const) {
    const page = await opened(way, role, `/dossiers/${walk.id}`)
    await lookedAt(page)
    await page.getByRole('button', { name: button }).click()
    await page.waitForURL('**/work')
  }
  const signing = await opened(way, 'kepala-dinas', `/dossiers/${walk.id}`)
  await signing.getByRole('button', { name: 'Tandatangani dan kirim' }).waitFor()
  await lookedAt(signing)
})
