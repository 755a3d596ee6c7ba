// Sample data of the gallery: invented, in Indonesian, people named by their post alone.
import type { ProofCheck } from './check-list.tsx'
import type { Fact } from './definition.tsx'
import type { DispositionSheetProps } from './disposition-sheet.tsx'
import type { LayoutText } from './layout.tsx'
import type { Moment } from './moment.tsx'
import type { StepPictureText, StepView } from './step-picture.tsx'
import type { TimelineEvent } from './timeline.tsx'
import type { WorkItem } from './work-list.tsx'

export const layoutText: LayoutText = {
  product: 'MIPP',
  skip: 'Langsung ke isi',
  demo: 'Ini peragaan. Semua data rekaan dan dapat dihapus kapan saja.',
  footer: ['Jalan Contoh Nomor 1, Demak', 'Layanan ini tidak dipungut biaya.'],
  menu: 'Menu utama',
  search: 'Cari berkas',
  searchHint: 'Nomor, nama, atau OPD',
  otherLanguage: 'Switch to English',
  account: 'Tampilan',
  signedInAs: 'Anda masuk sebagai',
  changeHat: 'Ganti jabatan',
  signIn: 'Masuk',
  signOut: 'Keluar',
  theme: 'Tampilan',
  themes: { system: 'Perangkat', light: 'Terang', dark: 'Gelap' },
  keyboard: {
    title: 'Pintasan papan ketik',
    close: 'Tutup',
    singleKeys: 'Pakai pintasan satu huruf',
    rows: [
      { keys: ['j', 'k'], does: 'Baris berikut, baris sebelumnya' },
      { keys: ['Enter'], does: 'Buka baris' },
      { keys: ['/'], does: 'Cari berkas' },
      { keys: ['Ctrl', 'Enter'], does: 'Kirim formulir' },
      { keys: ['?'], does: 'Bantuan ini' },
    ],
  },
}

const at = (clock: string, text = `20 November 2026, ${clock.replace(':', '.')} WIB`): Moment => ({
  iso: `2026-11-20T${String(Number(clock.slice(0, 2)) - 7).padStart(2, '0')}:${clock.slice(3)}:00.000Z`,
  text,
})

export const workItems: readonly WorkItem[] = [
  {
    key: '41',
    href: '#work-41',
    task: 'Disposisi surat',
    subject: 'Permohonan subdomain perizinan.demakkab.go.id',
    number: 'SDH-2026-0041',
    client: 'Dinas Penanaman Modal dan PTSP',
    since: 'sejak 08.47',
    due: { state: 'late', text: 'lewat 12 menit' },
    fresh: 'Baru',
  },
  {
    key: '42',
    href: '#work-42',
    task: 'Disposisi surat',
    subject: 'Permohonan hosting untuk laman pelayanan antrean puskesmas se-Kabupaten',
    number: 'SDH-2026-0042',
    client: 'Dinas Kesehatan',
    since: 'sejak 09.12',
    due: { state: 'soon', text: 'sisa 2 menit' },
  },
  {
    key: '43',
    href: '#work-43',
    task: 'Periksa dan catat permohonan',
    subject: 'Penghapusan subdomain ppdb.demakkab.go.id',
    number: 'SDH-2026-0043',
    client: 'Dinas Pendidikan dan Kebudayaan',
    post: 'Pelaksana,',
    since: 'sejak 09.20',
    due: { state: 'calm', text: 'batas hari ini 14.00' },
  },
  {
    key: '44',
    href: '#work-44',
    task: 'Perbaiki permohonan',
    subject: 'Permohonan subdomain arsip.demakkab.go.id',
    number: 'SDH-2026-0038',
    client: 'Dinas Perpustakaan dan Kearsipan',
    post: 'Pemohon,',
    since: 'sejak kemarin 15.31',
    due: { state: 'paused', text: 'jam berhenti: menunggu pemohon' },
  },
  {
    key: '45',
    href: '#work-45',
    task: 'Tanggapan sampingan',
    subject: 'Untuk diketahui: permohonan subdomain jdih.demakkab.go.id',
    number: 'SDH-2026-0036',
    client: 'Bagian Hukum Sekretariat Daerah',
    since: 'sejak Kamis 13.05',
    due: { state: 'open', text: 'tanpa batas waktu' },
  },
]

export const steps: readonly StepView[] = [
  { key: 'ajukan', number: '1', title: 'Mengajukan surat permohonan', who: 'OPD', state: 'done' },
  {
    key: 'catat',
    number: '2',
    title: 'Memeriksa dan mencatat',
    who: 'Pelaksana',
    state: 'done',
    standard: '5 menit',
    used: '4 menit',
    usedMinutes: 4,
    standardMinutes: 5,
  },
  {
    key: 'kadin',
    number: '3',
    title: 'Disposisi kepada Sekretaris',
    who: 'Kepala Dinas',
    state: 'returned',
    standard: '10 menit',
    used: '14 menit',
    usedMinutes: 14,
    standardMinutes: 10,
  },
  {
    key: 'sekretaris',
    number: '4',
    title: 'Disposisi kepada Kepala Bidang',
    who: 'Plt. Sekretaris',
    state: 'current',
    standard: '10 menit',
    used: '8 menit',
    usedMinutes: 8,
    standardMinutes: 10,
  },
  { key: 'kabid', number: '5', title: 'Menelaah dan meneruskan', who: 'Kepala Bidang Aptika', state: 'skipped' },
  {
    key: 'buat',
    number: '6',
    title: 'Membuat subdomain dan hosting',
    who: 'Pelaksana',
    state: 'later',
    standard: '30 menit',
  },
  { key: 'surat', number: '7', title: 'Mengirim surat akun', who: 'Pelaksana', state: 'later', standard: '1 hari' },
  { key: 'terima', title: 'Menerima hasil', who: 'OPD', state: 'later' },
]

