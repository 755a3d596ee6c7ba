// A calendar that changes while dossiers are open: every due date moves once, with its reason, also when it is broken off in the middle.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '../src/jobs/tasks.ts'
import type { JobTools } from '../src/jobs/tools.ts'
import { createLog } from '../src/main/log.ts'
import { startWork } from '../src/main/work.ts'
import { listCalendars, saveCalendar } from '../src/store/calendars.ts'
import { latestReProjections } from '../src/store/re-projections.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { subdomainForm, submitted, type Walk } from './support/walk.ts'

const AGENCY = 'demak'
let office: TestOffice
/** Friday 20 November 2026, 09.00 in Demak. */
let now = '2026-11-20T02:00:00.000Z'
beforeAll(async () => {
  office = await startOffice({ works: false, now: () => now })
})
afterAll(() => office.stop())

const asOwner = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((result) => result.rows)
    .finally(() => client.end())
}

/** A new holiday, as its page saves it: the job is queued in the same transaction. */
const addHoliday = async (on: string, name: string): Promise<void> => {
  const { store } = office.office
  const calendar = (await listCalendars(store, AGENCY)).find((one) => one.calendar === 'utama')
  if (!calendar) throw new Error('there is no calendar')
  const [{ person } = { person: '' }] = await asOwner<{ person: string }>(
    `select person from person where agency = $1 and is_administrator`,
    [AGENCY],
  )
  const data = { ...calendar.data, holidays: [...calendar.data.holidays, { on, name, kind: 'holiday' as const }] }
  const saving = { calendar: 'utama', version: calendar.version, data, changes: [] }
  expect(await saveCalendar(store, AGENCY, saving, { person, now, reason: name })).toBe(true)
}

const queued = async (): Promise<unknown> => {
  const [job] = await asOwner<{ payload: unknown }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 're-project' returning j.payload`,
  )
  return job?.payload
}

type Row = { promise: string; ring: string; events: string[] }
const stateOf = async ({ id }: Walk): Promise<Row> => {
  const [row] = await asOwner<{ promise: string; ring: string }>(
    `select d.due_at as promise, (select t.ring_at from timer t where t.dossier = d.dossier and t.clock = 'promise') as ring
     from dossier d where d.dossier = $1`,
    [id],
  )
  const events = await asOwner<{ payload: string }>(
    `select payload from event where dossier = $1 and type = 'deadlines-moved' order by seq`,
    [id],
  )
  return { promise: row?.promise ?? '', ring: row?.ring ?? '', events: events.map(({ payload }) => payload) }
}

const run = (payload: unknown, tools = office.office.tools) => jobs['re-project']?.(tools, payload, 1)

test('a holiday moves promise, timers and lists of what is open, and every dossier says why', async () => {
  const walks = [await submitted(office, subdomainForm('pindah1')), await submitted(office, subdomainForm('pindah2'))]
  const before = await stateOf(walks[0] as Walk)
  await addHoliday('2026-11-24', 'Pilkades serentak')
  await run(await queued())
  for (const walk of walks) {
    const after = await stateOf(walk)
    expect(Date.parse(after.promise) - Date.parse(before.promise)).toBe(24 * 3_600_000)
    expect(Date.parse(after.ring)).toBeGreaterThan(Date.parse(before.ring))
    expect(after.events.map((one) => JSON.parse(one))).toMatchObject([
      {
        reason: 'Pilkades serentak',
        calendar: 'utama',
        by: { kind: 'system', job: 're-project' },
        moved: [{ clock: 'promise', from: new Date(before.promise).toISOString() }],
      },
    ])
  }
  const [latest] = await latestReProjections(office.office.store, AGENCY, 5)
  expect(latest).toMatchObject({ reason: 'Pilkades serentak', total: 2, seen: 2, moved: 2, finishedAt: now })
  expect(latest?.askedBy).not.toBeNull()
})

test('whoever touches a dossier before its turn moves nothing in passing: the reason stands with the move', async () => {
  const walk = await submitted(office, subdomainForm('tersentuh'))
  const before = await stateOf(walk)
  await addHoliday('2026-11-25', 'Libur daerah')
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20', note: '' })
  expect((await stateOf(walk)).promise).toEqual(before.promise)
  await run(await queued())
  const after = await stateOf(walk)
  expect(after.promise).not.toEqual(before.promise)
  expect(after.events.map((one) => JSON.parse(one).reason)).toEqual(['Libur daerah'])
})

test('broken off between the work and its mark it goes on, and moves nothing twice', async () => {
  const walks: Walk[] = []
  for (let count = 0; count < 5; count += 1) walks.push(await submitted(office, subdomainForm(`putus${count}`)))
  await addHoliday('2026-11-26', 'Libur lain')
  const payload = await queued()
  await expect(run(payload, dying(office.office.tools))).rejects.toThrow('killed')
  for (const walk of walks) expect((await stateOf(walk)).events).toHaveLength(1)
  await run(payload)
  await run(payload)
  for (const walk of walks) expect((await stateOf(walk)).events).toHaveLength(1)
  const latest = (await latestReProjections(office.office.store, AGENCY, 5)).find(
    ({ reason }) => reason === 'Libur lain',
  )
  expect(latest).toMatchObject({ total: 8, seen: 8, moved: 8, finishedAt: now })
})

/** Its second word to the database about the run never arrives. */
const dying = (tools: JobTools): JobTools => {
  let words = 0
  const inAgency: JobTools['store']['inAgency'] = (agency, work) => {
    words += 1
    return words === 2 ? Promise.reject(new Error('killed')) : tools.store.inAgency(agency, work)
  }
  return { ...tools, store: { ...tools.store, inAgency } }
}

test('timers that were never armed, as in an office that gets the ladder today, are armed by the first round', async () => {
  await asOwner('delete from timer')
  await asOwner(`delete from re_projection where cause like 'ladder %'`)
  const { tools } = office.office
  const working = await startWork(office.ownerUrl, tools, createLog('silent'), { isTimed: false })
  await asOwner(`select graphile_worker.add_job('ring')`)
  await office.jobsDone()
  await working.stop()
  const [row] = await asOwner<{ timers: number; open: number }>(
    `select (select count(distinct dossier)::int from timer) as timers, (select count(*)::int from dossier where status = 'open') as open`,
  )
  expect(row?.timers).toBe(row?.open)
})

test('a dossier that has ended keeps the due by which it was judged', async () => {
  now = '2026-11-20T03:00:00.000Z'
  const walk = await submitted(office, subdomainForm('berakhir'))
  const { client, applicant } = await walk.see()
  await walk.send({ kind: 'client', person: applicant ?? '', client }, { type: 'withdraw', reason: '' })
  const before = await stateOf(walk)
  await addHoliday('2026-11-27', 'Libur terakhir')
  await run(await queued())
  expect(await stateOf(walk)).toEqual(before)
})
