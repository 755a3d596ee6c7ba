// The small scripts in a real browser: they help the hand, and nothing gets lost by them.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Desk, openDesk } from './desk.tsx'

let browser: Browser
let context: BrowserContext
let desk: Desk

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  desk = await openDesk()
  context = await browser.newContext()
})
afterEach(async () => {
  await context.close()
  await desk.close()
})

/** Waits as long as a slow machine may need; what never comes fails. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })

const openPage = async (path: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(desk.url + path)
  return page
}
const rows = (page: Page) => page.locator('[data-row]')
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)
const draftState = (page: Page) => page.locator('[data-draft-state]')

describe('A list of work', () => {
  test('takes in a new task by itself, keeps the row one stands on, and says so', async () => {
    const page = await openPage('/work')
    await eventually(() => desk.streams.size).toBe(1)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await focusedId(page)).toBe('work-42')
    desk.waiting = 3
    desk.tell()
    await eventually(() => rows(page).count()).toBe(3)
    expect(await focusedId(page)).toBe('work-42')
    await eventually(() => page.locator('#announcer').textContent()).toBe('Ada pekerjaan baru')
  })

  test('is silent when a task only goes away', async () => {
    const page = await openPage('/work')
    await eventually(() => desk.streams.size).toBe(1)
    desk.waiting = 1
    desk.tell()
    await eventually(() => rows(page).count()).toBe(1)
    expect(await page.locator('#announcer').textContent()).toBe('')
  })

  test('in several tabs costs one stream, and the next tab takes over when the first is closed', async () => {
    const first = await openPage('/work')
    await eventually(() => desk.streams.size).toBe(1)
    const second = await openPage('/work')
    const queued = () => second.evaluate(() => navigator.locks.query().then(({ pending }) => pending?.length))
    await eventually(queued).toBe(1)
    desk.waiting = 4
    desk.tell()
    await eventually(() => rows(second).count()).toBe(4)
    expect(desk.streams.size).toBe(1)
    const [before] = desk.streams
    await first.close()
    await eventually(() => [...desk.streams].some((stream) => stream !== before)).toBe(true)
    await eventually(() => desk.streams.size).toBe(1)
    desk.waiting = 5
    desk.tell()
    await eventually(() => rows(second).count()).toBe(5)
  })
})

describe('A draft', () => {
  test('reaches the server after a pause, with its token, without files and secrets', async () => {
    const page = await openPage('/form')
    await page.fill('#field-purpose', 'Laman perizinan')
    await page.fill('#field-secret', 'rahasia-1')
    await page.fill('#field-pin', 'rahasia-2')
    await page.setInputFiles('#field-letter', {
      name: 'surat.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF'),
    })
    await eventually(() => draftState(page).textContent()).toBe('Tersimpan')
    const body = new URLSearchParams(desk.drafts.at(-1))
    expect(body.get('csrf')).toBe('t0k')
    expect(body.get('purpose')).toBe('Laman perizinan')
    for (const name of ['secret', 'pin', 'letter', 'go']) expect(body.has(name), name).toBe(false)
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('rahasia')
  })

  test('typed while the line is down comes back after the page was lost, and is sent then', async () => {
    desk.isAway = true
    const page = await openPage('/form')
    await page.fill('#field-purpose', 'Panjang sekali')
    await page.check('#field-to-a')
    await page.check('#field-to-c')
    await eventually(() => draftState(page).textContent()).toBe('Terputus')
    expect(desk.drafts).toEqual([])
    await page.close()
    desk.isAway = false
    const later = await openPage('/form')
    expect(await later.inputValue('#field-purpose')).toBe('Panjang sekali')
    expect(await later.locator('#field-to input:checked').count()).toBe(2)
    await eventually(() => desk.drafts.length).toBe(1)
    expect(new URLSearchParams(desk.drafts[0]).getAll('to')).toEqual(['a', 'c'])
    expect(await draftState(later).textContent()).toBe('Dipulihkan')
  })

  test('that was sent with its form does not come back', async () => {
    desk.isAway = true
    const page = await openPage('/form')
    await page.fill('#field-purpose', 'Sudah dikirim')
    await page.click('button[value="next"]')
    await page.waitForURL('**/send')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await page.goto(`${desk.url}/form`)
    expect(await page.inputValue('#field-purpose')).toBe('')
  })

  test('stays on no device after signing out', async () => {
    desk.isAway = true
    const page = await openPage('/form')
    await page.fill('#field-purpose', 'Milik saya')
    await eventually(() => page.evaluate(() => Object.keys(localStorage).length)).toBe(1)
    await page.click('.account-button')
    await page.click('form[data-drop-drafts] button')
    await page.waitForURL('**/sign-out')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })
})