export const stepText: StepPictureText = {
  states: {
    done: 'Selesai',
    current: 'Sedang dikerjakan',
    later: 'Menunggu giliran',
    returned: 'Pernah dikembalikan',
    skipped: 'Tidak dijalankan',
  },
  standard: 'standar',
  used: 'terpakai',
}

export const events: readonly TimelineEvent[] = [
  { at: at('09:21'), post: 'Plt. Sekretaris', title: 'Membuka berkas', tone: 'info', icon: 'eye' },
  {
    at: at('09:12'),
    post: 'Kepala Dinas',
    title: 'Mendisposisi kepada Sekretaris',
    note: 'Mohon diproses sesuai ketentuan.',
    tone: 'good',
    icon: 'writing-sign',
  },
  {
    at: at('08:58'),
    post: 'Pelaksana',
    title: 'Mengembalikan kepada pemohon',
    note: 'Surat belum ditandatangani.',
    tone: 'warning',
    icon: 'arrow-back-up',
  },
  { at: at('08:51'), post: 'Sistem', title: 'Server nama tidak menjawab', tone: 'bad', icon: 'server' },
  { at: at('08:47'), post: 'OPD', title: 'Mengajukan permohonan', icon: 'send' },
]

export const facts: readonly Fact[] = [
  { label: 'Nomor berkas', value: 'SDH-2026-0041' },
  { label: 'Pemohon', value: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu' },
  { label: 'Keperluan', value: 'Laman perizinan yang dipakai warga untuk mengajukan dan memantau izin usaha.' },
  { label: 'Nama yang diminta', value: 'perizinan.demakkab.go.id' },
]

export const taskFacts: readonly Fact[] = [
  { label: 'Ditunggu dari', value: 'Plt. Sekretaris' },
  { label: 'Sejak', value: 'hari ini 09.12' },
  { label: 'Waktu baku', value: '10 menit' },
  { label: 'Batas', value: 'hari ini 09.22' },
]

const ticked = (labels: readonly string[], chosen: string) =>
  labels.map((label) => ({ label, ticked: label === chosen }))
const INSTRUCTIONS = ['Tanggapan dan saran', 'Proses lebih lanjut', 'Koordinasi/konfirmasikan']

export const sheet: DispositionSheetProps = {
  letterhead: ['Pemerintah Kabupaten Demak', 'Dinas Komunikasi dan Informatika'],
  title: 'Lembar Disposisi',
  letter: [
    { label: 'Surat dari', value: 'DPMPTSP' },
    { label: 'No. Surat', value: '503/375/Bid.1/DPMPTSP/2026' },
    { label: 'Tgl. Surat', value: '19 November 2026' },
  ],
  receipt: [
    { label: 'Diterima tgl', value: '20 November 2026' },
    { label: 'No. Agenda', value: '1226' },
  ],
  nature: { label: 'Sifat', boxes: ticked(['Sangat segera', 'Segera', 'Rahasia'], 'Segera') },
  subject: { label: 'Hal', value: 'Permohonan subdomain perizinan.demakkab.go.id' },
  entries: [
    {
      key: 'kadin',
      post: 'Kepala Dinas',
      state: 'done',
      forwardedTo: ticked(['Sekretaris', 'Kepala Bidang Aptika', 'Kepala Bidang IKP'], 'Sekretaris'),
      instructions: ticked(INSTRUCTIONS, 'Proses lebih lanjut'),
      note: 'Mohon diproses sesuai ketentuan.',
      initial: { by: 'Kepala Dinas', at: at('09:12') },
    },
    { key: 'sekretaris', post: 'Plt. Sekretaris', state: 'current', forwardedTo: [], instructions: [] },
    { key: 'kabid', post: 'Kepala Bidang Aptika', state: 'later', forwardedTo: [], instructions: [] },
  ],
  text: {
    forwardedTo: 'Diteruskan kepada Sdr.',
    instructions: 'Dengan hormat harap',
    note: 'Catatan',
    initial: 'Paraf dan tanggal',
    ticked: 'dicentang',
    empty: 'kosong',
    later: 'menunggu giliran',
  },
}

export const posts = ['Kepala Bidang Aptika', 'Kepala Bidang IKP', 'Kepala Bidang Statistik'] as const
export const instructions = INSTRUCTIONS

export const checks: readonly ProofCheck[] = [
  {
    key: 'dns',
    what: 'Jawaban server nama yang berwenang',
    asked: 'A perizinan.demakkab.go.id ke ns1.demakkab.go.id',
    expected: '203.0.113.24',
    got: '203.0.113.24 (berwenang, TTL 3600)',
    state: 'passed',
  },
  {
    key: 'http',
    what: 'Jawaban laman',
    asked: 'GET https://perizinan.demakkab.go.id/',
    expected: '200',
    got: 'sambungan ditolak',
    state: 'failed',
  },
  {
    key: 'tls',
    what: 'Sertifikat laman',
    asked: 'TLS perizinan.demakkab.go.id:443',
    expected: 'berlaku untuk nama ini',
    got: '',
    state: 'waiting',
  },
]
