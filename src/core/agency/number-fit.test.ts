import { describe, expect, test } from 'vitest'
import { agencySchema } from './agency.ts'
import { numberMisfits } from './number-fit.ts'

const CODES = [{ code: '500.12', title: 'Komunikasi dan informatika' }]

const misfits = (numbers: object, classifications: object[] = CODES): string[] =>
  numberMisfits(
    agencySchema.parse({
      agency: 'contoh',
      name: 'Dinas',
      short: 'Dinas',
      zone: 'Asia/Jakarta',
      contact: { email: 'layanan@kominfo.example', phone: '0', hours: 'Senin' },
      complaints: 'Telepon',
      privacy: ['Data dipakai untuk permohonan.'],
      letterhead: { government: 'Kabupaten', name: 'Dinas', address: 'Jalan', contact: 'Telepon', place: 'Kota' },
      numbers: { dossier: '{seq}', agenda: '{seq}', letter: '{seq}/{year}', ...numbers },
      classifications,
      names: { zone: 'contoh.go.id', reserved: [] },
      units: [{ unit: 'dinas', name: 'Dinas' }],
      posts: [{ post: 'kepala', title: 'Kepala', unit: 'dinas' }],
      instructions: ['Untuk diproses'],
      'in-force': [{ procedure: 'alat', edition: '1', from: '2026-01-01' }],
    }),
  ).map(({ at, sentence }) => `${at}: ${sentence.id}`)

describe('number patterns of an agency', () => {
  test('fit with every part that a pattern may have', () => {
    expect(
      misfits({
        letter: '{security}/{classification}/{seq4}/{unit}/{romanMonth}/{month}/{year}',
        classification: '500.12',
        unit: 'DINAS',
        units: { dinas: 'DINAS' },
        procedures: { alat: '500.12' },
        letters: {
          'surat-tugas': { pattern: 'ST/{seq}/{year}', series: 'surat-tugas' },
          undangan: { pattern: 'U/{seq}' },
        },
      }),
    ).toEqual([])
  })

  test.each([
    [{ letter: '{seq}/{nomor}' }, 'numbers.letter: "{nomor}" tidak dikenal.'],
    [{ letter: 'tanpa urut/{year}' }, 'numbers.letter: Pola "tanpa urut/{year}" harus memuat {seq}'],
    [{ letter: '{seq}/{seq4}' }, 'tepat satu kali'],
    [{ letter: '{seq}/{year' }, 'kurung kurawal yang tidak berpasangan'],
    [{ agenda: '{seq}/{classification}' }, 'numbers.agenda: "{classification}" tidak dikenal.'],
    [{ letter: '{classification}/{seq}' }, 'Pola memakai {classification}, tetapi numbers.classification belum diisi.'],
    [{ letters: { undangan: { pattern: '{unit}/{seq}' } } }, 'numbers.letters.undangan: Pola memakai {unit}'],
    [{ classification: '999' }, 'Kode klasifikasi "999" tidak ada dalam classifications.yaml.'],
    [{ letters: { undangan: { classification: '999' } } }, 'numbers.letters.undangan.classification: Kode'],
    [{ procedures: { alat: '999' } }, 'numbers.procedures.alat: Kode'],
    [{ procedures: { lain: '500.12' } }, 'numbers.procedures: "lain" tidak ada.'],
    [{ units: { pusat: 'P' } }, 'numbers.units: "pusat" tidak ada.'],
    [{ letters: { 'surat-tugas': { series: 'tugas' } } }, 'nomor yang sama akan terbit dua kali'],
    [{ letters: { tugas: { series: 'tugas', pattern: '{seq4}/{year}' } } }, 'nomor yang sama akan terbit dua kali'],
  ])('are told where they do not: %j', (numbers, says) => {
    expect(misfits(numbers)).toEqual([expect.stringContaining(says)])
  })

  test('let any code be chosen where the office keeps no list, and name a code that stands there twice', () => {
    expect(misfits({ classification: '999' }, [])).toEqual([])
    expect(misfits({}, [...CODES, ...CODES])).toEqual(['classifications: Kode "500.12" ditulis dua kali.'])
  })
})
