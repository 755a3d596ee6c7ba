// Words without a place to break, as long as the forms allow: no page of a telephone grows wider than its screen.
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyFor, fillIn, SERVICE, typed, upload } from './support/apply.ts'
import { launchBrowser } from './support/browser.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import type { Visit } from './support/visit.ts'
import { letterPdf, post, type Walk } from './support/walk.ts'

let office: TestOffice
let browser: Browser
let pemohon: Visit
let pelaksana: Visit
let walk: Walk
let returned: Walk

const long = (letter: string, count: number): string => letter.repeat(count)
const words = {
  keperluan: long('x', 990),
  'pj-administratif.nama': long('y', 190),
  'pj-teknis.jabatan': long('j', 190),
  'pj-teknis.email': `${long('e', 60)}@${long('d', 60)}.example`,
  'nomor-surat': long('n', 95),
}
const scan = async () => [upload(await letterPdf(), `${long('z', 116)}.pdf`)]

beforeAll(async () => {
  office = await startOffice()
  browser = await launchBrowser()
  pemohon = await office.as('pemohon')
  pelaksana = await office.as('pelaksana')
  walk = await applyFor(office, pemohon, long('a', 63), words, await scan())
  const comment = { act: 'comment', key: randomUUID(), text: long('k', 1900) }
  await pemohon.post(`/mine/${walk.id}/comment`, comment, [], `/mine/${walk.id}`)
  const map = { ...upload(await letterPdf('Denah'), `${long('m', 116)}.pdf`), field: 'file' }
  const attach = { act: 'attach', key: randomUUID(), note: long('l', 1900) }
  await pemohon.post(`/mine/${walk.id}/attach`, attach, [map], `/mine/${walk.id}`)
  await walk.finish({ urgency: 'segera', secrecy: 'biasa', receivedOn: '2026-01-05', note: long('c', 1900) })
  await walk.finish({ instructions: ['Proses lebih lanjut'], note: long('i', 1900) })
  returned = await applyFor(office, pemohon, long('b', 63), words, await scan())
  const task = (await returned.task()).task
  await returned.send(post('pelaksana'), { type: 'return', task, reason: long('r', 1900) })
  await fillIn(pemohon, typed(long('c', 63), words), await scan())
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

test('every page fits a telephone, whatever was typed', async () => {
  const { trackingCode } = await walk.see()
  const pages: [Visit, string[]][] = [
    [pelaksana, [`/dossiers/${walk.id}`, `/dossiers/${returned.id}`, '/work', '/agenda', '/search?q=aaaa', '/counter']],
    [
      pemohon,
      [
        '/mine',
        '/',
        `/mine/${walk.id}`,
        `/mine/${walk.id}/receipt`,
        `/mine/${returned.id}`,
        `/mine/${returned.id}/correct`,
        `${SERVICE}/apply`,
        `${SERVICE}/summary`,
        `/track/${trackingCode}`,
        '/outbox',
      ],
    ],
  ]
  const tooWide: string[] = []
  for (const [visit, paths] of pages) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: true })
    const value = visit.cookies.get('mipp_session') ?? ''
    await context.addCookies([{ name: 'mipp_session', value, domain: visit.host.split(':')[0] ?? '', path: '/' }])
    const page = await context.newPage()
    for (const path of paths) {
      const answer = await page.goto(`http://${visit.host}${path}`)
      expect(answer?.status(), path).toBe(200)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 390) tooWide.push(`${path}: ${width}`)
    }
    await context.close()
  }
  expect(tooWide).toEqual([])
})
