// An invented tree of dispositions for the tests: passed on twice beside the path, answered, asked again, recalled.
import type { SheetNode } from './disposition-tree.ts'

const passedOn = (number: string, from: string, to: SheetNode['recipients']): SheetNode => ({
  number,
  from,
  initial: { post: from, capacity: 'definitive', at: '2026-11-20T03:05:00.000Z' },
  instructions: ['Untuk diketahui'],
  note: 'Mohon ditelaah sebelum rapat.',
  dueOn: '2026-11-24',
  isAgain: false,
  closed: null,
  recalled: null,
  recipients: to,
})

const answered = (to: string, answer: string): SheetNode['recipients'][number] => ({
  to,
  isOfPath: false,
  state: 'done',
  answer,
  initial: { post: to, capacity: 'definitive', at: '2026-11-20T07:20:00.000Z' },
})

const silent = (to: string, state: SheetNode['recipients'][number]['state']): SheetNode['recipients'][number] => ({
  ...answered(to, ''),
  state,
  initial: null,
})

export const sampleTree: SheetNode[] = [
  passedOn('1', 'Kepala Dinas', [
    { ...silent('Sekretaris', 'done'), isOfPath: true },
    silent('Kepala Subbagian Umum dan Kepegawaian', 'onward'),
    silent('Kepala Bidang Informasi dan Komunikasi Publik', 'recalled'),
  ]),
  passedOn('1.1', 'Sekretaris', [{ ...silent('Kepala Bidang Aplikasi dan Informatika', 'read'), isOfPath: true }]),
  {
    ...passedOn('1.2', 'Kepala Subbagian Umum dan Kepegawaian', [
      answered('Petugas Sekretariat', 'Arsip lengkap sejak 2020; dua berkas menunggu pemindaian.'),
      silent('Arsiparis', 'unread'),
    ]),
    closed: { note: 'Cukup dari sekretariat', at: '2026-11-20T08:00:00.000Z' },
  },
  {
    ...passedOn('1.3', 'Kepala Subbagian Umum dan Kepegawaian', [silent('Petugas Sekretariat', 'dropped')]),
    isAgain: true,
    instructions: [],
    note: 'Untuk tahun berapa saja?',
  },
]
