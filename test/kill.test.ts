// Servers, workers and the database are killed without warning while requests run: a short round of `node bench/run.mjs kill`.
// The same chances again: KILL_SEED=... node node_modules/vitest/vitest.mjs run --project grounded test/kill.test.ts
import { randomInt, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { randomOf } from '../bench/fill/random.ts'
import type { Acknowledged } from '../bench/kill/caller.ts'
import { wayOf } from '../bench/kill/cast.ts'
import { playKills } from '../bench/kill/play.ts'
import { checkChains, countAll, inClient, reckon } from '../bench/kill/reckon.ts'
import { openStage, type Stage } from '../bench/kill/stage.ts'

/** One whose first request goes to its good end: there is a name, a letter and a register to look at. */
const drawSeed = (): number => {
  const drawn = randomInt(2 ** 31)
  return wayOf(randomOf(drawn, 1, 2)).end === 'finished' ? drawn : drawSeed()
}
const SEED = Number(process.env.KILL_SEED ?? drawSeed())
const ROUNDS = 4

let folder: string
let stage: Stage
let given: readonly Acknowledged[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-killed-'))
  stage = await openStage({ folder, servers: 2, workers: 1, takeBackSeconds: 0.5 })
})
afterAll(async () => {
  await stage.stop()
  await rm(folder, { recursive: true })
})

test(`what was acknowledged is there once and whole, whatever was killed meanwhile (seed ${SEED})`, async () => {
  const said: string[] = []
  onTestFailed(() => console.error(said.join('\n')))
  const say = (line: string): void => void said.push(line)
  const played = await playKills(stage, { seed: SEED, rounds: ROUNDS, reckonEvery: ROUNDS, load: 2, say })
  given = played.acknowledged
  for (const count of Object.values(played.kills)) expect(count).toBeGreaterThan(0)
  expect(given.length).toBeGreaterThan(played.dossiers)
  for (const count of [played.names, played.letters, played.mails]) expect(count).toBeGreaterThan(0)
}, 300_000)

const one = (table: string, like = 'true'): string => `ctid = (select ctid from ${table} where ${like} limit 1)`

test.each([
  ['an event that is gone', `delete from event where ${one('event')}`, 'and has the events'],
  ['a command that nobody knows of', `delete from command_key where key = $1`, 'was acknowledged and is not there'],
  ['an end that was taken back', `update dossier set status = 'open' where ${one('dossier')}`, 'Stuck: '],
  ['another subject', `update dossier set subject = 'x' where ${one('dossier')}`, 'is not what its events say'],
  [
    'a step done that waits',
    `update task set closed_at = null where ${one('task', "posts <> '{}'")}`,
    'waiting is not what the events',
  ],
  ['an outcome that nobody chose', `update task set outcome = 'x' where ${one('task')}`, 'task is not what the events'],
  ['an agenda line that is gone', `delete from agenda where ${one('agenda')}`, 'agenda is not what the events'],
  ['a thing in no register', `delete from register_item where ${one('register_item')}`, 'register_item is not what'],
  ['a number for nothing', `update number_series set last = last + 1 where series = 'letter'`, 'letter: '],
  ['a mail that waits', `update mail set state = 'waiting' where ${one('mail')}`, 'Not sent: '],
  ['a mail that is gone', `delete from mail where ${one('mail', 'dossier is not null')}`, 'mails are due'],
])('%s is found by the count', async (_, damage, found) => {
  await damaged(async (client) => {
    await client.query(damage, damage.includes('$1') ? [given[0]?.key] : [])
    await expect(countAll(client, stage, given)).rejects.toThrow(found)
  })
})

