// The letters of the catalogue: each fits every procedure that sends it, and the account letter says what each case needs.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../core/procedure/form.ts'
import { readProcedure } from '../core/procedure/read.ts'
import { letterFaults, templateFileFaults, templateFor } from './choose.ts'
import { lettersNamed } from './edition-faults.ts'
import { fillTemplate } from './language/fill.ts'
import { sampleWords } from './language/sample.ts'
import type { FilledWords } from './language/template.ts'
import { letterData } from './values.ts'

const file = (path: string): string => readFileSync(new URL(`../../catalogue/${path}`, import.meta.url), 'utf8')
const names = (folder: string): string[] => readdirSync(new URL(`../../catalogue/${folder}/`, import.meta.url))

const procedure = (path = 'demak/procedures/subdomain-hosting.yaml') => {
  const read = readProcedure(file(path))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.procedure
}

const plain = (words: FilledWords): string => words.map(({ text }) => text).join('')

const person = {
  nama: 'Pengelola Laman',
  jabatan: 'Pranata Komputer',
  email: 'laman@arsip.example',
  telepon: '0291000000',
}

const fillAccount = (form: Record<string, string>, people: Record<string, typeof person> = {}) => {
  const full = {
    'nama-domain': 'arsip.demakkab.go.id',
    keperluan: 'Arsip daerah',
    'pj-administratif': person,
    'pj-teknis': person,
    ...form,
    ...people,
  }
  const template = templateFor('surat-akun', { 'surat-akun': file('demak/letters/surat-akun.md') })
  const filled = fillTemplate(template, letterData(fieldsOf(procedure()), full, sampleWords()))
  if (!filled.ok) throw new Error(JSON.stringify(filled.faults))
  const { subject, blocks } = filled.letter
  return {
    subject,
    facts: blocks.flatMap((one) =>
      one.kind === 'facts' ? one.rows.map((row) => [plain(row.label), plain(row.value)]) : [],
    ),
    paragraphs: blocks.flatMap((one) => (one.kind === 'paragraph' ? [plain(one.words)] : [])),
  }
}

describe('The account letter of SOP DINKOMINFO/03/13', () => {
  test('tells a new hosting client where to read the initial password, and holds none', () => {
    const letter = fillAccount({ jenis: 'baru', tujuan: 'hosting' })
    expect(letter.subject).toBe('Akun Subdomain dan Hosting arsip.demakkab.go.id')
    expect(letter.facts).toContainEqual(['Tujuan', 'Hosting di server Dinkominfo'])
    expect(letter.facts.map(([label]) => label)).not.toContain('Alamat IP')
    expect(letter.paragraphs[1]).toContain('hanya dapat dibaca satu kali di MIPP melalui tautan sekali pakai')
    expect(letter.facts).toContainEqual(['Penanggung jawab teknis', 'Pengelola Laman, Pranata Komputer'])
  })

  test('names the target address of an own server and says nothing of a hosting account', () => {
    const letter = fillAccount({ jenis: 'baru', tujuan: 'alamat-ip', 'alamat-ip': '203.0.113.10' })
    expect(letter.subject).toBe('Akun Subdomain arsip.demakkab.go.id')
    expect(letter.facts).toContainEqual(['Alamat IP', '203.0.113.10'])
    expect(letter.paragraphs.join()).not.toContain('andi')
  })

  test('names whoever answers for it without a comma that leads nowhere', () => {
    const letter = fillAccount({ jenis: 'baru', tujuan: 'hosting' }, { 'pj-teknis': { ...person, jabatan: '' } })
    expect(letter.facts).toContainEqual(['Penanggung jawab teknis', 'Pengelola Laman'])
  })

  test('speaks of a change as a change', () => {
    const letter = fillAccount({ jenis: 'ubah', tujuan: 'alamat-ip', 'alamat-ip': '203.0.113.10' })
    expect(letter.subject).toBe('Perubahan Subdomain arsip.demakkab.go.id')
    expect(letter.paragraphs[0]).toContain('perubahan subdomain telah selesai')
  })

  test('of a removal gives no address, password or purpose', () => {
    const letter = fillAccount({ jenis: 'hapus', tujuan: 'hosting' })
    expect(letter.subject).toBe('Penghapusan Subdomain arsip.demakkab.go.id')
    expect(letter.facts.map(([label]) => label)).toEqual([
      'Perangkat daerah',
      'Nama subdomain',
      'Penanggung jawab administratif',
      'Penanggung jawab teknis',
    ])
    expect(letter.paragraphs).toHaveLength(3)
    expect(letter.paragraphs[1]).toContain('turut dihapus')
  })
})

describe('The invitation of SOP DINKOMINFO/03/20', () => {
  test('names the letter it answers, and the weekday and zone of the meeting', () => {
    const path = 'demak/procedures/rekomendasi-fiber-optik.yaml'
    const template = templateFor('undangan-paparan', { 'undangan-paparan': file('demak/letters/undangan-paparan.md') })
    const form = { 'nama-rute': 'Bonang', 'tanggal-paparan': '2026-12-01', 'jam-paparan': '09:00' }
    const filled = fillTemplate(template, letterData(fieldsOf(procedure(path)), form, sampleWords()))
    const said = filled.ok ? JSON.stringify(filled.letter.blocks) : ''
    for (const one of ['Selasa', '1 Desember 2026', '09.00', ' WIB', sampleWords()['surat-masuk.nomor']])
      expect(said).toContain(one)
  })
})

const OFFICES = ['demak', 'tulungagung']

describe('Letter files of the catalogue', () => {
  test.each(OFFICES.flatMap((agency) => names(`${agency}/letters`).map((name) => [agency, name])))(
    '%s: %s fits the form of every procedure that sends it',
    (agency = '', name = '') => {
      const source = file(`${agency}/letters/${name}`)
      expect(templateFileFaults(name.replace('.md', ''), source)).toEqual([])
      const sending = names(`${agency}/procedures`)
        .map((one) => procedure(`${agency}/procedures/${one}`))
        .filter((one) => lettersNamed(one).some(({ letter }) => letter === name.replace('.md', '')))
      expect(sending).not.toEqual([])
      for (const one of sending) expect(letterFaults(source, fieldsOf(one))).toEqual([])
    },
  )

  test.each(names('letters'))('the default %s asks for no field but its own', (name) => {
    expect(templateFileFaults(name.replace('.md', ''), file(`letters/${name}`))).toEqual([])
    expect(letterFaults(file(`letters/${name}`), [])).toEqual([])
  })

  test('a letter nobody wrote a template for falls back to the general reply', () => {
    const general = file('letters/surat-balasan.md')
    expect(templateFor('surat-email', { 'surat-balasan': general }).front.title).toBe('Surat Balasan')
    const own = general.replace('title: Surat Balasan', 'title: Surat Akun Email')
    expect(templateFor('surat-email', { 'surat-balasan': general, 'surat-email': own }).front.title).toBe(
      'Surat Akun Email',
    )
  })
})
