// How long an office can go on sealing: told to its administrators while there is time to ask for another certificate.
import type { SealCertificate } from '../../adapters/signing/port.ts'
import type { Agency } from '../../core/agency/agency.ts'
import type { Instant } from '../../core/clock/instant.ts'
import { signingRules } from '../../core/paper/signing.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { Services } from '../services.ts'

/** Certificate offices take weeks. */
export const ENDS_SOON_DAYS = 60

export type SealWatch =
  | { state: 'good' | 'ending' | 'ended' | 'not-yet'; certificate: SealCertificate; days: number }
  | { state: 'missing'; reason: Sentence }

type Watched = Pick<Services, 'signing' | 'now'>

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

/** Over all agencies that seal, for machines: how many end soon, how many cannot seal now, and the first end. */
export type SealHealth = { ending: number; unusable: number; endsAt: Instant | null }

export const sealHealth = async (services: Watched & Pick<Services, 'catalogue'>): Promise<SealHealth> => {
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
