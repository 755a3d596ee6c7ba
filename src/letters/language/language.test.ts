// The language of letters: what an officer writes, what comes out, and what is said of mistakes.
import { describe, expect, test } from 'vitest'
import { fieldSchema } from '../../core/procedure/field-schema.ts'
import { knownTo, letterData } from '../values.ts'
import { templateFaults, textFaults } from './check.ts'
import { fillTemplate } from './fill.ts'
import { readTemplate, readText } from './read.ts'
import { sampleWords } from './sample.ts'
import type { FilledBlock, LetterData, LetterTemplate } from './template.ts'

const HEAD = '---\nletter: uji\ntitle: Surat Uji\nsubject: Uji\n---\n'

const template = (body: string, head = HEAD): LetterTemplate => {
  const read = readTemplate(head + body)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.template
}

const faultsOf = (body: string, head = HEAD): [number, string][] => {
  const read = readTemplate(head + body)
  return read.ok ? [] : read.faults.map(({ line, sentence }) => [line, sentence.id])
}

const NOTHING: LetterData = { words: {}, values: {}, tables: {} }

const filled = (body: string, data: Partial<LetterData> = {}, head = HEAD) => {
  const result = fillTemplate(template(body, head), { ...NOTHING, ...data })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.letter
}

const plain = (blocks: readonly FilledBlock[]): unknown[] =>
  blocks.map((block) => {
    const text = (words: readonly { text: string }[]) => words.map((one) => one.text).join('')
    switch (block.kind) {
      case 'paragraph':
        return text(block.words)
      case 'heading':
        return `${'#'.repeat(block.level)} ${text(block.words)}`
      case 'facts':
        return block.rows.map(({ label, value }) => [text(label), text(value)])
      case 'list':
        return {
          [block.mark]: block.items.map(({ words, below }) =>
            below ? [text(words), plain([{ kind: 'list', ...below }])] : text(words),
          ),
        }
      case 'table':
        return [block.header.map(text), ...block.rows.map((row) => row.map(text))]
      default:
        return block.kind
    }
  })

const points = {
  titik: [
    { words: { lokasi: 'Balai Desa', unduh: '20,5' }, values: { lokasi: 'Balai Desa', jenis: 'fo' } },
    { words: { lokasi: 'Puskesmas', unduh: '9' }, values: { jenis: 'radio' } },
  ],
}

