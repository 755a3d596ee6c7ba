// A letter that cannot be printed is told of before it is kept, goes further, or takes a number.
import { expect, test } from 'vitest'
import type { LetterDraft } from '../core/dossier/letters/facts.ts'
import { waitingAt } from '../core/dossier/office.fixture.ts'
import { letterDocument } from './from-dossier.ts'
import { letterFault, unprintable } from './unprintable.ts'

const trial = waitingAt('kirim')
const dossier = trial.dossier()
const { task } = trial.task('kirim')
const { agency, calendar } = trial.living
const client = { client: 'dinas-arsip', name: 'Dinas Arsip', head: 'Kepala', address: 'Demak' }
const by = { kind: 'post', person: 'k', post: 'kepala', capacity: 'definitive' } as const
const at = '2026-11-20T02:00:00.000Z'
const FIELDS =
  'fields:\n  - { field: titik, type: table, label: Titik, columns: [{ column: lokasi, label: Lokasi }] }\n'
const LOOP = '[ulang titik]\n[ulang titik]\n1. {lokasi}\n[selesai]\n[selesai]\n'

const judged = (body: string, draft: LetterDraft, isGoing: boolean) => {
  const source = `---\nletter: balasan\ntitle: Balasan\nsubject: Balasan\n${FIELDS}---\n${body}`
  const meta = { at, by }
  const drafted = { type: 'letter-drafted', task, letter: 'balasan', draft, ...meta } as const
  const numbering = { reason: '', number: 'x', checkCode: 'y', on: '2026-11-20', ...meta } as const
  const numbered = { type: 'letter-numbered', task, letter: 'balasan', ...numbering } as const
  return unprintable({
    agency: { agency, calendar, letters: { balasan: source } },
    procedure: trial.procedure,
    client,
    publicUrl: 'https://mipp.example',
    before: dossier,
    events: isGoing ? [drafted, numbered] : [drafted],
    at,
  })
}

const rows = (count: number) => ({ titik: Array.from({ length: count }, (_, no) => ({ lokasi: `Balai ${no}` })) })

test('what fits is kept and numbered', () => {
  expect(judged('Isi.', { note: '', text: 'Isi sendiri {layanan.nama}.' }, true)).toBeNull()
})

test('a text of its own with a name nobody knows is told with its line, at saving already', () => {
  const refused = judged('Isi.', { note: '', text: 'Isi.\n\nKepada {siapa}.' }, false)
  expect(refused?.refusal.sentence.id).toContain('Baris 3: Isian {siapa} tidak dikenal')
  expect(refused?.refusal.at).toEqual([['text']])
})

test('answers that make the letter grow beyond all paper are told at saving', () => {
  expect(judged(LOOP, { note: '', values: rows(10) }, false)).toBeNull()
  expect(judged(LOOP, { note: '', values: rows(100) }, false)?.refusal.sentence.id).toContain('terlalu panjang')
})

test("a fault in the office's own text loses nobody their draft, and takes no number", () => {
  expect(judged('Isi {hantu}.', { note: 'Tulisan saya' }, false)).toBeNull()
  const refused = judged('Isi {hantu}.', { note: 'Tulisan saya' }, true)
  expect(refused?.refusal.sentence.id).toContain('Naskah kantor untuk surat ini belum dapat dicetak.')
})

test('whoever looks at such a draft is told, and nothing breaks', () => {
  const [letter] = waitingAt('terima').dossier().letters
  if (!letter) throw new Error('No letter was written')
  const source = '---\nletter: balasan\ntitle: Balasan\nsubject: Balasan\n---\nIsi {hantu}.'
  const office = { agency, calendar, letters: { balasan: source } }
  const draft = { ...letter, number: null }
  const { procedure } = trial
  const input = { agency: office, procedure, dossier, letter: draft, client, by, publicUrl: 'https://mipp.example', at }
  expect(letterDocument(input).ok).toBe(false)
  expect(letterFault(input)).toMatchObject({ isOfOffice: true })
})
