// Units, posts, clients and memberships: what may be entered, changed and closed.
import { describe, expect, test } from 'vitest'
import type { Change } from './change.ts'
import { held, judged, OFFICE, post, said, standsIn } from './office.fixture.ts'
import type { ClientRow, PostRow, UnitRow } from './organisation.ts'
import { keyOfName } from './row-checks.ts'

const unit = (row: Partial<UnitRow>, isNew = true): Change => ({
  type: 'unit',
  isNew,
  row: { unit: 'umum', name: 'Subbagian Umum', kind: 'team', superior: 'dinas', calendar: null, ...row },
})
const aPost = (row: Partial<PostRow>, isNew = true): Change => ({
  type: 'post',
  isNew,
  row: { ...post('arsiparis'), ...row },
})
const client = (row: Partial<ClientRow>, isNew = true): Change => ({
  type: 'client',
  isNew,
  row: {
    client: 'dinkes',
    kind: 'agency',
    name: 'Dinas Kesehatan',
    head: 'Kepala Dinas',
    address: 'Kota',
    closedOn: null,
    ...row,
  },
})

describe('a row is refused', () => {
  test.each<[string, Change, string]>([
    ['a unit under a key that is no key', unit({ unit: 'Bidang Umum' }), 'unit: Kode "Bidang Umum"'],
    ['a unit under a key that every object has', unit({ unit: 'constructor' }), 'unit: Kode'],
    ['a unit under a key that is taken', unit({ unit: 'aptika' }), 'unit: Kode "aptika" sudah dipakai'],
    ['a unit that is to be changed and is not there', unit({}, false), 'unit: Kode "umum" tidak ada'],
    ['a unit without a name', unit({ name: '' }), 'name: Tulis nama satuan kerja'],
    ['a unit under another that is not there', unit({ superior: 'pusat' }), 'superior: Satuan kerja "pusat"'],
    ['a second unit at the top', unit({ superior: null }), 'superior: Pilih satuan kerja di atasnya'],
    ['a unit below itself', unit({ unit: 'dinas', superior: 'aptika' }, false), 'superior: Satuan kerja tidak dapat'],
    ['a unit with a calendar that is not there', unit({ calendar: 'malam' }), 'calendar: Kalender kerja "malam"'],
    ['a post in a unit that is not there', aPost({ unit: 'pusat' }), 'unit: Pilih satuan kerja'],
    ['a post under one that is not there', aPost({ superior: 'camat' }), 'superior: Jabatan "camat" tidak ada'],
    ['a second post at the top', aPost({ superior: null }), 'superior: Pilih jabatan atasannya'],
    ['a post above itself', aPost({ post: 'kabid', superior: 'staf' }, false), 'superior: Jabatan tidak dapat menjadi'],
    ['a client without an address', client({ address: ' ' }), 'address: Tulis alamatnya'],
    ['a client of the same name', client({ name: 'DINAS ARSIP' }), 'name: Dinas Arsip sudah ada (kode arsip)'],
  ])('%s', (_, change, says) => {
    expect(said(judged(change))).toContain(says)
  })
})

describe('a post that is closed', () => {
  const close = (row: Partial<PostRow>, facts = {}) =>
    judged(aPost({ ...post('kabid'), closedOn: '2026-04-01', ...row }, false), {}, facts)

  test('is refused while work is open there and nobody takes it over', () => {
    const openWork = { kabid: 3 }
    expect(said(close({}, { openWork }))).toContain('successor: 3 tugas masih terbuka di Jabatan kabid')
    expect(close({ successor: 'staf' }, { openWork }).ok).toBe(true)
    expect(said(close({ successor: 'kabid' }, { openWork }))).toContain('successor: Pilih jabatan lain')
    expect(said(close({ successor: 'camat' }, { openWork }))).toContain('successor: Pilih jabatan lain')
  })
  test('is refused at the top of the office unless another takes over', () => {
    const top = aPost({ ...post('kepala', { superior: null }), closedOn: '2026-04-01' }, false)
    expect(said(judged(top))).toContain('successor: Ini jabatan tertinggi')
  })
  test('ends whoever holds it, drops what would begin later, and tells what still names it', () => {
    const more = {
      mandates: [...OFFICE.mandates, held('baru', 'kabid', { fromOn: '2026-05-01' })],
      substitutes: [standsIn('kabid', 'staf', { fromOn: '2026-03-30', toOn: '2026-04-03' })],
    }
    const answer = judged(aPost({ ...post('kabid'), closedOn: '2026-04-01' }, false), more, {
      named: { kabid: ['Permohonan Alat'] },
    })
    expect(answer.ok && answer.writes).toMatchObject([
      { kind: 'post', after: { closedOn: '2026-04-01' } },
      { kind: 'mandate', key: 'kabid-kabid', after: { toOn: '2026-03-31' } },
      { kind: 'mandate', key: 'baru-kabid', after: null },
      { kind: 'substitute', after: { toOn: '2026-03-31' } },
    ])
    expect(said(answer)).toContain('langkahnya akan jatuh ke Jabatan kepala: Permohonan Alat')
    expect(said(answer)).toContain('masih beratasan Jabatan kabid; beri atasan baru: Jabatan staf')
  })
  test('is opened again without its successor', () => {
    const posts = [...OFFICE.posts, post('lama', { closedOn: '2026-01-01', successor: 'kabid' })]
    const answer = judged(aPost(post('lama', { successor: 'kabid' }), false), { posts })
    expect(answer).toMatchObject({ ok: true, writes: [{ after: { closedOn: null, successor: null } }] })
  })
})

describe('an account', () => {
  const asksFor = (person: string, name: string): Change => ({
    type: 'membership',
    row: { person, client: name, jobTitle: 'Staf' },
  })
  test('asks for a second client, once, and for none that is closed', () => {
    const clients = [...OFFICE.clients, { ...OFFICE.clients[0], client: 'lama', closedOn: '2026-01-01' }] as ClientRow[]
    const memberships = [{ person: 'baru', client: 'arsip', jobTitle: 'Staf' }]
    expect(said(judged(asksFor('staf', 'arsip')))).toBe('ya')
    expect(said(judged(asksFor('baru', 'arsip'), { memberships }))).toContain('sudah mengajukan untuknya')
    expect(said(judged(asksFor('staf', 'lama'), { clients }))).toContain('client: Pilih perangkat daerah')
    expect(said(judged(asksFor('pergi', 'arsip')))).toContain('sudah tidak ada')
  })
  test('is not made twice for one address', () => {
    const row = { person: 'x', name: 'Orang X', email: 'STAF@dinas.example', state: 'invited' as const }
    expect(said(judged({ type: 'person', row }))).toContain('sudah punya akun')
  })
})

test('a key is made of a name', () => {
  expect(keyOfName('Bidang Aplikasi & Informatika', [])).toBe('bidang-aplikasi-informatika')
  expect(keyOfName('Dinas Arsip', ['dinas-arsip', 'dinas-arsip-2'])).toBe('dinas-arsip-3')
  expect(keyOfName('省庁', [])).toBe('baru')
})
