// Kata-kata daftar pekerjaan.
/** Counted no further than this. */
const MOST = 100

export const work = {
  title: 'Pekerjaan',
  lead: (count: number): string =>
    count === 0
      ? 'Tidak ada tugas yang menunggu jabatan Anda.'
      : `${count < MOST ? count : `Lebih dari ${MOST - 1}`} tugas menunggu jabatan Anda; yang paling dekat batas waktunya di atas.`,
  list: 'Tugas yang menunggu Anda',
  arrived: 'Ada tugas baru di daftar pekerjaan.',
  emptyTitle: 'Meja Anda bersih',
  empty: 'Tugas baru muncul di sini dengan sendirinya begitu sampai di meja Anda.',
  troubled: 'Perlu perhatian',
  troubledLead: 'Pekerjaan sistem pada berkas ini gagal. Buka berkasnya untuk membaca sebabnya dan mencoba lagi.',
  side: {
    attention: 'Tanggapi disposisi',
    initial: 'Periksa dan paraf draf surat',
    write: 'Tulis surat',
    sign: 'Periksa dan tandatangani surat',
  },
  since: (since: string): string => `sejak ${since}`,
  used: (used: string, standard: string): string => `terpakai ${used} dari ${standard}`,
  due: (due: string): string => `batas ${due}`,
  late: (by: string): string => `lewat ${by}`,
  left: (left: string): string => `sisa ${left}`,
  untimed: 'tanpa batas waktu',
  atSystem: 'dikerjakan sistem',
  takenByMe: 'Anda kerjakan',
  taken: 'dikerjakan rekan',
  next: 'Tugas berikutnya',
  first: 'Kembali ke awal',
  pages: 'Halaman daftar',
}

export const grades = {
  urgency: { biasa: 'Biasa', segera: 'Segera', 'sangat-segera': 'Sangat segera' },
  secrecy: { biasa: 'Biasa', terbatas: 'Terbatas', rahasia: 'Rahasia' },
}
