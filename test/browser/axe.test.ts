// What the journeys rely on: that a barrier is found in either theme, with scripts on and off.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { type PageServer, sendPage, servePages } from './page-server.ts'

const STYLE = `
:root { color-scheme: light dark; background: light-dark(#fff, #111); color: light-dark(#111, #fff) }
:root[data-theme='light'] { color-scheme: light }
:root[data-theme='dark'] { color-scheme: dark }
.good { transition: color 60s, background 60s; color: light-dark(#333, #ddd); background: light-dark(#fff, #111) }
.faint { color: light-dark(#333, #333) }`

const html = (body: string, attributes = ''): string =>
  `<!doctype html><html lang="id" ${attributes}><head><title>Surat</title><link rel="stylesheet" href="/style.css"></head>` +
  `<body><main><h1>Surat</h1>${body}</main></body></html>`

const PAGES: Record<string, string> = {
  '/good': html('<p class="good">Surat masuk</p>'),
  '/faint': html('<p class="faint">Surat masuk</p>'),
  '/chosen': html('<p class="faint">Surat masuk</p>', 'data-theme="light"'),
  '/unnamed': html('<input type="text">'),
}

let browser: Browser
let server: PageServer
beforeAll(async () => {
  server = await servePages((request, response) => {
    if (request.url === '/style.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(STYLE)
      return true
    }
    const page = PAGES[request.url ?? '']
    return page !== undefined && sendPage(response, page)
  })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

const open = async (path: string, javaScriptEnabled: boolean): Promise<Page> => {
  const context = await browser.newContext({ javaScriptEnabled, colorScheme: 'light' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(server.url + path)
  return page
}

describe.each([true, false])('With scripts on: %s', (scripts) => {
  test('a page without barriers has none, and opens no other page', async () => {
    const page = await open('/good', scripts)
    expect(await findBarriers(page)).toEqual([])
    expect(page.context().pages()).toEqual([page])
  })

  test('a barrier that no theme changes is told once, with its place', async () => {
    const lines = await findBarriers(await open('/unnamed', scripts))
    expect(lines).toEqual([expect.stringMatching(/^light: label \(critical\) at input: .*label/)])
  })

  test.each(['/faint', '/chosen'])('%s is too faint in the dark theme alone', async (path) => {
    const page = await open(path, scripts)
    const look = () =>
      page.evaluate(
        () => `${document.documentElement.outerHTML} ${getComputedStyle(document.documentElement).backgroundColor}`,
      )
    const before = await look()
    expect(await findBarriers(page)).toEqual([
      expect.stringMatching(/^dark: color-contrast \(serious\) at p: .*contrast of 1\.\d+/),
    ])
    expect(await look()).toBe(before)
  })
})
