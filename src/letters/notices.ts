// Kalimat bawaan pemberitahuan, dalam dua bahasa: yang dipakai selama kantor tidak menulis kalimatnya sendiri.
import type { Reader } from '../core/notice/moment.ts'
import type { Occasion } from '../core/notice/occasions.ts'
import type { NoticeText } from '../core/notice/text.ts'
import { LETTER_NOTICES } from './letter-notices.ts'
import { OFFICE_NOTICES } from './office-notices.ts'

export type Language = 'id' | 'en'
export type Texts = Record<Language, NoticeText>

/** The words for one kind of reader: both hear of some occasions, each in words of their own. */
export const NOTICE_NAMES = [
  'received',
  'returned',
  'entered',
  'your-turn',
  'rejected',
  'withdrawn',
  'letter',
  'letter-withdrawn',
  'finished',
  'comment',
  'late',
  'extended',
  'office-news',
  'office-work-arrived',
  'office-withdrawn',
  'office-comment',
  'office-post-without-holder',
  'office-handed-over',
  'office-letter-corrected',
  'office-letter-sent-back',
  'office-disposition-answered',
  'office-disposition-recalled',
  'office-due-soon',
  'office-overdue',
  'office-escalated',
  'office-breach-explained',
] as const
export type NoticeName = (typeof NOTICE_NAMES)[number]

export const isNoticeName = (text: string): text is NoticeName => NOTICE_NAMES.some((name) => name === text)

export const nameOf = (reader: Reader, occasion: Occasion): NoticeName => {
  if (reader === 'applicant' && (occasion === 'overdue' || occasion === 'escalated')) return 'late'
  const name = reader === 'office' ? `office-${occasion}` : occasion
  return isNoticeName(name) ? name : 'office-news'
}

/** What happened, in the words of the applicant's own notice of it; where they hear nothing of it, as the office calls it. */
export const eventWords = (occasion: Occasion, language: Language): string => {
  const name = nameOf('applicant', occasion)
  return name === 'office-news' ? '' : DEFAULT_TEXTS[name][language].headline
}

const APPLICANT_NOTICES = {
  received: {
    id: {
      headline: 'Permohonan diterima',
      body: 'Permohonan Anda telah kami terima dengan nomor {nomor}. Petugas akan memeriksanya.',
      line: 'Permohonan Anda diterima dengan nomor {nomor}',
    },
    en: {
      headline: 'Request received',
      body: 'We have received your request under the number {nomor}. The front office will check it.',
      line: 'Your request was received under the number {nomor}',
    },
  },
  returned: {
    id: {
      headline: 'Permohonan perlu diperbaiki',
      body: 'Permohonan Anda dikembalikan untuk diperbaiki. Alasan:\n\n{alasan}\n\nBuka permohonan itu, perbaiki yang perlu, lalu kirim lagi; isian lain tetap tersimpan.',
      line: 'Permohonan Anda perlu diperbaiki: {alasan}',
    },
    en: {
      headline: 'Request needs mending',
      body: 'Your request has been returned for mending. Reason:\n\n{alasan}\n\nOpen it, mend what is needed and send it again; everything else is still there.',
      line: 'Your request needs mending: {alasan}',
    },
  },
  entered: {
    id: {
      headline: 'Permohonan diagendakan',
      body: 'Permohonan Anda telah diagendakan dengan nomor agenda {agenda} dan diteruskan kepada pimpinan.',
      line: 'Permohonan Anda diagendakan dengan nomor {agenda}',
    },
    en: {
      headline: 'Request entered',
      body: 'Your request has been entered under agenda number {agenda} and passed on to the head of the office.',
      line: 'Your request was entered under agenda number {agenda}',
    },
  },
  'your-turn': {
    id: {
      headline: 'Permohonan menunggu Anda',
      body: 'Permohonan Anda sekarang menunggu langkah dari Anda:\n\n{giliran}\n\nCatatan petugas:\n{catatan}',
      line: 'Permohonan menunggu Anda: {giliran}',
    },
    en: {
      headline: 'Your request waits for you',
      body: 'Your request now waits for a step of yours:\n\n{giliran}\n\nNote of the office:\n{catatan}',
      line: 'Your request waits for you: {giliran}',
    },
  },
  rejected: {
    id: {
      headline: 'Permohonan ditolak',
      body: 'Permohonan Anda tidak dapat kami penuhi. Alasan:\n\n{alasan}\n\nSurat penolakan nomor {surat} dapat diunduh di MIPP.',
      line: 'Permohonan Anda ditolak: {alasan}',
    },
    en: {
      headline: 'Request refused',
      body: 'We cannot fulfil your request. Reason:\n\n{alasan}\n\nThe letter of refusal, number {surat}, can be downloaded in MIPP.',
      line: 'Your request was refused: {alasan}',
    },
  },
  withdrawn: {
    id: {
      headline: 'Permohonan dicabut',
      body: 'Permohonan ini telah Anda cabut. Tidak ada yang dikerjakan lebih lanjut.',
      line: 'Permohonan ini telah dicabut',
    },
    en: {
      headline: 'Request withdrawn',
      body: 'You have withdrawn this request. Nothing further will be done.',
      line: 'This request was withdrawn',
    },
  },
  finished: {
    id: {
      headline: 'Permohonan selesai',
      body: 'Permohonan Anda telah selesai. Kami berterima kasih bila Anda memberi penilaian singkat di MIPP.',
      line: 'Permohonan Anda selesai; mohon penilaian singkat',
    },
    en: {
      headline: 'Request finished',
      body: 'Your request has finished. We would be grateful for a short rating in MIPP.',
      line: 'Your request has finished; please rate it briefly',
    },
  },
  comment: {
    id: {
      headline: 'Catatan baru dari kantor',
      body: '{oleh} menulis tentang permohonan Anda:\n\n{komentar}',
      line: '{oleh} menulis: {komentar}',
    },
    en: {
      headline: 'A new note from the office',
      body: '{oleh} wrote about your request:\n\n{komentar}',
      line: '{oleh} wrote: {komentar}',
    },
  },
  late: {
    id: {
      headline: 'Permohonan Anda belum selesai pada waktunya',
      body: 'Permohonan Anda melewati batas waktu {batas}. Kami mohon maaf; atasan yang bertanggung jawab telah diberi tahu.',
      line: 'Permohonan Anda melewati batas waktu {batas}',
    },
    en: {
      headline: 'Your request is late',
      body: 'Your request has passed its time limit of {batas}. We apologise; the superior in charge has been told.',
      line: 'Your request has passed its time limit of {batas}',
    },
  },
  extended: {
    id: {
      headline: 'Batas waktu diperpanjang',
      body: 'Batas waktu permohonan Anda diperpanjang menjadi {batas}. Alasan:\n\n{alasan}',
      line: 'Batas waktu diperpanjang menjadi {batas}',
    },
    en: {
      headline: 'Time limit extended',
      body: 'The time limit of your request was extended to {batas}. Reason:\n\n{alasan}',
      line: 'The time limit was extended to {batas}',
    },
  },
} satisfies Record<string, Texts>

