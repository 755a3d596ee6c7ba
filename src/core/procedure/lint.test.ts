// What the linter says about procedure files, and on which line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintProcedure } from './lint.ts'

const SOUND = `procedure: contoh
edition: '1'
title: Contoh
promise: 3 hari
records: [alat]
actors:
  pemohon: { label: Pemohon, is: applicant }
  petugas: { label: Petugas, post: petugas }
form:
  - group: isian
    label: Isian
    fields:
      - { field: nama, type: text, label: Nama }
      - field: jenis
        type: choice
        label: Jenis
        options: [{ value: baru, label: Baru }, { value: ubah, label: Ubah }]
      - { field: alasan, type: text, label: Alasan, when: { field: jenis, is: ubah } }
  - group: lanjutan
    label: Lanjutan
    at: lengkapi
    fields:
      - { field: berkas, type: file, label: Berkas, paper: permintaan, accept: [pdf] }
subject: 'Alat {nama}'
summary: [nama]
steps:
  - step: ajukan
    actor: pemohon
    act: submit
    activity: Mengajukan
    makes: [permintaan]
  - step: periksa
    actor: petugas
    act: check
    activity: Memeriksa
    time: 1 hari
    needs: [permintaan]
    makes: [hasil-periksa]
    decides:
      question: Lengkap?
      exits:
        - { answer: ya, label: Ya, to: buat }
        - { answer: tidak, label: Tidak, to: lengkapi }
  - step: lengkapi
    actor: pemohon
    act: submit
    activity: Melengkapi
    makes: [permintaan]
    then: periksa
  - step: buat
    actor: petugas
    act: fulfil
    activity: Membuat
    time: 2 hari
    needs: [hasil-periksa]
    makes: [hasil]
    fulfils:
      - { fulfil: dns-record, with: { name: nama }, when: { field: jenis, is: baru } }
  - step: kirim
    actor: petugas
    act: send
    activity: Mengirim
    needs: [hasil]
    makes: [balasan]
    letter: balasan
policy:
  return: { from: [periksa], to: ajukan }
  reject: { by: [periksa], reason: required }
  withdraw: { by: applicant, before: buat }
  initials: { balasan: [petugas] }
registers:
  - register: alat
    key: nama
    columns: [nama, jenis]
    retireWhen: { field: jenis, is: ubah }
remarks:
  - { step: buat, says: Waktu tercetak tanpa satuan. }
`

type Case = [title: string, from: string, to: string, line: string, says: string]

