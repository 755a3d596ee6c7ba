// A name server in every bad mood: the technician is told why, the work is retried with bounds, and closes on proof alone.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPowerDns } from '../src/adapters/dns/powerdns.ts'
import { createByHandHosting } from '../src/adapters/hosting/by-hand.ts'
import { fulfil } from '../src/jobs/fulfil.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Mood, type MoodyPowerDns, startMoodyPowerDns } from './support/servers/moody-powerdns.ts'
import { isPowerDnsHere, startPowerDns } from './support/servers/powerdns.ts'
import { startHttp, type Weather } from './support/servers/weather.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import { subdomainForm, submitted, toTechnician, type Walk } from './support/walk.ts'

const ZONE = 'demakkab.go.id'
const KEY = 'kunci-yang-tidak-tampil'
const TIMEOUT_MS = 1500

let server: MoodyPowerDns
let site: Weather
let office: TestOffice
let pelaksana: Visit
const visited = { status: 200 }
beforeAll(async () => {
  server = await startMoodyPowerDns(ZONE, 2 * TIMEOUT_MS)
  site = await startHttp((_request, response) => response.writeHead(visited.status).end('Selamat datang'))
  const dns = createPowerDns({
    apiUrl: server.apiUrl,
    apiKey: KEY,
    zone: ZONE,
    dns: server.dns.asks,
    timeoutMs: TIMEOUT_MS,
  })
  const hosting = createByHandHosting({ address: site.host, port: site.port })
  office = await startOffice({ ports: { dns: () => dns, hosting: () => hosting, stop: async () => undefined } })
  pelaksana = await office.as('pelaksana')
})
afterAll(async () => {
  await office.stop()
  await site.stop()
  await server.stop()
})

const asOwner = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((result) => result.rows)
    .finally(() => client.end())
}
/** Waiting for the next try is a matter of minutes; here it is now. */
const tryNow = async (): Promise<void> => {
  await asOwner('update graphile_worker._private_jobs set run_at = now() where run_at > now()')
  await asOwner(`select pg_notify('jobs:insert', '{"count": 1}')`)
  await office.jobsDone()
}
const jobsOf = (walk: Walk): Promise<{ attempts: number }[]> =>
  asOwner(`select attempts from graphile_worker._private_jobs where payload ->> 'dossier' = $1`, [walk.id])

let count = 0
const atTheTechnician = async (more = {}): Promise<Walk> => {
  const form = { tujuan: 'alamat-ip', 'alamat-ip': '192.0.2.70', ...more }
  const walk = await submitted(office, subdomainForm(`mendung${++count}`, form))
  await toTechnician(walk)
  return walk
}
const pageOf = async (walk: Walk): Promise<string> => wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)
const pressAgain = async (walk: Walk, mode: 'system' | 'by-hand' = 'system'): Promise<void> => {
  const again = { do: 'finish', mode, task: (await walk.task()).task, key: randomUUID() }
  expect((await pelaksana.post(`/dossiers/${walk.id}`, again)).status).toBe(303)
  await office.jobsDone()
}
const says = (status: number, body = '', headers: Record<string, string> = {}): Mood => ({ status, body, headers })

const lasting: [string, Mood, string][] = [
  ['refuses the key (401)', says(401, 'Unauthorized'), 'menolak kunci akses'],
  ['forbids it (403)', says(403, '{"error": "no"}'), 'menolak kunci akses'],
  ['refuses the change (422)', says(422, '{"error": "Zona dikunci"}'), 'menolak perubahan: Zona dikunci'],
  ['does not know the zone (404)', says(404, 'Not Found'), 'tidak mengenal zona'],
  ['leads elsewhere', says(302, '', { location: 'http://192.0.2.1/' }), 'mengalihkan permintaan'],
]
const passing: [string, Mood, string][] = [
  ['is in trouble (500)', says(500, 'Internal Server Error'), 'mengalami gangguan (HTTP 500)'],
  ['is being repaired (503)', says(503, '<html>'), 'mengalami gangguan (HTTP 503)'],
  ['asks to wait (429)', says(429), 'mengalami gangguan (HTTP 429)'],
  ['never answers', () => undefined, 'tidak menjawab dalam 1,5 detik'],
  ['answers after the time limit', 'late', 'tidak menjawab dalam 1,5 detik'],
  ['answers with a web page', says(200, '<html>Selamat datang</html>'), 'tidak dapat dibaca'],
  ['answers with half an answer', says(200, '{"rrsets": [{"name": "a'), 'tidak dapat dibaca'],
  ['answers with other things', says(200, '{"rrsets": [{"name": 7, "records": "x"}]}'), 'tidak dapat dibaca'],
  ['hangs up', (response) => response.destroy(), 'tidak dapat dihubungi'],
  ['says yes and forgets', 'forgets', 'belum dikenal oleh server DNS'],
]

/** The button of the task, once the server is well: nothing is typed anew, and the step closes on proof. */
const closesWhenWell = async (walk: Walk): Promise<void> => {
  const { task } = await walk.task()
  const before = await pelaksana.get('/work')
  expect(before.text).toContain(`/dossiers/${walk.id}`)
  expect(await pageOf(walk)).toContain('Coba lagi')
  server.set('well')
  await pressAgain(walk)
  expect((await walk.task()).step).toBe('surat-akun')
  const proofs = (await walk.see()).tasks.find((one) => one.task === task)?.proofs
  expect(proofs?.at(-1)).toMatchObject({ passed: true })
  const name = (await walk.see()).form['nama-domain']
  expect(await server.dns.lookUp(String(name))).toMatchObject({ ok: true, value: [{ value: '192.0.2.70' }] })
}

