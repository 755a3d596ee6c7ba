// What MIPP asks of a signature: the agency's own seal, and a service that signs in a person's name.
import type { Instant } from '../../core/clock/instant.ts'
import type { SignatureLevel, SigningCertificate } from '../../core/paper/signing.ts'
import type { Sentence } from '../../core/sentence.ts'
import type { Outcome } from '../outcome.ts'

export type SealCertificate = SigningCertificate & { startsAt: Instant }

/** `without`: why the seal has no time stamp although one is configured. */
export type Sealed = {
  pdf: Uint8Array
  level: SignatureLevel
  certificate: SealCertificate
  without: Sentence | null
}

/** The agency's own certificate. The level really reached is in the answer. */
export type SealPort = {
  seal: (pdf: Uint8Array, wanted: { at: Instant; withoutTimeStamp: boolean }) => Promise<Outcome<Sealed>>
  /** What it would seal with. */
  certificate: () => Promise<Outcome<SealCertificate>>
}

/** The ways of signing that an agency has here; without one it signs by hand or not at all. */
export type SigningPorts = {
  seal: (agency: string) => SealPort | undefined
  personal: (agency: string) => PersonalSigning | undefined
}

/** NIK (16 digits) or e-mail address under which the provider knows the person. */
export type Signer = { nik: string } | { email: string }

/** `unknown`: it was sent, and nobody knows whether it was signed. Then never again before somebody has looked. */
export type SigningOutcome =
  | { outcome: 'signed'; pdf: Uint8Array }
  | { outcome: 'failed' | 'unknown'; reason: Sentence }

export type Verified = { conclusion: string; signatures: number; level: SignatureLevel | null; signedBy: string | null }

/** Personal certificates at the national provider. The passphrase lives as long as the call. */
export type PersonalSigning = {
  /** Said on the pages where it is not the real one. */
  isStandIn: boolean
  status: (signer: Signer) => Promise<Outcome<null>>
  sign: (pdf: Uint8Array, signer: Signer, passphrase: string) => Promise<SigningOutcome>
  verify: (pdf: Uint8Array) => Promise<Outcome<Verified>>
}
