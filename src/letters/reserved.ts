// What every letter may say beside the answers of a form: names in Indonesian, because officers write them.
import { type Sentence, sentence } from '../core/sentence.ts'

export const RESERVED_WORDS = {
  'kantor.nama': sentence('nama kantor', 'name of the office'),
  'kantor.tempat': sentence('tempat surat diberi tanggal', 'where letters are dated'),
  'pemohon.nama': sentence('instansi, perusahaan, atau orang yang mengajukan', 'who asks: agency, company or person'),
  'pemohon.pimpinan': sentence('jabatan pimpinan pemohon', 'post of the head of who asks'),
  'pemohon.alamat': sentence('alamat pemohon', 'address of who asks'),
  'berkas.nomor': sentence('nomor berkas', 'dossier number'),
  'berkas.hal': sentence('perihal berkas', 'subject of the dossier'),
  'berkas.tanggal': sentence('tanggal permohonan diajukan', 'day on which the request was made'),
  'berkas.kode-lacak': sentence('kode lacak', 'tracking code'),
  'berkas.laman-lacak': sentence('alamat halaman pelacakan', 'address of the tracking page'),
  'layanan.nama': sentence('nama layanan menurut SOP', 'name of the service by its SOP'),
  'layanan.nomor-sop': sentence('nomor SOP', 'number of the SOP'),
  'surat-masuk.nomor': sentence('nomor surat pemohon', 'number of the applicant’s letter'),
  'surat-masuk.tanggal': sentence('tanggal surat pemohon', 'date of the applicant’s letter'),
  'surat.nomor': sentence('nomor surat ini; titik-titik selama konsep', 'number of this letter; dots in a draft'),
  'surat.tanggal': sentence('tanggal surat ini', 'date of this letter'),
  'surat.hari': sentence('nama hari tanggal surat ini', 'weekday of the date of this letter'),
  'surat.tanggal-terbilang': sentence('tanggal surat ini dengan huruf', 'date of this letter in words'),
  'surat.catatan': sentence('yang ditulis penyusun untuk surat ini', 'what the writer adds to this letter'),
  'surat.alasan': sentence('alasan penolakan', 'reason of a refusal'),
  'penanda-tangan.jabatan': sentence('jabatan penanda tangan', 'post of the signer'),
  'penanda-tangan.nama': sentence('nama penanda tangan', 'name of the signer'),
} as const satisfies Record<string, Sentence>

export type Reserved = keyof typeof RESERVED_WORDS

export const isReserved = (name: string): name is Reserved => Object.hasOwn(RESERVED_WORDS, name)

export const RESERVED: readonly Reserved[] = Object.keys(RESERVED_WORDS).filter(isReserved)
