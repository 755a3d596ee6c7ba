// Invented papers for the tests: one whole journey of a request from a health office.
import type { DispositionSheet } from './disposition-sheet.ts'
import { fillTemplate } from './language/fill.ts'
import { readTemplate } from './language/read.ts'
import type { FilledLetter, LetterData } from './language/template.ts'
import type { LetterPage } from './letter-page.ts'
import type { Letterhead } from './letterhead.ts'
import type { Receipt } from './receipt.ts'

const zone = 'Asia/Jakarta'

export const sampleLetterhead: Letterhead = {
  government: 'Pemerintah Kabupaten Demak',
  office: 'Dinas Komunikasi dan Informatika',
  lines: [
    'Jalan Contoh Nomor 1, Demak, Jawa Tengah 59500',
    'Telepon (0291) 000000, laman dinkominfo.contoh.go.id, pos-el dinkominfo@contoh.go.id',
  ],
  arms: null,
}

export const sampleSheet: DispositionSheet = {
  letterhead: sampleLetterhead,
  zone,
  createdAt: '2026-11-20T03:40:00.000Z',
  dossierNumber: '2026-000123',
  incoming: {
    from: 'Dinas Kesehatan Kabupaten Demak',
    number: '500.12/118/DINKES/2026',
    datedOn: '2026-11-19',
    subject: 'Permohonan Subdomain dan Hosting sehat.demakkab.go.id',
  },
  receivedOn: '2026-11-20',
  agendaNumber: '0457/2026',
  urgency: 'segera',
  secrecy: 'biasa',
  instructions: [
    'Tanggapan dan saran',
    'Proses lebih lanjut',
    'Koordinasi/konfirmasikan',
    'Untuk diketahui',
    'Sesuai catatan',
  ],
  dispositions: [
    {
      from: 'Kepala Dinas',
      choices: [
        'Sekretaris',
        'Kepala Bidang Aplikasi dan Informatika',
        'Kepala Bidang Informasi dan Komunikasi Publik',
      ],
      to: ['Sekretaris'],
      instructions: ['Proses lebih lanjut', 'Sesuai catatan'],
      note: 'Mohon dipastikan nama subdomain sesuai ketentuan.',
      initial: { post: 'Kepala Dinas', capacity: 'plt', at: '2026-11-20T02:12:00.000Z' },
    },
    {
      from: 'Sekretaris',
      choices: ['Kepala Bidang Aplikasi dan Informatika', 'Kepala Bidang Informasi dan Komunikasi Publik'],
      to: ['Kepala Bidang Aplikasi dan Informatika'],
      instructions: ['Proses lebih lanjut'],
      note: '',
      initial: { post: 'Sekretaris', capacity: 'definitive', at: '2026-11-20T02:31:00.000Z' },
    },
    {
      from: 'Kepala Bidang Aplikasi dan Informatika',
      choices: ['Pelaksana / Pranata Komputer'],
      to: [],
      instructions: [],
      note: '',
      initial: null,
    },
  ],
}

/** A template of these lines, filled: what stands in braces comes from `words`. */
export const filledLetter = (source: string, data: Partial<LetterData> = {}): FilledLetter => {
  const read = readTemplate(source)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const filled = fillTemplate(read.template, { words: {}, values: {}, tables: {}, ...data })
  if (!filled.ok) throw new Error(JSON.stringify(filled.faults))
  return filled.letter
}

const ACCOUNT = `---
letter: surat-akun
title: Surat Akun Subdomain dan Hosting
subject: Akun Subdomain dan Hosting sehat.demakkab.go.id
copies: Kepala Dinas Komunikasi dan Informatika (sebagai laporan)
---
Menindaklanjuti surat permohonan Saudara nomor 500.12/118/DINKES/2026 tanggal 19 November 2026, dengan hormat kami
sampaikan bahwa subdomain telah aktif dengan rincian sebagai berikut:

Nama subdomain         : sehat.demakkab.go.id
Tujuan                 : Hosting di server Dinkominfo
Penanggung jawab teknis : Pranata Komputer Dinas Kesehatan
{nasty-label} : {nasty}

Kata sandi awal tidak ditulis dalam surat ini. Kata sandi itu dibaca satu kali di MIPP melalui tautan sekali pakai.

{nasty}

Demikian disampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.
`

/** With words of somebody else in a row and in a paragraph. */
export const accountLetter = (words: { label: string; text: string } = { label: '', text: '' }): FilledLetter =>
  filledLetter(ACCOUNT, { words: { 'nasty-label': words.label, nasty: words.text } })

