// Uploaded tables: what each line would do, and that nothing is done while one is refused.
import { describe, expect, test } from 'vitest'
import { withWrites } from '../../core/organisation/apply.ts'
import { judge } from '../../core/organisation/judge.ts'
import { FACTS, held, OFFICE, standsIn } from '../../core/organisation/office.fixture.ts'
import type { Organisation } from '../../core/organisation/organisation.ts'
import { csvRow } from '../../web/request/csv.ts'
import { tableOf } from './cells.ts'
import { TABLE_KINDS } from './columns.ts'
import { planImport } from './plan.ts'

let count = 0
const plan = (texts: string | string[], office: Organisation = OFFICE, facts = FACTS) =>
  planImport(
    { office, facts, newId: () => `baru-${++count}` },
    [texts].flat().map((text, index) => ({ name: `berkas-${index + 1}.csv`, text })),
  )
const said = (texts: string | string[], office?: Organisation) =>
  plan(texts, office).lines.map(({ line, verdict, says }) =>
    [line, verdict, says.map(({ id }) => id).join(' ')].join(' ').trim(),
  )

const UNITS = 'satuan;nama;jenis;atasan\n'
const POSTS = 'jabatan;nama jabatan;satuan;atasan\n'
const PEOPLE = 'surel;nama;jabatan;kedudukan;mulai;sampai;keputusan\n'

describe('a file that was downloaded', () => {
  const office: Organisation = { ...OFFICE, substitutes: [standsIn('kabid', 'staf')] }
  test.each(['id', 'en'] as const)('and uploaded again changes nothing (%s)', (language) => {
    const texts = TABLE_KINDS.map((kind) => tableOf(office, kind, language).map(csvRow).join(''))
    const { lines, changes } = plan(texts, office)
    expect(new Set(lines.map(({ verdict }) => verdict))).toEqual(new Set(['unchanged']))
    expect(lines).toHaveLength(2 + 3 + 1 + 3 + 1)
    expect(changes).toEqual([])
  })

  test('rebuilds an empty office, whatever the order of its lines', () => {
    const texts = TABLE_KINDS.map((kind) => tableOf(office, kind, 'id').map(csvRow))
    const turned = texts.map(([heading = '', ...rows]) => [heading, ...rows.toReversed()].join(''))
    const empty = { ...OFFICE, units: [], posts: [], clients: [], people: [], mandates: [], substitutes: [] }
    const { lines, changes } = plan(turned, empty)
    expect(lines.filter(({ verdict }) => verdict !== 'new')).toEqual([])
    const built = changes.reduce<Organisation>((at, change) => {
      const judged = judge(at, change, FACTS)
      return judged.ok ? withWrites(at, judged.writes) : at
    }, empty)
    for (const kind of TABLE_KINDS)
      expect(new Set(tableOf(built, kind, 'id').map(String))).toEqual(new Set(tableOf(office, kind, 'id').map(String)))
  })
})

