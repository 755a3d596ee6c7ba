// Bad weather: the database, the storage or the name server is away, a process dies. Said in plain words, nothing lost, done once.
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StandInDns } from '../src/adapters/dns/stand-in.ts'
import { fulfil } from '../src/jobs/fulfil.ts'
import { type Watch, watchAbandoned } from '../src/main/abandoned-jobs.ts'
import { followJobs } from '../src/main/jobs-in-work.ts'
import { createLog } from '../src/main/log.ts'
import { secretsOf } from '../src/store/secrets.ts'
import { fillIn, SERVICE, typed, upload } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { startLine } from './support/servers/line.ts'
import { isPowerDnsHere, startPowerDns } from './support/servers/powerdns.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import { letterPdf, post, sideTasks, subdomainForm, submitted, toTechnician, type Walk } from './support/walk.ts'

let office: TestOffice
let pemohon: Visit
let pelaksana: Visit

beforeAll(async () => {
  office = await startOffice()
  pemohon = await office.as('pemohon')
  pelaksana = await office.as('pelaksana')
  // The storage makes its folder with the first paper.
  await aRequest()
})
afterAll(() => office.stop())

let count = 0
const aRequest = (more = {}): Promise<Walk> => submitted(office, subdomainForm(`cuaca${++count}`, more))
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

