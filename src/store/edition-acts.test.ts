// Editions in the database: drafts, ratifying, days in force, also when many do it at once, and what nobody may change.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../test/support/database.ts'
import { openTried, type Tried } from '../../test/support/tried.ts'
import { openStore, type Store } from './connect.ts'
import { putInForce, ratifyDraft, ratifySource, withdrawEdition } from './edition-acts.ts'
import { readJournal } from './edition-journal.ts'
import { aProcedure } from './editions.fixture.ts'
import {
  createProcedureDraft,
  deleteProcedureDraft,
  listProcedureDrafts,
  readProcedureDraft,
  saveProcedureDraft,
} from './procedure-drafts.ts'

const AGENCY = 'demak'
const NOW = '2026-11-20T02:12:00.000Z'
const TODAY = '2026-11-20'
const BY = { person: null, now: NOW }
const RATIFYING = { post: 'kepala-dinas', decree: 'Keputusan 1/2026' }
const DAYS = { today: TODAY, reason: 'Keputusan 1/2026' }

let database: TestDatabase
let owner: pg.Client
let tried: Tried['tried']
let attempt: Tried['attempt']
let drop: Tried['drop']
let store: Store

beforeAll(async () => {
  ;({ database, owner, tried, attempt, drop } = await openTried())
  store = openStore(database.appUrl, 'mipp_app', 34)
})
afterAll(async () => {
  await store.close()
  await drop()
})

/** A draft of an edition of its own procedure. */
const drafted = async (edition: string, procedure: string = `alat-${randomUUID().slice(0, 8)}`) => {
  const draft = randomUUID()
  const source = aProcedure(edition, { procedure })
  const made = { draft, procedure, edition, base: null, source, isImport: false }
  expect(await createProcedureDraft(store, AGENCY, made, BY)).toBe('created')
  return made
}

const ratified = async (edition: string, procedure: string) => {
  const source = aProcedure(edition, { procedure })
  expect(await ratifySource(store, AGENCY, { procedure, edition, source, ...RATIFYING }, BY)).toBe('ratified')
}

const daysOf = async (procedure: string) => {
  const { rows } = await owner.query<{ edition: string; from: string | null; to: string | null }>(
    `select edition, in_force_from as from, in_force_to as to from procedure_edition where agency = $1 and procedure = $2 order by edition`,
    [AGENCY, procedure],
  )
  return rows
}

const actsOf = async (procedure: string): Promise<string[]> =>
  (await readJournal(store, AGENCY, { procedure })).map(({ act, edition }) => `${act} ${edition}`).reverse()

describe('a draft', () => {
  test('is saved over the version that was read; whoever comes second is given what stands there and loses nothing', async () => {
    const { draft, procedure, source } = await drafted('2026')
    const mine = { draft, version: 1, procedure, edition: '2026', source: `${source}# saya\n` }
    const theirs = { ...mine, source: `${source}# rekan\n` }
    const saved = await Promise.all([
      saveProcedureDraft(store, AGENCY, mine, BY),
      saveProcedureDraft(store, AGENCY, theirs, BY),
    ])
    expect(saved.filter((one) => one.ok)).toEqual([{ ok: true, version: 2 }])
    const [winner, loser] = saved[0]?.ok ? [mine, theirs] : [theirs, mine]
    expect(saved.find((one) => !one.ok)).toMatchObject({ theirs: { version: 2, source: winner.source } })
    expect(await saveProcedureDraft(store, AGENCY, { ...loser, version: 2 }, BY)).toEqual({ ok: true, version: 3 })
    expect(await readProcedureDraft(store, AGENCY, draft)).toMatchObject({ version: 3, source: loser.source })
  })

  test('begun twice by the same form is begun once', async () => {
    const made = await drafted('2026')
    expect(await createProcedureDraft(store, AGENCY, made, BY)).toBe('repeated')
    expect(await actsOf(made.procedure)).toEqual(['drafted 2026'])
  })

  test('that is deleted is gone from the list; the journal keeps its text and the reason', async () => {
    const { draft, procedure, source } = await drafted('2026')
    expect((await listProcedureDrafts(store, AGENCY)).map((one) => one.draft)).toContain(draft)
    expect(await deleteProcedureDraft(store, AGENCY, { draft, reason: 'Dibuat dua kali' }, BY)).toBe(true)
    expect(await deleteProcedureDraft(store, AGENCY, { draft, reason: 'Dibuat dua kali' }, BY)).toBe(false)
    expect((await listProcedureDrafts(store, AGENCY)).map((one) => one.draft)).not.toContain(draft)
    const [last] = await readJournal(store, AGENCY, { procedure })
    expect(last).toMatchObject({ act: 'deleted', detail: { reason: 'Dibuat dua kali', source } })
    const gone = { draft, version: 1, procedure, edition: '2026', source }
    expect(await saveProcedureDraft(store, AGENCY, gone, BY)).toEqual({ ok: false, theirs: null })
  })

  test('that is ratified becomes an edition with the post and the decree, and is no draft any more', async () => {
    const { draft, procedure, edition, source } = await drafted('2026')
    const asked = { draft, version: 1, procedure, edition, ...RATIFYING }
    expect(await ratifyDraft(store, AGENCY, { ...asked, version: 7 }, BY)).toBe('changed')
    expect(await ratifyDraft(store, AGENCY, asked, BY)).toBe('ratified')
    expect(await readProcedureDraft(store, AGENCY, draft)).toBeNull()
    const { rows } = await owner.query('select * from procedure_edition where procedure = $1', [procedure])
    expect(rows).toMatchObject([
      { source, ratifying_post: 'kepala-dinas', decree: 'Keputusan 1/2026', in_force_from: null },
    ])
    expect(await actsOf(procedure)).toEqual(['drafted 2026', 'ratified 2026'])
  })

  test('of a name that is ratified already stays a draft', async () => {
    const { draft, procedure, edition } = await drafted('2026')
    await ratified('2026', procedure)
    expect(await ratifyDraft(store, AGENCY, { draft, version: 1, procedure, edition, ...RATIFYING }, BY)).toBe('exists')
    expect(await readProcedureDraft(store, AGENCY, draft)).toMatchObject({ version: 1 })
  })
})

