// The answers with which a template is shown while nobody has asked for anything: its own sample, and invented words for the rest.
import type { Field } from '../../core/procedure/field-schema.ts'
import type { Form, FormValue } from '../../core/procedure/form.ts'
import { formFacts } from '../facts.ts'
import { numeral, numeralInWords } from '../indonesian.ts'
import { RESERVED, type Reserved } from '../reserved.ts'
import { letterData } from '../values.ts'
import type { LetterData, LetterTemplate, RowData } from './template.ts'

/** @param fields of the procedure that sends the letter, where there is one */
export const sampleData = ({ front }: LetterTemplate, fields: readonly Field[] = []): LetterData => {
  const all = [...fields, ...front.fields]
  const form: Form = Object.fromEntries(
    Object.entries(front.sample).flatMap(([name, value]): [string, FormValue][] => {
      const read = formValue(value)
      return read === null ? [] : [[name, read]]
    }),
  )
  const data = letterData(all, form, sampleWords(front.sample))
  const loose = Object.entries(form).filter(([name]) => !all.some(({ field }) => field === name))
  return {
    words: { ...Object.fromEntries(loose.flatMap(([name, value]) => looseWords(name, value))), ...data.words },
    values: data.values,
    tables: { ...Object.fromEntries(loose.flatMap(([name, value]) => looseRows(name, value))), ...data.tables },
    form: formFacts([{ group: 'contoh', label: { id: 'Data permohonan', en: 'Request' }, fields: all.slice() }], form),
  }
}

const formValue = (value: unknown): FormValue | null => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(textsOf)
  if (typeof value !== 'object' || value === null) return null
  const { nama = '', jabatan = '', email = '', telepon = '' } = textsOf(value)
  return { nama, jabatan, email, telepon }
}

const textsOf = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, cell]) => [key, cell === null ? '' : String(cell)]))
    : {}

/** Fields of a procedure that is not at hand are shown as they stand in the sample. */
const looseWords = (name: string, value: FormValue): [string, string][] => {
  if (typeof value === 'string') return [[name, value]]
  if (Array.isArray(value)) {
    const count = String(value.length)
    return [
      [name, value.map((row) => Object.values(row).join(', ')).join('\n')],
      [`${name}.jumlah`, count],
      [`${name}.terbilang`, numeralInWords(count)],
    ]
  }
  return [
    [name, value.nama],
    ...Object.entries(value).map(([part, said]): [string, string] => [`${name}.${part}`, said]),
  ]
}

const looseRows = (name: string, value: FormValue): [string, RowData[]][] =>
  Array.isArray(value)
    ? [
        [
          name,
          value.map((row) => ({
            words: Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, numeral(cell)])),
            values: row,
          })),
        ],
      ]
    : []

/** @param sample of the template, which may say some of them in its own way */
export const sampleWords = (sample: Readonly<Record<string, unknown>> = {}): Record<Reserved, string> => ({
  ...SAMPLE_WORDS,
  ...Object.fromEntries(
    RESERVED.flatMap((name) => (Object.hasOwn(sample, name) ? [[name, String(sample[name])]] : [])),
  ),
})

const SAMPLE_WORDS: Readonly<Record<Reserved, string>> = {
  'kantor.nama': 'Dinas Komunikasi dan Informatika',
  'kantor.tempat': 'Demak',
  'pemohon.nama': 'Dinas Kesehatan',
  'pemohon.pimpinan': 'Kepala Dinas Kesehatan',
  'pemohon.alamat': 'Demak',
  'berkas.nomor': 'MIPP/2026/0123',
  'berkas.hal': 'Permohonan Layanan',
  'berkas.tanggal': '20 November 2026',
  'berkas.kode-lacak': 'K7QM-2XWD',
  'berkas.laman-lacak': 'mipp.contoh.go.id/lacak',
  'layanan.nama': 'Permohonan Subdomain dan Hosting',
  'layanan.nomor-sop': '03/13',
  'surat-masuk.nomor': '500.12/118/DINKES/2026',
  'surat-masuk.tanggal': '19 November 2026',
  'surat.nomor': '500.12/573/DINKOMINFO/XI/2026',
  'surat.tanggal': '27 November 2026',
  'surat.hari': 'Jumat',
  'surat.tanggal-terbilang': 'Jumat tanggal dua puluh tujuh bulan November tahun dua ribu dua puluh enam',
  'surat.catatan': '',
  'surat.alasan': '',
  'penanda-tangan.jabatan': 'Kepala Dinas Komunikasi dan Informatika',
  'penanda-tangan.nama': 'Pejabat Kepala Dinas',
}
