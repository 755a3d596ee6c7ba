// An officer who knows no file makes a small procedure from nothing, walks it, ratifies it; somebody asks by it to the end.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'

let office: TestOffice
let browser: Browser

beforeAll(async () => {
  office = await startOffice({ works: false })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

const SHOTS = process.env.EDITOR_SHOTS

const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}

const open = async (role: string, options: { javaScriptEnabled: boolean; width?: number }): Promise<Page> => {
  const visit = await office.as(role)
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'id-ID',
    javaScriptEnabled: options.javaScriptEnabled,
  })
  onTestFinished(() => context.close())
  await context.addCookies([
    { name: 'mipp_session', value: visit.cookies.get('mipp_session') ?? '', domain: 'demak.localhost', path: '/' },
  ])
  return context.newPage()
}

const base = () => `http://demak.localhost:${office.port}`

const part = (page: Page, name: string) => page.locator('#editor-parts').getByRole('link', { name }).click()

/** Opens the short form for a new thing, fills it in and sends it. */
const add = async (page: Page, label: string, fill: (form: ReturnType<Page['locator']>) => Promise<void>) => {
  const details = page.locator('details.confirm', { has: page.locator('summary', { hasText: label }) }).first()
  await details.locator('summary').first().click()
  await fill(details)
  await details.getByRole('button', { name: label }).click()
  await page.locator('.notice-message', { hasText: 'Tersimpan' }).waitFor()
}

const addStep = (page: Page, step: { activity: string; actor: string; act: string }) =>
  add(page, 'Tambah langkah', async (form) => {
    await form.locator('textarea').fill(step.activity)
    await form.getByLabel(step.actor, { exact: true }).check()
    await form.locator('select[name="n.act"]').selectOption(step.act)
  })

const openStep = (page: Page, activity: string) =>
  page.locator('.editor-numbered .editor-item-link', { hasText: activity }).click()

/** Opens what is folded, from the outside in. */
const unfold = async (page: Page) => {
  for (const words of ['Setelah langkah ini', 'Tambah: Jawaban']) {
    const fold = page.locator('#editor-form details:not([open]) > summary', { hasText: words })
    if ((await fold.count()) > 0) await fold.first().click()
  }
}

const save = async (page: Page) => {
  await page.locator('#editor-form').getByRole('button', { name: 'Simpan' }).click()
  await page.getByText('Tersimpan.').first().waitFor()
}

test.each([true, false])(
  'from an empty page to a request that came to its end, scripts %s',
  async (javaScriptEnabled) => {
    const page = await open('admin', { javaScriptEnabled })
    const title = javaScriptEnabled ? 'Peminjaman Kamera' : 'Peminjaman Tripod'
    await page.goto(`${base()}/procedures`)
    await page.getByRole('link', { name: 'Prosedur baru' }).click()
    await page.getByLabel('Judul prosedur').fill(title)
    await page.getByRole('button', { name: 'Mulai menyusun' }).click()
    await part(page, 'Pelaksana')
    await add(page, 'Tambah pelaksana', async (form) => {
      await form.locator('input[name="n.label"]').fill('Petugas')
      await form.locator('select').selectOption('pelaksana')
    })
    await part(page, 'Langkah')
    await addStep(page, { activity: 'Memeriksa ketersediaan', actor: 'Petugas', act: 'check' })
    await addStep(page, { activity: 'Menyiapkan alat', actor: 'Petugas', act: 'do' })
    await addStep(page, { activity: 'Menyerahkan alat', actor: 'Petugas', act: 'do' })
    await addStep(page, { activity: 'Menerima alat', actor: 'Pemohon', act: 'receive' })
    expect(await page.locator('.editor-numbered > li').count()).toBe(5)

    await openStep(page, 'Memeriksa ketersediaan')
    await unfold(page)
    await page.locator('input[name="f.time"]').fill('sebentar')
    await page.locator('input[name="f.decides.question.id"]').fill('Apakah alat tersedia?')
    await page.locator('input[name="f.decides.exits.0.label.id"]').fill('Tersedia')
    await page.locator('[name="f.decides.exits.0.to"][value="menyiapkan-alat"]').check()
    await save(page)
    await shot(page, `step-faulty-${javaScriptEnabled}`)
    await page.getByText('Beri pertanyaan ini sedikitnya dua jawaban.').waitFor()
    await unfold(page)
    await page.locator('input[name="f.decides.exits.1.label.id"]').fill('Tidak tersedia')
    await page.locator('[name="f.decides.exits.1.to"][value="end"]').check()
    await save(page)
    await page.getByText('Waktu "sebentar" tidak terbaca.').waitFor()
    await page.locator('input[name="f.time"]').fill('30 menit')
    await save(page)
    await page.getByText('Waktu "sebentar" tidak terbaca.').waitFor({ state: 'detached' })

    await part(page, 'Formulir')
    await page.locator('.editor-item-link', { hasText: 'Permohonan' }).waitFor()
    await add(page, 'Tambah isian', async (form) => {
      await form.locator('input[name="n.label.id"]').fill('Tanggal pinjam')
      await form.locator('select').selectOption('date')
    })
    await part(page, 'Langkah')
    await page.locator('.editor-sheet img').waitFor()
    await shot(page, `steps-${javaScriptEnabled}`)
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('link', { name: 'Coba jalankan' }).click()
    await page.getByRole('button', { name: 'Ajukan (percobaan)' }).click()
    await page.getByLabel('Tidak tersedia').check()
    await page.getByRole('button', { name: /Selesaikan sebagai/ }).click()
    await page.getByText('Percobaan selesai').waitFor()
    await page.getByRole('button', { name: 'Mundur satu langkah' }).click()
    await page.getByLabel('Tersedia', { exact: true }).check()
    await shot(page, `trial-${javaScriptEnabled}`)
    expect(await findBarriers(page)).toEqual([])
    for (let tasks = 0; tasks < 4; tasks += 1) await page.getByRole('button', { name: /Selesaikan sebagai/ }).click()
    await page.getByText('Percobaan selesai: berkas sampai pada akhirnya.').waitFor()

    await page.getByRole('link', { name: 'Kembali ke penyuntingan' }).click()
    await page.getByRole('link', { name: 'Edisi dan pengesahan' }).click()
    await page.locator('summary', { hasText: 'Sahkan draf' }).click()
    await page.getByLabel('Dasar pengesahan').fill('Keputusan 7/2026')
    await page.getByRole('button', { name: 'Sahkan draf' }).click()
    await page.locator('summary', { hasText: 'Berlakukan edisi' }).click()
    await page.locator('input[name="reason"]').first().fill('Keputusan 7/2026')
    await page.getByRole('button', { name: /Berlakukan edisi/ }).click()
    await carried(title, javaScriptEnabled)
  },
)