const ERRORS: Case[] = [
  ['text that is no YAML', 'promise: 3 hari', 'promise: [3 hari', 'records:', 'bukan YAML yang benar'],
  ['a key written twice', 'title: Contoh', 'title: Contoh\ntitle: Lagi', 'title: Lagi', '"title" ditulis dua kali'],
  ['an unknown key', 'title: Contoh', 'title: Contoh\njudul: x', 'judul: x', 'Kunci "judul" tidak dikenal'],
  ['an unknown key of a step', 'activity: Memeriksa', 'kegiatan: x', 'kegiatan: x', 'Kunci "kegiatan" tidak dikenal'],
  ['a missing key', '    activity: Memeriksa\n', '', 'step: periksa', 'activity pada langkah "periksa" belum ditulis'],
  [
    'an act that nobody knows',
    'act: check',
    'act: cek',
    'act: cek',
    'act pada langkah "periksa" tidak boleh "cek"; pilihannya: submit, enter, dispose',
  ],
  ['a name with capitals', 'step: periksa', 'step: Periksa', 'step: Periksa', 'huruf kecil'],
  [
    'an edition that cannot be named',
    "edition: '1'",
    'edition: Mei 2025',
    'edition: Mei',
    'edition hanya boleh huruf kecil',
  ],
  ['an edition that is missing', "edition: '1'\n", '', 'procedure: contoh', 'edition belum ditulis.'],
  ['a title left empty', 'title: Contoh', 'title:', 'title:', 'title belum diisi.'],
  ['a number for a text', 'title: Contoh', 'title: 4', 'title: 4', "title harus teks: beri tanda petik, '4'."],
  ['a date in words', 'title: Contoh', 'title: x\ncreated: Mei 2025', 'created:', 'misalnya 2026-11-20'],
  [
    'an actor of another kind',
    'actor: petugas\n    act: check',
    'actor: { a: b }\n    act: check',
    'actor: {',
    'actor pada langkah "periksa" harus nama pelaksana atau daftar nama',
  ],
  [
    'a field of no type',
    'field: nama, type: text',
    'field: nama, type: orang',
    '{ field: nama',
    'type pada isian "nama" tidak boleh "orang"; pilihannya: text, long-text',
  ],
  [
    'a field without a type',
    'field: nama, type: text',
    'field: nama',
    '{ field: nama',
    'type pada isian "nama" belum ditulis; pilihannya: text',
  ],
  [
    'a step that is no list',
    'makes: [hasil-periksa]',
    'makes: hasil',
    'makes: hasil',
    'makes pada langkah "periksa" harus daftar, misalnya [satu, dua].',
  ],
  [
    'a slip in a target',
    'then: periksa',
    'then: perikso',
    'then: perikso',
    'pada langkah "lengkapi". Maksud Anda "periksa"?',
  ],
  [
    'a slip in an actor',
    'actor: petugas\n    act: send',
    'actor: petugass\n    act: send',
    'actor: petugass',
    '"petugass" tidak ada, pada langkah "kirim". Maksud Anda "petugas"?',
  ],
  [
    'a promise that cannot be read',
    'promise: 3 hari',
    'promise: segera',
    'promise:',
    'tidak terbaca. Tulis misalnya 5 menit, 1 jam, 2 hari, Tentative, atau -.',
  ],
  [
    'a prefilled choice that is no option',
    'form:\n  - group: isian',
    'starts: [{ by: client }, { by: schedule, rule: FREQ=DAILY, form: { jenis: lama } }]\nform:\n  - group: isian',
    'starts:',
    'Permulaan mengisi "jenis" dengan "lama", yang bukan pilihannya: baru, ubah.',
  ],
  ['a step written twice', 'step: kirim', 'step: buat', '- step: buat', 'Langkah "buat" ditulis dua kali'],
  ['a step called end', 'step: kirim', 'step: end', '- step: end', 'berarti akhir'],
  [
    'an unknown actor',
    'actor: petugas\n    act: send',
    'actor: kabid\n    act: send',
    'actor: kabid',
    '"kabid" tidak ada',
  ],
  [
    'an exit to nowhere',
    'then: periksa',
    'then: cek',
    'then: cek',
    'Langkah tujuan "cek" tidak ada, pada langkah "lengkapi".',
  ],
  [
    'an answer to nowhere',
    'label: Ya, to: buat',
    'label: Ya, to: bikin',
    'decides:',
    'Langkah tujuan "bikin" tidak ada, pada langkah "periksa".',
  ],
  [
    'a step that nobody reaches',
    'label: Tidak, to: lengkapi',
    'label: Tidak, to: end',
    '- step: lengkapi',
    'tidak pernah tercapai',
  ],
  [
    'a step without a way out',
    '    letter: balasan\n',
    '    letter: balasan\n    then: kirim\n',
    '- step: kirim',
    'Dari langkah "kirim" akhir tidak dapat dicapai',
  ],
  ['a paper that nothing makes', 'needs: [hasil]', 'needs: [kuitansi]', 'needs: [kuitansi]', '"kuitansi" diperlukan'],
  ['a time that cannot be read', 'time: 1 hari', 'time: sebentar', 'time: sebentar', 'Waktu "sebentar" tidak terbaca'],
  ['a promise that cannot be read', 'promise: 3 hari', 'promise: segera', 'promise: segera', 'Batas waktu "segera"'],
  ['a policy for no step', 'from: [periksa]', 'from: [cek]', 'from: [cek]', 'Kebijakan menyebut langkah "cek"'],
  ['a refusal by no step', 'by: [periksa]', 'by: [cek]', 'by: [cek]', 'Kebijakan menyebut langkah "cek"'],
  ['a withdrawal before no step', 'before: buat', 'before: cek', 'before: cek', 'Kebijakan menyebut langkah "cek"'],
  ['initials of nobody', 'balasan: [petugas]', 'balasan: [kabid]', 'initials:', 'pelaksana "kabid" yang tidak ada'],
  ['initials of the applicant', 'balasan: [petugas]', 'balasan: [pemohon]', 'initials:', 'tidak mempunyai jabatan'],
  [
    'initials for no letter',
    'balasan: [petugas]',
    'undangan: [petugas]',
    'initials:',
    'tidak dikirim langkah mana pun',
  ],
  ['a remark on no step', 'step: buat, says', 'step: cek, says', 'step: cek, says', 'Catatan menyebut langkah "cek"'],
  ['an unknown field', "subject: 'Alat {nama}'", "subject: 'Alat {merek}'", 'subject:', 'Isian "merek" dipakai'],
  [
    'an unknown field of a register',
    'columns: [nama, jenis]',
    'columns: [nama, merek]',
    'columns:',
    'Isian "merek" dipakai',
  ],
  [
    'a register of the rows of no table',
    '    key: nama\n',
    '    each: jenis\n    key: nama\n',
    'each: jenis',
    '"jenis" bukan tabel pada formulir',
  ],
  [
    'an unknown field of a system',
    'with: { name: nama }',
    'with: { name: merek }',
    'fulfil: dns',
    'Isian "merek" dipakai',
  ],
  ['a field written twice', 'field: jenis\n', 'field: nama\n', 'field: nama\n', 'Isian "nama" ditulis dua kali'],
  [
    'a condition on no field',
    'when: { field: jenis, is: baru }',
    'when: { field: merek, is: x }',
    'fulfil: dns',
    'Isian "merek"',
  ],
  [
    'a condition on no option',
    'field: jenis, is: baru',
    'field: jenis, is: lama',
    'fulfil: dns',
    'pilihan "lama" yang tidak ada',
  ],
  [
    'a condition on a later field',
    'label: Nama }',
    'label: Nama, when: { field: jenis, is: baru } }',
    'field: nama,',
    'baru ditanyakan sesudahnya',
  ],
  ['a group asked for where no fields stand', 'at: lengkapi', 'at: buat', 'at: buat', 'bukan langkah dengan isian'],
  [
    'a first step that is no submit',
    'act: submit\n    activity: Mengajukan',
    'act: do\n    activity: Mengajukan',
    'act: do',
    'Langkah pertama harus pengajuan',
  ],
  ['an actor without a post', ', post: petugas', '', 'actor: petugas\n    act: check', 'tidak mempunyai jabatan'],
  [
    'an officer who submits',
    'actor: pemohon\n    act: submit\n    activity: Melengkapi',
    'actor: petugas\n    act: submit\n    activity: Melengkapi',
    'actor: petugas\n    act: submit',
    'hanya untuk pemohon',
  ],
  [
    'an applicant who fulfils',
    'actor: petugas\n    act: fulfil',
    'actor: pemohon\n    act: fulfil',
    'actor: pemohon\n    act: fulfil',
    'tidak dapat dikerjakan pemohon',
  ],
  ['a sending without a letter', '    letter: balasan\n', '', 'act: send', 'memerlukan "letter"'],
  [
    'a letter that is not sent',
    'act: check',
    'act: check\n    letter: balasan',
    'letter: balasan\n    activity',
    'tidak berarti pada tindakan "check"',
  ],
  [
    'a fulfilling of nothing',
    '    fulfils:\n      - { fulfil: dns-record, with: { name: nama }, when: { field: jenis, is: baru } }\n',
    '',
    'act: fulfil',
    'memerlukan "fulfils"',
  ],
  [
    'a forwarding by no disposition',
    'act: check',
    'act: check\n    forwardsTo: petugas',
    'forwardsTo:',
    'tidak berarti pada tindakan "check"',
  ],
  [
    'a question that no system answers',
    '    letter: balasan\n',
    '    letter: balasan\n    decides: { question: X?, exits: [{ answer: a, label: A, to: end }, { answer: b, label: B, to: buat }] }\n',
    'decides: { q',
    'tidak dapat menjawab pertanyaan',
  ],
  [
    'a question that may be passed over',
    'act: check',
    'act: check\n    when: { field: jenis, is: baru }',
    'decides:',
    'dapat dilewati',
  ],
  ['a question beside a way out', 'act: check', 'act: check\n    then: buat', 'then: buat', 'hapus "then"'],
  ['an answer written twice', 'answer: tidak', 'answer: ya', 'decides:', 'Jawaban "ya" ditulis dua kali'],
  ['too many aliases', 'title: Contoh', `title: Contoh\nx: &a [1]\n${aliases()}`, 'xk:', 'terlalu banyak rujukan'],
]

