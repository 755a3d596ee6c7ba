// Two procedures of another kind in a real browser with scripts: a company's recommendation (SOP 03/20) and a report by anybody (SOP 03/8).
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openMainTasks } from '../../src/core/dossier/dossier.ts'
import { launchBrowser } from '../support/browser.ts'
import { castOf, everyAgency } from '../support/cast.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import type { Visit } from '../support/visit.ts'
import { letterPdf, walkOf } from '../support/walk.ts'

let office: TestOffice
let browser: Browser
let nowMs = Date.parse('2026-11-20T02:12:00.000Z')

beforeAll(async () => {
  office = await startOffice({ now: () => new Date(nowMs).toISOString() })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

const opened = async (path: string, visit: Visit | null): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'id-ID' })
  onTestFinished(() => context.close())
  const cookies = [...(visit?.cookies ?? [])]
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' })))
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}${path}`)
  return page
}

const TYPED: Record<string, string> = {
  email: 'pengelola@instansi.example',
  tel: '0291 685000',
  url: 'https://instansi.example/',
  date: '2026-11-20',
  time: '09:30',
}
const GUESSES = ['12', '-6.8943, 110.6386', 'Uraian']

const fillOne = async (control: Locator, wrongs: number): Promise<void> => {
  const type = (await control.getAttribute('type')) ?? (await control.evaluate((one) => one.tagName.toLowerCase()))
  const isUnseen = type === 'hidden' || (await control.getAttribute('tabindex')) === '-1'
  if (isUnseen || !(await control.isVisible())) return
  if (type === 'file')
    return control.setInputFiles({
      name: 'surat.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(await letterPdf()),
    })
  if (type === 'checkbox') return control.check()
  if (type === 'select') return void (await control.selectOption({ index: 1 }))
  if (type === 'radio') {
    const first = control
      .page()
      .locator(`input[type=radio][name="${await control.getAttribute('name')}"]`)
      .first()
    return first.check()
  }
  const isFaulty = (await control.getAttribute('aria-invalid')) === 'true'
  if (isFaulty || (await control.inputValue()) === '')
    await control.fill(TYPED[type] ?? GUESSES[isFaulty ? wrongs % GUESSES.length : 2] ?? '')
}

/** Fills in what can be seen, presses the first button, and mends what the page finds wrong. */
const fillAndPress = async (page: Page, form: string): Promise<void> => {
  const path = new URL(page.url()).pathname
  for (let wrongs = 0; wrongs < 5; wrongs += 1) {
    // A file that was chosen adds controls of its own: those that are there now are counted first.
    const controls = page.locator(`${form} :is(input, select, textarea)`)
    const many = await controls.evaluateAll(
      (all) => all.map((one, at) => one.setAttribute('data-at', String(at))).length,
    )
    for (let at = 0; at < many; at += 1) await fillOne(page.locator(`${form} [data-at="${at}"]`), wrongs)
    nowMs += 20_000
    await page.evaluate(() => document.body.setAttribute('data-old', ''))
    await page.locator(`${form} button.button-primary`).first().click()
    await page.locator('body:not([data-old])').waitFor({ state: 'attached' })
    if ((await page.locator('[aria-invalid=true]').count()) === 0) return
  }
  throw new Error(`${path} takes nothing: ${await page.locator('.error-summary').allInnerTexts()}`)
}

/** Each in their own window, until nobody is waited for. */
const finish = async (id: string): Promise<void> => {
  const [data] = (await everyAgency()).filter(({ agency }) => agency.agency === 'demak')
  if (!data) throw new Error('No office of Demak')
  const cast = castOf(office, data)
  const walk = walkOf(office, 'demak', id)
  for (let turns = 0; turns < 30; turns += 1) {
    await office.jobsDone()
    const dossier = await walk.see()
    const [task] = openMainTasks(dossier)
    if (!task) return
    const [post] = task.posts
    const { visit } = post === undefined ? await cast.ofClient(dossier.client) : await cast.atPost(post)
    const page = await opened(post === undefined ? `/mine/${id}` : `/dossiers/${id}/tasks/${task.task}`, visit)
    const mend = page.locator(`main a[href="/mine/${id}/correct"]`).first()
    if (post === undefined && (await mend.count()) > 0) await mend.click()
    const isMine = post === undefined ? '/mine/' : '/dossiers/'
    await fillAndPress(page, `form:is([action*="${isMine}"]):has(button.button-primary)`)
    await page.context().close()
  }
}

const ended = async (id: string): Promise<string> => (await walkOf(office, 'demak', id).see()).status

test('a company asks for a recommendation on fibre optic, and holds it in its hands', async () => {
  const page = await opened('/services/rekomendasi-fiber-optik/apply', await office.as('pemohon-perusahaan'))
  await fillAndPress(page, 'form#apply')
  await fillAndPress(page, 'main form:has(button.button-primary)')
  const id = /\/mine\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  await finish(id)
  expect(await ended(id)).toBe('finished')
})

test('anybody reports harmful content, follows it by its code, and the office deals with it', async () => {
  const page = await opened('/report/konten-negatif', null)
  await fillAndPress(page, 'form#report')
  await page.locator('main').getByRole('link', { name: /acak/ }).click()
  await page.waitForURL(/\/track\/.+/)
  const row = await office.office.store.inAgency('demak', (db) =>
    db.selectFrom('dossier').select('dossier').where('channel', '=', 'public').executeTakeFirstOrThrow(),
  )
  await finish(row.dossier)
  expect(await ended(row.dossier)).toBe('finished')
  await page.reload()
  await page.locator('main').getByText('Selesai', { exact: true }).first().waitFor()
})
