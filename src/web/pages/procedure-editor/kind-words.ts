// What the kinds of steps, fields, beginnings and technical work are called, each with a sentence on what it does.
import type { FieldType } from '../../../core/procedure/field-schema.ts'
import type { Act, FulfilmentKind } from '../../../core/procedure/schema.ts'
import type { Start } from '../../../core/procedure/start-schema.ts'
import { type Sentence, sentence } from '../../../core/sentence.ts'
import type { Choice } from './edit-field.ts'

type Words = { label: Sentence; hint?: Sentence }

const words = (id: string, en: string, hintId?: string, hintEn?: string): Words => ({
  label: sentence(id, en),
  ...(hintId && hintEn ? { hint: sentence(hintId, hintEn) } : {}),
})

export const choicesOf = <Key extends string>(all: Record<Key, Words>): Choice[] =>
  Object.entries<Words>(all).map(([value, one]) => ({ value, ...one }))

export const ACT_WORDS: Record<Act, Words> = {
  submit: words(
    'Mengajukan',
    'Submit',
    'Pemohon mengisi formulir; langkah pertama selalu ini.',
    'The applicant fills in the form; always the first step.',
  ),
  enter: words(
    'Mencatat agenda',
    'Enter in the agenda',
    'Surat diberi nomor agenda, sifat, dan lembar disposisi.',
    'The letter gets its agenda number, its urgency and a disposition sheet.',
  ),
  dispose: words(
    'Mendisposisikan',
    'Dispose',
    'Pejabat memberi petunjuk dan meneruskan kepada pelaksana berikutnya.',
    'A superior gives instructions and passes it on.',
  ),
  check: words(
    'Memeriksa',
    'Check',
    'Memeriksa kelengkapan atau kelayakan; dapat menjawab pertanyaan.',
    'Looks whether all is there and right; may answer a question.',
  ),
  analyse: words(
    'Menganalisis',
    'Analyse',
    'Menulis hasil kajian; dapat menjawab pertanyaan.',
    'Writes down what was found; may answer a question.',
  ),
  do: words(
    'Mengerjakan',
    'Do',
    'Pekerjaan biasa yang dinyatakan selesai dengan catatan.',
    'Plain work, said to be done with a note.',
  ),
  fulfil: words(
    'Membuat pada sistem',
    'Make on a system',
    'Sistem mengerjakannya, dan langkah selesai setelah terbukti.',
    'A system does it; the step closes on proof.',
  ),
  measure: words(
    'Mengukur',
    'Measure',
    'Mengisi hasil pengukuran pada isian langkah ini.',
    'Fills in what was measured.',
  ),
  report: words('Melaporkan', 'Report', 'Menulis laporan atau berita acara.', 'Writes a report.'),
  draft: words(
    'Menyusun konsep surat',
    'Draft a letter',
    'Menyusun isi surat yang nanti diparaf dan dikirim.',
    'Writes the letter that is initialed and sent later.',
  ),
  initial: words(
    'Memaraf',
    'Initial',
    'Membubuhkan paraf pada konsep, atau mengembalikannya.',
    'Initials the draft, or sends it back.',
  ),
  sign: words(
    'Menandatangani',
    'Sign',
    'Menandatangani surat dan memberinya nomor.',
    'Signs the letter and gives it its number.',
  ),
  send: words(
    'Mengirim surat',
    'Send a letter',
    'Membuat surat, meminta paraf, lalu mengirimkannya kepada pemohon.',
    'Makes the letter, asks for initials and sends it to the applicant.',
  ),
  receive: words('Menerima', 'Receive', 'Menyatakan hasil sudah diterima.', 'Says that it has arrived.'),
}

export const TYPE_WORDS: Record<FieldType, Words> = {
  text: words('Teks satu baris', 'One line of text'),
  'long-text': words('Teks panjang', 'Long text'),
  choice: words('Pilihan', 'Choice'),
  date: words('Tanggal', 'Date'),
  time: words('Jam', 'Time of day'),
  number: words('Angka', 'Number'),
  email: words('Alamat surel', 'E-mail address'),
  phone: words('Nomor telepon', 'Telephone number'),
  person: words('Orang (nama, jabatan, kontak)', 'Person (name, position, contact)'),
  url: words('Alamat laman', 'Web address'),
  ip: words('Alamat IP', 'IP address'),
  'domain-name': words('Nama domain kantor', 'Domain name of the office'),
  'mailbox-name': words('Nama kotak surat', 'Name of a mailbox'),
  coordinates: words('Koordinat lokasi', 'Coordinates'),
  table: words('Tabel', 'Table'),
  file: words('Unggahan berkas', 'Upload'),
  consent: words('Pernyataan setuju', 'Consent'),
}

export const FULFILMENT_WORDS: Record<FulfilmentKind, Words> = {
  'dns-record': words('Catatan nama domain (DNS)', 'Domain name (DNS)'),
  'hosting-space': words('Ruang hosting', 'Hosting space'),
}

export const START_WORDS: Record<Start['by'], Words> = {
  client: words('Perangkat daerah dengan akunnya', 'An agency with its account'),
  company: words('Perusahaan dengan akunnya', 'A company with its account'),
  public: words('Siapa saja tanpa akun', 'Anybody, without an account'),
  post: words('Perintah di dalam kantor', 'An order inside the office'),
  schedule: words('Jadwal kalender', 'A schedule'),
  monitor: words('Temuan pemantauan', 'Something that a probe found'),
}

export const PROBE_WORDS = {
  'site-down': words('Situs tidak dapat dibuka', 'A site cannot be opened'),
  'site-words': words('Kata terlarang pada situs', 'Words that must not stand on a site'),
}

export const CELL_WORDS = {
  actor: words('pelaksana', 'actor'),
  time: words('waktu', 'time'),
  needs: words('kelengkapan', 'needs'),
  makes: words('output', 'output'),
}
