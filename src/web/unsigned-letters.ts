// Letters that wait for the hand of this person: to be scanned, signed, signed otherwise, or looked after at the service.
import type { Instant } from '../core/clock/instant.ts'
import type { Dossier } from '../core/dossier/dossier.ts'
import { factsOf } from '../core/dossier/involved.ts'
import type { Letter } from '../core/dossier/letters/letter.ts'
import { isAttemptLost, LOST } from '../core/dossier/letters/signing.ts'
import { mayDossier } from '../core/person/may.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { Sentence } from '../core/sentence.ts'
import { type UnsignedNumber, unsignedNumbers } from '../store/books/unsigned.ts'
import { readClient } from '../store/clients.ts'
import { readDossier } from '../store/dossiers.ts'
import { atDossier } from './hats.ts'
import type { Services } from './services.ts'
import { isWaitingForHand, signerOf } from './signing/waiting.ts'
import type { Person } from './visitor.ts'

/** `refused` and `unknown`: how the last try went. */
export const UNSIGNED = ['scan', 'passphrase', 'refused', 'unknown'] as const
export type UnsignedState = (typeof UNSIGNED)[number]

export type UnsignedLetter = {
  dossier: Dossier
  procedure: Procedure
  clientName: string
  letter: Letter & { number: string }
  state: UnsignedState
  /** Why it was refused, or what is not known. */
  reason: Sentence | null
  since: Instant
}

/** More than anybody signs before looking again. */
export const MOST_UNSIGNED = 30

type Asked = { office: string; person: Person; now: Instant }

export const unsignedFor = async (services: Services, { office, person, now }: Asked): Promise<UnsignedLetter[]> => {
  const { posts, limited = [] } = person.actor
  const mine = [...new Set([...posts, ...limited.map(({ post }) => post)])]
  const found = await unsignedNumbers(services.store, office, { posts: mine, most: MOST_UNSIGNED })
  const all = await Promise.all(found.map((one) => unsignedAt(services, { office, person, now }, one)))
  return all.flat()
}

const unsignedAt = async (
  services: Services,
  { office, person: asked, now }: Asked,
  { dossier: id, number, numberedAt }: UnsignedNumber,
): Promise<UnsignedLetter[]> => {
  const record = await readDossier(services.store, office, id)
  const letter = record?.dossier.letters.find((one) => one.number === number && one.paper === null)
  const state = letter && stateOf(letter, now)
  if (!record || !letter || !state) return []
  const { dossier } = record
  const person = atDossier(asked, record.procedure)
  const procedure = await services.procedureOf(office, record.procedure, record.edition)
  const isTheirs = signerOf(person, { procedure, dossier }, letter) !== null
  if (!isTheirs || !mayDossier(person.actor, 'see-inside', factsOf(dossier))) return []
  const { name: clientName } = await readClient(services.store, office, dossier.client)
  const trouble = letter.signing?.trouble
  const reason = isAttemptLost(letter, now) ? LOST : (trouble?.reason ?? null)
  return [
    { dossier, procedure, clientName, letter: { ...letter, number }, state, reason, since: trouble?.at ?? numberedAt },
  ]
}

/** Null while it is being made or signed: nobody has to do anything. */
const stateOf = (letter: Letter, now: Instant): UnsignedState | null => {
  const { signing } = letter
  if (isAttemptLost(letter, now)) return 'unknown'
  if (!signing || signing.attempt) return null
  if (signing.trouble) return signing.trouble.kind === 'unknown' ? 'unknown' : 'refused'
  if (!isWaitingForHand(letter)) return null
  return signing.method === 'wet' ? 'scan' : signing.method === 'bsre' ? 'passphrase' : null
}

/** Where somebody goes on with it: its task, or its own page where it belongs to none. */
export const unsignedPath = ({ dossier, letter }: Pick<UnsignedLetter, 'dossier' | 'letter'>): string =>
  letter.task === null ? `/dossiers/${dossier.id}/letters/${letter.id}` : `/dossiers/${dossier.id}/tasks/${letter.task}`