describe('A letter is written as it is read', () => {
  test('paragraphs, rows of facts, lists, headings and attachments', () => {
    const letter = filled(
      [
        'Dengan hormat kami sampaikan',
        'hal berikut:',
        '',
        'Nama subdomain : arsip.go.id',
        'Tujuan         : hosting di',
        '  server kantor',
        'Paraf :',
        '# Hasil',
        '1. satu',
        '   a. rincian',
        '   b. lagi',
        '2. dua',
        '- butir',
        '---',
        '[lampiran Daftar titik]',
        'Isi lampiran.',
      ].join('\n'),
    )
    expect(plain(letter.blocks)).toEqual([
      'Dengan hormat kami sampaikan hal berikut:',
      [
        ['Nama subdomain', 'arsip.go.id'],
        ['Tujuan', 'hosting di server kantor'],
        ['Paraf', ''],
      ],
      '# Hasil',
      { number: [['satu', [{ letter: ['rincian', 'lagi'] }]], 'dua'] },
      { dot: ['butir'] },
      'rule',
    ])
    expect(letter.annexes.map(({ title, blocks }) => [title, plain(blocks)])).toEqual([
      ['Daftar titik', ['Isi lampiran.']],
    ])
  })

  test('bold between stars, a line broken by a backslash, signs printed by a backslash before them', () => {
    const [paragraph] = filled('Kata **tebal {nama}** biasa\\\nbaris kedua \\{bukan isian\\} \\*', {
      words: { nama: 'A' },
    }).blocks
    expect(paragraph).toEqual({
      kind: 'paragraph',
      words: [
        { text: 'Kata ', isStrong: false },
        { text: 'tebal ', isStrong: true },
        { text: 'A', isStrong: true },
        { text: ' biasa\nbaris kedua {bukan isian} *', isStrong: false },
      ],
    })
  })

  test('a table with a row for each row of a field, its number, and columns to the right', () => {
    const [table] = filled(
      '| No. | Lokasi | Mbps |\n|:-:|---|--:|\n[ulang titik]\n| {no}. | {lokasi} | {unduh} |\n[selesai]\n| | Jumlah | {n} |',
      {
        words: { n: '2' },
        tables: points,
      },
    ).blocks
    expect(table).toMatchObject({ kind: 'table', aligns: ['center', 'left', 'right'] })
    expect(plain(table ? [table] : [])).toEqual([
      [
        ['No.', 'Lokasi', 'Mbps'],
        ['1.', 'Balai Desa', '20,5'],
        ['2.', 'Puskesmas', '9'],
        ['', 'Jumlah', '2'],
      ],
    ])
    expect(filled('| A |\n[ulang titik]\n| {lokasi} |\n[selesai]', { tables: { titik: [] } }).blocks).toEqual([])
  })

  test('paragraphs once for each row, and a condition about the row', () => {
    const body =
      '[ulang titik]\n{no}. {lokasi}\n[jika jenis = fo]\nKabel.\n[selain itu]\nTanpa kabel.\n[selesai]\n[selesai]'
    expect(plain(filled(body, { tables: points }).blocks)).toEqual([
      '1. Balai Desa',
      'Kabel.',
      '2. Puskesmas',
      'Tanpa kabel.',
    ])
  })
})

describe('Conditions', () => {
  const said = (condition: string, data: Partial<LetterData>) =>
    plain(filled(`[jika ${condition}]\nya\n[selain itu]\ntidak\n[selesai]`, data).blocks)[0]

  test.each([
    ['jenis = baru', 'ya'],
    ['jenis = "baru"', 'ya'],
    ['jenis = hapus', 'tidak'],
    ['jenis = hapus atau baru', 'ya'],
    ['jenis = baru dan tujuan = hosting', 'tidak'],
    ['jenis bukan hapus', 'ya'],
    ['jenis bukan hapus atau baru', 'tidak'],
    ['catatan terisi', 'ya'],
    ['kosongnya kosong', 'ya'],
    ['titik terisi', 'ya'],
    ['layanan = "dua kata"', 'ya'],
    ['layanan = dua kata', 'ya'],
  ])('[jika %s] says %s', (condition, wanted) => {
    const values = { jenis: 'baru', tujuan: 'alamat-ip', layanan: 'dua kata' }
    expect(said(condition, { words: { catatan: 'ada', kosongnya: ' ' }, values, tables: points })).toBe(wanted)
  })

  test('the first branch that holds is said, and a subject may have branches too', () => {
    const head =
      '---\nletter: uji\ntitle: Uji\nsubject: |\n  [jika jenis = hapus]\n  Penghapusan {nama}\n  [atau jika jenis = ubah]\n  Perubahan {nama}\n  [selain itu]\n  Akun {nama}\n  [selesai]\n---\n'
    for (const [jenis, subject] of [
      ['hapus', 'Penghapusan x'],
      ['ubah', 'Perubahan x'],
      ['baru', 'Akun x'],
    ])
      expect(filled('Isi', { words: { nama: 'x' }, values: { jenis } }, head).subject).toBe(subject)
  })
})

