// Kata-kata pencarian dan register.
/** Counted no further than this. */
const MOST = 1000
const spoken = (count: number): string => count.toLocaleString('id-ID')
const upTo = (count: number): string => (count > MOST ? `lebih dari ${spoken(MOST)}` : spoken(count))

export const search = {
  title: 'Cari berkas',
  lead: 'Cari dengan nomor berkas, kode lacak, nomor agenda, nomor surat, nama yang diminta, nama pemohon, atau kata dalam surat dan isian.',
  found: (query: string): string => `Berkas yang cocok dengan "${query}"`,
  /** `isMore`: there are, or may be, more than were counted. */
  counted: (count: number, isMore: boolean): string =>
    count >= MOST
      ? `Lebih dari ${spoken(MOST - 1)} berkas, yang terbaru di atas.`
      : `${isMore ? 'Sedikitnya ' : ''}${spoken(count)} berkas, yang terbaru di atas.`,
  in: (name: string): string => `Dalam ${name}:`,
  inAnswers: 'Dalam isian permohonan:',
  inOther: 'Cocok dengan nomor, nama, atau isian lain berkas ini.',
  narrow: 'Persempit',
  narrowed: (count: number): string => `Dipersempit (${count})`,
  every: 'Semua',
  year: 'Tahun masuk',
  procedure: 'Layanan',
  status: 'Keadaan',
  client: 'Pemohon',
  apply: 'Terapkan',
  clear: 'Hapus semua',
  reading: (done: number, total: number): string =>
    `Surat pada berkas lama sedang dibaca: ${spoken(done)} dari ${spoken(total)} berkas. Sampai selesai, kata di dalam surat yang lebih lama belum tentu ditemukan; nomor dan nama tetap ditemukan.`,
  agenda: (number: string): string => `agenda ${number}`,
  exact: 'nomor cocok persis',
  noneTitle: (query: string): string => `Tidak ada berkas yang cocok dengan "${query}"`,
  none: 'Periksa ejaannya, atau cari dengan bagian lain: cukup sebagian nomor, nama, atau pemohon. Berkas rahasia hanya ditemukan oleh jabatan yang menanganinya.',
  noneNarrowed: 'Hapus atau ubah saringannya, atau cari dengan kata lain.',
  noneApplicant:
    'Periksa ejaannya, atau cari dengan bagian lain. Di sini Anda menemukan permohonan yang diajukan unit Anda.',
  next: 'Berkas berikutnya',
  first: 'Kembali ke awal',
  pages: 'Halaman hasil',
}

export const registers = {
  title: 'Register',
  lead: 'Daftar yang diurus kantor. Isinya bertambah dengan sendirinya saat berkas selesai.',
  back: 'Register',
  counts: (active: number, retired: number): string => `${upTo(active)} aktif, ${upTo(retired)} tidak aktif`,
  emptyTitle: 'Belum ada register',
  empty: 'Register terisi ketika berkas pertama selesai.',
  emptyItems: 'Register ini masih kosong',
  emptyItemsLead: 'Isinya bertambah ketika berkas selesai.',
  states: { active: 'Aktif', retired: 'Tidak aktif' },
  owner: 'Pemilik',
  since: 'Sejak',
  dossier: 'Berkas terakhir',
  hidden: (count: number): string =>
    `${count} isian berasal dari berkas terbatas atau rahasia dan tidak ditampilkan di halaman ini untuk jabatan Anda.`,
  next: 'Berikutnya',
  first: 'Kembali ke awal',
  pages: 'Halaman register',
}
