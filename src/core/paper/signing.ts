// The ways in which an office signs a letter, what it allows, and what stays known of a signature.
import { z } from 'zod'
import type { Instant } from '../clock/instant.ts'

/**
 * `none`: issued in MIPP; `seal`: the agency's own certificate; `wet`: printed, signed by hand, scanned;
 * `bsre`: the signer's personal certificate at the national provider.
 */
export const SIGNING_METHODS = ['none', 'seal', 'wet', 'bsre'] as const
export type SigningMethod = (typeof SIGNING_METHODS)[number]

export const signingSchema = z
  .strictObject({
    default: z.enum(SIGNING_METHODS).default('none').describe('how a letter is signed where nobody chooses'),
    methods: z.array(z.enum(SIGNING_METHODS)).default([]).describe('what a signer may choose besides'),
    'without-time-stamp': z
      .boolean()
      .default(false)
      .describe('seal without a time stamp while the time-stamp service is down; letters wait without it'),
  })
  .prefault({})

/** What an office allows, its default among them. */
export type SigningRules = { default: SigningMethod; methods: readonly SigningMethod[] }

export const signingRules = ({ default: usual, methods }: z.output<typeof signingSchema>): SigningRules => ({
  default: usual,
  methods: SIGNING_METHODS.filter((one) => one === usual || methods.includes(one)),
})

/** PAdES baseline: with a signature alone, or with a time stamp of a trusted service as well. */
export type SignatureLevel = 'B-B' | 'B-T'

export type SigningCertificate = { subject: string; issuer: string; serial: string; endsAt: Instant; isDemo?: boolean }

/** How a scan was found to be this very letter: by the code in its picture, or by the eyes of whoever filed it. */
export type ScanMatch = { by: 'code' } | { by: 'eye'; reason: string }

export type Signature = {
  method: Exclude<SigningMethod, 'none'>
  /** null for a signature by hand. */
  level: SignatureLevel | null
  at: Instant
  certificate?: SigningCertificate
  /** Of the page as it was frozen before it was signed. */
  preparedSha256: string
  match?: ScanMatch
}