/** The procedure at work: asked for on line, and finished step by step by whoever it waits for. */
const carried = async (title: string, javaScriptEnabled: boolean): Promise<void> => {
  const applicant = await open('pemohon', { javaScriptEnabled })
  await applicant.goto(`${base()}/services/${title.toLowerCase().replace(' ', '-')}/apply`)
  await applicant.getByLabel('Keperluan').fill('Dokumentasi kegiatan')
  await applicant.getByRole('button', { name: 'Lanjut, periksa isian' }).click()
  await applicant.getByRole('button', { name: 'Kirim permohonan' }).click()
  await applicant.getByRole('link', { name: 'Ikuti permohonan ini' }).click()
  const mine = applicant.url()
  const officer = await open('pelaksana', { javaScriptEnabled })
  const dossier = /\/mine\/([0-9a-f-]{36})/.exec(mine)?.[1] ?? ''
  await officer.goto(`${base()}/dossiers/${dossier}`)
  await officer.getByLabel('Tersedia', { exact: true }).check()
  await officer.getByRole('button', { name: 'Simpan hasil pemeriksaan' }).click()
  for (const step of ['Menyiapkan alat', 'Menyerahkan alat']) {
    await officer.goto(`${base()}/dossiers/${dossier}`)
    await officer.getByText(step).first().waitFor()
    await officer.getByRole('button', { name: 'Tandai selesai' }).click()
    await officer.locator('.notice').first().waitFor()
  }
  await applicant.goto(mine)
  await applicant.getByRole('button', { name: /sudah saya terima/ }).click()
  await applicant.goto(mine)
  await expect
    .poll(() =>
      office.office.store.inAgency('demak', (db) =>
        db.selectFrom('dossier').select('status').where('dossier', '=', dossier).executeTakeFirst(),
      ),
    )
    .toEqual({ status: 'finished' })
}

test.each([390, 1280])('no part pushes the page wider than %i pixels, and none has barriers', async (width) => {
  const page = await open('admin', { javaScriptEnabled: true, width })
  await page.goto(`${base()}/procedures/drafts/new?from=subdomain-hosting@2025-05`)
  await page.getByLabel('Edisi').fill(`2027-${width}`)
  await page.getByRole('button', { name: 'Mulai menyusun' }).click()
  await page.waitForURL(/part=steps/)
  const address = page.url().split('?')[0]
  for (const place of [
    'identity',
    'actors&at=kadin',
    'steps&at=buat',
    'form&at=0.1',
    'policy',
    'starts',
    'registers',
    'service',
    'remarks',
    'file',
  ]) {
    await page.goto(`${address}?part=${place}`)
    await shot(page, `${width}-${place.split('&')[0]}`)
    expect([place, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([place, width])
    expect([place, await findBarriers(page)]).toEqual([place, []])
  }
})

test('with scripts saving leaves the page as it is, and what was not saved comes back', async () => {
  const page = await open('admin', { javaScriptEnabled: true })
  await page.goto(`${base()}/procedures/drafts/new?from=subdomain-hosting@2025-05`)
  await page.getByLabel('Edisi').fill('2028-01')
  await page.getByRole('button', { name: 'Mulai menyusun' }).click()
  await page.waitForURL(/part=steps/)
  await page.goto(`${page.url().split('?')[0]}?part=identity`)
  const title = page.getByLabel('Judul SOP')
  await title.fill('Judul yang diketik')
  await title.press('Enter')
  await page.locator('[data-editor-state]', { hasText: 'Tersimpan.' }).waitFor()
  expect(await title.evaluate((one) => one === document.activeElement)).toBe(true)
  await title.fill('Judul kedua')
  await title.press('Enter')
  await page.locator('[data-editor-state]', { hasText: 'Tersimpan.' }).waitFor()
  await title.fill('Belum disimpan')
  await page.reload()
  await expect.poll(() => page.getByLabel('Judul SOP').inputValue()).toBe('Belum disimpan')
})