describe('What has nothing to say is left out', () => {
  test('a row, paragraph, item or copy all of whose places are empty', () => {
    const head = '---\nletter: uji\ntitle: Uji\nsubject: Uji\ncopies: |\n  Kepala Dinas\n  {kosong}\n---\n'
    const letter = filled(
      '{kosong}\n\nAlamat : {kosong}\nTetap : ya\n\n- {kosong}\n\nSyarat: {kosong}',
      { words: { kosong: ' ' } },
      head,
    )
    expect(plain(letter.blocks)).toEqual([[['Tetap', 'ya']]])
    expect(letter.copies).toEqual(['Kepala Dinas'])
  })

  test('an empty line in what somebody typed parts paragraphs', () => {
    expect(plain(filled('{a}', { words: { a: 'satu\n\ndua\ntiga' } }).blocks)).toEqual(['satu', 'dua\ntiga'])
  })
})

describe('Mistakes are told with their line', () => {
  test.each([
    ['[jika jenis = baru]\nIsi', 6, 'tidak ditutup; tulis [selesai]'],
    ['Isi\n\n[selesai]', 8, 'tidak dibuka'],
    ['[jikaa jenis = baru]\nIsi\n[selesai]', 6, 'Maksud Anda [jika ...]?'],
    ['[jika jenis]\nIsi\n[selesai]', 6, 'Syarat "jenis" tidak terbaca'],
    ['[ulang titik ukur]\nIsi\n[selesai]', 6, 'satu isian berbentuk tabel'],
    ['Isi {Nama Domain} lagi', 6, 'Tulis {nama-domain}.'],
    ['Isi {nama lagi', 6, 'Kurung { tidak ditutup'],
    ['Isi **tebal', 6, 'Huruf tebal dibuka'],
    ['### Kecil', 6, 'hanya dua tingkat'],
    ['| A | B |\n|---|---|\n| a |', 8, 'mempunyai 1 kolom'],
    ['[jika a = b]\nx\n[selain itu]\ny\n[atau jika a = c]\nz\n[selesai]', 10, 'tidak boleh ada cabang lagi'],
    ['[tanda tangan]', 6, 'tulis \\[ di depannya'],
    [`${'[jika a = b]\n'.repeat(9)}x`, 14, 'lebih dari 8 tingkat'],
  ])('%s', (body, line, words) => {
    expect(faultsOf(body)).toContainEqual([line, expect.stringContaining(words)])
  })

  test.each([
    ['Isi saja', 1, 'Naskah diawali kepala'],
    ['---\nletter: uji\ntitel: Uji\n---\n', 3, 'Maksud Anda "title"?'],
    ['---\nletter: uji\ntitle: Uji\nshape: surat\n---\n', 4, 'correspondence, titled, form'],
    ['---\nletter: uji\n---\n', 2, 'title'],
    [
      '---\nletter: uji\ntitle: Uji\nsubject: |\n  [jika a = b]\n  x\n  [selesai]\n---\n',
      4,
      'Hal surat dapat menjadi kosong',
    ],
    ['---\nletter: uji\ntitle: Uji\nsubject: |\n  Hal\n  {Salah}\n---\n', 5, 'Tulis {salah}'],
    ['---\nletter: [a\ntitle: Uji\n---\n', 3, 'bukan YAML yang benar'],
  ])('in the head: %s', (source, line, words) => {
    const read = readTemplate(source)
    expect(read.ok ? [] : read.faults.map((fault) => [fault.line, fault.sentence.id])).toContainEqual([
      line,
      expect.stringContaining(words),
    ])
  })

  test('names that nothing fills, with the one that was meant; tables that are none; answers that cannot be', () => {
    const fields = [
      fieldSchema.parse({ field: 'nama-domain', type: 'domain-name', label: 'Nama' }),
      fieldSchema.parse({ field: 'rahasia', type: 'text', label: 'Rahasia', confidential: true }),
      fieldSchema.parse({
        field: 'jenis',
        type: 'choice',
        label: 'Jenis',
        options: [{ value: 'baru', label: 'Baru' }],
      }),
      fieldSchema.parse({
        field: 'titik',
        type: 'table',
        label: 'Titik',
        columns: [{ column: 'lokasi', label: 'Lokasi' }],
      }),
    ]
    const faults = templateFaults(
      template(
        'A {nama-domian} {rahasia} {lokasi} {no} {titik.jumlah}\n\n[jika jenis = bru]\nx\n[atau jika warna = biru]\ny\n[selesai]\n[ulang titk]\nz\n[selesai]\n[ulang titik]\n{no} {lokasi}\n[selesai]',
      ),
      knownTo(fields),
    )
    expect(faults.map(({ line, sentence }) => [line, sentence.id])).toEqual([
      [6, expect.stringContaining('Maksud Anda {nama-domain}?')],
      [6, expect.stringContaining('dirahasiakan')],
      [6, expect.stringContaining('di antara [ulang ...] dan [selesai]')],
      [6, expect.stringContaining('di antara [ulang ...] dan [selesai]')],
      [8, expect.stringContaining('tidak pernah bernilai "bru". Maksud Anda "baru"?')],
      [10, expect.stringContaining('"warna" yang tidak ada')],
      [13, expect.stringContaining('Maksud Anda [ulang titik]?')],
    ])
  })

  test('a text that is too long is not read at all', () => {
    expect(faultsOf('x'.repeat(100_001))).toEqual([[1, expect.stringContaining('lebih panjang dari 100 ribu huruf')]])
  })

  test('the text of one letter is counted from its own first line', () => {
    const read = readText('Baik\n\n{Salah}')
    expect(read.ok ? [] : read.faults.map(({ line }) => line)).toEqual([3])
    const good = readText('Baik {nma}')
    expect(good.ok && textFaults(good.text, knownTo([]))).toHaveLength(1)
  })
})

