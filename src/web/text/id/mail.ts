// Kata-kata daftar surel keluar.
export const mail = {
  title: 'Surel keluar',
  lead: 'Surel yang dikirim kantor ini.',
  demoLead: 'Surel yang akan dikirim kantor ini kepada pemohon dan petugas.',
  demoNotice: 'Dalam peragaan tidak ada surel yang benar-benar dikirim. Isinya dapat dibaca di sini.',
  empty: 'Belum ada surel',
  closed: '(Isi tidak ditampilkan: tentang berkas yang tidak untuk Anda lihat.)',
  again: 'Kirim lagi',
  sentAgain: 'Surel ini dikirim lagi.',
  notAgain: 'Surel ini tidak dapat dikirim lagi: sudah terkirim, sedang menunggu, atau isinya tidak disimpan.',
  to: 'kepada',
  states: { waiting: 'Menunggu dikirim', sent: 'Terkirim', failed: 'Gagal dikirim' },
}
