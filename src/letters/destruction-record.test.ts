// What is destroyed by record: a proposal and a refusal are never called one.
import { expect, test } from 'vitest'
import { type DestructionRecord, destructionRecordDocument } from './destruction-record.ts'
import { sampleDestruction } from './office-papers.fixture.ts'
import { recordOf } from './record-of-destruction.ts'
import { trialOffice } from './trial-office.fixture.ts'

const printed = (change: Partial<DestructionRecord>): string =>
  JSON.stringify(destructionRecordDocument({ ...sampleDestruction, ...change }))

test('approved it is an official record, with its day and the number of dossiers in words', () => {
  expect(printed({})).toContain('BERITA ACARA PEMUSNAHAN ARSIP')
  expect(printed({})).toContain('Selasa tanggal satu bulan Desember tahun dua ribu dua puluh enam')
  expect(printed({})).toContain('21 (dua puluh satu) berkas')
})

test.each([
  ['waits for its approval', 'proposed' as const, 'USUL PEMUSNAHAN ARSIP"'],
  ['was refused', 'refused' as const, 'USUL PEMUSNAHAN ARSIP YANG DITOLAK'],
])('what %s is called so', (_, state, heading) => {
  const { number: _number, items: _items, ...rest } = sampleDestruction
  const standing = {
    state,
    number: null,
    reason: rest.reason,
    proposedAs: 'Kepala Subbagian Umum',
    proposedAt: rest.proposed.at,
    decidedAs: state === 'refused' ? 'Kepala Dinas' : null,
    decidedAt: state === 'refused' ? rest.proposed.at : null,
    items: [],
  }
  const said = JSON.stringify(destructionRecordDocument(recordOf({ agency: trialOffice }, standing)))
  expect(said).toContain(heading)
  expect(said).not.toContain('BERITA ACARA')
})
