import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from './browser.ts'

test('the Chromium from npm renders a page of *.localhost, runs its scripts and reaches no other host', async () => {
  await expectToRender('bundled')
})

test('the browser that the journeys use does so too', async () => {
  await expectToRender(process.env.MIPP_BROWSER)
})

async function expectToRender(wish: string | undefined): Promise<void> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(
      '<h1 style="width: 200px">Surat</h1><p style="font-family: monospace">→ ✓ 漢 ا</p><script>document.querySelector("h1").append(" masuk")</script>',
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const browser = await launchBrowser(wish)
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(`http://demak.localhost:${(server.address() as AddressInfo).port}/`)
  expect(await page.textContent('h1')).toBe('Surat masuk')
  expect((await page.locator('h1').boundingBox())?.width).toBe(200)
  expect((await page.screenshot()).byteLength).toBeGreaterThan(1000)
  await expect(page.goto('http://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
}
