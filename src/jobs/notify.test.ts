// Who hears of what, when and how: never lost, never twice, and nothing of what is secret.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { post, subdomainForm, submitted, type Walk } from '../../test/support/walk.ts'
import { notify } from './notify.ts'
import { ring } from './ring.ts'

const AGENCY = 'demak'
/** A Friday morning in Demak, while the office is open. */
const OPEN = '2026-11-20T02:00:00.000Z'
let now = OPEN
let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ now: () => now })
})
afterAll(() => office.stop())

const noticesOf = (dossier: string) =>
  office.office.store.inAgency(AGENCY, (db) =>
    db
      .selectFrom('notice as n')
      .innerJoin('delivery as d', (join) => join.onRef('d.agency', '=', 'n.agency').onRef('d.notice', '=', 'n.notice'))
      .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 'n.agency').onRef('p.person', '=', 'n.person'))
      .leftJoin('mail as m', (join) => join.onRef('m.agency', '=', 'd.agency').onRef('m.mail', '=', 'd.mail'))
      .select(['n.seq', 'n.occasion', 'n.reader', 'n.read_at', 'n.facts', 'p.demo_role as role'])
      .select(['d.channel', 'd.state', 'd.due_at', 'm.state as mail'])
      .where('n.agency', '=', AGENCY)
      .where('n.dossier', '=', dossier)
      .orderBy('n.seq')
      .orderBy('p.demo_role')
      .orderBy('d.channel', 'desc')
      .execute(),
  )
const told = async (walk: Walk) =>
  (await noticesOf(walk.id)).map(({ occasion, role, channel, state, mail }) =>
    [occasion, role, channel, mail ?? state].join(' '),
  )

/** As the commit of a submit queues it. */
const jobOf = async (walk: Walk) => {
  const { version } = await walk.see()
  const { task } = await walk.task()
  const told = [
    { seq: 1, occasion: 'received', task: null },
    { seq: version, occasion: 'work-arrived', task },
  ]
  return { agency: AGENCY, dossier: walk.id, version, told }
}

test('a request that comes in is told to whoever asks by mail at once, and to whoever has to do it with the next digest', async () => {
  const walk = await submitted(office, subdomainForm(`kabar${randomUUID().slice(0, 8)}`))
  await office.jobsDone()
  expect(await told(walk)).toEqual([
    'received pemohon in-app passed-on',
    'received pemohon email sent',
    'work-arrived pelaksana in-app passed-on',
    'work-arrived pelaksana email held',
  ])
  const [, , , held] = await noticesOf(walk.id)
  // The Monday after, when the office opens at half past seven.
  expect(held?.due_at).toBe('2026-11-23T00:30:00.000Z')
})

test('a job that is done again, or by several workers at once, tells nobody twice', async () => {
  const walk = await submitted(office, subdomainForm(`sekali${randomUUID().slice(0, 8)}`))
  await office.jobsDone()
  const before = await noticesOf(walk.id)
  const payload = await jobOf(walk)
  await Promise.all([1, 2, 3, 4].map(() => notify(office.office.tools, payload, 1)))
  await office.jobsDone()
  expect(await noticesOf(walk.id)).toEqual(before)
})

test('work that several workers begin to tell at the same moment is told once', async () => {
  const idle = await startOffice({ now: () => now, works: false })
  try {
    const walk = await submitted(idle, subdomainForm('serentak'))
    const payload = await jobOf(walk)
    await Promise.all(Array.from({ length: 8 }, () => notify(idle.office.tools, payload, 1)))
    const count = (table: 'notice' | 'delivery' | 'mail') =>
      idle.office.store.inAgency(AGENCY, async (db) => (await db.selectFrom(table).select('agency').execute()).length)
    expect(await Promise.all([count('notice'), count('delivery'), count('mail')])).toEqual([2, 4, 1])
  } finally {
    await idle.stop()
  }
})

test('work that runs late is told at once to whoever has it and to who stands above, and a warning waits for the digest', async () => {
  const walk = await submitted(office, subdomainForm(`lambat${randomUUID().slice(0, 8)}`))
  await office.jobsDone()
  const ringAt = async (minutes: number) => {
    now = new Date(Date.parse(OPEN) + minutes * 60_000).toISOString()
    await ring(office.office.tools, {}, 1)
    await office.jobsDone()
  }
  await ringAt(4)
  await ringAt(6)
  expect((await told(walk)).slice(4)).toEqual([
    'due-soon pelaksana in-app passed-on',
    'due-soon pelaksana email held',
    'overdue kabid in-app passed-on',
    'overdue kabid email sent',
    'overdue pelaksana in-app passed-on',
    'overdue pelaksana email sent',
  ])
})

test('an extension is told to whoever asked, and why work was late to who stands above', async () => {
  now = OPEN
  const walk = await submitted(office, subdomainForm(`panjang${randomUUID().slice(0, 8)}`))
  const front = post('pelaksana')
  const extended = await walk.send(front, { type: 'extend', amount: '1 hari', reason: 'Server dipindahkan' })
  now = '2026-11-20T02:10:00.000Z'
  const { task } = await walk.task()
  const explain = { type: 'explain-breach' as const, clock: task, reason: 'instansi-lain', note: '' }
  const explained = await walk.send(front, explain)
  expect([extended, explained]).toMatchObject([{ ok: true }, { ok: true }])
  await office.jobsDone()
  const heard = await told(walk)
  expect(heard.filter((one) => one.startsWith('extended'))).toEqual([
    'extended pemohon in-app passed-on',
    'extended pemohon email sent',
  ])
  expect(heard.filter((one) => one.startsWith('breach-explained'))).toEqual([
    'breach-explained kabid in-app passed-on',
    'breach-explained kabid email held',
  ])
  now = OPEN
})

test('work for a post that nobody holds is told to who stands above and to the administrators', async () => {
  const { store } = office.office
  const walk = await submitted(office, subdomainForm(`kosong${randomUUID().slice(0, 8)}`))
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20' })
  await store.inAgency(AGENCY, (db) =>
    db
      .updateTable('mandate')
      .set({ from_on: '2020-01-01', to_on: '2020-12-31' })
      .where('post', '=', 'kabid-aptika')
      .execute(),
  )
  await walk.finish({ note: 'Teruskan' })
  await walk.finish({ note: 'Teruskan' })
  await office.jobsDone()
  const lines = await told(walk)
  expect(lines).toContain('post-without-holder admin email sent')
  expect(lines).toContain('post-without-holder kepala-dinas email sent')
})
