import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fieldsOf } from '../core/procedure/form.ts'
import { readProcedure } from '../core/procedure/read.ts'
import { letterFaults, letterTextFor } from './choose.ts'
import { fillLetter, type LetterText, letterTextSchema, placeholdersOf } from './text.ts'
import { letterWords, RESERVED, type Reserved } from './values.ts'

const file = (path: string): string => readFileSync(new URL(`../../catalogue/${path}`, import.meta.url), 'utf8')

const names = (folder: string): string[] => readdirSync(new URL(`../../catalogue/${folder}/`, import.meta.url))

const procedure = (path = 'demak/procedures/subdomain-hosting.yaml') => {
  const read = readProcedure(file(path))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.procedure
}

const account = letterTextSchema.parse(parse(file('demak/letters/surat-akun.yaml')))

const person = {
  nama: 'Pengelola Laman',
  jabatan: 'Pranata Komputer',
  email: 'laman@arsip.example',
  telepon: '0291000000',
}

const office = Object.fromEntries(RESERVED.map((name) => [name, `<${name}>`])) as Record<Reserved, string>

const fillAccount = (form: Record<string, string>) => {
  const full = {
    'nama-domain': 'arsip.demakkab.go.id',
    keperluan: 'Arsip daerah',
    'pj-administratif': person,
    'pj-teknis': person,
    ...form,
  }
  const filled = fillLetter(account, {
    words: letterWords(fieldsOf(procedure()), full, { ...office, note: '' }),
    form: full,
  })
  if (!filled.ok) throw new Error(filled.unknown.join())
  return filled.letter
}

describe('The account letter of SOP DINKOMINFO/03/13', () => {
  test('tells a new hosting client where to read the initial password, and holds none', () => {
    const letter = fillAccount({ jenis: 'baru', tujuan: 'hosting' })
    expect(letter.subject).toBe('Akun Subdomain dan Hosting arsip.demakkab.go.id')
    expect(letter.table).toContainEqual({ label: 'Tujuan', value: 'Hosting di server Dinkominfo' })
    expect(letter.table.map((row) => row.label)).not.toContain('Alamat IP')
    expect(letter.paragraphs[0]).toContain('hanya dapat dibaca satu kali di MIPP melalui tautan sekali pakai')
    expect(letter.table).toContainEqual({
      label: 'Penanggung jawab teknis',
      value: 'Pengelola Laman, Pranata Komputer',
    })
  })

  test('names the target address of an own server and says nothing of a hosting account', () => {
    const letter = fillAccount({ jenis: 'baru', tujuan: 'alamat-ip', 'alamat-ip': '203.0.113.10' })
    expect(letter.subject).toBe('Akun Subdomain arsip.demakkab.go.id')
    expect(letter.table).toContainEqual({ label: 'Alamat IP', value: '203.0.113.10' })
    expect(letter.paragraphs.join()).not.toContain('andi')
  })

  test('speaks of a change as a change', () => {
    const letter = fillAccount({ jenis: 'ubah', tujuan: 'alamat-ip', 'alamat-ip': '203.0.113.10' })
    expect(letter.subject).toBe('Perubahan Subdomain arsip.demakkab.go.id')
    expect(letter.opening).toContain('perubahan subdomain telah selesai')
  })

  test('of a removal gives no address, password or purpose', () => {
    const letter = fillAccount({ jenis: 'hapus', tujuan: 'hosting' })
    expect(letter.subject).toBe('Penghapusan Subdomain arsip.demakkab.go.id')
    expect(letter.table.map((row) => row.label)).toEqual([
      'Perangkat daerah',
      'Nama subdomain',
      'Penanggung jawab administratif',
      'Penanggung jawab teknis',
    ])
    expect(letter.paragraphs).toHaveLength(1)
    expect(letter.paragraphs[0]).toContain('turut dihapus')
  })
})

