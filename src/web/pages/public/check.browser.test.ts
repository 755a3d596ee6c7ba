// The check page: by code, by a dropped file whose fingerprint is computed in a real browser, by hand without scripts.
import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { applyFor } from '../../../../test/support/apply.ts'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { post, sideTasks, toTechnician, type Walk } from '../../../../test/support/walk.ts'
import { readFingerprint } from './check-file.tsx'

type Issued = { walk: Walk; code: string; pdf: Buffer; number: string; id: string }

let office: TestOffice
let browser: Browser
let one: Issued
let other: Issued
beforeAll(async () => {
  office = await startOffice()
  browser = await launchBrowser()
  one = await issued('periksasatu')
  other = await issued('periksadua')
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

const issued = async (name: string): Promise<Issued> => {
  const walk = await applyFor(office, await office.as('pemohon'), name)
  await toTechnician(walk)
  await walk.finish({ mode: 'system' })
  await office.jobsDone()
  await walk.finish({ phase: 'ask-initials', draft: '' })
  const [initial] = await sideTasks(walk)
  const answer = { verdict: 'initialed' }
  await walk.send(post('kabid-aptika'), { type: 'finish-step', task: initial?.task ?? '', answer })
  await walk.finish({ phase: 'send', draft: '' })
  await office.jobsDone()
  const letter = (await walk.see()).letters[0]
  const pdf = await office.office.tools.files.read(letter?.paper?.sha256 ?? '')
  return {
    walk,
    code: letter?.checkCode ?? '',
    pdf: Buffer.from(pdf ?? []),
    number: letter?.number ?? '?',
    id: letter?.id ?? '',
  }
}
const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const words = async (path: string, status = 200): Promise<string> => {
  const answer = await office.visitor().open(path)
  expect(answer.status).toBe(status)
  return wordsOf(answer.text)
}
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

describe('a fingerprint', () => {
  const sha256 = 'ab'.repeat(32)
  test.each([
    ['as sha256sum prints it', `${sha256}  surat.pdf`, sha256],
    ['as certutil prints it', `SHA256 hash of surat.pdf:\r\n${sha256.toUpperCase()}\r\nCertUtil: -hashfile`, sha256],
    ['in pairs', sha256.replaceAll(/(..)/g, '$1 '), sha256],
    ['a sign short', sha256.slice(1), null],
    ['a sign too long', `${sha256}a`, null],
    ['something else', 'surat.pdf', null],
  ])('%s', (_, typed, read) => expect(readFingerprint(typed)).toBe(read))
})

describe('without scripts a typed fingerprint', () => {
  test('is the file that was issued, another letter of ours, none, or no fingerprint', async () => {
    const at = `/check/${one.code}?sha256=`
    expect(await words(at + shaOf(one.pdf))).toContain('Berkas Anda sama dengan yang kami keluarkan')
    expect(await words(at + shaOf(other.pdf))).toContain('surat lain dari kantor kami')
    expect(await words(at + shaOf(Buffer.concat([one.pdf, Buffer.from('x')])))).toContain('tidak sama dengan yang kami')
    expect(await words(`${at}abc`, 422)).toContain('Sidik jari SHA-256 terdiri atas 64')
  })

  test('finds the letter without its code, and says where there is none', async () => {
    expect(await words(`/check?sha256=${shaOf(one.pdf)}`)).toContain(one.number)
    expect(await words(`/check?sha256=${'0'.repeat(64)}`, 404)).toContain('Tidak ada surat kami yang sama')
  })
})

test('a letter that was withdrawn is told with its day, also to whoever has its very file; a program hears the same', async () => {
  const { walk, code, pdf, id } = await issued('ditarik')
  const told = await walk.send(post('kepala-dinas'), { type: 'withdraw-letter', letter: id, reason: 'Nama keliru' })
  expect(told.ok ? '' : told.refusal.sentence.en).toBe('')
  const said = await words(`/check/${code}?sha256=${shaOf(pdf)}`)
  expect(said).toContain('Surat ini sudah ditarik dan tidak berlaku lagi')
  expect(said).toContain('tetapi surat ini sudah ditarik')
  expect(said).not.toContain('Surat ini dikeluarkan oleh kantor kami')
  expect(said).not.toContain('Nama keliru')
  const answer = JSON.parse((await office.visitor().get(`/api/v1/letters/${code}`)).text)
  expect([answer.sha256, answer.withdrawnOn, answer.signature]).toEqual([
    shaOf(pdf),
    expect.stringMatching(/^\d{4}-/),
    expect.objectContaining({ method: 'seal', level: 'B-B' }),
  ])
})

test('the code of a receipt leads to where its dossier stands', async () => {
  const { trackingCode, number } = await one.walk.see()
  expect(await words(`/check/${trackingCode}`)).toContain(`Berkas ${number}`)
})

const WAYS = [
  { viewport: { width: 390, height: 844 }, subtle: true },
  { viewport: { width: 1280, height: 900 }, subtle: false },
]

test.each(WAYS)('a dropped file is compared, and not one byte of it is sent: %o', async ({ viewport, subtle }) => {
  const context = await browser.newContext({ viewport, locale: 'id-ID' })
  onTestFinished(() => context.close())
  // As on a page without TLS, where browsers compute no fingerprints themselves.
  if (!subtle) await context.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
  const page = await context.newPage()
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`))
  await page.goto(`http://demak.localhost:${office.port}/check/${one.code}`)
  expect(await findBarriers(page)).toEqual([])
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], 'surat.pdf', { type: 'application/pdf' }))
      return data
    },
    [...one.pdf],
  )
  await page.dispatchEvent('[data-check-file]', 'drop', { dataTransfer: transfer })
  await page.getByText('Berkas Anda sama dengan yang kami keluarkan').waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await page.getByLabel('Pilih berkas PDF').setInputFiles({
    name: 'lain.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.concat([one.pdf, Buffer.from(' ')]),
  })
  await page.getByText('Berkas Anda tidak sama dengan yang kami keluarkan').waitFor()
  expect(sent.every((line) => line === 'GET ')).toBe(true)
})

test('without scripts the page shows the fingerprint and how to compare it, and the form works', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${office.port}/check/${one.code}`)
  expect(await page.getByText('sha256sum surat.pdf').isVisible()).toBe(true)
  expect(await page.locator('[data-check-file]').isVisible()).toBe(false)
  await page.locator('input[name="sha256"]').fill(shaOf(one.pdf))
  await page.locator('main').getByRole('button').last().click()
  await page.locator('.tone-good').first().waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(await fits(page)).toBe(true)
})
