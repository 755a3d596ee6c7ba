// Questions about the identity of a procedure: the head of its official sheet.
import { sentence } from '../../../../core/sentence.ts'
import type { EditField, FieldSet } from '../edit-field.ts'

const MONTH = sentence(
  'Tahun dan bulan seperti tercetak, misalnya 2026-05.',
  'Year and month as printed, such as 2026-05.',
)
const EACH_LINE = sentence('Satu butir per baris.', 'One in each line.')

export const identitySets: readonly FieldSet[] = [
  {
    legend: sentence('Nama', 'Name'),
    fields: [
      { kind: 'line', path: ['title'], label: sentence('Judul SOP', 'Title of the SOP') },
      { kind: 'line', path: ['number'], label: sentence('Nomor SOP', 'Number of the SOP') },
      {
        kind: 'line',
        path: ['edition'],
        label: sentence('Edisi', 'Edition'),
        hint: sentence(
          'Membedakan naskah ini dari yang terdahulu, misalnya 2026-05.',
          'Tells this text from earlier ones, such as 2026-05.',
        ),
      },
      {
        kind: 'line',
        path: ['promise'],
        label: sentence('Batas waktu seluruh layanan', 'Time limit of the whole service'),
        hint: sentence(
          'Misalnya: 7 hari. Kosong bila tidak dijanjikan.',
          'Such as: 7 hari. Empty where nothing is promised.',
        ),
        live: 'time',
      },
    ],
  },
  {
    legend: sentence('Tanggal', 'Dates'),
    fields: [
      { kind: 'line', path: ['created'], label: sentence('Tanggal pembuatan', 'Created'), hint: MONTH },
      { kind: 'line', path: ['revised'], label: sentence('Tanggal revisi', 'Revised'), hint: MONTH },
      { kind: 'line', path: ['effective'], label: sentence('Tanggal efektif', 'Effective'), hint: MONTH },
    ],
  },
  {
    legend: sentence('Isi kepala lembar', 'Head of the sheet'),
    fields: [
      { kind: 'lines', path: ['legalBasis'], label: sentence('Dasar hukum', 'Legal basis'), hint: EACH_LINE },
      {
        kind: 'lines',
        path: ['qualifications'],
        label: sentence('Kualifikasi pelaksana', 'Qualifications'),
        hint: EACH_LINE,
      },
      { kind: 'area', path: ['relatedTo'], label: sentence('Keterkaitan', 'Related to') },
      { kind: 'lines', path: ['equipment'], label: sentence('Peralatan/perlengkapan', 'Equipment'), hint: EACH_LINE },
      { kind: 'area', path: ['warning'], label: sentence('Peringatan', 'Warning') },
      { kind: 'area', path: ['recordKeeping'], label: sentence('Pencatatan dan pendataan', 'Records') },
    ],
  },
]

const word = (path: string, id: string, en: string): EditField => ({
  kind: 'words',
  path: ['service', path],
  label: sentence(id, en),
})

/** The published standard of the service, which the office writes itself. */
export const serviceSets = (
  areas: readonly { value: string; label: { id: string; en: string } }[],
): readonly FieldSet[] => [
  {
    legend: sentence('Pada daftar layanan', 'In the list of services'),
    fields: [
      word('name', 'Nama yang dikenal orang', 'Name that people know'),
      {
        kind: 'choice',
        path: ['service', 'area'],
        label: sentence('Bidang layanan', 'Heading'),
        options: areas,
        none: sentence('Tanpa bidang', 'None'),
      },
      word('summary', 'Ringkasan', 'Summary'),
      {
        kind: 'rows',
        path: ['service', 'requirements'],
        label: sentence('Persyaratan', 'Requirements'),
        one: sentence('Persyaratan', 'Requirement'),
        of: () => [{ kind: 'words', path: [], label: sentence('Persyaratan', 'Requirement') }],
      },
      word('cost', 'Biaya/tarif', 'Cost'),
      word('product', 'Produk layanan', 'Product'),
      word('complaints', 'Pengaduan, saran, dan masukan', 'Complaints'),
    ],
  },
  {
    legend: sentence('Cara layanan dikelola', 'How the service is made'),
    hint: sentence('Kosong berarti mengikuti ketentuan kantor.', 'Empty means as the office says for all.'),
    folded: true,
    fields: [
      word('facilities', 'Sarana, prasarana, dan fasilitas', 'Facilities'),
      word('competence', 'Kompetensi pelaksana', 'Competence'),
      word('supervision', 'Pengawasan internal', 'Supervision'),
      word('staff', 'Jumlah pelaksana', 'Staff'),
      word('guarantee', 'Jaminan pelayanan', 'Guarantee'),
      word('safety', 'Jaminan keamanan dan keselamatan', 'Safety'),
      word('evaluation', 'Evaluasi kinerja', 'Evaluation'),
    ],
  },
]
