// The ground under all pages: host, health, headers, language, and requests that are not ours.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from './support/office.ts'
import { wordsOf } from './support/visit.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

describe('the ground under all pages', () => {
  test('the office says that it lives and that it can work', async () => {
    expect((await office.visitor().get('/healthz')).status).toBe(200)
    expect(JSON.parse((await office.visitor().get('/readyz')).text)).toMatchObject({ ok: true })
  })

  test('every page forbids foreign scripts, frames and caches', async () => {
    const { headers } = await office.visitor().get('/outbox')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
  })

  test('an address that does not exist is told plainly, in the language of the reader', async () => {
    const missing = await office.visitor().get('/tidak-ada', { 'accept-language': 'en' })
    expect(missing.status).toBe(404)
    expect(wordsOf(missing.text)).toContain('Page not found')
    expect(wordsOf((await office.visitor().get('/tidak-ada')).text)).toContain('Halaman tidak ditemukan')
  })

  test('a form that another site sends is not processed', async () => {
    const officer = await office.as('pelaksana')
    const body = Buffer.from(`csrf=${officer.csrf}`)
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const foreign = await officer.send('POST', '/sign-out', { ...type, origin: 'https://example.org' }, body)
    expect(foreign.status).toBe(403)
    const hidden = await officer.send('POST', '/sign-out', { ...type, 'sec-fetch-site': 'cross-site' }, body)
    expect(hidden.status).toBe(403)
  })

  test('a body that breaks off or is no form is told plainly', async () => {
    const officer = await office.as('pelaksana')
    const broken = await officer.send(
      'POST',
      '/work',
      { 'content-type': 'multipart/form-data', origin: `http://${officer.host}` },
      Buffer.from('x'),
    )
    expect(broken.status).toBe(400)
    expect(wordsOf(broken.text)).toContain('Kirim lagi')
  })
})

describe('strangers', () => {
  test('a file that a stranger sends is not kept, and nothing is parked for them', async () => {
    const stranger = office.visitor()
    const answer = await stranger.post('/work', {}, [
      { field: 'surat', name: 'besar.pdf', type: 'application/pdf', bytes: Buffer.alloc(200_000, 7) },
    ])
    expect(answer.status).toBe(303)
    expect(answer.location).toContain('/sign-in')
    expect(await readdir(join(office.dataFolder, 'files')).catch(() => [])).toEqual([])
  })
})

describe('an address that belongs to no office', () => {
  test('shows the offices of this installation, and changes language', async () => {
    const lost = office.visitor('tidak-dikenal')
    const page = await lost.get('/')
    expect(page.status).toBe(200)
    expect(wordsOf(page.text)).toContain('Pilih kantor')
    expect(page.text).toContain(`href="http://tulungagung.localhost:${office.port}/"`)
    expect((await lost.post('/preferences', { lang: 'en' })).location).toBe('/')
    expect(wordsOf((await lost.get('/')).text)).toContain('Choose an office')
  })

  test('a session of one office is nothing in another', async () => {
    const officer = await office.as('kepala-dinas')
    const elsewhere = office.visitor('tulungagung')
    for (const [name, value] of officer.cookies) elsewhere.cookies.set(name, value)
    expect((await officer.get('/work')).status).toBe(200)
    expect((await elsewhere.get('/work')).location).toContain('/sign-in')
  })
})