describe('an edition', () => {
  test('ends the one before on the day it comes into force, and gives that day back when it is withdrawn before', async () => {
    const procedure = `alat-${randomUUID().slice(0, 8)}`
    await ratified('1', procedure)
    await ratified('2', procedure)
    expect(await putInForce(store, AGENCY, { procedure, edition: '1', from: TODAY, ...DAYS }, BY)).toEqual({ ok: true })
    expect(await putInForce(store, AGENCY, { procedure, edition: '2', from: '2027-01-01', ...DAYS }, BY)).toEqual({
      ok: true,
    })
    expect(await daysOf(procedure)).toEqual([
      { edition: '1', from: TODAY, to: '2027-01-01' },
      { edition: '2', from: '2027-01-01', to: null },
    ])
    expect(await withdrawEdition(store, AGENCY, { procedure, edition: '2', ...DAYS }, BY)).toEqual({ ok: true })
    expect(await daysOf(procedure)).toEqual([
      { edition: '1', from: TODAY, to: null },
      { edition: '2', from: null, to: null },
    ])
    expect(await actsOf(procedure)).toEqual([
      'ratified 1',
      'ratified 2',
      'in-force 1',
      'ended 1',
      'in-force 2',
      'withdrawn 2',
      'restored 1',
    ])
  })

  test('is put in force by one of 32 who publish at the same moment; the others are told which one stands', async () => {
    const procedure = `alat-${randomUUID().slice(0, 8)}`
    const names = Array.from({ length: 32 }, (_, index) => `2026-${index}`)
    for (const name of names) await ratified(name, procedure)
    const done = await Promise.all(
      names.map((edition) => putInForce(store, AGENCY, { procedure, edition, from: TODAY, ...DAYS }, BY)),
    )
    expect(done.filter((one) => one.ok)).toHaveLength(1)
    const standing = (await daysOf(procedure)).filter((one) => one.from !== null)
    expect(standing).toHaveLength(1)
    for (const one of done)
      if (!one.ok) expect(one.sentence.id).toContain(`Edisi ${standing[0]?.edition} sudah ditetapkan`)
  })

  test.each(['read committed', 'repeatable read', 'serializable'])(
    'is never beside another, also when 32 write past all our rules at once (%s)',
    async (isolation) => {
      const procedure = `alat-${randomUUID().slice(0, 8)}`
      const names = Array.from({ length: 32 }, (_, index) => `2026-${index}`)
      for (const name of names) await ratified(name, procedure)
      const done = await Promise.allSettled(
        names.map(async (edition) => {
          const client = await store.pool.connect()
          try {
            await client.query(`begin isolation level ${isolation}`)
            await client.query(`select set_config('mipp.agency', $1, true)`, [AGENCY])
            // One day open at its end, the others with an end: the older rule of the table would let them by.
            await client.query(
              'update procedure_edition set in_force_from = $1, in_force_to = $2 where procedure = $3 and edition = $4',
              [TODAY, '2027-01-01', procedure, edition],
            )
            await client.query('commit')
          } catch (error) {
            await client.query('rollback')
            throw error
          } finally {
            client.release()
          }
        }),
      )
      expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      expect((await daysOf(procedure)).filter((one) => one.from !== null)).toHaveLength(1)
    },
  )

  test.each(['mipp_app', 'mipp_worker'])('cannot be changed or taken away by %s, nor its journal', async (role) => {
    const open = `insert into edition_change values ('demak', 1)`
    for (const statement of [
      `update procedure_edition set source = ''`,
      `update procedure_edition set sha256 = ''`,
      `update procedure_edition set edition = 'x'`,
      `update procedure_edition set decree = 'palsu', ratifying_post = 'kepala-dinas'`,
      'update procedure_edition set stored_at = now()',
      'delete from procedure_edition',
      `insert into procedure_edition select * from procedure_edition on conflict (agency, procedure, edition) do update set source = ''`,
      'merge into procedure_edition e using (select 1) s on true when matched then delete',
      'alter table procedure_edition disable trigger user',
      'drop trigger edition_changes on procedure_edition',
      `set session_replication_role = 'replica'`,
      'update edition_change set changes = 0',
      open,
      'update edition_journal set detail = $${}$$',
      'delete from edition_journal',
      'select keep_editions_apart()',
    ])
      await tried(async () => {
        await owner.query(`set local role ${role}`)
        await owner.query(`select set_config('mipp.agency', 'demak', true)`)
        expect([statement, await attempt(statement)]).toEqual([
          statement,
          expect.stringMatching(/permission denied|must be owner/),
        ])
      })
  })

  test('in force is not the business of the worker', async () => {
    await tried(async () => {
      await owner.query('set local role mipp_worker')
      await owner.query(`select set_config('mipp.agency', 'demak', true)`)
      expect(await attempt('update procedure_edition set in_force_to = in_force_from')).toBe('permission denied')
    })
  })
})