describe('Letter files of the catalogue', () => {
  test.each(['demak', 'tulungagung'].flatMap((agency) => names(`${agency}/letters`).map((name) => [agency, name])))(
    '%s: %s fits the form of every procedure that sends it',
    (agency, name) => {
      const sending = names(`${agency}/procedures`)
        .map((one) => procedure(`${agency}/procedures/${one}`))
        .filter(({ steps, policy }) =>
          [...steps.map((step) => step.letter), policy.reject?.letter].includes(name.replace('.yaml', '')),
        )
      expect(sending).not.toEqual([])
      for (const one of sending)
        expect(letterFaults(parse(file(`${agency}/letters/${name}`)), fieldsOf(one))).toEqual([])
    },
  )

  test.each(readdirSync(new URL('../../catalogue/letters/', import.meta.url)))(
    'the default %s asks for no field of any form',
    (name) => {
      expect(letterFaults(parse(file(`letters/${name}`)), [])).toEqual([])
    },
  )

  test('a letter nobody wrote a text for falls back to the general reply', () => {
    const defaults = { 'surat-balasan': parse(file('letters/surat-balasan.yaml')) }
    expect(letterTextFor('surat-email', {}, defaults).title).toBe('Surat Balasan')
    expect(
      letterTextFor(
        'surat-email',
        { 'surat-email': { ...defaults['surat-balasan'], title: 'Surat Akun Email' } },
        defaults,
      ).title,
    ).toBe('Surat Akun Email')
  })
})

const plain = (text: string): LetterText =>
  letterTextSchema.parse({ letter: 'uji', title: 'Uji', subject: 'Uji', opening: text, closing: 'Selesai.' })

describe('Placeholders', () => {
  test('an unknown one is named, also under a condition that does not hold', () => {
    const text = letterTextSchema.parse({
      letter: 'uji',
      title: 'Uji',
      subject: 'Uji {satu}',
      opening: 'Uji',
      paragraphs: [{ text: 'Lihat {dua.tiga}', when: { field: 'jenis', is: 'baru' } }],
      closing: 'Selesai.',
    })
    expect(fillLetter(text, { words: {}, form: {} })).toEqual({ ok: false, unknown: ['satu', 'dua.tiga'] })
    expect(
      letterFaults(
        { ...plain('x'), opening: '{kunci}', paragraphs: [{ text: 'x', when: { field: 'warna', is: 'biru' } }] },
        [],
      ),
    ).toHaveLength(2)
  })

  test('a value that looks like a placeholder or a property of every object is only text', () => {
    const filled = fillLetter(plain('{a} {b}'), { words: { a: '{b}', b: '$& {letter.number}' }, form: {} })
    expect(filled.ok && filled.letter.opening).toBe('{b} $& {letter.number}')
    expect(fillLetter(plain('{constructor}'), { words: {}, form: {} })).toEqual({ ok: false, unknown: ['constructor'] })
  })

  test('a row, paragraph or copy with nothing to say is left out', () => {
    const text = letterTextSchema.parse({
      letter: 'uji',
      title: 'Uji',
      subject: 'Uji',
      opening: 'Uji',
      table: [
        { label: 'Alamat', value: '{ip}' },
        { label: 'Tetap', value: 'ya' },
      ],
      paragraphs: ['{note}', 'Ada.'],
      closing: 'Selesai.',
      copies: ['{note}'],
    })
    const filled = fillLetter(text, { words: { ip: ' ', note: '' }, form: {} })
    expect(filled).toMatchObject({
      ok: true,
      letter: { table: [{ label: 'Tetap', value: 'ya' }], paragraphs: ['Ada.'], copies: [] },
    })
  })

  test('whatever is filled in stands in the letter as it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const filled = fillLetter(plain('[{isi}]'), { words: { isi: value }, form: {} })
        expect(filled.ok && filled.letter.opening).toBe(`[${value}]`)
      }),
    )
  })

  test('are found once each', () => {
    expect(placeholdersOf(plain('{a} {a} {b.c} { d } {} {E}'))).toEqual(['a', 'b.c'])
  })
})

test('A subject whose last variant has a condition is refused, because it could end up empty', () => {
  expect(
    letterFaults(
      {
        letter: 'uji',
        title: 'Uji',
        subject: [{ text: 'Hal', when: { field: 'a', is: 'b' } }],
        opening: 'x',
        closing: 'y',
      },
      [],
    ),
  ).toHaveLength(1)
})
