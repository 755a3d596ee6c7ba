// What stands outside and survives every kill: a name server with the interface of PowerDNS, and a mail server.
// Both write down all that they are told to do, so that it can be counted there and not where it is claimed.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { plainName, plainValue } from '../../src/adapters/dns/names.ts'
import type { DnsRecord } from '../../src/adapters/dns/port.ts'
import { startNameServer } from '../../src/adapters/dns/server.ts'
import { answerFor } from '../../src/adapters/dns/zone.ts'
import { startSmtp } from '../../test/support/servers/smtp.ts'

const HOST = '127.0.0.1'

export type Outside = {
  /** As the program is told of them. */
  env: Record<string, string>
  records: () => readonly DnsRecord[]
  /** How often the world heard something new about a name. */
  changesOf: (name: string) => number
  /** Told once more what stood there already. */
  repeats: () => number
  /** Message-ID of every mail that was taken, as often as it was. */
  mails: () => readonly string[]
  stop: () => Promise<void>
}

const change = z.object({
  rrsets: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['A', 'AAAA', 'CNAME']),
      ttl: z.number().default(0),
      changetype: z.enum(['REPLACE', 'DELETE']),
      records: z.array(z.object({ content: z.string() })).default([]),
    }),
  ),
})
type Sent = z.output<typeof change>['rrsets'][number]

export const startOutside = async (zone: string): Promise<Outside> => {
  let records: DnsRecord[] = []
  let repeats = 0
  const changes = new Map<string, number>()
  const apply = (sent: Sent): void => {
    const name = plainName(sent.name)
    const before = records.filter((one) => one.name === name && one.type === sent.type)
    const after = sent.changetype === 'DELETE' ? [] : recordsOf(name, sent)
    if (JSON.stringify(before) === JSON.stringify(after)) {
      repeats += 1
      return
    }
    changes.set(name, (changes.get(name) ?? 0) + 1)
    records = [...records.filter((one) => !before.includes(one)), ...after]
  }
  const api = createServer((request, response) => {
    answer(request, { records: () => records, apply }).then(
      (body) => {
        response.writeHead(body === null ? 204 : 200, { 'content-type': 'application/json' })
        response.end(body === null ? undefined : JSON.stringify(body))
      },
      // Whoever asked was killed while asking.
      () => response.destroy(),
    )
  }).listen(0, HOST)
  await once(api, 'listening')
  const names = await startNameServer(HOST, 0, async (query) => answerFor({ name: zone, serial: 1, records }, query))
  const smtp = await startSmtp()
  const address = api.address()
  return {
    env: {
      MIPP_DNS_DEMAK_URL: `http://${HOST}:${typeof address === 'object' ? address?.port : 0}`,
      MIPP_DNS_DEMAK_KEY: 'kunci-untuk-uji',
      MIPP_DNS_DEMAK_SERVER: `${HOST}:${names.port}`,
      MIPP_SMTP_URL: `smtp://${HOST}:${smtp.port}`,
      MIPP_MAIL_FROM: 'MIPP <mipp@demak.example>',
    },
    records: () => records,
    changesOf: (name) => changes.get(name) ?? 0,
    repeats: () => repeats,
    mails: () => smtp.received.map(({ mail }) => mail.messageId ?? ''),
    stop: async () => {
      api.closeAllConnections()
      await Promise.all([new Promise((done) => api.close(done)), names.stop(), smtp.stop()])
    },
  }
}

type Books = { records: () => readonly DnsRecord[]; apply: (sent: Sent) => void }

const answer = async (request: IncomingMessage, { records, apply }: Books): Promise<unknown> => {
  if (request.method === 'PATCH') {
    for (const sent of change.parse(await json(request)).rrsets) apply(sent)
    return null
  }
  const wanted = plainName(new URL(request.url ?? '/', 'http://zone').searchParams.get('rrset_name') ?? '')
  const found = records().filter(({ name }) => name === wanted)
  return {
    rrsets: found.map(({ name, type, value, ttlSeconds }) => ({
      name: `${name}.`,
      type,
      ttl: ttlSeconds,
      records: [{ content: value, disabled: false }],
    })),
  }
}

const recordsOf = (name: string, { type, ttl, records }: Sent): DnsRecord[] =>
  records.map(({ content }) => ({ name, type, value: plainValue(type, content), ttlSeconds: ttl }))