export const sampleReply: LetterPage = {
  letterhead: sampleLetterhead,
  author: sampleLetterhead.office,
  zone,
  createdAt: '2026-11-20T07:05:00.000Z',
  place: 'Demak',
  datedOn: '2026-11-20',
  number: 'B/500.12.16/573/DINKOMINFO/XI/2026',
  attachments: 0,
  addressee: { name: 'Kepala Dinas Kesehatan Kabupaten Demak', place: 'Demak' },
  letter: accountLetter(),
  signatory: {
    post: 'Kepala Bidang Aplikasi dan Informatika',
    capacity: 'definitive',
    onBehalfOf: 'Kepala Dinas Komunikasi dan Informatika',
    signing: { kind: 'in-mipp', at: '2026-11-20T07:04:00.000Z' },
    holder: [],
  },
  initials: [
    { post: 'Kepala Bidang Aplikasi dan Informatika', capacity: 'definitive', at: '2026-11-20T06:58:00.000Z' },
  ],
  standing: {
    kind: 'issued',
    check: { code: 'K7QM-2XWD', url: 'https://mipp.contoh.go.id/periksa/K7QM-2XWD', site: 'mipp.contoh.go.id/periksa' },
  },
}

const REQUESTED = [
  {
    label: 'Permohonan',
    facts: [
      { label: 'Jenis permohonan', value: 'Permohonan baru' },
      { label: 'Nama subdomain yang diinginkan', value: 'sehat.demakkab.go.id' },
      {
        label: 'Keperluan',
        value: 'Pendaftaran antrean dan informasi layanan puskesmas bagi warga Kabupaten Demak.',
      },
      { label: 'Tujuan subdomain', value: 'Hosting di server Dinkominfo' },
    ],
  },
  {
    label: 'Penanggung jawab',
    facts: [
      {
        label: 'Penanggung jawab administratif',
        value: 'Kepala Subbagian Umum\nadmin@dinkes.contoh.go.id\n0291000001',
      },
      {
        label: 'Penanggung jawab teknis',
        value: 'Pranata Komputer Ahli Pertama\nteknis@dinkes.contoh.go.id\n0291000002',
      },
    ],
  },
]

const REQUEST = `---
letter: surat-permohonan
title: Surat Permohonan
subject: Permohonan Subdomain dan Hosting
---
Bersama ini kami mengajukan permohonan subdomain dan hosting dengan keterangan sebagai berikut:

[isi formulir]

Demikian permohonan ini kami sampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.
`

export const requestOf = (form: LetterData['form'] = REQUESTED): FilledLetter =>
  filledLetter(REQUEST, form ? { form } : {})

export const sampleRequest: LetterPage = {
  ...sampleReply,
  letterhead: { ...sampleLetterhead, office: 'Dinas Kesehatan' },
  author: 'Dinas Kesehatan Kabupaten Demak',
  createdAt: '2026-11-19T03:00:00.000Z',
  datedOn: '2026-11-19',
  number: '500.12/118/DINKES/2026',
  addressee: { name: 'Kepala Dinas Komunikasi dan Informatika Kabupaten Demak', place: 'Demak' },
  letter: requestOf(),
  signatory: {
    post: 'Kepala Dinas Kesehatan Kabupaten Demak',
    capacity: 'definitive',
    onBehalfOf: null,
    signing: { kind: 'by-hand' },
    holder: [],
  },
  initials: [],
  standing: { kind: 'by-hand', foot: 'Dibuat melalui MIPP dari formulir Permohonan Subdomain dan Hosting' },
}

export const sampleReceipt: Receipt = {
  letterhead: sampleLetterhead,
  zone,
  createdAt: '2026-11-20T01:15:00.000Z',
  dossierNumber: '2026-000123',
  trackingCode: 'DMK-7K4P-9QXR',
  tracking: { url: 'https://mipp.contoh.go.id/lacak/DMK-7K4P-9QXR', site: 'mipp.contoh.go.id/lacak' },
  service: 'Permohonan Subdomain dan Hosting',
  subject: 'Subdomain sehat.demakkab.go.id',
  client: 'Dinas Kesehatan Kabupaten Demak',
  submittedAt: '2026-11-20T01:14:00.000Z',
  channel: 'melalui MIPP',
  receivedBy: null,
  papers: ['Surat permohonan nomor 500.12/118/DINKES/2026 tanggal 19 November 2026'],
  promise: { text: '7 hari kerja', dueOn: '2026-12-01' },
  cost: 'Tidak dipungut biaya',
}
