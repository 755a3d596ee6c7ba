// What the form takes and what it gives back with a sentence; field by field, and step by step.
import { describe, expect, test } from 'vitest'
import { procedureFrom } from '../dossier/trial.fixture.ts'
import { askedFields, type Form, formFaults, groupsAt, tidyForm } from './form.ts'
import { isIpAddress } from './value-faults.ts'

const RULES = { zone: 'demakkab.go.id', reserved: ['www'] }

const procedureWith = (fields: string) =>
  procedureFrom(`
procedure: contoh
edition: '1'
title: Contoh
actors: { pemohon: { label: P, is: applicant } }
form:
  - group: isian
    label: Isian
    fields:
${fields}
steps: [{ step: ajukan, actor: pemohon, act: submit, activity: A }]
`)

/** The sentence about one field of this type and value, or null. */
const fault = (field: string, value: Form[string] | undefined): string | null => {
  const procedure = procedureWith(`      - { field: isian, label: { id: Isian, en: Entry }, ${field} }`)
  const form = tidyForm(procedure, value === undefined ? {} : { isian: value }, RULES)
  return formFaults(procedure, form, RULES)[0]?.sentence.id ?? null
}

const PERSON = { nama: 'Pengelola', jabatan: 'Staf', email: 'a@arsip.example', telepon: '0291 685877' }

describe('a field', () => {
  test.each([
    ['type: text', undefined],
    ['type: text', ''],
    ['type: text', '   '],
    ['type: date', ''],
    ['type: person', undefined],
  ])('of "%s" may stay empty when nobody needs it (%j)', (field, value) => {
    expect(fault(field, value)).toBeNull()
  })

  test.each([
    ['type: text', undefined],
    ['type: text', ' \n '],
    ['type: date', ''],
    ['type: domain-name', ''],
  ])('of "%s" that is needed is missed (%j)', (field, value) => {
    expect(fault(`${field}, required: true`, value)).toBe('Isian belum diisi.')
  })

  test.each(['2026-11-20', '2024-02-29', '1945-08-17', '2200-01-01'])('takes the date %s', (value) => {
    expect(fault('type: date', value)).toBeNull()
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '20-11-2026',
    '20/11/2026',
    '2026-1-1',
    '1944-12-31',
    '9999-01-01',
    '2026-11-20T00:00',
    'kemarin',
    '+012026-01-01',
  ])('does not take the date %s', (value) => {
    expect(fault('type: date', value)).toBe('Tulis tanggal yang benar, misalnya 2026-11-20.')
  })

  test.each([
    '203.0.113.10',
    '0.0.0.0',
    '255.255.255.255',
    '2001:db8::1',
    '::1',
    '::',
    '2001:DB8:0:0:0:0:0:1',
    '::ffff:203.0.113.10',
  ])('takes the address %s', (value) => {
    expect(fault('type: ip', value)).toBeNull()
    expect(isIpAddress(value)).toBe(true)
  })

  test.each([
    '256.1.1.1',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.4/24',
    '1.2.3.4:80',
    '1.2.3.-4',
    '0x7f.1.1.1',
    '2001:db8::1::2',
    '2001:db8::g',
    ':',
    ':::',
    '[::1]',
    'fe80::1%eth0',
    'arsip',
    '１.2.3.4',
  ])('does not take the address %s', (value) => {
    expect(fault('type: ip', value)).toBe('Tulis alamat IP yang benar, misalnya 203.0.113.10.')
  })

  test.each(['https://arsip.example/', 'http://arsip.example:8080/a?b=c#d'])('takes the link %s', (value) => {
    expect(fault('type: url', value)).toBeNull()
  })

  test.each([
    'arsip.example',
    'ftp://arsip.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    `https://a.example/${'x'.repeat(2000)}`,
  ])('does not take the link %s', (value) => {
    expect(fault('type: url', value)).toBe('Tulis alamat lengkap yang dimulai dengan https://.')
  })

  test('takes only what a choice offers', () => {
    const choice = 'type: choice, options: [{ value: baru, label: Baru }]'
    expect(fault(choice, 'baru')).toBeNull()
    for (const value of ['Baru', 'lama', 'constructor', '__proto__']) {
      expect(fault(choice, value)).toBe('Pilih salah satu yang tersedia.')
    }
  })

  test('takes a consent only as a yes', () => {
    expect(fault('type: consent, required: true', 'ya')).toBeNull()
    for (const value of [undefined, '', 'tidak', 'on']) {
      expect(fault('type: consent, required: true', value)).toBe('Beri tanda setuju untuk melanjutkan.')
    }
  })

  test('has room for so many characters and no more, told with how many there are', () => {
    expect(fault('type: text, max: 5', 'lima!')).toBeNull()
    expect(fault('type: text, max: 5', 'enam!!')).toBe('Isian paling panjang 5 huruf; sekarang 6.')
    expect(fault('type: text', 'x'.repeat(201))).toBe('Isian paling panjang 200 huruf; sekarang 201.')
    expect(fault('type: long-text', 'x'.repeat(4001))).toBe('Isian paling panjang 4000 huruf; sekarang 4001.')
  })

  test('of another shape cannot be read', () => {
    expect(fault('type: text', PERSON)).toBe('Isian tidak terbaca.')
    expect(fault('type: person', 'Pengelola')).toBe('Nama isian belum diisi.')
  })
})

