// Kalimat pemberitahuan kepada pemohon, dalam dua bahasa.
import type { Notice } from '../core/dossier/reactions.ts'

type Facts = { number: string; letter: string; reason: string; agenda: string }
type Notices = {
  greeting: string
  subjects: Record<Notice, string>
  turns: Record<Notice, (facts: Facts) => string>
  labels: { service: string; subject: string; number: string; open: string; track: string }
}

const id: Notices = {
  greeting: 'Yth. Pemohon,',
  subjects: {
    received: 'Permohonan diterima',
    returned: 'Permohonan perlu diperbaiki',
    entered: 'Permohonan diagendakan',
    'in-work': 'Permohonan sedang dikerjakan',
    rejected: 'Permohonan ditolak',
    withdrawn: 'Permohonan dicabut',
    letter: 'Surat balasan tersedia',
    finished: 'Permohonan selesai',
  },
  turns: {
    received: ({ number }) => `Permohonan Anda telah kami terima dengan nomor ${number}. Petugas akan memeriksanya.`,
    returned: ({ reason }) =>
      `Permohonan Anda dikembalikan untuk diperbaiki. Alasan:\n\n${reason}\n\nBuka permohonan itu, perbaiki yang perlu, lalu kirim lagi; isian lain tetap tersimpan.`,
    entered: ({ agenda }) =>
      `Permohonan Anda telah diagendakan dengan nomor agenda ${agenda} dan diteruskan kepada pimpinan.`,
    'in-work': () => 'Permohonan Anda sedang dikerjakan petugas teknis.',
    rejected: ({ reason, letter }) =>
      `Permohonan Anda tidak dapat kami penuhi. Alasan:\n\n${reason}${letter ? `\n\nSurat penolakan nomor ${letter} dapat diunduh di MIPP.` : ''}`,
    withdrawn: () => 'Permohonan ini telah Anda cabut. Tidak ada yang dikerjakan lebih lanjut.',
    letter: ({ letter }) =>
      `Surat balasan nomor ${letter} tersedia di MIPP. Unduh surat itu, baca kata sandi awal bila ada (hanya sekali), lalu nyatakan layanan telah diterima.`,
    finished: () => 'Permohonan Anda telah selesai. Kami berterima kasih bila Anda memberi penilaian singkat di MIPP.',
  },
  labels: {
    service: 'Layanan',
    subject: 'Hal',
    number: 'Nomor berkas',
    open: 'Buka permohonan',
    track: 'Lacak tanpa masuk',
  },
}

const en: Notices = {
  greeting: 'Dear applicant,',
  subjects: {
    received: 'Request received',
    returned: 'Request needs mending',
    entered: 'Request entered',
    'in-work': 'Request in work',
    rejected: 'Request refused',
    withdrawn: 'Request withdrawn',
    letter: 'Reply letter available',
    finished: 'Request finished',
  },
  turns: {
    received: ({ number }) =>
      `We have received your request under the number ${number}. The front office will check it.`,
    returned: ({ reason }) =>
      `Your request has been returned for mending. Reason:\n\n${reason}\n\nOpen it, mend what is needed and send it again; everything else is still there.`,
    entered: ({ agenda }) =>
      `Your request has been entered under agenda number ${agenda} and passed on to the head of the office.`,
    'in-work': () => 'The technical staff are working on your request.',
    rejected: ({ reason, letter }) =>
      `We cannot fulfil your request. Reason:\n\n${reason}${letter ? `\n\nThe letter of refusal, number ${letter}, can be downloaded in MIPP.` : ''}`,
    withdrawn: () => 'You have withdrawn this request. Nothing further will be done.',
    letter: ({ letter }) =>
      `The reply letter, number ${letter}, is available in MIPP. Download it, read the initial password if there is one (only once), and confirm that you have received the service.`,
    finished: () => 'Your request has finished. We would be grateful for a short rating in MIPP.',
  },
  labels: {
    service: 'Service',
    subject: 'Subject',
    number: 'Dossier number',
    open: 'Open the request',
    track: 'Track without signing in',
  },
}

export const textOf = (language: 'id' | 'en'): Notices => ({ id, en })[language]