describe('A letter cannot grow without end', () => {
  const rows = Array.from({ length: 2_000 }, () => ({ words: { a: 'x' }, values: {} }))

  test('a loop inside a loop over long tables ends with a sentence', () => {
    const result = fillTemplate(template('[ulang besar]\n[ulang besar]\n{a}\n\n{a}\n[selesai]\n[selesai]'), {
      ...NOTHING,
      tables: { besar: rows },
    })
    expect(result).toMatchObject({
      ok: false,
      faults: [{ line: expect.any(Number), sentence: { id: expect.stringContaining('terlalu panjang') } }],
    })
  })

  test('so does a value repeated until it fills books', () => {
    const result = fillTemplate(template('[ulang besar]\n{isi}\n[selesai]'), {
      ...NOTHING,
      words: { isi: 'x'.repeat(1_000) },
      tables: { besar: rows },
    })
    expect(result).toMatchObject({
      ok: false,
      faults: [{ sentence: { id: expect.stringContaining('terlalu panjang') } }],
    })
  })
})

test('a value that looks like a place, a command or a property of every object is only text', () => {
  const words = { a: '{b} [selesai] **x** | # $&', b: 'tidak' }
  expect(plain(filled('{a}', { words }).blocks)).toEqual(['{b} [selesai] **x** | # $&'])
  expect(fillTemplate(template('{constructor}'), NOTHING)).toMatchObject({ ok: false })
})

test('days and figures can be said in words, and a confidential answer says nothing', () => {
  const fields = [
    fieldSchema.parse({ field: 'tanggal', type: 'date', label: 'Tanggal' }),
    fieldSchema.parse({ field: 'panjang', type: 'number', unit: 'meter', label: 'Panjang' }),
    fieldSchema.parse({ field: 'sandi', type: 'text', label: 'Sandi', confidential: true }),
  ]
  const answers = { tanggal: '2026-11-20', panjang: '1250', sandi: 'x' }
  const { words } = letterData(fields, answers, sampleWords())
  expect(words).toMatchObject({
    tanggal: '20 November 2026',
    'tanggal.terbilang': 'Jumat tanggal dua puluh bulan November tahun dua ribu dua puluh enam',
    panjang: '1.250 meter',
    'panjang.terbilang': 'seribu dua ratus lima puluh',
    sandi: '',
  })
})
