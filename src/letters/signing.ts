// What a page says of the way in which it is signed; it is frozen with the page, so it never promises more than that way.
import type { Instant } from '../core/clock/instant.ts'
import type { Letter } from '../core/dossier/dossier.ts'
import { longDateTime } from './indonesian.ts'

/** `by-hand` leaves room for a wet signature; the others say how, and when the number was taken. */
export type PrintedSigning = { kind: 'by-hand' } | { kind: 'in-mipp' | 'seal' | 'bsre'; at: Instant }

/** @param at of its number */
export const printedSigning = ({ signing }: Pick<Letter, 'signing'>, at: Instant): PrintedSigning => {
  switch (signing?.method ?? 'none') {
    case 'wet':
      return { kind: 'by-hand' }
    case 'seal':
      return { kind: 'seal', at }
    case 'bsre':
      return { kind: 'bsre', at }
    case 'none':
      return { kind: 'in-mipp', at }
  }
}

/** Where a hand would sign; empty where one will. */
export const signingLine = (signing: PrintedSigning, zone: string): string =>
  signing.kind === 'by-hand' ? '' : `${WORDS[signing.kind]}\n${longDateTime(signing.at, zone)}`

const WORDS = {
  'in-mipp': 'Diterbitkan melalui MIPP',
  seal: 'Diterbitkan melalui MIPP\ndengan segel elektronik',
  bsre: 'Ditandatangani secara elektronik',
}

/** Of letters that are really signed by BSrE, and of no others. */
export const legalLines = ({ kind }: PrintedSigning): string[] => (kind === 'bsre' ? LEGAL : [])

const LEGAL = [
  '1. UU ITE No. 11 Tahun 2008 Pasal 5 ayat (1): Informasi Elektronik dan/atau Dokumen Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah.',
  '2. Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE, BSSN.',
]
