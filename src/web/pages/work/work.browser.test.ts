// The work list under a hand: by keyboard alone, by one thumb on a telephone, with scripts and without.
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { makePerson } from '../../../../test/support/people.ts'
import { subdomainForm, submitted, type Walk } from '../../../../test/support/walk.ts'

let office: TestOffice
let browser: Browser

beforeAll(async () => {
  office = await startOffice({ works: false })
  browser = await launchBrowser()
  const mandate = {
    mandate: randomUUID(),
    post: 'pelaksana',
    capacity: 'definitive',
    fromOn: '2026-01-01',
    decree: null,
  }
  await makePerson(office, { email: 'rekan@dinkominfo.example', name: 'Rekan Pelaksana', mandate: mandate as never })
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

type Device = { width?: number; javaScriptEnabled?: boolean }

const as = async (role: string, { width = 1280, javaScriptEnabled = true }: Device = {}): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 800 },
    locale: 'id-ID',
    javaScriptEnabled,
    hasTouch: width < 600,
  })
  onTestFinished(() => context.close())
  const { cookies } = await office.as(role)
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' })))
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}/work`)
  return page
}

let count = 0
const letters = async (many: number): Promise<Walk[]> => {
  const walks: Walk[] = []
  for (let each = 0; each < many; each += 1) {
    const walk = await submitted(office, subdomainForm(`surat${++count}`))
    await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-01-05' })
    walks.push(walk)
  }
  return walks
}
const postOf = async (walk: Walk) => (await walk.task()).posts[0]

describe('By keyboard', () => {
  test('j, k, x and d lead from the list to a disposition of several letters', async () => {
    const walks = await letters(3)
    const page = await as('kepala-dinas')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('x')
    expect(await page.locator('.work-tick:checked').count()).toBe(2)
    await page.keyboard.press('d')
    await page.waitForURL('**/work/chosen')
    await page.getByRole('button', { name: 'Disposisi 2 surat ke Sekretaris' }).click()
    await expect.poll(() => page.locator('h1').textContent()).toBe('2 tugas selesai dicatat')
    expect(await Promise.all(walks.map(postOf))).toEqual(['sekretaris', 'sekretaris', 'kepala-dinas'])
    expect(await findBarriers(page)).toEqual([])
  })

  test('d without a tick means the row one stands on, and Enter opens it', async () => {
    await letters(1)
    const page = await as('kepala-dinas')
    await page.keyboard.press('j')
    await page.keyboard.press('d')
    await page.getByRole('button', { name: 'Disposisi 1 surat ke Sekretaris' }).waitFor()
    await page.goBack()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/dossiers/**')
  })

  test('letters are typed, not obeyed, where a field has the focus; and nothing is obeyed when it is switched off', async () => {
    await letters(1)
    const page = await as('kepala-dinas')
    await page.keyboard.press('/')
    await page.keyboard.type('jxd')
    expect(await page.locator('[data-search]').inputValue()).toBe('jxd')
    await page.locator('h1').click()
    await page.keyboard.press('?')
    await page.getByLabel('Pakai pintasan satu huruf').uncheck()
    await page.getByRole('button', { name: 'Tutup' }).click()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('d')
    expect(await page.locator('.work-tick:checked').count()).toBe(0)
    expect(new URL(page.url()).pathname).toBe('/work')
  })

  test('what is ticked stays ticked while the list refreshes', async () => {
    await letters(1)
    const page = await as('kepala-dinas')
    const before = await page.locator('.work-row').count()
    await page.locator('.work-tick').first().check()
    await letters(1)
    await expect.poll(() => page.locator('.work-row').count()).toBe(before + 1)
    expect(await page.locator('.work-tick:checked').count()).toBe(1)
  })
})

describe('On a telephone', () => {
  test.each([true, false])('a thumb takes from the basket, scripts: %s', async (javaScriptEnabled) => {
    await submitted(office, subdomainForm(`jempol${++count}`))
    const page = await as('pelaksana', { width: 390, javaScriptEnabled })
    await page.locator('.tab-basket').tap()
    const bar = page.locator('.choice-bar')
    expect(await bar.isVisible()).toBe(false)
    await page.locator('.work-choice').first().tap()
    expect(await bar.isVisible()).toBe(true)
    const take = page.getByRole('button', { name: 'Ambil' })
    for (const target of [take, page.locator('.work-choice').first()]) {
      const box = await target.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    const box = await take.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    if (javaScriptEnabled) expect(await findBarriers(page)).toEqual([])
    await take.tap()
    await page.getByText('1 tugas selesai dicatat').waitFor()
  })
})

test.each([390, 1280])('every view has no barriers and is not wider than %i pixels', async (width) => {
  const page = await as('kepala-dinas', { width })
  for (const view of ['mine', 'overdue', 'today', 'elsewhere', 'team', 'tidak-ada']) {
    await page.goto(`http://demak.localhost:${office.port}/work?view=${view}&text=surat`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await findBarriers(page), view).toEqual([])
  }
})
