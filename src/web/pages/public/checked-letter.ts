// What the public is told of a letter or of its number: just enough to compare it with the paper in one's hand.
import { postTitle } from '../../../core/agency/agency.ts'
import { type Day, inZone } from '../../../core/clock/instant.ts'
import type { Signature } from '../../../core/paper/signing.ts'
import { letterTitle } from '../../../letters/choose.ts'
import { readDossier } from '../../../store/dossiers.ts'
import {
  type CheckedLetter,
  type CheckedLine,
  letterOfCheckCode,
  lineOfCheckCode,
  lineWithoutLetter,
} from '../../../store/letter-check.ts'
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
  sha256: string | null
  /** How it was signed; null for letters issued in MIPP, and where its dossier is gone. */
  signature: Signature | null
  withdrawnOn: Day | null
  replacedBy: CheckedLetter['replacedBy']
  /** By which record of destruction its dossier went; what was kept of the letter stands in the book. */
  destroyed: { record: string; on: Day } | null
}

/** A number of ours under which no letter was issued: void since a day, or waiting for its signature. */
export type PublicNumber = { number: string; office: string; voidOn: Day | null }

export type Checked = { letter: PublicLetter } | { number: PublicNumber }

type Looking = Pick<Services, 'store'>
type Asking = Pick<Visitor, 'agency'>

export const checkedCode = async (services: Looking, asking: Asking, code: string): Promise<Checked | null> => {
  const office = asking.agency.agency.agency
  if (code === '') return null
  const found = await letterOfCheckCode(services.store, office, code)
  if (found) return { letter: await checkedLetter(services, asking, found) }
  const line = await lineOfCheckCode(services.store, office, code)
  return line && checkedLine(asking, line)
}

/** Somebody has only the number: what is told is told of numbers without a letter alone. */
export const checkedNumber = async (services: Looking, asking: Asking, typed: string): Promise<Checked | null> => {
  const line = await lineWithoutLetter(services.store, asking.agency.agency.agency, typed.trim())
  return line && checkedLine(asking, line)
}

const checkedLine = ({ agency }: Asking, line: CheckedLine): Checked | null => {
  const { agency: office, letters } = agency
  const { number, state, endedAt, destroyed } = line
  const dayOf = (at: string): Day => inZone(at, office.zone).toPlainDate().toString()
  const ended = endedAt === null ? line.on : dayOf(endedAt)
  if (state === 'reserved') return { number: { number, office: office.name, voidOn: null } }
  if (state === 'void') return { number: { number, office: office.name, voidOn: ended } }
  if (!destroyed) return null
  return {
    letter: {
      number,
      date: line.on,
      letter: line.letter ? letterTitle(line.letter, letters) : null,
      post: line.signatory === '' ? null : postTitle(office, line.signatory),
      office: office.name,
      subject: null,
      sha256: line.sha256,
      signature: null,
      withdrawnOn: state === 'withdrawn' ? ended : null,
      replacedBy: null,
      destroyed: { record: destroyed.record, on: dayOf(destroyed.at) },
    },
  }
}

/** Who sent it and what it is about stand in the dossier; of a secret one the subject is not told. */
const checkedLetter = async (services: Looking, { agency }: Asking, found: CheckedLetter): Promise<PublicLetter> => {
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
    destroyed: null,
  }
}
