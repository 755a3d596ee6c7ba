import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { deed, entering, everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People
let now = '2026-11-23T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => now })
  at = await everybody(office)
})
afterAll(() => office.stop())

describe('The agenda of incoming letters', () => {
  test('says kindly that the book of the year is still empty', async () => {
    expect(wordsOf((await at.pelaksana.get('/agenda')).text)).toContain('Belum ada surat masuk tahun 2026')
  })

  test('shows number, day, sender, letter, subject and dossier', async () => {
    const walk = await submitted(office, subdomainForm('agenda-satu'))
    await deed(at.pelaksana, walk, { ...entering, receivedOn: '2026-11-20' })
    const { text } = await at.kasubag.get('/agenda')
    const words = wordsOf(text)
    expect(words).toContain('20 November 2026')
    expect(words).toContain('Dinas Perpustakaan dan Kearsipan')
    expect(words).toContain('045/12/2026, 19 November 2026')
    expect(words).toContain('Subdomain agenda-satu.demakkab.go.id')
    expect(text).toContain(`/dossiers/${walk.id}`)
  })

  test('keeps the number of a secret letter and shows nothing else of it', async () => {
    const secret = await submitted(office, subdomainForm('agenda-rahasia'))
    await deed(at.pelaksana, secret, { ...entering, secrecy: 'rahasia' })
    const number = (await secret.see()).agenda?.number
    const { text } = await at.kasubag.get('/agenda')
    expect(wordsOf(text)).toContain(`${number} 5 Januari 2026 Isi tidak ditampilkan untuk jabatan Anda`)
    expect(text).not.toContain('agenda-rahasia')
    expect(text).not.toContain(secret.id)
    expect((await at.kadin.get('/agenda')).text).toContain('agenda-rahasia')
  })

  test('begins a new book with the year and keeps the old one', async () => {
    now = '2027-01-04T02:00:00.000Z'
    const again = await everybody(office)
    const walk = await submitted(office, subdomainForm('tahun-baru'))
    await deed(again.pelaksana, walk, entering)
    expect((await walk.see()).agenda?.number).toBe('1')
    const { text } = await again.pelaksana.get('/agenda')
    expect(text).toContain('tahun-baru')
    expect(text).not.toContain('agenda-satu')
    expect(text).toContain('/agenda?year=2026')
    expect((await again.pelaksana.get('/agenda?year=2026')).text).toContain('agenda-satu')
  })

  test('is not for applicants', async () => {
    expect((await at.pemohon.get('/agenda')).status).not.toBe(200)
  })
})