const WARNINGS: Case[] = [
  ['a step that makes nothing', '    makes: [balasan]\n', '', '- step: kirim', 'tidak menghasilkan apa pun'],
  [
    'a paper that nothing uses',
    'makes: [hasil-periksa]',
    'makes: [hasil-periksa, kopi]',
    'kopi',
    '"kopi" dibuat tetapi tidak dipakai',
  ],
  ['a join of one strand', 'act: send', 'act: send\n    join: all', 'join: all', 'kurang dari dua cabang'],
  [
    'an actor who does nothing',
    'post: petugas }',
    'post: petugas }\n  kabid: { label: Kabid, post: kabid }',
    'kabid:',
    'tidak mengerjakan langkah apa pun',
  ],
  [
    'a register that is never fed',
    'records: [alat]',
    'records: [alat, mobil]',
    'records:',
    '"mobil" tidak pernah diisi',
  ],
  ['more days than promised', 'promise: 3 hari', 'promise: 2 hari', 'promise:', '(3 hari) melebihi batas 2 hari'],
  [
    'days where minutes are promised',
    'promise: 3 hari',
    'promise: 60 menit',
    'promise:',
    '(3 hari) melebihi batas 60 menit',
  ],
]

function aliases(): string {
  const names = 'abcdefghijk'
  return [...names.slice(1)].map((name, at) => `x${name}: &${name} [${`*${names[at]},`.repeat(9)}]`).join('\n')
}

