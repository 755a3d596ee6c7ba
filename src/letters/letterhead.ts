// The head of an office's papers (kop surat): arms, names, address.
import type { Agency, Client } from '../core/agency/agency.ts'

export type Letterhead = {
  /** e.g. PEMERINTAH KABUPATEN DEMAK; empty for a company. */
  government: string
  /** e.g. DINAS KOMUNIKASI DAN INFORMATIKA */
  office: string
  /** Address, telephone, site, mail, postcode: one entry per printed line. */
  lines: string[]
  /** SVG source of the arms; a neutral shield when null. */
  arms: string | null
}

/** The printed texts of the head. */
export const headOf = ({ government, office, lines }: Letterhead): Omit<Letterhead, 'arms'> => ({
  government,
  office,
  lines,
})

/** The arms among the images of a document. */
export const armsOf = ({ arms }: Letterhead): Record<string, string> => (arms === null ? {} : { arms })

/** @param arms the SVG that the agency's file names, read by the caller; null for the neutral shield */
export const agencyLetterhead = ({ letterhead }: Pick<Agency, 'letterhead'>, arms: string | null): Letterhead => ({
  government: letterhead.government,
  office: letterhead.name,
  lines: [letterhead.address, letterhead.contact],
  arms,
})

/** An agency of the same government writes under the same arms. */
export const clientLetterhead = ({ letterhead }: Agency, client: Client, arms: string | null): Letterhead => ({
  government: letterhead.government,
  office: client.name,
  lines: [client.address],
  arms,
})
