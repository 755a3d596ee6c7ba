// The service standard as the law divides it, made from the procedure and the office's own words; and the catalogue.
import { describe, expect, test } from 'vitest'
import { agencySchema } from '../agency/agency.ts'
import { procedureFrom } from '../dossier/trial.fixture.ts'
import { byArea, isAskedFor, MAKING, makingOf, serviceName } from './service-standard.ts'

const agency = agencySchema.parse({
  agency: 'contoh',
  name: 'Dinas Kominfo',
  short: 'Kominfo',
  zone: 'Asia/Jakarta',
  contact: { email: 'layanan@kominfo.example', phone: '0', hours: 'Senin' },
  complaints: 'Telepon',
  privacy: ['Data dipakai untuk permohonan.'],
  areas: [
    { area: 'jaringan', label: 'Jaringan' },
    { area: 'surel', label: 'Surel' },
  ],
  standard: { supervision: 'Diperiksa atasan.', safety: 'Data dijaga.' },
  letterhead: { government: 'Kabupaten', name: 'Dinas', address: 'Jalan', contact: 'Telepon', place: 'Kota' },
  numbers: { dossier: '{seq}', agenda: '{seq}', letter: '{seq}' },
  names: { zone: 'contoh.go.id', reserved: [] },
  units: [{ unit: 'dinas', name: 'Dinas' }],
  posts: [{ post: 'kepala', title: 'Kepala Dinas', unit: 'dinas' }],
  instructions: ['Untuk diproses'],
})

const service = (id: string, more = '') =>
  procedureFrom(`
procedure: ${id}
edition: '1'
number: KOMINFO/${id}
title: Permohonan ${id}
legalBasis: [UU Nomor 25 Tahun 2009]
equipment: [Komputer, Printer]
qualifications: [Menguasai komputer]
service: { summary: { id: Layanan ${id}, en: The ${id} service }${more} }
actors: { pemohon: { label: P, is: applicant }, kepala: { label: K, post: kepala } }
steps: [{ step: ajukan, actor: pemohon, act: submit, activity: A }, { step: buat, actor: kepala, act: do, activity: B }]
`)

const linesOf = (procedure: ReturnType<typeof service>, component: string) =>
  makingOf(procedure, agency)
    .find((one) => one.component === component)
    ?.lines.map((line) => line.id)

describe('the service standard', () => {
  test('has eight components beside the six that are published, each once', () => {
    expect(makingOf(service('alat'), agency).map((one) => one.component)).toEqual([...MAKING])
    expect(MAKING).toHaveLength(8)
  })

  test('takes the cells of the SOP, and the word of the office where the SOP has none', () => {
    const alat = service('alat')
    expect(linesOf(alat, 'legalBasis')).toEqual(['UU Nomor 25 Tahun 2009'])
    expect(linesOf(alat, 'facilities')).toEqual(['Komputer', 'Printer'])
    expect(linesOf(alat, 'competence')).toEqual(['Menguasai komputer'])
    expect(linesOf(alat, 'staff')).toEqual(['1 jabatan: Kepala Dinas.'])
    expect(linesOf(alat, 'supervision')).toEqual(['Diperiksa atasan.'])
  })

  test('lets the service speak for itself before the office does', () => {
    expect(linesOf(service('alat', ', supervision: Diperiksa harian, staff: Dua orang'), 'supervision')).toEqual([
      'Diperiksa harian',
    ])
    expect(linesOf(service('alat', ', staff: Dua orang'), 'staff')).toEqual(['Dua orang'])
  })

  test('says nothing where nobody has laid it down', () => {
    expect(linesOf(service('alat'), 'evaluation')).toEqual([])
  })
})

describe('the service catalogue', () => {
  const all = [
    service('surel', ', area: surel'),
    service('kabel', ', area: jaringan'),
    service('alat', ', area: lain'),
    service('umum'),
  ]

  test('stands under the headings of the office in its order; what has none stands last', () => {
    expect(
      byArea(all, agency).map(({ label, procedures }) => [label?.id, procedures.map((one) => one.procedure)]),
    ).toEqual([
      ['Jaringan', ['kabel']],
      ['Surel', ['surel']],
      [undefined, ['alat', 'umum']],
    ])
  })

  test('takes a heading from the office for a file that names none', () => {
    const areas = agency.areas.map((one) => (one.area === 'surel' ? { ...one, procedures: ['umum'] } : one))
    const found = byArea(all, { ...agency, areas }).find((one) => one.area === 'surel')
    expect(found?.procedures.map((one) => one.procedure)).toEqual(['surel', 'umum'])
  })

  test('is searched in both languages by every word of the question', () => {
    const found = (question: string) => all.filter((one) => isAskedFor(one, question)).map((one) => one.procedure)
    expect(found('KABEL layanan')).toEqual(['kabel'])
    expect(found('surel service')).toEqual(['surel'])
    expect(found('kabel surel')).toEqual([])
  })

  test('calls a service by its short name where it has one', () => {
    expect(serviceName(service('alat', ', name: Alat kantor')).id).toBe('Alat kantor')
    expect(serviceName(service('alat')).id).toBe('Permohonan alat')
  })
})
