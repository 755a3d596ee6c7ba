// Kalimat bawaan tentang surat sesudah terbit atau selagi diparaf, dalam dua bahasa.
export const LETTER_NOTICES = {
  letter: {
    id: {
      headline: 'Surat untuk Anda tersedia',
      body: 'Surat nomor {surat} tersedia di MIPP. Unduh surat itu dan baca kata sandi awal bila ada (hanya sekali).\n\nSetelah itu nyatakan layanan telah diterima. Yang menunggu Anda:\n{giliran}',
      line: 'Surat nomor {surat} tersedia untuk Anda',
    },
    en: {
      headline: 'A letter for you',
      body: 'The letter number {surat} is available in MIPP. Download it and read the initial password if there is one (only once).\n\nThen confirm that you have received the service. What waits for you:\n{giliran}',
      line: 'The letter number {surat} is available for you',
    },
  },
  'letter-withdrawn': {
    id: {
      headline: 'Surat dicabut',
      body: 'Surat {surat} atas permohonan Anda dicabut oleh kantor; jangan dipakai lagi. Bila ada penggantinya, surat itu akan dikirimkan tersendiri. Alasan:\n\n{alasan}',
      line: 'Surat {surat} dicabut',
    },
    en: {
      headline: 'Letter withdrawn',
      body: 'The letter {surat} on your request was withdrawn by the office; do not use it any more. If another comes in its place, it will be sent on its own. Reason:\n\n{alasan}',
      line: 'The letter {surat} was withdrawn',
    },
  },
  'office-letter-corrected': {
    id: {
      headline: 'Surat yang Anda paraf diperbaiki',
      body: '{oleh} memperbaiki draf surat pada berkas {nomor} sesudah Anda memarafnya. Paraf Anda tetap pada versi yang Anda lihat; perbedaannya ada di halaman surat.',
      line: '{oleh} memperbaiki draf yang sudah Anda paraf',
    },
    en: {
      headline: 'A letter that you initialed was corrected',
      body: '{oleh} corrected the draft of a letter on the dossier {nomor} after you had initialed it. Your initial stays with the version you saw; the difference is on the page of the letter.',
      line: '{oleh} corrected a draft that you had initialed',
    },
  },
  'office-letter-sent-back': {
    id: {
      headline: 'Draf surat dikembalikan kepada Anda',
      body: '{oleh} mengembalikan draf surat pada berkas {nomor} untuk diperbaiki. Catatannya:\n\n{catatan}\n\nBuka berkasnya, perbaiki suratnya, lalu teruskan lagi.',
      line: '{oleh} mengembalikan draf surat: {catatan}',
    },
    en: {
      headline: 'A draft letter has come back to you',
      body: '{oleh} sent the draft of a letter on the dossier {nomor} back to be mended. The remark:\n\n{catatan}\n\nOpen the dossier, mend the letter and pass it on again.',
      line: '{oleh} sent a draft letter back: {catatan}',
    },
  },
}
