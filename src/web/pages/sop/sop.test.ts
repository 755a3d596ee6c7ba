import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor } from '../../../../test/support/apply.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { toTechnician } from '../../../../test/support/walk.ts'

let office: TestOffice
let warga: Visit

beforeAll(async () => {
  office = await startOffice({ works: false })
  warga = office.visitor()
})
afterAll(() => office.stop())

const SHEET = '/services/subdomain-hosting/sheet'

describe('the official sheet of a service', () => {
  test('is read by anybody: its identity, every row with its symbol and its way onward, and what the office added', async () => {
    const { status, text } = await warga.get(SHEET)
    expect(status).toBe(200)
    for (const part of [
      'DINKOMINFO/03/13',
      'Mei 2025',
      'Februari 2022',
      'Pelaksana / Pranata',
      'Mulai',
      'langkah 2',
      'Tambahan kantor dan catatan',
      'bukan isi SOP',
    ])
      expect(wordsOf(text)).toContain(part)
    expect(text).toContain('alt="Halaman 2: bagan alir.')
    expect(wordsOf((await warga.get('/services/subdomain-hosting')).text)).toContain('Lihat lembar SOP resmi')
  })

  test('comes page by page as pictures that the browser keeps, and as one file', async () => {
    const all = await warga.get(`${SHEET}.svg`)
    expect(all.headers['content-type']).toBe('image/svg+xml')
    expect(all.headers['content-security-policy']).toBe("default-src 'none'; img-src data:; sandbox")
    expect(all.text.match(/Halaman \d dari 3/g)).toEqual(['Halaman 1 dari 3', 'Halaman 2 dari 3', 'Halaman 3 dari 3'])
    const page = await warga.get(`${SHEET}.svg?page=2`)
    expect(page.text).toContain('Halaman 2 dari 3')
    expect(page.text).not.toContain('Halaman 1 dari 3')
    expect((await warga.get(`${SHEET}.svg?page=2`, { 'if-none-match': page.headers.etag ?? '' })).status).toBe(304)
    for (const wrong of ['0', '4', '1.5', 'satu', ''])
      expect((await warga.get(`${SHEET}.svg?page=${wrong}`)).status).toBe(404)
  })

  test('is one PDF, printed once however many ask at once', async () => {
    const files = await Promise.all([1, 2, 3, 4].map(() => warga.get(`${SHEET}.pdf`)))
    for (const { status, headers, bytes } of files) {
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('application/pdf')
      expect(bytes.equals(files[0]?.bytes ?? Buffer.alloc(0))).toBe(true)
    }
  })

  test('is there for each ratified edition, and for no other', async () => {
    expect((await warga.get(`${SHEET}?edition=2025-05`)).status).toBe(200)
    for (const path of [
      `${SHEET}?edition=1999-01`,
      `${SHEET}.pdf?edition=1999-01`,
      '/services/tidak-ada/sheet',
      '/services/tidak-ada/sheet.svg',
    ])
      expect((await warga.get(path)).status).toBe(404)
  })
})

describe('the path of a dossier on the sheet', () => {
  test('shows officer and applicant what is done and where it stands, in words too; to strangers it does not exist', async () => {
    const pemohon = await office.as('pemohon')
    const walk = await applyFor(office, pemohon, 'alur')
    await toTechnician(walk)
    const petugas = await office.as('pelaksana')
    for (const [reader, place] of [
      [petugas, `/dossiers/${walk.id}`],
      [pemohon, `/mine/${walk.id}`],
    ] as const) {
      expect((await reader.get(place)).text).toContain(`href="${place}/sop"`)
      const words = wordsOf((await reader.get(`${place}/sop`)).text)
      expect(words).toContain('sudah dilalui')
      expect(words).toMatch(/Membuat subdomain dan hosting\s+sedang dikerjakan/)
      const picture = await reader.get(`${place}/sop.svg?page=2`)
      expect(picture.status).toBe(200)
      expect(picture.text).not.toBe((await warga.get(`${SHEET}.svg?page=2`)).text)
      expect((await warga.get(`${place}/sop.svg?page=2`)).status).not.toBe(200)
    }
    const stranger = await office.as('admin')
    expect((await stranger.get(`/mine/${walk.id}/sop`)).status).toBe(404)
  })
})