describe('a person', () => {
  test('is taken whole', () => {
    expect(fault('type: person', PERSON)).toBeNull()
    expect(fault('type: person', { ...PERSON, jabatan: '' })).toBeNull()
  })

  test.each([
    [{ nama: '  ' }, 'Nama isian belum diisi.'],
    [{ nama: 'x'.repeat(201) }, 'Paling panjang 200 huruf.'],
    [{ jabatan: 'x'.repeat(201) }, 'Paling panjang 200 huruf.'],
    [{ email: '' }, 'Tulis alamat surel isian yang benar, misalnya nama@instansi.go.id.'],
    [{ email: 'pengelola' }, 'Tulis alamat surel isian yang benar, misalnya nama@instansi.go.id.'],
    [{ email: 'a@b' }, 'Tulis alamat surel isian yang benar, misalnya nama@instansi.go.id.'],
    [{ email: 'a@b.example\nBcc: c@d.example' }, 'Tulis alamat surel isian yang benar, misalnya nama@instansi.go.id.'],
    [{ email: 'a,b@c.example' }, 'Tulis alamat surel isian yang benar, misalnya nama@instansi.go.id.'],
    [{ email: 'A <a@b.example>' }, 'Tulis alamat surel isian yang benar, misalnya nama@instansi.go.id.'],
    [{ email: 'a@-b.example' }, 'Tulis alamat surel isian yang benar, misalnya nama@instansi.go.id.'],
    [{ email: 'a@b..example' }, 'Tulis alamat surel isian yang benar, misalnya nama@instansi.go.id.'],
    [{ telepon: '' }, 'Tulis nomor telepon isian dengan 6 sampai 16 angka.'],
    [{ telepon: 'nol dua' }, 'Tulis nomor telepon isian dengan 6 sampai 16 angka.'],
    [{ telepon: '12345' }, 'Tulis nomor telepon isian dengan 6 sampai 16 angka.'],
    [{ telepon: '------' }, 'Tulis nomor telepon isian dengan 6 sampai 16 angka.'],
    [{ telepon: '12345678901234567' }, 'Tulis nomor telepon isian dengan 6 sampai 16 angka.'],
  ])('with %j is told what is wrong', (part, says) => {
    expect(fault('type: person', { ...PERSON, ...part })).toBe(says)
  })

  test.each(['+62 812-3456-7890', '(0291) 685877', '081234567890'])('may be called under %s', (telepon) => {
    expect(fault('type: person', { ...PERSON, telepon })).toBeNull()
  })

  test('that is needed and missing is asked for part by part, all at once', () => {
    const procedure = procedureWith('      - { field: kontak, label: Kontak, type: person, required: true }')
    expect(formFaults(procedure, {}, RULES).map(({ field }) => field)).toEqual([
      'kontak.nama',
      'kontak.email',
      'kontak.telepon',
    ])
  })

  test('is told where: the part of the field', () => {
    const procedure = procedureWith('      - { field: kontak, label: Kontak, type: person }')
    expect(formFaults(procedure, { kontak: { ...PERSON, email: 'x' } }, RULES)).toMatchObject([
      { field: 'kontak.email' },
    ])
  })
})

