// Kalimat bawaan pemberitahuan kepada petugas dan pejabat, dalam dua bahasa.
export const OFFICE_NOTICES = {
  'office-news': {
    id: {
      headline: '{peristiwa}: {nomor}',
      body: 'Kabar tentang berkas {nomor} dari {pemohon}: {peristiwa}.',
      line: '{peristiwa} ({pemohon})',
    },
    en: {
      headline: '{peristiwa}: {nomor}',
      body: 'News of the dossier {nomor} of {pemohon}: {peristiwa}.',
      line: '{peristiwa} ({pemohon})',
    },
  },
  'office-work-arrived': {
    id: {
      headline: 'Tugas baru untuk {jabatan}',
      body: 'Sebuah berkas menunggu {jabatan}:\n\n{langkah}\n\nBatas waktu: {batas}\n\nCatatan sebelumnya:\n{catatan}',
      line: '{jabatan}: {langkah}',
    },
    en: {
      headline: 'New work for {jabatan}',
      body: 'A dossier waits for {jabatan}:\n\n{langkah}\n\nDue: {batas}\n\nNote before:\n{catatan}',
      line: '{jabatan}: {langkah}',
    },
  },
  'office-withdrawn': {
    id: {
      headline: 'Permohonan dicabut',
      body: 'Permohonan {nomor} telah dicabut. Tugas Anda atas berkas ini ditutup; tidak ada yang perlu dikerjakan.\n\nAlasan: {alasan}',
      line: 'Permohonan dicabut, tugas ditutup',
    },
    en: {
      headline: 'Request withdrawn',
      body: 'The request {nomor} was withdrawn. Your task on it is closed; nothing is left to be done.\n\nReason: {alasan}',
      line: 'Request withdrawn, task closed',
    },
  },
  'office-comment': {
    id: {
      headline: 'Catatan baru pada berkas',
      body: '{oleh} menulis:\n\n{komentar}',
      line: '{oleh} menulis: {komentar}',
    },
    en: {
      headline: 'A new comment on a dossier',
      body: '{oleh} wrote:\n\n{komentar}',
      line: '{oleh} wrote: {komentar}',
    },
  },
  'office-post-without-holder': {
    id: {
      headline: 'Jabatan tanpa pemegang: {jabatan}',
      body: 'Sebuah berkas menunggu {jabatan}, tetapi hari ini tidak ada yang memegang jabatan itu:\n\n{langkah}\n\nTetapkan pemegang, Plt., Plh., atau pengganti di halaman Pengguna, supaya berkas ini tidak berhenti.',
      line: 'Tidak ada pemegang {jabatan}: {langkah}',
    },
    en: {
      headline: 'Post without a holder: {jabatan}',
      body: 'A dossier waits for {jabatan}, but nobody holds that post today:\n\n{langkah}\n\nName a holder, an acting one or a substitute on the page People, so that the dossier does not stand still.',
      line: 'Nobody holds {jabatan}: {langkah}',
    },
  },
} as const
