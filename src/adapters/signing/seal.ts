// The built-in seal: a PAdES baseline signature with the agency's own certificate, stamped where a service is configured.
import { type Sentence, sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { type SignedRange, signDetached } from './cms.ts'
import { certificateFault, type SealKey } from './key-file.ts'
import { openGap } from './pdf-gap.ts'
import type { Sealed, SealPort } from './port.ts'
import type { TimeStamps } from './time-stamp.ts'

export type SealConfig = {
  /** Asked for at every seal: a new certificate needs no restart. */
  key: () => Promise<Outcome<SealKey>>
  timeStamps?: TimeStamps | undefined
}

export const createSeal = ({ key, timeStamps }: SealConfig): SealPort => ({
  certificate: async () => {
    const opened = await key()
    return opened.ok ? good(opened.value.shown) : opened
  },
  seal: async (pdf, { at, withoutTimeStamp }) => {
    const opened = await key()
    if (!opened.ok) return opened
    const { certificate, chain, shown } = opened.value
    const fault = certificateFault(shown, at)
    if (fault) return lasting(fault)
    const own = certificate.length + chain.reduce((sum, one) => sum + one.length, 0)
    const gap = openGap(pdf, { at, name: shown.subject, room: own + ROOM + (timeStamps ? ROOM_FOR_STAMP : 0) })
    if (!gap) return lasting(cannotHold)
    const signed = await sign(opened.value, gap.range, timeStamps)
    if (!signed.ok) return signed
    const { cms, isStamped, without } = signed.value
    if (without && !withoutTimeStamp) return passing(waitsForStamp(without))
    const filled = gap.fill(cms)
    if (!filled) return lasting(cannotHold)
    const sealed: Sealed = { pdf: filled, level: isStamped ? 'B-T' : 'B-B', certificate: shown, without }
    return good(sealed)
  },
})

/** Beside the certificates: attributes, names, a signature of up to 8192 bits. */
const ROOM = 3_000
/** Tokens carry certificates of their own. */
const ROOM_FOR_STAMP = 20_000

type Signed = { cms: Buffer; isStamped: boolean; without: Sentence | null }

const sign = async (key: SealKey, range: SignedRange, timeStamps: TimeStamps | undefined): Promise<Outcome<Signed>> => {
  let without: Sentence | null = null
  const { cms, isStamped } = await signDetached(key, range, async (sha256) => {
    if (!timeStamps) return null
    const stamped = await timeStamps(sha256)
    if (stamped.ok) return stamped.value
    without = stamped.reason
    return null
  })
  return good({ cms, isStamped, without })
}

const waitsForStamp = (why: Sentence): Sentence =>
  sentence(
    `${why.id} Surat menunggu di bawah nomornya sampai cap waktu dapat diperoleh.`,
    `${why.en} The letter waits under its number until a time stamp can be had.`,
  )

const cannotHold = sentence(
  'Segel tidak dapat dipasang pada berkas ini. Laporkan kepada pengelola sistem.',
  'The seal cannot be put into this file. Tell the administrator.',
)
