// Puts the agency's seal on a letter, or says why that cannot be done now.
import { createHash } from 'node:crypto'
import type { Signature } from '../core/paper/signing.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { type JobTools, officeOf } from './tools.ts'

/** It may go better later: the queue tries again, and people see the reason meanwhile. */
export class NotYet extends Error {
  readonly reason: Sentence
  constructor(reason: Sentence) {
    super(reason.en)
    this.reason = reason
  }
}

export type SealedLetter = { pdf: Uint8Array; signature: Signature } | { failed: Sentence }

/** @throws NotYet when trying again may help */
export const sealLetter = async (tools: JobTools, agency: string, pdf: Uint8Array): Promise<SealedLetter> => {
  const { agency: office } = await officeOf(tools, agency)
  const port = tools.signing.seal(agency)
  if (!port) return { failed: noSeal }
  const at = tools.now()
  const sealed = await port.seal(pdf, { at, withoutTimeStamp: office.signing['without-time-stamp'] })
  if (!sealed.ok && sealed.retry) throw new NotYet(sealed.reason)
  if (!sealed.ok) return { failed: sealed.reason }
  const { level, certificate, without } = sealed.value
  if (without) tools.log.warn({ agency, why: without.en }, 'sealed without a time stamp')
  const { startsAt: _, ...shown } = certificate
  const preparedSha256 = createHash('sha256').update(pdf).digest('hex')
  const signature: Signature = { method: 'seal', level, at, certificate: shown, preparedSha256 }
  return { pdf: sealed.value.pdf, signature }
}

const noSeal = sentence(
  'Kantor ini tidak mempunyai segel. Hubungi pengelola sistem; surat menunggu di bawah nomornya.',
  'This office has no seal. Tell the administrator; the letter waits under its number.',
)
