// Invented papers for the tests: one whole journey of a request from a health office.
import type { DispositionSheet } from './disposition-sheet.ts'
import type { Letterhead } from './letterhead.ts'
import type { Receipt } from './receipt.ts'
import type { ReplyLetter } from './reply-letter.ts'
import type { RequestLetter } from './request-letter.ts'

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

export const sampleReply: ReplyLetter = {
  letterhead: sampleLetterhead,
  zone,
  createdAt: '2026-11-20T07:05:00.000Z',
  place: 'Demak',
  datedOn: '2026-11-20',
  number: 'B/500.12.16/573/DINKOMINFO/XI/2026',
  attachments: 0,
  addressee: { name: 'Kepala Dinas Kesehatan Kabupaten Demak', place: 'Demak' },
  letter: {
    title: 'Surat Akun Subdomain dan Hosting',
    subject: 'Akun Subdomain dan Hosting sehat.demakkab.go.id',
    security: 'Biasa',
    opening:
      'Menindaklanjuti surat permohonan Saudara nomor 500.12/118/DINKES/2026 tanggal 19 November 2026, dengan hormat kami sampaikan bahwa subdomain telah aktif dengan rincian sebagai berikut:',
    table: [
      { label: 'Nama subdomain', value: 'sehat.demakkab.go.id' },
      { label: 'Tujuan', value: 'Hosting di server Dinkominfo' },
      { label: 'Penanggung jawab teknis', value: 'Pranata Komputer Dinas Kesehatan' },
    ],
    paragraphs: [
      'Kata sandi awal tidak ditulis dalam surat ini. Kata sandi itu dibaca satu kali di MIPP melalui tautan sekali pakai.',
    ],
    closing: 'Demikian disampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.',
    copies: ['Kepala Dinas Komunikasi dan Informatika (sebagai laporan)'],
  },
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
  check: { code: 'K7QM-2XWD', url: 'https://mipp.contoh.go.id/periksa/K7QM-2XWD', site: 'mipp.contoh.go.id/periksa' },
}

export const sampleRequest: RequestLetter = {
  letterhead: { ...sampleLetterhead, office: 'Dinas Kesehatan' },
  createdAt: '2026-11-19T02:00:00.000Z',
  place: 'Demak',
  datedOn: '2026-11-19',
  number: '500.12/118/DINKES/2026',
  attachments: 1,
  addressee: { name: 'Kepala Dinas Komunikasi dan Informatika Kabupaten Demak', place: 'Demak' },
  letter: {
    title: 'Surat Permohonan',
    subject: 'Permohonan Subdomain dan Hosting',
    security: 'Biasa',
    opening: 'Bersama ini kami mengajukan Permohonan Subdomain dan Hosting dengan keterangan sebagai berikut:',
    table: [],
    paragraphs: [],
    closing: 'Demikian permohonan ini kami sampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.',
    copies: [],
  },
  facts: [
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
  ],
  client: 'Dinas Kesehatan Kabupaten Demak',
  signatory: { post: 'Kepala Dinas Kesehatan Kabupaten Demak', holder: [] },
  foot: 'Dibuat melalui MIPP dari formulir Permohonan Subdomain dan Hosting',
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
