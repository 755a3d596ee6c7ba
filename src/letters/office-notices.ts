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
  'office-handed-over': {
    id: {
      headline: 'Tugas diserahkan kepada Anda',
      body: '{oleh} menyerahkan sebuah tugas kepada Anda:\n\n{langkah}\n\nBatas waktu: {batas}\n\nPesan: {catatan}',
      line: 'Diserahkan kepada Anda: {langkah}',
    },
    en: {
      headline: 'Work handed over to you',
      body: '{oleh} has handed a task over to you:\n\n{langkah}\n\nDue: {batas}\n\nMessage: {catatan}',
      line: 'Handed over to you: {langkah}',
    },
  },
  'office-disposition-answered': {
    id: {
      headline: 'Disposisi Anda ditanggapi',
      body: '{oleh} menanggapi disposisi Anda atas berkas {nomor}:\n\n{catatan}',
      line: '{oleh} menanggapi disposisi Anda: {catatan}',
    },
    en: {
      headline: 'Your disposition was answered',
      body: '{oleh} has answered your disposition on the dossier {nomor}:\n\n{catatan}',
      line: '{oleh} has answered your disposition: {catatan}',
    },
  },
  'office-disposition-recalled': {
    id: {
      headline: 'Disposisi ditarik kembali',
      body: '{oleh} menarik kembali disposisi atas berkas {nomor}. Tidak ada yang perlu Anda kerjakan.\n\nAlasan: {catatan}',
      line: '{oleh} menarik kembali disposisinya',
    },
    en: {
      headline: 'Disposition recalled',
      body: '{oleh} has recalled the disposition on the dossier {nomor}. Nothing is left for you to do.\n\nReason: {catatan}',
      line: '{oleh} has recalled the disposition',
    },
  },
  'office-due-soon': {
    id: {
      headline: 'Batas waktu mendekat',
      body: 'Batas waktu {batas} mendekat. Yang menunggu: {jabatan}\n\n{langkah}',
      line: 'Batas waktu {batas} mendekat: {langkah}',
    },
    en: {
      headline: 'Due soon',
      body: 'The time limit of {batas} is near. Waiting for: {jabatan}\n\n{langkah}',
      line: 'Due soon, {batas}: {langkah}',
    },
  },
  'office-overdue': {
    id: {
      headline: 'Lewat waktu',
      body: 'Batas waktu {batas} telah lewat. Yang ditunggu: {jabatan}\n\n{langkah}\n\nKerjakan segera, dan tuliskan sebab keterlambatannya pada berkas.',
      line: 'Lewat waktu sejak {batas}: {langkah}',
    },
    en: {
      headline: 'Overdue',
      body: 'The time limit of {batas} has passed. Waited for: {jabatan}\n\n{langkah}\n\nPlease do it now, and write on the dossier why it is late.',
      line: 'Overdue since {batas}: {langkah}',
    },
  },
  'office-escalated': {
    id: {
      headline: 'Eskalasi: tetap lewat waktu',
      body: 'Berkas ini tetap belum dikerjakan; batas waktunya {batas}. Yang ditunggu: {jabatan}\n\n{langkah}\n\nMohon campur tangan Bapak/Ibu.',
      line: 'Eskalasi, lewat waktu sejak {batas}: {jabatan}',
    },
    en: {
      headline: 'Escalated: still overdue',
      body: 'This dossier is still not dealt with; it was due at {batas}. Waited for: {jabatan}\n\n{langkah}\n\nPlease step in.',
      line: 'Escalated, overdue since {batas}: {jabatan}',
    },
  },
  'office-breach-explained': {
    id: {
      headline: 'Sebab keterlambatan ditulis',
      body: '{oleh} menuliskan sebab keterlambatan:\n\n{alasan}\n\nMohon dibaca dan dicatat pada berkas.',
      line: 'Sebab keterlambatan: {alasan}',
    },
    en: {
      headline: 'Why it was late',
      body: '{oleh} wrote why the work was late:\n\n{alasan}\n\nPlease read it and take note on the dossier.',
      line: 'Why it was late: {alasan}',
    },
  },
} as const
