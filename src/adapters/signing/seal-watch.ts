// How long an office can go on sealing: told to its administrators while there is time to ask for another certificate.
import type { Agency } from '../../core/agency/agency.ts'
import type { Catalogue } from '../../core/agency/catalogue.ts'
import type { Instant } from '../../core/clock/instant.ts'
import { signingRules } from '../../core/paper/signing.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { SealCertificate, SigningPorts } from './port.ts'

/** Certificate offices take weeks. */
export const ENDS_SOON_DAYS = 60

/** Whoever keeps the seal is told at each of these, and once more when it has ended. */
const TOLD_AT_DAYS = [1, 7, 14, 30, ENDS_SOON_DAYS]

export type SealWatch =
  | { state: 'good' | 'ending' | 'ended' | 'not-yet'; certificate: SealCertificate; days: number }
  | { state: 'missing'; reason: Sentence }

type Watched = { signing: Pick<SigningPorts, 'seal'>; now: () => Instant }

/** @returns null for an office that does not seal */
export const watchSeal = async (
  { signing, now }: Watched,
  { agency, signing: rules }: Pick<Agency, 'agency' | 'signing'>,
): Promise<SealWatch | null> => {
  if (!signingRules(rules).methods.includes('seal')) return null
  const opened = await signing
    .seal(agency)
    ?.certificate()
    .catch(() => null)
  if (!opened) return { state: 'missing', reason: cannotRead }
  return opened.ok ? standing(opened.value, now()) : { state: 'missing', reason: opened.reason }
}

const standing = (certificate: SealCertificate, now: Instant): SealWatch => {
  const left = Date.parse(certificate.endsAt) - Date.parse(now)
  const days = Math.max(0, Math.floor(left / DAY_MS))
  if (Date.parse(now) < Date.parse(certificate.startsAt)) return { state: 'not-yet', certificate, days }
  if (left <= 0) return { state: 'ended', certificate, days }
  return { state: days < ENDS_SOON_DAYS ? 'ending' : 'good', certificate, days }
}

const DAY_MS = 86_400_000

/** @returns what is to be told now, one name for one telling: a new certificate begins anew; null while there is nothing to tell */
export const sealTelling = (seal: SealWatch | null): string | null => {
  if (seal?.state !== 'ending' && seal?.state !== 'ended') return null
  const reached = seal.state === 'ended' ? 'ended' : TOLD_AT_DAYS.find((days) => seal.days < days)
  return `${seal.certificate.serial}:${reached}`
}

/** Over all agencies that seal, for machines: how many end soon, how many cannot seal now, and the first end. */
export type SealHealth = { ending: number; unusable: number; endsAt: Instant | null }

export const sealHealth = async (services: Watched & { catalogue: Catalogue }): Promise<SealHealth> => {
  const { agencies } = services.catalogue
  const seals = (await Promise.all(agencies.map(({ agency }) => watchSeal(services, agency)))).filter(
    (one) => one !== null,
  )
  const ends = seals.flatMap((one) => (one.state === 'missing' ? [] : [one.certificate.endsAt])).toSorted()
  return {
    ending: seals.filter(({ state }) => state === 'ending').length,
    unusable: seals.filter(({ state }) => state !== 'ending' && state !== 'good').length,
    endsAt: ends[0] ?? null,
  }
}

const cannotRead = sentence(
  'Berkas segel tidak dapat dibaca. Periksa pemilik dan izinnya; surat menunggu di bawah nomornya.',
  'The file of the seal cannot be read. Check its owner and permissions; letters wait under their numbers.',
)
