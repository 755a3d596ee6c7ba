// Kata halaman untuk membaca satu dokumen.
export const viewer = {
  open: 'Baca di halaman sendiri',
  back: 'Kembali ke berkas',
  download: 'Unduh',
  print: 'Versi cetak',
  none: 'Dokumen ini tidak dapat ditampilkan di sini: belum diperiksa, ditahan karena berbahaya, atau bukan PDF atau gambar yang terbaca. Bila tombol unduh berfungsi, buka dengan program Anda sendiri.',
  zoom: 'Perbesaran',
  zooms: { fit: 'Selebar layar', '100': '100%', '150': '150%', '200': '200%' },
  pages: 'Halaman dokumen',
  page: (page: number, of: number): string => `Halaman ${page} dari ${of}`,
  toPage: (page: number): string => `Halaman ${page}`,
  textOf: (page: number): string => `Teks halaman ${page}`,
  wholeText: 'Teks seluruh dokumen',
  sheets: 'Isi dokumen',
  onlyFirst: (count: number): string =>
    `Hanya ${count} halaman pertama yang ditampilkan. Unduh untuk membaca selebihnya.`,
  find: 'Cari dalam dokumen',
  findButton: 'Cari',
  found: (count: number): string => `Ditemukan di ${count} halaman`,
  notFound: (query: string): string => `"${query}" tidak ditemukan. Hasil pindai tanpa teks tidak dapat dicari.`,
  kinds: { pdf: 'PDF', picture: 'Gambar', other: 'Berkas' },
}