describe('A name', () => {
  test('is asked for once the hand rests, and the answer stands under the field', async () => {
    const page = await openPage('/form')
    await page.locator('#field-name').pressSequentially('perizinan')
    await eventually(() => page.locator('#field-name-check').textContent()).toBe('Nama perizinan tersedia')
    await page.fill('#field-name', '')
    await eventually(() => page.locator('#field-name-check').textContent()).toBe('')
    expect(desk.asked).not.toContain('')
  })

  test('that was overtaken by another does not answer late', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    desk.holdName = (name) => (name === 'lama' ? held : Promise.resolve())
    const page = await openPage('/form')
    await page.fill('#field-name', 'lama')
    await eventually(() => desk.asked).toEqual(['lama'])
    await page.fill('#field-name', 'baru')
    await eventually(() => page.locator('#field-name-check').textContent()).toBe('Nama baru tersedia')
    release()
    await page.evaluate(() => fetch('/name?value=lain'))
    expect(await page.locator('#field-name-check').textContent()).toBe('Nama baru tersedia')
  })
})

describe('A form', () => {
  test('is sent once however often the button is pressed, with the value of the button', async () => {
    const page = await openPage('/form')
    const words = await page.locator('#slow button').evaluate((button) => {
      for (let press = 0; press < 3; press += 1) (button as HTMLButtonElement).click()
      return button.textContent
    })
    expect(words).toBe('Mengirim…')
    await eventually(() => desk.sent.length).toBe(1)
    // A second one would have come on the way to this answer.
    await page.close()
    const other = await openPage('/work')
    await other.close()
    expect(desk.sent).toEqual(['csrf=t0k&go=slow'])
  })

  test('is sent by Ctrl and Enter from a long text, by its first button', async () => {
    const page = await openPage('/form')
    await page.fill('#field-purpose', 'Selesai')
    await page.locator('#field-purpose').press('Control+Enter')
    await page.waitForURL('**/send')
    expect(desk.sent).toHaveLength(1)
    expect(desk.sent[0]).toMatch(/name="go"\r\n\r\nnext/)
  })
})

describe('Keys', () => {
  test('walk the list, open a row, search and help', async () => {
    const page = await openPage('/work')
    await page.keyboard.press('k')
    expect(await focusedId(page)).toBe('work-42')
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    expect(await focusedId(page)).toBe('work-41')
    await page.keyboard.press('?')
    expect(await page.locator('#keyboard-help').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/form?4*')
    await page.keyboard.press('/')
    await page.keyboard.type('jk?/')
    expect(await page.inputValue('[data-search]')).toBe('jk?/')
    expect(await page.locator('#keyboard-help').isVisible()).toBe(false)
  })

  test('of one letter can be switched off and stay off', async () => {
    const page = await openPage('/work')
    await page.keyboard.press('?')
    await page.uncheck('#single-keys')
    await page.reload()
    await page.keyboard.press('j')
    expect(await focusedId(page)).toBe('')
    await page.keyboard.press('?')
    expect(await page.isChecked('#single-keys')).toBe(false)
  })
})

describe('A text to take along', () => {
  const button = (page: Page) => page.locator('button[data-copy]')

  test('has the focus at once, is copied by one press, and that is said', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await openPage('/copy')
    expect(await focusedId(page)).toBe('code')
    await button(page).click()
    await eventually(() => button(page).textContent()).toBe('Tersalin')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('mipp_abc')
    await eventually(() => page.locator('#announcer').textContent()).toBe('Tersalin')
  })

  test('is selected for the hand where the browser keeps its clipboard shut', async () => {
    const page = await openPage('/copy')
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await button(page).click()
    await eventually(() => button(page).textContent()).toBe('Tekan Ctrl+C')
    expect(await page.evaluate(() => String(getSelection()))).toBe('mipp_abc')
  })

  test('has no button that could do nothing where scripts are off', async () => {
    await context.close()
    context = await browser.newContext({ javaScriptEnabled: false })
    const page = await openPage('/copy')
    expect(await button(page).isVisible()).toBe(false)
    expect(await page.locator('#code').textContent()).toBe('mipp_abc')
  })
})