describe('each line says what it would do', () => {
  test('to units and posts: new, changed, unchanged, ended', () => {
    const posts = `jabatan;nama jabatan;satuan;atasan;ditutup\nkepala;Jabatan kepala;dinas;;\nkabid;Kabid TI;aptika;kepala;\nstaf;Jabatan staf;dinas;kabid;20/04/2026\n`
    expect(said([`${UNITS}umum;Subbag Umum;tim;dinas\n`, posts])).toEqual([
      '2 new',
      '2 unchanged',
      '3 changed nama jabatan: Jabatan kabid → Kabid TI satuan: dinas → aptika',
      '4 ended ditutup: kosong → 2026-04-20',
    ])
  })

  test('to people: an account that is new is invited, a term that ends is told', () => {
    const text = `${PEOPLE}kepala@dinas.example;Nama Lain;kepala;definitif;01/01/2025;2026-03-31;821/1\norang@dinas.example;Orang Anyar;kepala;Plt.;2026-04-01;;821/2\n`
    expect(said(text)).toEqual([
      '2 ended sampai: kosong → 2026-03-31',
      '3 new Akun baru dibuat; undangan dikirim ke surelnya.',
    ])
    expect(plan(text).changes.map(({ type }) => type)).toEqual(['mandate', 'person', 'mandate'])
  })

  test('with one new account for two posts of the same person', () => {
    const row = (post: string) => `orang@dinas.example;Orang Anyar;${post};plh;2026-04-01;2026-04-02;1/2\n`
    expect(plan(`${PEOPLE}${row('kepala')}${row('kabid')}`).changes.map(({ type }) => type)).toEqual([
      'person',
      'mandate',
      'mandate',
    ])
  })

  test('and a column that is left out leaves its values alone', () => {
    const office = { ...OFFICE, mandates: [held('kepala', 'kepala', { toOn: '2026-12-31' })] }
    expect(
      said('surel,nama,jabatan,kedudukan,mulai\nKEPALA@dinas.example,x,kepala,definitif,2025-01-01\n', office),
    ).toEqual(['2 unchanged'])
  })
})

describe('a line is refused with its number and why', () => {
  test.each<[string, string, string]>([
    [
      'of a unit of a kind that there is not',
      `${UNITS}umum;Subbag;kantor;dinas\n`,
      '2 refused Jenis "kantor" tidak dikenal',
    ],
    [
      'of a unit under one that nobody has',
      `${UNITS}umum;Subbag;tim;pusat\n`,
      '2 refused Satuan kerja "pusat" tidak ada',
    ],
    [
      'of posts in a circle',
      `${POSTS}kepala;Kepala;dinas;staf\n`,
      '2 refused Jabatan tidak dapat menjadi atasan dirinya',
    ],
    [
      'that stands twice',
      `${POSTS}baru;Baru;dinas;kepala\nbaru;Lain;dinas;kepala\n`,
      '3 refused Baris ini ada dua kali',
    ],
    [
      'with an unknown capacity',
      `${PEOPLE}a@b.example;A B;kepala;raja;2026-01-01;;1/2\n`,
      '2 refused Kedudukan "raja"',
    ],
    [
      'with a day that is none',
      `${PEOPLE}staf@dinas.example;A;kepala;plt;31/02/2026;;1/2\n`,
      '2 refused Tulis tanggal mulai',
    ],
    ['of a file with strange headings', 'a;b\n1;2\n', '1 refused Tajuk kolomnya tidak dikenal'],
    [
      'of a file with one strange column',
      'satuan;nama;jenis;warna\nx;y;tim;z\n',
      '1 refused Kolom "warna" tidak dikenal',
    ],
    ['of an empty file', '', '1 refused Berkas ini kosong'],
    ['of a file in other letters', 'satuan;nama\uFFFD;jenis\n', '1 refused Huruf di berkas ini tidak terbaca'],
    ['of an address that is none', `${PEOPLE}tanpa-a;Orang;kepala;plt;2026-04-01;;1/2\n`, '2 refused Surel "tanpa-a"'],
    [
      'of a substitute without an account',
      'surel berhalangan;jabatan;surel pengganti;mulai;sampai\nx@y.example;kepala;staf@dinas.example;2026-03-16;2026-03-17\n',
      '2 refused Surel "x@y.example" tidak punya akun',
    ],
  ])('%s', (_, text, says) => {
    expect(said(text).find((line) => line.includes('refused'))).toContain(says)
    expect(plan(text).changes).toEqual([])
  })

  test('and then nothing of the other lines is done either', () => {
    const { lines, changes } = plan(`${UNITS}umum;Subbag Umum;tim;dinas\nlain;Lain;tim;pusat\n`)
    expect(lines.map(({ verdict }) => verdict)).toEqual(['new', 'refused'])
    expect(changes).toEqual([])
  })
})
