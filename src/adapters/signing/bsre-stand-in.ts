// A stand-in of the eSign client service: answers as the contract says, signs with a certificate for demonstration.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { openKeyFile, type SealKey } from './key-file.ts'
import { makeKeyFile } from './make-key-file.ts'
import { createSeal } from './seal.ts'

export const STAND_IN_PASSPHRASE = 'peragaan'
export const STAND_IN_ACCOUNT = { user: 'esign', password: 'peragaan' }

/** What it does instead of signing; a NIK that ends in 2011 is not registered, one in 2021 has no certificate. */
export type Mood = 'signs' | 'hangs' | 'cuts' | 'signs-and-cuts' | 'fails'

export type BsreStandIn = {
  url: string
  /** How often a signature was asked for. */
  asked: () => number
  /** How many signatures it has made, whether they arrived or not. */
  made: () => number
  setMood: (mood: Mood) => void
  stop: () => Promise<void>
}

export const startBsreStandIn = async ({
  now,
  port = 0,
}: {
  now: () => string
  port?: number
}): Promise<BsreStandIn> => {
  let key: SealKey | null = null
  let mood: Mood = 'signs'
  const counts = { asked: 0, made: 0 }
  const sign = async (pdf: Uint8Array): Promise<Uint8Array | null> => {
    key ??= await makeSigner()
    const opened = { ok: true as const, value: key }
    const sealed = await createSeal({ key: async () => opened }).seal(pdf, { at: now(), withoutTimeStamp: true })
    return sealed.ok ? sealed.value.pdf : null
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const say = (status: number, body: object) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const body = await bodyOf(request)
    if (request.headers.authorization !== `Basic ${btoa(`${STAND_IN_ACCOUNT.user}:${STAND_IN_ACCOUNT.password}`)}`)
      return say(401, { error: 'unauthorized' })
    if (request.url === '/api/v2/verify/pdf') return say(200, verification(body))
    const refusal = refusalOf(body)
    if (request.url === '/api/v2/user/check/status') return say(200, refusal ?? { status: 'ISSUE', message: 'OK' })
    if (request.url !== '/api/v2/sign/pdf') return say(404, { error: 'not found' })
    counts.asked += 1
    if (mood === 'hangs') return
    if (mood === 'cuts') return void response.destroy()
    if (mood === 'fails') return say(500, { error: 'Internal Server Error' })
    const wish = Wish.safeParse(body)
    if (!wish.success) return say(400, { error: 'bad request' })
    if (refusal) return say(400, { error: refusal.status, status_code: refusal.status_code })
    if (wish.data.passphrase !== STAND_IN_PASSPHRASE)
      return say(400, { error: 'Passphrase anda salah', status_code: 2031 })
    const signed = await sign(Buffer.from(wish.data.file[0] ?? '', 'base64'))
    if (!signed) return say(500, { error: 'Internal Server Error' })
    counts.made += 1
    if (mood === 'signs-and-cuts') return void response.destroy()
    say(200, { time: 400, file: [Buffer.from(signed).toString('base64')] })
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked: () => counts.asked,
    made: () => counts.made,
    setMood: (next) => {
      mood = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const Wish = z.object({
  nik: z.string().optional(),
  email: z.string().optional(),
  passphrase: z.string(),
  file: z.array(z.string()).length(1),
})

const refusalOf = (body: unknown): { status: string; status_code: number } | null => {
  const nik = z.object({ nik: z.string() }).safeParse(body).data?.nik ?? ''
  if (nik.endsWith('2011')) return { status: 'NOT_REGISTERED', status_code: 2011 }
  return nik.endsWith('2021') ? { status: 'NO_CERTIFICATE', status_code: 2021 } : null
}

const verification = (body: unknown) => {
  const file = z.object({ file: z.string() }).safeParse(body).data?.file ?? ''
  const isSigned = Buffer.from(file, 'base64').includes('ETSI.CAdES.detached')
  return {
    signatureCount: isSigned ? 1 : 0,
    conclusion: isSigned ? 'VALID' : 'NO_SIGNATURE',
    description: 'stand-in',
    signatureInformations: isSigned
      ? [{ signerName: 'Penanda Tangan Peragaan', signatureFormat: 'PAdES-BASELINE-B' }]
      : [],
  }
}

const makeSigner = async (): Promise<SealKey> => {
  const wanted = { name: 'Penanda Tangan', from: '2020-01-01T00:00:00.000Z', to: '2049-12-31T00:00:00.000Z' }
  const opened = openKeyFile(await makeKeyFile({ ...wanted, isDemo: true, passphrase: 'x' }), 'x')
  if (!opened.ok) throw new Error(opened.reason.en)
  return opened.value
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Uint8Array[] = []
  for await (const part of request) parts.push(part)
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return null
  }
}
