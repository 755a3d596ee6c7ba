import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor } from '../../../../test/support/apply.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { post, sideTasks, toTechnician, type Walk } from '../../../../test/support/walk.ts'

let office: TestOffice
let warga: Visit

beforeAll(async () => {
  // Friday morning in working hours, so that times and windows are the same in every run.
  office = await startOffice({ now: () => '2026-11-20T02:12:00.000Z' })
  warga = office.visitor()
})
afterAll(() => office.stop())

const request = async (name: string): Promise<Walk> => applyFor(office, await office.as('pemohon'), name)

describe('the first pages', () => {
  test('tell what is offered, how to apply and where to track, without signing in', async () => {
    const words = wordsOf((await warga.get('/')).text)
    for (const part of ['Permohonan Subdomain dan Hosting', '7 hari kerja', 'Kode lacak', 'Cara mengajukan', 'Masuk'])
      expect(words).toContain(part)
  })

  test('show the catalogue, where a word finds a service and an unknown word is told as such', async () => {
    expect(wordsOf((await warga.get('/services?q=HOSTING')).text)).toContain('Permohonan Subdomain dan Hosting')
    const none = wordsOf((await warga.get('/services?q=kucing')).text)
    expect(none).toContain('Tidak ada layanan dengan kata')
    expect(none).not.toContain('Permohonan Subdomain')
  })

  test('show the other eight components of a standard, each said or openly not yet said', async () => {
    const words = wordsOf((await warga.get('/services/subdomain-hosting')).text)
    for (const part of [
      'Jumlah pelaksana 4 jabatan: Pelaksana / Pranata Komputer',
      'Evaluasi kinerja pelaksana Penilaian pemohon',
    ])
      expect(words).toContain(part)
  })

  test('show the standard of a service: steps with who and how long, and what the SOP says of itself', async () => {
    const words = wordsOf((await warga.get('/services/subdomain-hosting')).text)
    for (const part of [
      'Surat permohonan dari kepala perangkat daerah',
      '2. Memproses permohonan melalui MIPP dan meneruskan ke Kepala Dinas',
      'Standar 10 menit',
      'OPD (ditambahkan kantor)',
      'DINKOMINFO/03/13',
      'Mei 2025',
      'tidak tercetak',
      'Langkah 3: Kelengkapan tercetak "Disposisi Kabid"',
      'Masuk untuk mengajukan',
    ])
      expect(words).toContain(part)
    expect((await warga.get('/services/tidak-ada')).status).toBe(404)
  })

  test('say how personal data are treated', async () => {
    const words = wordsOf((await warga.get('/privacy')).text)
    expect(words).toContain('UU 27/2022')
    expect(words).toContain('tanpa nama orang')
  })

  test('are there in English too', async () => {
    const answer = await warga.get('/services/subdomain-hosting', { cookie: 'mipp_language=en' })
    expect(wordsOf(answer.text)).toContain('Service standard')
  })
})

describe('tracking', () => {
  test('shows every step with its times by posts, and no name of a person', async () => {
    const walk = await request('lacak')
    await toTechnician(walk)
    const { trackingCode, number } = await walk.see()
    const form = await warga.get(`/track?code=${trackingCode.slice(0, 5).toLowerCase()}-${trackingCode.slice(5)}`)
    expect(form.location).toBe(`/track/${trackingCode}`)
    const { text, status } = await warga.get(form.location)
    expect(status).toBe(200)
    const words = wordsOf(text)
    for (const part of [
      `Berkas ${number}`,
      'Langkah 6 dari 8, di meja Pelaksana',
      'Kepala Dinas',
      'Sekretaris',
      'Standar 30 menit',
      'Waktu setiap langkah',
      'hari ini 09.12',
    ])
      expect(words).toContain(part)
    const page = text.slice(text.indexOf('<main'))
    for (const secret of [
      'Pemohon Dinas Arsip',
      'Pengelola Laman',
      'laman@arsip.example',
      '0291 685000',
      'lacak.demakkab.go.id',
      'Mohon diproses',
    ])
      expect(page).not.toContain(secret)
  })

  test('of a secret dossier tells its state and nothing else', async () => {
    const walk = await request('sangat-rahasia')
    await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-11-20' })
    const { text } = await warga.get(`/track/${(await walk.see()).trackingCode}`)
    expect(wordsOf(text)).toContain('Dalam proses')
    expect(wordsOf(text)).toContain('bersifat rahasia')
    expect(text.slice(text.indexOf('<main'))).not.toContain('Kepala Dinas')
  })

  test('says clearly that a code is unknown or malformed, and keeps what was typed', async () => {
    const unknown = await warga.get('/track/0000000000')
    expect([unknown.status, wordsOf(unknown.text).includes('Kode ini tidak dikenal.')]).toEqual([404, true])
    const malformed = await warga.get('/track?code=abc')
    expect([malformed.status, malformed.text.includes('value="abc"')]).toEqual([422, true])
  })

  test('slows down whoever guesses, and not those who know', async () => {
    const walk = await request('tebak')
    const { trackingCode } = await walk.see()
    for (let tries = 0; tries < 30; tries += 1) expect((await warga.get(`/track/${trackingCode}`)).status).toBe(200)
    const statuses = []
    for (let tries = 0; tries < 25; tries += 1) statuses.push((await warga.get(`/track/11111111${tries + 10}`)).status)
    expect(statuses.slice(0, 15).every((status) => status === 404)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
    expect(wordsOf((await warga.get('/track/1111111199')).text)).toContain('Terlalu banyak kode yang salah')
  })
})

describe('the check of a letter', () => {
  test('tells number, date, kind and sender of a letter of the office, and knows no other', async () => {
    const walk = await request('asli')
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    await walk.finish({ phase: 'ask-initials', draft: '' })
    const [initial] = await sideTasks(walk)
    await walk.send(post('kabid-aptika'), {
      type: 'finish-step',
      task: initial?.task ?? '',
      answer: { verdict: 'initialed' },
    })
    await walk.finish({ phase: 'send', draft: '' })
    await office.jobsDone()
    const letter = (await walk.see()).letters[0]
    const words = wordsOf((await warga.get(`/check/${letter?.checkCode}`)).text)
    for (const part of [
      // The office of the demo seals for demonstration: nobody may take its letters for official ones.
      'Hanya untuk peragaan; bukan surat resmi',
      letter?.number ?? '?',
      'Pelaksana / Pranata Komputer',
      'Subdomain asli.demakkab.go.id',
    ])
      expect(words).toContain(part)
    expect(words).not.toContain('Petugas Pelaksana')
    expect(words).not.toContain('Surat ini dikeluarkan oleh kantor kami')
    const unknown = await warga.get('/check/00000000-0000-4000-8000-000000000000')
    expect([unknown.status, wordsOf(unknown.text).includes('tidak ada dalam catatan kami')]).toEqual([404, true])
  })
})