describe('when the storage of papers is disturbed', () => {
  const folder = (): string => join(office.dataFolder, 'files')
  const away = (): string => join(office.dataFolder, 'files-elsewhere')
  /** A disk that is not mounted: something else stands in its place. */
  const unmount = async (): Promise<void> => {
    await rename(folder(), away())
    await writeFile(folder(), '')
  }
  const mount = async (): Promise<void> => {
    await rm(folder(), { force: true })
    await rename(away(), folder())
  }

  test('an upload is told beside its field, and everything typed stays', async () => {
    await unmount()
    const answer = await fillIn(pemohon, typed('tanpadisk'), [upload(await letterPdf())])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('penyimpanan kantor sedang terganggu')
    expect(answer.text).toContain('Laman arsip daerah')
    await mount()
    expect((await fillIn(pemohon, typed('tanpadisk'), [upload(await letterPdf())])).location).toBe(`${SERVICE}/summary`)
  })

  test('the page of a dossier opens all the same, with the task on it', async () => {
    const walk = await aRequest()
    await unmount()
    const page = await pelaksana.get(`/dossiers/${walk.id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('name="receivedOn"')
    await mount()
  })

  test('a paper whose bytes are gone is said to be on the books, not to be unknown', async () => {
    const walk = await aRequest()
    const paper = (await walk.see()).papers[0]
    const place = join(folder(), paper?.sha256.slice(0, 2) ?? '', paper?.sha256.slice(2, 4) ?? '')
    await rename(place, `${place}-hilang`)
    for (const [visit, path] of [
      [pemohon, `/mine/${walk.id}/papers/${paper?.id}`],
      [pelaksana, `/dossiers/${walk.id}/papers/${paper?.id}`],
    ] as const) {
      const answer = await visit.get(path)
      expect(answer.status).toBe(503)
      expect(wordsOf(answer.text)).toContain('Berkas ini tercatat')
    }
    await mkdir(place, { recursive: true })
    await rm(place, { recursive: true })
    await rename(`${place}-hilang`, place)
    expect((await pemohon.get(`/mine/${walk.id}/papers/${paper?.id}`)).status).toBe(200)
  })

  /** With every initial, so that it only has to be sent. */
  const atLetter = async (address: string): Promise<Walk> => {
    const walk = await aRequest({ tujuan: 'alamat-ip', 'alamat-ip': address })
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    await walk.finish({ phase: 'ask-initials', draft: '' })
    const [initial] = await sideTasks(walk)
    const answer = { verdict: 'initialed' }
    await walk.send(post('kabid-aptika'), { type: 'finish-step', task: initial?.task ?? '', answer })
    return walk
  }

  test('for long, the letter stands in the work list with its number, and is made when somebody tries again', async () => {
    const walk = await atLetter('192.0.2.64')
    const { task, step } = await walk.task()
    await unmount()
    await walk.finish({ phase: 'send', draft: '' })
    await office.jobsDone()
    for (let tries = 1; tries < 4; tries += 1) await tryNow()
    const waiting = await walk.see()
    expect((await walk.task(step)).failure?.final).toBe(true)
    expect(wordsOf((await pelaksana.get('/work')).text)).toContain('Perlu perhatian')
    const page = await pelaksana.get(`/dossiers/${walk.id}`)
    expect(page.text).toContain('value="retry-letter"')
    await mount()
    const again = { do: 'retry-letter', task, key: randomUUID() }
    expect((await pelaksana.post(`/dossiers/${walk.id}`, again)).status).toBe(303)
    await office.jobsDone()
    const made = await walk.see()
    expect(made.letters).toMatchObject([{ number: waiting.letters[0]?.number, paper: expect.anything() }])
  })

  test('a letter keeps its number and is made when the storage is back', async () => {
    const walk = await atLetter('192.0.2.60')
    await unmount()
    await walk.finish({ phase: 'send', draft: '' })
    await office.jobsDone()
    const waiting = await walk.see()
    expect(waiting.letters[0]?.number).toBeTruthy()
    expect(waiting.letters[0]?.paper).toBeNull()
    expect(wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)).toMatch(/Surat (belum dapat|sedang) dibuat/)
    await mount()
    await tryNow()
    const made = await walk.see()
    expect(made.letters).toHaveLength(1)
    expect(made.letters[0]?.number).toBe(waiting.letters[0]?.number)
    expect(made.letters[0]?.paper).not.toBeNull()
  })
})

describe('when the name server does not answer', () => {
  const server = (): StandInDns => office.office.tools.dns('demak') as StandInDns

  test('the technician is told in plain words, it is tried again by itself, and done once when the server is back', async () => {
    const walk = await aRequest({ tujuan: 'alamat-ip', 'alamat-ip': '192.0.2.61' })
    await toTechnician(walk)
    await server().stop()
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    const page = wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)
    expect(page).toContain('tidak dapat dihubungi')
    expect((await walk.task()).failure?.final).toBe(false)
    await server().start()
    await tryNow()
    expect((await walk.task()).step).toBe('surat-akun')
    const types = await asOwner<{ type: string }>('select type from event where dossier = $1', [walk.id])
    expect(types.filter((one) => one.type === 'proof-recorded')).toHaveLength(1)
  })

  test('for long, the system gives up, says so, and a press of the button tries again with nothing typed anew', async () => {
    const walk = await aRequest({ tujuan: 'alamat-ip', 'alamat-ip': '192.0.2.62' })
    await toTechnician(walk)
    await server().stop()
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    for (let tries = 1; tries < 4; tries += 1) await tryNow()
    const task = await walk.task()
    expect(task.failure?.final).toBe(true)
    expect(task.effectSince).toBeNull()
    const page = await pelaksana.get(`/dossiers/${walk.id}`)
    expect(wordsOf(page.text)).toContain('Coba lagi')
    expect(wordsOf((await pelaksana.get('/work')).text)).toContain('cuaca')
    await server().start()
    const again = { do: 'finish', mode: 'system', task: task.task, key: randomUUID() }
    expect((await pelaksana.post(`/dossiers/${walk.id}`, again)).status).toBe(303)
    await office.jobsDone()
    expect((await walk.task()).step).toBe('surat-akun')
  })
})

if (isPowerDnsHere()) {
  test(
    'when a real PowerDNS is away the work waits in plain words, and is made and proven when the server is back',
    realPowerDns,
  )
} else {
  test('no PowerDNS was met on this machine: what is proved here is proved by the stand-in alone', () => {
    expect(isPowerDnsHere()).toBe(false)
  })
}

async function realPowerDns(): Promise<void> {
  const real = await startPowerDns('demakkab.go.id')
  const way = await startLine({ host: '127.0.0.1', port: Number(new URL(real.apiUrl).port) })
  const served = await startOffice({
    env: {
      MIPP_DNS_DEMAK_URL: `http://127.0.0.1:${way.port}`,
      MIPP_DNS_DEMAK_KEY: real.apiKey,
      MIPP_DNS_DEMAK_SERVER: `${real.dnsHost}:${real.dnsPort}`,
    },
    works: false,
  })
  try {
    const { tools } = served.office
    const walk = await submitted(served, subdomainForm('nyata', { tujuan: 'alamat-ip', 'alamat-ip': '192.0.2.63' }))
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    const payload = { agency: 'demak', dossier: walk.id, task: (await walk.task()).task, attempt: 1 }
    await way.cut()
    await expect(fulfil(tools, payload, 1)).rejects.toThrow('cannot be reached')
    expect((await walk.task()).failure).toMatchObject({ final: false })
    await way.mend()
    await fulfil(tools, payload, 2)
    expect((await walk.task()).step).toBe('surat-akun')
    expect(await tools.dns('demak')?.ask('nyata.demakkab.go.id', 'A')).toMatchObject({
      ok: true,
      value: { authoritative: true, records: [{ value: '192.0.2.63' }] },
    })
  } finally {
    await served.stop()
    await way.stop()
    await real.stop()
  }
}

describe('when a process dies in the middle of the work', () => {
  test('after the effect and before it was written down: the next one finds it done, and one password is valid', async () => {
    const idle = await startOffice({ works: false })
    try {
      const { tools, store } = idle.office
      const walk = await submitted(idle, subdomainForm('terputus'))
      await toTechnician(walk)
      const { task } = await walk.task()
      await walk.finish({ mode: 'system' })
      const payload = { agency: 'demak', dossier: walk.id, task, attempt: 1 }
      const dying = { ...tools, handle: () => Promise.reject(new Error('the process is gone')) }
      await expect(fulfil(dying, payload, 1)).rejects.toThrow('the process is gone')
      expect((await walk.task()).step).toBe('buat')
      const runs = await Promise.allSettled([fulfil(tools, payload, 2), fulfil(tools, payload, 2)])
      expect(runs.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      await fulfil(tools, payload, 3)
      expect((await walk.task()).step).toBe('surat-akun')
      expect(await secretsOf(store, 'demak', walk.id)).toHaveLength(1)
      const proofs = (await walk.see()).tasks.find((one) => one.task === task)?.proofs
      expect(proofs?.map((proof) => proof.passed)).toEqual([true, true])
    } finally {
      await idle.stop()
    }
  })

  test('the job it had taken is not left lying for hours: another worker takes it back', async () => {
    const add = (key: string) =>
      asOwner(`select graphile_worker.add_job('seal-day', run_at => now() + interval '1 hour', job_key => $1)`, [key])
    const takenBy = (key: string, worker: string) =>
      asOwner(`update graphile_worker._private_jobs set locked_by = $2, locked_at = now() where key = $1`, [
        key,
        worker,
      ])
    const watching = (worker: string): Promise<Watch> => {
      const inWork = followJobs(new EventEmitter())
      return watchAbandoned({ url: office.ownerUrl, worker, inWork, log: createLog('silent'), everyMs: 3_600_000 })
    }
    for (const key of ['yatim', 'milik']) await add(key)
    await takenBy('yatim', 'pool-mati')
    const living = await watching('pool-hidup')
    await takenBy('milik', 'pool-hidup')
    const other = await watching('pool-lain')
    const holders = async () => {
      const rows = await asOwner<{ key: string; locked_by: string | null }>(
        `select key, locked_by from graphile_worker._private_jobs where key in ('yatim', 'milik')`,
      )
      return Object.fromEntries(rows.map((row) => [row.key, row.locked_by]))
    }
    // Whoever has just begun may not have its mark yet: one look alone takes nothing away.
    expect(await holders()).toEqual({ yatim: 'pool-mati', milik: 'pool-hidup' })
    await other.look()
    expect(await holders()).toEqual({ yatim: null, milik: 'pool-hidup' })
    await living.stop()
    await other.stop()
    await asOwner(`delete from graphile_worker._private_jobs where key in ('yatim', 'milik')`)
  })
})
