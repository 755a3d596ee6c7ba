// The eSign client service of BSrE, version 2: HTTP, JSON, Basic Auth. A signature is asked for once, never again by itself.
import { z } from 'zod'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { good, lasting, passing } from '../outcome.ts'
import { hasFailed, refusesKey, talksNonsense } from '../reasons.ts'
import { callRest } from '../rest.ts'
import type { PersonalSigning, Signer, SigningOutcome, Verified } from './port.ts'

export type BsreConfig = {
  url: string
  user: string
  password: string
  isStandIn?: boolean
  /** Signing takes a second, verifying many signatures forty. */
  timeoutMs?: number
}

export const createBsre = ({
  url,
  user,
  password,
  isStandIn = false,
  timeoutMs = 60_000,
}: BsreConfig): PersonalSigning => {
  const base = new URL(url.endsWith('/') ? url : `${url}/`)
  const server = `BSrE (${base.host})`
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const post = (path: string, body: object) =>
    callRest({
      server,
      method: 'POST',
      url: new URL(path, base),
      headers: { authorization, 'content-type': 'application/json' },
      body,
      timeoutMs,
    })
  return {
    isStandIn,
    status: async (signer) => {
      const reply = await post('api/v2/user/check/status', signer)
      if (!reply.ok) return reply
      const read = Status.safeParse(parsed(reply.value.text))
      if (reply.value.status === 401) return lasting(refusesKey(server))
      if (!read.success) return passing(talksNonsense(server))
      const fault = faultOf(read.data.status, read.data.status_code, server)
      return fault ? lasting(fault) : good(null)
    },
    sign: async (pdf, signer, passphrase) => {
      const reply = await post('api/v2/sign/pdf', wish(pdf, signer, passphrase))
      // Whether it arrived before the line broke nobody can tell from here: never sent a second time.
      if (!reply.ok) return unknown(noAnswer(server))
      return signedIn(reply.value, pdf, server)
    },
    verify: async (pdf) => {
      const reply = await post('api/v2/verify/pdf', { file: Buffer.from(pdf).toString('base64') })
      if (!reply.ok) return reply
      if (reply.value.status !== 200) return passing(hasFailed(server, `HTTP ${reply.value.status}`))
      const read = Verification.safeParse(parsed(reply.value.text))
      return read.success ? good(verified(read.data)) : passing(talksNonsense(server))
    },
  }
}

const wish = (pdf: Uint8Array, signer: Signer, passphrase: string) => ({
  ...signer,
  passphrase,
  signatureProperties: [{ tampilan: 'INVISIBLE' }],
  file: [Buffer.from(pdf).toString('base64')],
})

const Status = z.object({ status: z.string(), status_code: z.coerce.number().optional() })
const Signed = z.object({ file: z.array(z.string()).min(1) })
const Fault = z.object({
  error: z.string().optional(),
  message: z.string().optional(),
  status_code: z.coerce.number().optional(),
})
const Verification = z.object({
  signatureCount: z.number().default(0),
  conclusion: z.string(),
  signatureInformations: z
    .array(z.object({ signerName: z.string().optional(), signatureFormat: z.string().optional() }))
    .default([]),
})

const verified = ({ conclusion, signatureCount, signatureInformations }: z.output<typeof Verification>): Verified => {
  const last = signatureInformations.at(-1)
  const hasStamp = /BASELINE-(T|LT|LTA)$/i.test(last?.signatureFormat ?? '')
  const level = last?.signatureFormat === undefined ? null : hasStamp ? 'B-T' : 'B-B'
  return { conclusion, signatures: signatureCount, level, signedBy: last?.signerName ?? null }
}

const signedIn = (
  { status, text }: { status: number; text: string },
  pdf: Uint8Array,
  server: string,
): SigningOutcome => {
  if (status === 401) return failed(refusesKey(server))
  if (status === 200) {
    const read = Signed.safeParse(parsed(text))
    const signed = Buffer.from(read.success ? (read.data.file[0] ?? '') : '', 'base64')
    if (signed.subarray(0, 5).toString('latin1') !== '%PDF-' || signed.length <= pdf.length)
      return unknown(talksNonsense(server))
    return { outcome: 'signed', pdf: signed }
  }
  const { error = '', message = '', status_code } = Fault.safeParse(parsed(text)).data ?? {}
  const known = faultOf(`${error} ${message}`, status_code, server)
  if (known) return failed(known)
  if (status === 500) return failed(cannotRead(server))
  return status >= 400 && status < 500 ? failed(hasFailed(server, `HTTP ${status}`)) : unknown(brokeOff(server, status))
}

/** Codes 2011, 2021 and 2031 as the service answers them; its words as a second sign. */
const faultOf = (words: string, code: number | undefined, server: string): Sentence | null => {
  if (code === 2031 || /passphrase/i.test(words)) return wrongPassphrase
  if (code === 2011 || /NOT_REGISTERED/i.test(words)) return notRegistered
  if (code === 2021 || /NO_CERTIFICATE/i.test(words)) return noCertificate
  if (code === undefined && /\bISSUE\b/.test(words)) return null
  return /EXPIRED|REVOKE|SUSPEND|RENEW|WAITING/i.test(words) ? notUsable(server) : null
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const failed = (reason: Sentence): SigningOutcome => ({ outcome: 'failed', reason })
const unknown = (reason: Sentence): SigningOutcome => ({ outcome: 'unknown', reason })

/** What other systems are answered with, "try again", would be the wrong advice here. */
const noAnswer = (server: string): Sentence =>
  sentence(
    `${server} tidak memberi jawaban, atau sambungannya terputus setelah surat dikirim.`,
    `${server} gave no answer, or the line broke after the letter had been sent.`,
  )
const brokeOff = (server: string, status: number): Sentence =>
  sentence(
    `${server} mengalami gangguan (HTTP ${status}) setelah surat dikirim.`,
    `${server} broke off (HTTP ${status}) after the letter had been sent.`,
  )

const wrongPassphrase = sentence(
  'Passphrase salah. Surat belum ditandatangani; ketik lagi dengan teliti.',
  'The passphrase is wrong. The letter has not been signed; type it again with care.',
)
const notRegistered = sentence(
  'Penanda tangan belum terdaftar di BSrE. Hubungi verifikator instansi Anda.',
  'The signer is not registered at BSrE. Ask the verifier of your agency.',
)
const noCertificate = sentence(
  'Penanda tangan belum mempunyai sertifikat elektronik di BSrE. Ajukan penerbitannya dahulu.',
  'The signer has no electronic certificate at BSrE. Apply for one first.',
)
const notUsable = (server: string) =>
  sentence(
    `Sertifikat elektronik penanda tangan tidak dapat dipakai menurut ${server}. Perbarui sertifikatnya.`,
    `The electronic certificate of the signer cannot be used, says ${server}. Renew it.`,
  )
const cannotRead = (server: string) =>
  sentence(
    `${server} tidak dapat membaca naskah surat ini. Laporkan kepada pengelola sistem.`,
    `${server} cannot read the page of this letter. Tell the administrator.`,
  )