test('what was told and not done, done and not told, or done twice outside is found by the count', async () => {
  const [first] = given
  if (!first) throw new Error('nothing was acknowledged')
  const { outside, postgres } = stage
  const cases: [Pick<Stage, 'postgres' | 'folder' | 'outside'>, readonly Acknowledged[], string][] = [
    [stage, [...given, { ...first, key: 'api:nobody:nothing' }], 'was acknowledged and is not there'],
    [stage, given.slice(1), 'nobody was told that'],
    [stage, [{ ...first, version: 99 }, ...given.slice(1)], 'was acknowledged at version 99'],
    [stage, [{ ...first, makes: 'rated' }, ...given.slice(1)], 'rated is there 0 times'],
    [{ ...stage, outside: { ...outside, changesOf: () => 2 } }, given, 'the name server heard of'],
    [{ ...stage, outside: { ...outside, records: () => [] } }, given, 'The zone has 0 records'],
    [{ ...stage, outside: { ...outside, mails: () => [] } }, given, 'mails were written, 0 have arrived'],
    [{ postgres, outside, folder: join(folder, 'elsewhere') }, given, 'is gone'],
  ]
  for (const [seen, told, found] of cases)
    await damaged((client) => expect(countAll(client, seen, told)).rejects.toThrow(found))
})

test('an event that was changed is found by the count, and put back it counts again', async () => {
  const change = (from: string, to: string) =>
    inClient(stage, (client) =>
      client.query(`update event set payload = replace(payload, $1, $2) where type = 'submitted'`, [from, to]),
    )
  await change('Laman untuk masyarakat', 'Laman untuk Masyarakat')
  await expect(reckon(stage, given)).rejects.toThrow('its payload was changed')
  await change('Laman untuk Masyarakat', 'Laman untuk masyarakat')
  await reckon(stage, given)
})

const ITEMS =
  'select dossier, state, destroyed_at from destruction_item where destruction = $1 order by ended_at, dossier'
const RECORD = 'select state, record_sha256 from destruction where destruction = $1'

// The last: afterwards nothing is what its events say.
test(
  'a destruction whose worker is killed in the middle goes on with the next one, and nothing of it is done twice',
  () =>
    inClient(stage, async (client) => {
      const record = randomUUID()
      await client.query(
        `insert into destruction (agency, destruction, number, reason, state, proposed_at, proposed_by, proposed_as, decided_at, decided_by, decided_as)
       values ('demak', $1, 'BA-1', 'Masa simpan habis', 'approved', now(), $2, 'Administrator', now(), $3, 'Kepala Dinas')`,
        [record, randomUUID(), randomUUID()],
      )
      await client.query(
        `insert into destruction_item (agency, destruction, dossier, number, classification, version, head_hash, ended_at, state)
       select agency, $1, dossier, number, '500.12.2', version, head_hash, ended_at, 'listed' from dossier`,
        [record],
      )
      const items = async () => (await client.query(ITEMS, [record])).rows
      const last = (await items()).at(-1)
      // Held up at the last one by a lock, so that the worker dies in the middle for certain.
      await client.query('begin')
      await client.query('select from dossier where dossier = $1 for update', [last.dossier])
      const before = await inClient(stage, async (other) => {
        await other.query(`select queue_job('destroy', $1::json, 'destroy')`, [
          JSON.stringify({ agency: 'demak', destruction: record }),
        ])
        const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%destroy_dossier%'`
        await expect.poll(async () => (await other.query(waiting)).rowCount, { timeout: 60_000 }).toBe(1)
        await stage.workers[0].kill()
        return {
          items: (await other.query(ITEMS, [record])).rows,
          record: (await other.query(RECORD, [record])).rows[0],
        }
      })
      await client.query('rollback')
      const states = before.items.map(({ state }) => state)
      expect([new Set(states.slice(0, -1)), states.at(-1)]).toEqual([new Set(['destroyed']), 'listed'])
      const recordNow = async () => (await client.query(RECORD, [record])).rows[0]
      await expect.poll(async () => (await recordNow()).state, { timeout: 60_000 }).toBe('done')
      expect(await recordNow()).toEqual({ ...before.record, state: 'done' })
      const after = await items()
      expect(after.slice(0, -1)).toEqual(before.items.slice(0, -1))
      expect(after.at(-1)).toMatchObject({ state: 'destroyed' })
      expect((await client.query('select from event where payload is not null or salt is not null')).rowCount).toBe(0)
      await checkChains(stage)
    }),
  180_000,
)

/** In a transaction of which nothing stays. */
const damaged = (work: (client: pg.Client) => Promise<void>): Promise<void> =>
  inClient(stage, async (client) => {
    await client.query('begin')
    await work(client)
    await client.query('rollback')
  })
