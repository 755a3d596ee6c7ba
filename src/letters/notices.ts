// Kalimat pemberitahuan kepada pemohon, dalam dua bahasa.
import type { Notice } from '../core/dossier/reactions.ts'

/** `turn` is what now waits for the applicant, in the words of the procedure; `note` what the office last wrote to it. */
type Facts = { number: string; letter: string; reason: string; agenda: string; turn: string; note: string }
type Notices = {
  greeting: string
  /** In place of words that a mail must not carry. */
  hidden: string
  subjects: Record<Notice, string>
  turns: Record<Notice, (facts: Facts) => string>
  labels: { service: string; subject: string; number: string; open: string; track: string }
}

const id: Notices = {
  greeting: 'Yth. Pemohon,',
  hidden: 'bersifat rahasia, hanya dapat dibaca di MIPP setelah masuk.',
  subjects: {
    received: 'Permohonan diterima',
    returned: 'Permohonan perlu diperbaiki',
    entered: 'Permohonan diagendakan',
    'your-turn': 'Permohonan menunggu Anda',
    rejected: 'Permohonan ditolak',
    withdrawn: 'Permohonan dicabut',
    letter: 'Surat untuk Anda tersedia',
    finished: 'Permohonan selesai',
  },
  turns: {
    received: ({ number }) => `Permohonan Anda telah kami terima dengan nomor ${number}. Petugas akan memeriksanya.`,
    returned: ({ reason }) =>
      `Permohonan Anda dikembalikan untuk diperbaiki. Alasan:\n\n${reason}\n\nBuka permohonan itu, perbaiki yang perlu, lalu kirim lagi; isian lain tetap tersimpan.`,
    entered: ({ agenda }) =>
      `Permohonan Anda telah diagendakan dengan nomor agenda ${agenda} dan diteruskan kepada pimpinan.`,
    'your-turn': ({ turn, note }) =>
      `Permohonan Anda sekarang menunggu langkah dari Anda:\n\n${turn}${note ? `\n\nCatatan petugas:\n\n${note}` : ''}`,
    rejected: ({ reason, letter }) =>
      `Permohonan Anda tidak dapat kami penuhi. Alasan:\n\n${reason}${letter ? `\n\nSurat penolakan nomor ${letter} dapat diunduh di MIPP.` : ''}`,
    withdrawn: () => 'Permohonan ini telah Anda cabut. Tidak ada yang dikerjakan lebih lanjut.',
    letter: ({ letter, turn }) =>
      `Surat nomor ${letter} tersedia di MIPP. Unduh surat itu${turn ? ',' : ' dan'} baca kata sandi awal bila ada (hanya sekali)${turn ? ', lalu nyatakan layanan telah diterima' : ''}.`,
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
  hidden: 'secret, to be read only in MIPP after signing in.',
  subjects: {
    received: 'Request received',
    returned: 'Request needs mending',
    entered: 'Request entered',
    'your-turn': 'Your request waits for you',
    rejected: 'Request refused',
    withdrawn: 'Request withdrawn',
    letter: 'A letter for you',
    finished: 'Request finished',
  },
  turns: {
    received: ({ number }) =>
      `We have received your request under the number ${number}. The front office will check it.`,
    returned: ({ reason }) =>
      `Your request has been returned for mending. Reason:\n\n${reason}\n\nOpen it, mend what is needed and send it again; everything else is still there.`,
    entered: ({ agenda }) =>
      `Your request has been entered under agenda number ${agenda} and passed on to the head of the office.`,
    'your-turn': ({ turn, note }) =>
      `Your request now waits for a step of yours:\n\n${turn}${note ? `\n\nNote of the office:\n\n${note}` : ''}`,
    rejected: ({ reason, letter }) =>
      `We cannot fulfil your request. Reason:\n\n${reason}${letter ? `\n\nThe letter of refusal, number ${letter}, can be downloaded in MIPP.` : ''}`,
    withdrawn: () => 'You have withdrawn this request. Nothing further will be done.',
    letter: ({ letter, turn }) =>
      `The letter number ${letter} is available in MIPP. Download it${turn ? ',' : ' and'} read the initial password if there is one (only once)${turn ? ', and confirm that you have received the service' : ''}.`,
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
