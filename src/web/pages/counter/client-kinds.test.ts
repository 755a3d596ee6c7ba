import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import type { TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { startOfficeOfWays } from '../../../../test/support/ways.ts'

const COMPANY = 'pt-contoh-jaringan'
const AGENCY = 'dinas-arsip'

let office: TestOffice
let front: Visit
beforeAll(async () => {
  office = await startOfficeOfWays({ works: false })
  front = await office.as('pelaksana')
})
afterAll(() => office.stop())

describe('the counter and the kind of whoever asks', () => {
  test.each([
    ['an agency for a service of companies', 'rekomendasi-kabel', AGENCY, 'Layanan ini hanya untuk perusahaan.'],
    ['a company for a service of agencies', 'subdomain-hosting', COMPANY, 'Layanan ini hanya untuk perangkat daerah.'],
  ])('%s is refused with a sentence', async (_, service, client, sentence) => {
    const answer = await front.get(`/counter?service=${service}&client=${client}`)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    expect(answer.text).toContain(`href="#field-client"`)
    expect(answer.text).not.toContain(`<option value="${client}"`)
    const direct = await front.get(`/counter/${service}?client=${client}`)
    expect([direct.status, direct.location]).toEqual([303, `/counter?service=${service}&client=${client}`])
    const posted = await front.post(`/counter/${service}?client=${client}`, { do: 'submit', rute: 'Demak ke Kudus' })
    expect([posted.status, posted.location]).toEqual([303, `/counter?service=${service}&client=${client}`])
  })

  test('whoever is chosen from for a service are those it is for', async () => {
    const companies = (await front.get('/counter?service=rekomendasi-kabel')).text
    expect(companies).toContain(`<option value="${COMPANY}"`)
    expect(companies).not.toContain(`<option value="${AGENCY}"`)
    const agencies = (await front.get('/counter?service=subdomain-hosting')).text
    expect(agencies).toContain(`<option value="${AGENCY}"`)
    expect(agencies).not.toContain(`<option value="${COMPANY}"`)
    const all = (await front.get('/counter')).text
    for (const client of [AGENCY, COMPANY]) expect(all).toContain(`<option value="${client}"`)
  })

  test('the right pair goes on to the form', async () => {
    const answer = await front.get(`/counter?service=rekomendasi-kabel&client=${COMPANY}`)
    expect(answer.location).toBe(`/counter/rekomendasi-kabel?client=${COMPANY}`)
    expect((await front.get(answer.location)).status).toBe(200)
  })

  test('a program at the counter is refused in the same way, and files for whom the service is', async () => {
    const program = await programOf(office, 'pelaksana')
    const asking = { procedure: 'rekomendasi-kabel', channel: 'counter', form: { rute: 'Demak ke Kudus' } }
    const wrong = await program.post('/dossiers', { ...asking, client: AGENCY })
    expect(wrong.status).toBe(422)
    expect(JSON.stringify(wrong.json)).toContain('tidak untuk pemohon jenis itu')
    expect((await program.post('/dossiers', { ...asking, client: COMPANY })).status).toBe(201)
  })
})
