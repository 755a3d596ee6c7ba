// The work behind the pages when its line to the database breaks: it goes on, and no job is left lying.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logBook } from './support/log-book.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Line, startLine } from './support/servers/line.ts'
import { subdomainForm, submitted, toTechnician, type Walk } from './support/walk.ts'

const log = logBook()
let office: TestOffice
let line: Line

/** How mails leave: at once, unless a test holds them. */
let leaving = async (): Promise<void> => undefined

beforeAll(async () => {
  office = await startOffice({
    logTo: log,
    work: { lookEveryMs: 100, endsWithinMs: 200 },
    mail: {
      name: 'book',
      isStandIn: true,
      send: async () => {
        await leaving()
        return { ok: true, value: { acceptedBy: 'book', reply: '250' } }
      },
    },
    reach: async (databaseUrl) => {
      const url = new URL(databaseUrl)
      line = await startLine({ host: url.hostname, port: Number(url.port) })
      url.host = `127.0.0.1:${line.port}`
      return url.href
    },
  })
})
afterAll(async () => {
  await office.stop()
  await line.stop()
})

let count = 0
const atTechnician = async (): Promise<Walk> => {
  const walk = await submitted(office, subdomainForm(`antre${++count}`, ownServer(count)))
  await toTechnician(walk)
  await office.jobsDone()
  return walk
}
const ownServer = (last: number) => ({ tujuan: 'alamat-ip', 'alamat-ip': `192.0.2.${last}` })

/** Past the line, which may be cut. */
const asOwner = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((result) => result.rows)
    .finally(() => client.end())
}
/** Also when it has to be tried again, some seconds later. */
const isWrittenDown = async (key: string): Promise<void> => {
  for (;;) {
    const rows = await asOwner('select from graphile_worker._private_jobs where key = $1', [key])
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}
/** As a person does who was told that the database was away: a connection that broke may be noticed only when it is used. */
const again = async (act: () => Promise<unknown>): Promise<void> => {
  for (;;) {
    const fault = await act().then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (fault === null) return
    if (!String(fault).includes('Connection terminated')) throw fault
  }
}
const eventsOf = async (walk: Walk): Promise<string[]> =>
  (await asOwner<{ type: string }>('select type from event where dossier = $1', [walk.id])).map((one) => one.type)

describe('when the line between the worker and the database breaks', () => {
  test('a job that was given out in that very moment is given back, and done once', async () => {
    const walk = await atTechnician()
    const { task } = await walk.task()
    const lost = line.cutAtAnswer(`fulfil:${task}:1`)
    await walk.finish({ mode: 'system' }).catch(() => undefined)
    await lost
    const taken = 'select locked_by, attempts from graphile_worker._private_jobs where key = $1'
    const [before] = await asOwner<{ locked_by: string | null; attempts: number }>(taken, [`fulfil:${task}:1`])
    expect(before).toMatchObject({ locked_by: expect.stringContaining('pool-'), attempts: 1 })
    await line.mend()
    await office.jobsDone()
    expect((await walk.task()).step).toBe('surat-akun')
    expect((await eventsOf(walk)).filter((type) => type === 'proof-recorded')).toHaveLength(1)
    const told = log.lines().find((one) => one.msg.startsWith('gave back a job'))
    expect(told).toMatchObject({ level: 'warn', job: expect.stringMatching(/^\d+$/) })
  })

  test('the work behind the pages goes on when the database is back', async () => {
    const walk = await atTechnician()
    await line.cut()
    await expect(walk.finish({ mode: 'system' })).rejects.toThrow()
    await line.mend()
    await again(() => walk.finish({ mode: 'system' }))
    await office.jobsDone()
    expect((await walk.task()).step).toBe('surat-akun')
    expect((await eventsOf(walk)).filter((type) => type === 'proof-recorded')).toHaveLength(1)
  })

  test('a job that is being worked on meanwhile is written down afterwards', async () => {
    const walk = await atTechnician()
    const { task } = await walk.task()
    await walk.finish({ mode: 'system' })
    await line.cut()
    await line.mend()
    await isWrittenDown(`fulfil:${task}:1`)
    expect((await walk.see()).tasks.find((one) => one.task === task)?.outcome).toBe('finished')
    expect((await eventsOf(walk)).filter((type) => type === 'proof-recorded')).toHaveLength(1)
  })
})

test('a mail that is out when the line breaks is noted when the line is back, and does not leave again', async () => {
  await office.jobsDone()
  let sent = 0
  let letGo = (): void => undefined
  leaving = () => {
    sent += 1
    return new Promise((resolve) => {
      letGo = resolve
    })
  }
  const { id } = await submitted(office, subdomainForm('terkirim'))
  while (sent === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await line.cut()
  letGo()
  while (!log.lines().some((one) => one.msg === 'a mail is out and cannot be noted yet'))
    await new Promise((resolve) => setTimeout(resolve, 20))
  leaving = async () => {
    sent += 1
  }
  await line.mend()
  await office.jobsDone()
  expect(await asOwner('select state from mail where dossier = $1', [id])).toEqual([{ state: 'sent' }])
  expect(sent).toBe(1)
})

test('several jobs whose failures cannot be written down at once are all taken up again', async () => {
  await office.jobsDone()
  const owner = new pg.Client({ connectionString: office.ownerUrl })
  await owner.connect()
  await owner.query('begin')
  const fail: (() => void)[] = []
  leaving = () => new Promise((_, reject) => fail.push(() => reject(new Error('The paper is torn'))))
  for (const name of ['bersama1', 'bersama2']) await submitted(office, subdomainForm(name))
  while (fail.length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
  leaving = async () => undefined
  // These two alone: whoever waited for the whole table would use up the connections of the queue.
  await owner.query('select from graphile_worker._private_jobs where locked_by is not null for update')
  const writers = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%last_error%'`
  // One after the other: what fails together is written down together.
  for (const [at, one] of fail.entries()) {
    one()
    while ((await asOwner(writers)).length <= at) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await asOwner(`select pg_terminate_backend(pid) from (${writers}) w`)
  while ((await asOwner(writers)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await owner.query('rollback')
  await owner.end()
  await office.jobsDone()
  expect(await asOwner('select from graphile_worker._private_jobs where locked_by is not null')).toEqual([])
  expect(await asOwner(`select from mail where state <> 'sent'`)).toEqual([])
})

test('a job that fails for the last time is told in the log, with what it was for', async () => {
  await asOwner(`select graphile_worker.add_job('tell-applicant', '{"dossier": "tidak-ada"}', max_attempts => 1)`)
  const given = () => log.lines().find((one) => one.msg === 'a job was given up')
  while (!given()) await new Promise((resolve) => setTimeout(resolve, 40))
  expect(given()).toMatchObject({ level: 'error', task: 'tell-applicant', payload: { dossier: 'tidak-ada' } })
})
