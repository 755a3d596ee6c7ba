import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Answer, type FormFields, fieldValue, wordsOf } from '../../../../test/support/visit.ts'
import { CONTACT, letterPdf, walkOf } from '../../../../test/support/walk.ts'
import { everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People

beforeAll(async () => {
  office = await startOffice()
  at = await everybody(office)
})
afterAll(() => office.stop())

const PAGE = '/counter/subdomain-hosting?client=dinas-kesehatan'

const typed = (name: string, more: FormFields = {}): FormFields => ({
  do: 'submit',
  jenis: 'baru',
  'nama-domain': name,
  keperluan: 'Laman antrean puskesmas',
  tujuan: 'hosting',
  ...Object.fromEntries(
    ['pj-administratif', 'pj-teknis'].flatMap((field) =>
      Object.entries(CONTACT).map(([part, value]) => [`${field}.${part}`, value]),
    ),
  ),
  'nomor-surat': '440/7/2026',
  'tanggal-surat': '2026-01-05',
  persetujuan: 'ya',
  ...more,
})

const scan = async () => [
  { field: 'surat-permohonan', name: 'pindai.pdf', type: 'application/pdf', bytes: await letterPdf() },
]

const draftOn = async (): Promise<string> => fieldValue((await at.pelaksana.get(PAGE)).text, 'draft') ?? ''

const file = async (fields: FormFields): Promise<Answer> =>
  at.pelaksana.post(PAGE, { draft: await draftOn(), ...fields }, await scan())

describe('The counter', () => {
  test('asks which service and for whom', async () => {
    const start = wordsOf((await at.pelaksana.get('/counter')).text)
    expect(start).toContain('Permohonan Subdomain dan Hosting')
    expect(start).toContain('Dinas Kesehatan')
    // The title of its SOP is longer than anybody at a counter says.
    expect(start).toContain('Surel dinas go.id')
    expect(start).not.toContain('Permohonan Email go.id')
    expect((await at.pelaksana.get('/counter?service=subdomain-hosting&client=')).status).toBe(422)
    expect((await at.pelaksana.get('/counter?service=subdomain-hosting&client=dinas-kesehatan')).location).toBe(PAGE)
  })

  test('files a paper letter in the name of the applicant and gives a receipt to print', async () => {
    const answer = await file(typed('antrean'))
    expect(answer.status).toBe(303)
    const receipt = await at.pelaksana.get(answer.location)
    const id = answer.location.split('/').at(-1) ?? ''
    const dossier = await walkOf(office, 'demak', id).see()
    expect(dossier).toMatchObject({ channel: 'counter', client: 'dinas-kesehatan', applicant: null })
    expect(dossier.papers[0]).toMatchObject({ paper: 'surat-permohonan', name: 'pindai.pdf' })
    expect(wordsOf(receipt.text)).toContain(dossier.number)
    expect(wordsOf(receipt.text)).toMatch(/Surat permohonan[^:]*: pindai\.pdf/)
    const pdf = await at.pelaksana.get(`${answer.location}.pdf`)
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(wordsOf((await at.pelaksana.get('/work')).text)).toContain('Subdomain antrean.demakkab.go.id')
  })

  test('wants the scan of the paper letter and keeps everything that was typed', async () => {
    const answer = await at.pelaksana.post(PAGE, { draft: await draftOn(), ...typed('tanpa-pindai') })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Unggah hasil pindai surat kertasnya.')
    expect(answer.text).toContain('Laman antrean puskesmas')
    const repaired = await at.pelaksana.post(
      PAGE,
      { draft: fieldValue(answer.text, 'draft') ?? '', ...typed('tanpa-pindai') },
      await scan(),
    )
    expect(repaired.status).toBe(303)
  })

  test('tells faults beside their fields and keeps an upload that was good', async () => {
    const answer = await file(typed('www'))
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('dicadangkan untuk keperluan kantor')
    expect(wordsOf(answer.text)).toContain('pindai.pdf')
    const again = await at.pelaksana.post(PAGE, {
      draft: fieldValue(answer.text, 'draft') ?? '',
      ...typed('bukan-www'),
    })
    expect(again.status).toBe(303)
  })

  test('files once, however often the button is pressed', async () => {
    const fields = { draft: await draftOn(), ...typed('sekali-saja') }
    const pdf = await scan()
    const first = await at.pelaksana.post(PAGE, fields, pdf)
    const second = await at.pelaksana.post(PAGE, fields, pdf)
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
  })

  test('names an account of the client that may follow the request, and no other', async () => {
    const other = await at.pelaksana.post(
      PAGE,
      { draft: await draftOn(), ...typed('akun-salah'), 'counter.applicant': '00000000-0000-4000-8000-000000000000' },
      await scan(),
    )
    expect(other.status).toBe(422)
    expect(wordsOf(other.text)).toContain('Pilih akun dari daftar.')
  })

  test('is for the front office alone', async () => {
    for (const path of ['/counter', PAGE]) {
      expect((await at.kadin.get(path)).status).toBe(404)
      expect((await at.pemohon.get(path)).status).toBe(404)
    }
    const answer = await at.kadin.post(PAGE, typed('bukan-loket'), await scan())
    expect(answer.status).toBe(404)
  })

  test('checks a wanted name while it is typed', async () => {
    const answer = await at.pelaksana.get(
      '/counter/subdomain-hosting/check-name?client=dinas-kesehatan&field=nama-domain&value=mail&jenis=baru',
    )
    expect(wordsOf(answer.text)).toContain('dicadangkan')
  })
})