describe('a form', () => {
  const procedure = procedureWith(`
      - { field: jenis, type: choice, label: Jenis, required: true, options: [{ value: baru, label: Baru }, { value: ubah, label: Ubah }] }
      - { field: alasan, type: text, label: Alasan, required: true, when: { field: jenis, is: ubah } }
      - { field: bukti, type: text, label: Bukti, required: true, when: { field: alasan, is: rusak } }
      - { field: surat, type: file, label: Surat, paper: surat, accept: [pdf] }`)
  const tidy = (form: Form) => tidyForm(procedure, form, RULES)

  test('asks only for what its conditions call for', () => {
    expect(askedFields(procedure, {}).map((field) => field.field)).toEqual(['jenis', 'surat'])
    expect(askedFields(procedure, { jenis: 'ubah' }).map((field) => field.field)).toEqual(['jenis', 'alasan', 'surat'])
  })

  test('forgets what is not asked any more, and what was only asked because of that', () => {
    expect(tidy({ jenis: 'baru', alasan: 'rusak', bukti: 'foto' })).toEqual({ jenis: 'baru' })
  })

  test('keeps nothing that it does not know, and no bytes of files', () => {
    expect(tidy({ jenis: 'baru', surat: 'isi berkas', admin: 'ya' })).toEqual({ jenis: 'baru' })
  })

  test('trims, keeps line breaks of one kind, and tells all faults at once', () => {
    expect(tidy({ jenis: 'ubah', alasan: '  a\r\nb ' })).toEqual({ jenis: 'ubah', alasan: 'a\nb' })
    expect(formFaults(procedure, { jenis: 'ubah' }, RULES).map((one) => one.field)).toEqual(['alasan'])
    expect(formFaults(procedure, { jenis: 'x', alasan: '' }, RULES).map((one) => one.field)).toEqual(['jenis'])
  })
})

describe('a group that a later step asks for', () => {
  const procedure = procedureFrom(`
procedure: contoh
edition: '1'
title: Contoh
actors: { pemohon: { label: P, is: applicant }, petugas: { label: Q, post: petugas } }
form:
  - { group: awal, label: Awal, fields: [{ field: nama, type: text, label: Nama, required: true }] }
  - { group: surat, label: Surat, at: lengkapi, fields: [{ field: nomor, type: text, label: Nomor, required: true }] }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: A }
  - { step: perbaiki, actor: pemohon, act: submit, activity: B }
  - { step: lengkapi, actor: pemohon, act: submit, activity: C }
`)

  test('is asked for there alone; a step of correction asks what the first step asked', () => {
    const groups = (step?: string) => groupsAt(procedure, step).map((group) => group.group)
    expect([groups(), groups('ajukan'), groups('perbaiki'), groups('lengkapi')]).toEqual([
      ['awal'],
      ['awal'],
      ['awal'],
      ['surat'],
    ])
  })

  test('is not missed before', () => {
    expect(formFaults(procedure, { nama: 'Arsip' }, RULES)).toEqual([])
    expect(formFaults(procedure, { nama: 'Arsip' }, RULES, 'lengkapi').map((one) => one.field)).toEqual(['nomor'])
  })
})
