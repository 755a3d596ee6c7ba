// Kata-kata untuk berkas yang ditahan: belum dipindai, atau dikarantina.

export const quarantine = {
  title: 'Karantina',
  lead: 'Berkas yang di dalamnya ditemukan malware. Isinya disimpan terpisah, dibuat tidak berbahaya, dan tidak dapat diunduh siapa pun.',
  heldTitle: 'Menunggu keputusan',
  decidedTitle: 'Sudah diputuskan',
  none: 'Tidak ada berkas yang menunggu keputusan.',
  noneDecided: 'Belum ada keputusan.',
  scanner: 'Pemindai malware',
  noScanner:
    'Belum dipasang: berkas dari luar tidak dipindai. Pasang ClamAV dan isi MIPP_CLAMD; "mipp scan" lalu memindai yang sudah ada.',
  isSet: (name: string): string => `Dipasang: ${name}`,
  waiting: 'Menunggu dipindai',
  waitingFiles: (count: number): string => `${count} berkas`,
  file: 'Berkas',
  found: 'Ditemukan',
  sender: 'Pengirim',
  noSender: 'tanpa akun, atau dari pemindaian ulang',
  foundAt: 'Waktu',
  decision: 'Keputusan',
  decided: (state: string, who: string, when: string): string => `${state} oleh ${who}, ${when}`,
  states: { held: 'ditahan', released: 'Dilepaskan', destroyed: 'Dimusnahkan' },
  decide: 'Putuskan',
  reason: 'Alasan',
  reasonHint: 'Tercatat bersama nama Anda. Lepaskan hanya bila yakin bahwa pemindai keliru.',
  release: 'Lepaskan',
  destroy: 'Musnahkan',
  needsReason: 'Tulis alasannya, paling sedikit sepuluh huruf.',
  doneReleased:
    'Berkas dilepaskan. Pengirim dapat mengunggahnya lagi; bila sudah ada di berkas perkara, kini dapat dibuka.',
  doneDestroyed: 'Berkas dimusnahkan.',
  tooLate: 'Sudah diputuskan orang lain, atau isinya tidak ada lagi di tempat karantina. Daftar ini sudah mutakhir.',
  waitingPageTitle: 'Berkas sedang diperiksa',
  waitingPage:
    'Berkas ini belum selesai diperiksa pemindai malware, jadi belum dapat dibuka. Coba lagi beberapa menit lagi.',
  infectedPageTitle: 'Berkas dikarantina',
  infectedPage:
    'Pemindai malware menemukan sesuatu dalam berkas ini, jadi tidak dapat dibuka. Minta pengirimnya mengirim berkas lain, atau hubungi pengelola.',
}