const changed = ([, from, to]: Case): string => {
  if (!SOUND.includes(from)) throw new Error(`The sound procedure has no "${from}"`)
  return SOUND.replace(from, to)
}

/** The last place where the words stand: of things written twice, the second is at fault. */
const lineOf = (source: string, words: string): number => source.slice(0, source.lastIndexOf(words)).split('\n').length

const expectOne = (one: Case, severity: 'error' | 'warning'): void => {
  const source = changed(one)
  const found = lintProcedure(source).find((fault) => fault.sentence.id.includes(one[4]))
  expect(found ?? lintProcedure(source)).toMatchObject({ severity, line: lineOf(source, one[3]) })
  expect(found?.sentence.en).not.toBe('')
}

describe('the linter', () => {
  test('finds nothing in a sound procedure', () => {
    expect(lintProcedure(SOUND)).toEqual([])
  })

  test.each(ERRORS)('finds %s, with its line', (...one) => {
    expectOne(one, 'error')
  })

  test.each(WARNINGS)('warns of %s, with its line', (...one) => {
    expectOne(one, 'warning')
  })

  test('is quiet about what a remark names: a step, an actor, a register, the promise', () => {
    const remarks = [
      '  - { step: kirim, says: Tidak tercetak. }',
      '  - { about: kabid, says: Kolom tanpa langkah. }',
      '  - { about: mobil, says: Dicatat di buku. }',
      '  - { about: promise, says: Jumlahnya memang lebih. }',
    ]
    const odd = WARNINGS.filter(([title]) => !title.includes('uses') && !title.includes('minutes')).reduce(
      (source, [, from, to]) => source.replace(from, to),
      SOUND,
    )
    expect(lintProcedure(odd).map((fault) => fault.severity)).toEqual([
      'warning',
      'warning',
      'warning',
      'warning',
      'warning',
    ])
    expect(lintProcedure(`${odd}${remarks.join('\n')}\n`)).toEqual([])
  })

  test('tells all faults at once, in the order of the lines', () => {
    const source = SOUND.replace('needs: [hasil]', 'needs: [kuitansi]').replace('promise: 3 hari', 'promise: segera')
    const faults = lintProcedure(source)
    expect(faults.map((fault) => fault.line)).toEqual(faults.map((fault) => fault.line).toSorted((a, b) => a - b))
    expect(faults.length).toBeGreaterThan(1)
  })

  test.each(['', 'null', '- satu\n- dua', '42', '\u0000', '{', 'a: *b', '---\na: 1\n---\nb: 2'])(
    'says something about %j instead of breaking',
    (source) => {
      expect(lintProcedure(source).length).toBeGreaterThan(0)
    },
  )
})

describe('the procedures that come with MIPP', () => {
  const catalogue = join(import.meta.dirname, '../../../catalogue')
  const files = readdirSync(catalogue, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /procedures\/.*\.yaml$/.test(file),
  )

  test('are there', () => {
    expect(files).toContain('demak/procedures/subdomain-hosting.yaml')
  })

  test.each(files)('%s has no faults, and what is odd in it is remarked', (file) => {
    expect(lintProcedure(readFileSync(join(catalogue, file), 'utf8'))).toEqual([])
  })
})
