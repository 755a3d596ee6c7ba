// The gallery in a real browser: readable by everybody, in both themes, on a telephone and at a desk.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { galleryPage } from '../../src/web/ui/gallery.tsx'
import { renderPage } from '../../src/web/ui/render-page.ts'
import { launchBrowser } from '../support/browser.ts'
import { type PageServer, sendPage, servePages } from './page-server.ts'

const THEMES = ['light', 'dark'] as const
const ACCENTS = ['laut', 'giok', 'terong', 'batu'] as const
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let browser: Browser
let server: PageServer

beforeAll(async () => {
  server = await servePages((request, response, assets) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gallery')
    if (pathname !== '/dev/ui') return false
    const wish = searchParams.get('theme')
    const theme = wish === 'light' || wish === 'dark' ? wish : 'system'
    const accent = searchParams.get('accent') ?? undefined
    return sendPage(response, renderPage(galleryPage({ lang: 'id', theme, accent, csrf: 'token', assets })))
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

describe.each(THEMES)('The gallery in the %s theme', (theme) => {
  test.each([390, 1280])('has no barrier and nothing that sticks out at %i pixels', async (width) => {
    const { page, faults } = await open(`theme=${theme}`, width)
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(' ')) }))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(faults).toEqual([])
  })

  test('keeps its contrast under every accent that an agency may choose', async () => {
    for (const accent of ACCENTS) {
      const { page } = await open(`theme=${theme}&accent=${accent}`, 1280)
      const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
      const where = violations.flatMap(({ nodes }) => nodes.map((node) => node.target.join(' ')))
      expect(where, accent).toEqual([])
    }
  })
})

test('Words are drawn in the font of the basic letters, and a page that needs no other loads no other', async () => {
  const { page } = await open('theme=light', 1280)
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter((face) => face.family.includes('Jakarta')).map((face) => face.status)
  })
  const [basic, ...others] = fonts.slice(0, 3)
  expect({ basic, others }).toEqual({ basic: 'loaded', others: ['unloaded', 'unloaded'] })
})

test('On a telephone everything to press is at least 44 pixels high, or lies in something that is', async () => {
  const { page } = await open('theme=light', 390)
  const small = await page.evaluate(() => {
    // A box to tick is pressed by its label, a row of work anywhere.
    const pressed = [
      ...document.querySelectorAll('a:not(.work-link), button, input.input, select, textarea, summary, label'),
    ]
    return pressed
      .filter((element) => element.closest('.field > .field-label') === null)
      .map((element) => ({ name: element.textContent?.trim(), height: element.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0 && height < 44)
  })
  expect(small).toEqual([])
})

test('A way past the menu appears when it has the focus, and the focus is drawn', async () => {
  const { page } = await open('theme=light', 1280)
  await page.evaluate(() => window.scrollTo(0, 0))
  const skip = page.locator('.skip-link')
  expect((await skip.boundingBox())?.y).toBeLessThan(0)
  await skip.focus()
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Tab')
  const home = page.locator('.brand')
  expect(await home.evaluate((link) => link.matches(':focus-visible') && getComputedStyle(link).outlineStyle)).toBe(
    'solid',
  )
})

test('The explicit theme wins over that of the device', async () => {
  const grounds = new Set<string>()
  for (const [theme, device] of [
    ['dark', 'light'],
    ['light', 'dark'],
    ['system', 'dark'],
  ] as const) {
    const { page } = await open(`theme=${theme}`, 1280, device)
    grounds.add(`${theme} ${await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)}`)
  }
  const [dark, light, system] = [...grounds].map((ground) => ground.slice(ground.indexOf(' ') + 1))
  expect(dark).toBe(system)
  expect(light).not.toBe(dark)
})

/** Opens the gallery and gathers what the browser complains of: blocked by the policy, missing, broken. */
const open = async (query: string, width: number, device: 'light' | 'dark' = 'light') => {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme: device })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${server.url}/dev/ui?${query}`)
  await page.evaluate(() => document.fonts.ready)
  return { page, faults }
}
