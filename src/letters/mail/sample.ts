// Sample data for looking at the words of a notice before anybody gets it.
import type { NoticeFacts } from '../../core/notice/facts.ts'
import type { Reader } from '../../core/notice/moment.ts'
import { OCCASIONS, type Occasion } from '../../core/notice/occasions.ts'
import { type NoticeName, nameOf } from '../notices.ts'

export const SAMPLE_FACTS: NoticeFacts = {
  number: 'MIPP/2026/0042',
  trackingCode: 'CONTOH',
  service: 'Permohonan Subdomain dan Hosting',
  subject: 'Subdomain arsip.contoh.go.id',
  client: 'Dinas Perpustakaan dan Kearsipan',
  step: 'Membuat subdomain dan ruang hosting',
  post: 'Tim Teknis',
  dueAt: '2026-11-20T07:00:00.000Z',
  by: 'Kepala Bidang Aplikasi Informatika',
  reason: 'Surat permohonan belum ditandatangani.',
  note: 'Mohon dikerjakan hari ini.',
  turn: 'Memperbaiki permohonan',
  comment: 'Nama yang diminta sudah kami periksa.',
  agenda: '128',
  letter: '500.12/7/DINKOMINFO/XI/2026',
}

/** An occasion and a reader to whom this text speaks. */
export const sampleOf = (name: NoticeName): { reader: Reader; occasion: Occasion } => {
  const reader: Reader = name.startsWith('office-') ? 'office' : 'applicant'
  return { reader, occasion: OCCASIONS.find((occasion) => nameOf(reader, occasion) === name) ?? 'received' }
}
