// What the public is told of a genuine letter: just enough to compare it with the paper in one's hand.
import type { Day } from '../../../core/clock/instant.ts'
import type { Signature } from '../../../core/paper/signing.ts'
import { letterTitle } from '../../../letters/choose.ts'
import { readDossier } from '../../../store/dossiers.ts'
import type { CheckedLetter } from '../../../store/letter-check.ts'
import type { Services } from '../../services.ts'
import { titleOfBy } from '../../story/titles.ts'
import type { Visitor } from '../../visitor.ts'

export type PublicLetter = {
  number: string | null
  date: Day | null
  /** Which kind of letter. */
  letter: string | null
  post: string | null
  office: string
  subject: string | null
  /** Of the bytes that were issued. */
  sha256: string
  /** How it was signed; null for letters issued in MIPP, and where its dossier is gone. */
  signature: Signature | null
  withdrawnOn: Day | null
  replacedBy: CheckedLetter['replacedBy']
}

/** Who sent it and what it is about stand in the dossier; of a secret one the subject is not told. */
export const checkedLetter = async (
  services: Pick<Services, 'store'>,
  { agency }: Pick<Visitor, 'agency'>,
  found: CheckedLetter,
): Promise<PublicLetter> => {
  const office = agency.agency
  const dossier = (await readDossier(services.store, office.agency, found.dossier))?.dossier
  const letter = dossier?.letters.find((one) => one.paper?.id === found.paper)
  const by = letter?.by
  const isOpen = dossier !== undefined && (dossier.secrecy ?? 'biasa') === 'biasa'
  return {
    number: found.number,
    date: found.signedOn,
    letter: found.letter ? letterTitle(found.letter, agency.letters) : null,
    post: by ? titleOfBy(office, by, { applicant: '', system: office.name }) : null,
    office: office.name,
    subject: dossier && isOpen ? dossier.subject : null,
    sha256: found.sha256,
    signature: letter?.signing?.signature ?? null,
    withdrawnOn: found.withdrawnOn,
    replacedBy: found.replacedBy,
  }
}