describe('a name server that', () => {
  test.each(lasting)('%s needs a person: it is told at once, not tried again by itself', async (_what, mood, said) => {
    const walk = await atTheTechnician()
    server.set(mood)
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    expect((await walk.task()).failure).toMatchObject({ final: true })
    const page = await pageOf(walk)
    expect(page).toContain(said)
    expect(page).not.toContain(KEY)
    expect(await jobsOf(walk)).toEqual([])
    await closesWhenWell(walk)
  })

  test.each(passing)(
    '%s is tried again, four times and no more, and then waits for a person',
    async (_what, mood, said) => {
      const walk = await atTheTechnician()
      server.set(mood)
      await walk.finish({ mode: 'system' })
      await office.jobsDone()
      expect((await walk.task()).failure).toMatchObject({ final: false })
      expect(await pageOf(walk)).toContain(said)
      expect(await jobsOf(walk)).toEqual([{ attempts: 1 }])
      for (let tries = 1; tries < 4; tries += 1) await tryNow()
      expect((await walk.task()).failure).toMatchObject({ final: true })
      expect(await jobsOf(walk)).toEqual([])
      const asked = server.calls()
      await tryNow()
      expect(server.calls()).toBe(asked)
      await closesWhenWell(walk)
    },
  )

  test('is down altogether is tried again, and closes by itself when it is back in between', async () => {
    const walk = await atTheTechnician()
    await server.way.cut()
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    expect(await pageOf(walk)).toContain('tidak dapat dihubungi')
    await server.way.mend()
    await tryNow()
    expect((await walk.task()).step).toBe('surat-akun')
  })

  test('takes the record but answers nobody who asks for it from outside does not close the step', async () => {
    const walk = await atTheTechnician()
    await server.dns.stop()
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    expect((await walk.task()).step).toBe('buat')
    expect(await pageOf(walk)).toMatch(/Server DNS .* tidak (dapat dihubungi|menjawab)/)
    await server.dns.start()
    await tryNow()
    expect((await walk.task()).step).toBe('surat-akun')
  })
})

describe('a hosting server kept by hand is believed only when its site answers:', () => {
  const byHand = async (): Promise<Walk> => {
    const walk = await atTheTechnician({ tujuan: 'hosting', 'alamat-ip': '' })
    const name = String((await walk.see()).form['nama-domain'])
    await server.dns.put({ name, type: 'A', value: site.host, ttlSeconds: 300 })
    return walk
  }

  test('one that answers with an error is looked at again, and closes when the error is gone', async () => {
    const walk = await byHand()
    visited.status = 500
    await pressAgain(walk, 'by-hand')
    expect((await walk.task()).step).toBe('buat')
    expect(await pageOf(walk)).toContain('tetapi dengan kesalahan (HTTP 500)')
    visited.status = 200
    await tryNow()
    expect((await walk.task()).step).toBe('surat-akun')
  })

  test('one that says that there is no such site waits for the technician', async () => {
    const walk = await byHand()
    visited.status = 404
    await pressAgain(walk, 'by-hand')
    expect((await walk.task()).failure).toMatchObject({ final: true })
    expect(await pageOf(walk)).toContain('(HTTP 404)')
    visited.status = 200
    await pressAgain(walk, 'by-hand')
    expect((await walk.task()).step).toBe('surat-akun')
  })
})

if (isPowerDnsHere()) {
  test('a real PowerDNS that is killed in the middle of the work leaves it waiting, and closes it when it runs again', async () => {
    const real = await startPowerDns(ZONE)
    const dns = createPowerDns({
      apiUrl: real.apiUrl,
      apiKey: real.apiKey,
      zone: ZONE,
      dns: { host: real.dnsHost, port: real.dnsPort },
      timeoutMs: 2000,
    })
    /** Dies after it has taken the record, before anybody asked for it. */
    const dying = {
      ...dns,
      put: async (...given: Parameters<typeof dns.put>) => dns.put(...given).finally(real.kill),
    }
    let now = dying
    const served = await startOffice({
      ports: { dns: () => now, hosting: () => undefined, stop: async () => undefined },
      works: false,
    })
    try {
      const form = { tujuan: 'alamat-ip', 'alamat-ip': '192.0.2.71' }
      const walk = await submitted(served, subdomainForm('mati', form))
      await toTechnician(walk)
      await walk.finish({ mode: 'system' })
      const payload = { agency: 'demak', dossier: walk.id, task: (await walk.task()).task, attempt: 1 }
      await expect(fulfil(served.office.tools, payload, 1)).rejects.toThrow(/cannot be reached|did not answer/)
      expect((await walk.task()).failure).toMatchObject({ final: false })
      await real.revive()
      now = dns as typeof dying
      await fulfil(served.office.tools, payload, 2)
      expect((await walk.task()).step).toBe('surat-akun')
      expect(await dns.ask(`mati.${ZONE}`, 'A')).toMatchObject({
        ok: true,
        value: { records: [{ value: '192.0.2.71' }] },
      })
    } finally {
      await served.stop()
      await real.stop()
    }
  })
} else {
  test('no PowerDNS was met on this machine: what is proved here is proved by the stand-in alone', () => {
    expect(isPowerDnsHere()).toBe(false)
  })
}
