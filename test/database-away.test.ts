// The database is away for a moment: said in plain words, and what was typed is held. The worker stays out of it here.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from './support/api.ts'
import { fillIn, SERVICE, typed, upload } from './support/apply.ts'
import { launchBrowser } from './support/browser.ts'
import { heldBy } from './support/held.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Line, startLine } from './support/servers/line.ts'
import { type Answer, type Visit, wordsOf } from './support/visit.ts'
import { letterPdf, subdomainForm, submitted, type Walk } from './support/walk.ts'

let office: TestOffice
let line: Line
let pemohon: Visit

beforeAll(async () => {
  office = await startOffice({
    works: false,
    reach: async (databaseUrl) => {
      const url = new URL(databaseUrl)
      line = await startLine({ host: url.hostname, port: Number(url.port) })
      url.host = `127.0.0.1:${line.port}`
      return url.href
    },
  })
  pemohon = await office.as('pemohon')
})
afterAll(async () => {
  await office.stop()
  await line.stop()
})

let count = 0
const aRequest = (): Promise<Walk> => submitted(office, subdomainForm(`putus${++count}`))
const comment = (walk: Walk, text: string): Promise<Answer> =>
  pemohon.post(`/mine/${walk.id}/comment`, { act: 'comment', key: randomUUID(), text }, [], `/mine/${walk.id}`)

describe('when the database is away for a moment', () => {
  test('a page says so with a code to tell the office, a machine is told too, and it comes back by itself', async () => {
    const walk = await aRequest()
    await line.cut()
    const away = await pemohon.get(`/mine/${walk.id}`)
    expect(away.status).toBe(503)
    expect(wordsOf(away.text)).toContain('Sistem sedang tidak dapat dihubungi')
    expect(wordsOf(away.text)).toContain(String(away.headers['x-request-id']))
    expect(away.headers['retry-after']).toBeDefined()
    const english = await office.visitor().get('/track/AAAAAAAAAA', { 'accept-language': 'en' })
    expect(wordsOf(english.text)).not.toContain('undefined')
    expect((await office.visitor().get('/healthz')).status).toBe(200)
    expect((await office.visitor().get('/readyz')).status).toBe(503)
    await line.mend()
    expect((await pemohon.get(`/mine/${walk.id}`)).status).toBe(200)
    expect((await office.visitor().get('/readyz')).status).toBe(200)
  })

  test('a program is told so as a problem, and its command is done once when it is sent again under its key', async () => {
    const walk = await aRequest()
    const program = await programOf(office, 'pemohon')
    const key = { 'idempotency-key': randomUUID() }
    const body = { text: 'Dari program' }
    await line.cut()
    const away = await program.post(`/dossiers/${walk.id}/comments`, body, key)
    expect([away.status, away.json.code, away.headers['retry-after']]).toEqual([503, 'away', '15'])
    await line.mend()
    for (const repeated of [false, true])
      expect((await program.post(`/dossiers/${walk.id}/comments`, body, key)).json.repeated).toBe(repeated)
    expect((await walk.see()).comments).toHaveLength(1)
  })

  test('what was typed is held by the page, and sent again from there it is done once', async () => {
    const walk = await aRequest()
    await line.cut()
    const text = 'Pesan "penting" & <panjang\nbaris kedua'
    const held = await comment(walk, text)
    expect(held.status).toBe(503)
    expect(wordsOf(held.text)).toContain('Isian Anda masih ada')
    const { action, fields } = heldBy(held.text)
    expect(action).toBe(`/mine/${walk.id}/comment`)
    await line.mend()
    for (const _ of [1, 2]) expect((await pemohon.post(action, fields)).location).toBe(`/mine/${walk.id}`)
    expect((await walk.see()).comments.map((one) => one.text)).toEqual([text])
  })

  test.each([true, false])('in a real browser too, with scripts on or off (%s)', async (javaScriptEnabled) => {
    const walk = await aRequest()
    const browser = await launchBrowser()
    try {
      const context = await browser.newContext({ javaScriptEnabled, locale: 'id-ID' })
      const value = pemohon.cookies.get('mipp_session') ?? ''
      await context.addCookies([{ name: 'mipp_session', value, domain: pemohon.host.split(':')[0] ?? '', path: '/' }])
      const page = await context.newPage()
      await page.goto(`http://${pemohon.host}/mine/${walk.id}`)
      const typed = 'Baris <satu> & "dua"\n\nbaris terakhir'
      const form = page.locator(`form[action="/mine/${walk.id}/comment"]`)
      await form.locator('textarea').fill(typed)
      await line.cut()
      await form.locator('button').click()
      await page.getByText('Isian Anda masih ada').waitFor()
      await line.mend()
      // An impatient hand presses twice.
      await page.getByRole('button', { name: 'Kirim lagi' }).dblclick()
      await page.waitForURL(`**/mine/${walk.id}`)
      expect((await walk.see()).comments.map((one) => one.text)).toEqual([typed])
      await context.close()
    } finally {
      await browser.close()
    }
  })

  test('a form with a file is held too, and asks for the file again', async () => {
    await line.cut()
    const held = await fillIn(pemohon, typed('tertahan'), [upload(await letterPdf(), 'surat-kami.pdf')])
    expect(held.status).toBe(503)
    expect(wordsOf(held.text)).toContain('Pilih lagi berkas surat-kami.pdf')
    const { action, fields } = heldBy(held.text)
    expect(fields['nama-domain']).toBe('tertahan')
    await line.mend()
    const again = await pemohon.post(action, fields, [upload(await letterPdf(), 'surat-kami.pdf')])
    expect(again.location).toBe(`${SERVICE}/summary`)
  })

  test('a password is not held, and nothing that another site sent', async () => {
    await line.cut()
    const signIn = await office.visitor().post('/sign-in', { email: 'a@b.example', password: 'kata sandi saya' })
    expect(signIn.status).toBe(503)
    expect(signIn.text).not.toContain('kata sandi saya')
    const body = Buffer.from('text=jebakan')
    const type = 'application/x-www-form-urlencoded'
    const foreign = { 'content-type': type, origin: 'https://example.org' }
    const planted = await pemohon.send('POST', '/mine/x/comment', foreign, body)
    expect(planted.text).not.toContain('jebakan')
    await line.mend()
  })
})