/** What stands in a notice when the office has written nothing of its own. */
export const DEFAULT_TEXTS: Record<NoticeName, Texts> = {
  ...APPLICANT_NOTICES,
  ...OFFICE_NOTICES,
  ...LETTER_NOTICES,
}

/** The office's own words where it has some. */
export const withOwn = (own: ReadonlyMap<string, Texts>): Record<NoticeName, Texts> => {
  const texts = { ...DEFAULT_TEXTS }
  for (const name of NOTICE_NAMES) texts[name] = own.get(name) ?? texts[name]
  return texts
}

type Around = {
  greeting: Record<Reader, string>
  /** In place of words that a mail must not carry. */
  hidden: string
  labels: Record<'service' | 'subject' | 'client' | 'number' | 'open' | 'openInside' | 'track' | 'choose', string>
  why: Record<Reader, string>
  /** Of what the procedure owes: it cannot be switched off. */
  demanded: string
}

const AROUND: Record<Language, Around> = {
  id: {
    greeting: { applicant: 'Yth. Pemohon,', office: 'Yth. Bapak/Ibu,' },
    hidden: 'bersifat rahasia, hanya dapat dibaca di MIPP setelah masuk.',
    labels: {
      service: 'Layanan',
      subject: 'Hal',
      client: 'Pemohon',
      number: 'Nomor berkas',
      open: 'Buka permohonan',
      openInside: 'Buka berkas',
      track: 'Lacak tanpa masuk',
      choose: 'Atur pemberitahuan',
    },
    why: {
      applicant: 'Anda menerima surel ini karena Anda mengajukan permohonan ini.',
      office: 'Anda menerima surel ini karena jabatan Anda terlibat dalam berkas ini.',
    },
    demanded: 'Pemberitahuan ini diwajibkan oleh prosedur dan tidak dapat dimatikan.',
  },
  en: {
    greeting: { applicant: 'Dear applicant,', office: 'Dear colleague,' },
    hidden: 'secret, to be read only in MIPP after signing in.',
    labels: {
      service: 'Service',
      subject: 'Subject',
      client: 'Applicant',
      number: 'Dossier number',
      open: 'Open the request',
      openInside: 'Open the dossier',
      track: 'Track without signing in',
      choose: 'Choose your notices',
    },
    why: {
      applicant: 'You receive this mail because you filed this request.',
      office: 'You receive this mail because your post is involved in this dossier.',
    },
    demanded: 'The procedure demands this notice; it cannot be switched off.',
  },
}

export const aroundOf = (language: Language): Around => AROUND[language]
