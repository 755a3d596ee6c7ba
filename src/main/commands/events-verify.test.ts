import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { type Handling, openHandling } from '../../../test/support/handling.ts'
import { sealDay } from '../../store/daily-roots.ts'
import { commandTable } from '../command-table.ts'
import { dispatch } from '../dispatch.ts'

let database: TestDatabase
let handling: Handling
let owner: pg.Client

beforeEach(async () => {
  database = await createTestDatabase()
  handling = await openHandling(database)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterEach(async () => {
  await owner.end()
  await handling.close()
  await database.drop()
})

const verify = async (...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const env = { DATABASE_URL: database.ownerUrl }
  const code = await dispatch(['events', 'verify', ...args], commandTable, { ...io, env, cwd: process.cwd() })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** Two dossiers with some events; the first is the one that is tampered with. */
const twoDossiers = async () => {
  const first = await handling.submit()
  await handling.submit()
  return first
}
const enter = (dossier: string) =>
  handling.finish(dossier, 'catat', { urgency: 'segera', secrecy: 'biasa', receivedOn: '2026-11-20' })
const seal = (day: string) =>
  sealDay(handling.storeAs('mipp_worker'), handling.agency, { day, now: `${day}T17:30:00.000Z` })
const versionOf = async (dossier: string): Promise<number> =>
  (await owner.query('select version from dossier where dossier = $1', [dossier])).rows[0].version

/** Takes the newest event away and makes the dossier look as if it had never been. */
const cutTail = async (dossier: string) => {
  await owner.query('delete from event where dossier = $1 and seq = (select version from dossier where dossier = $1)', [
    dossier,
  ])
  await owner.query(
    'update dossier d set version = e.seq, head_hash = e.hash from event e where e.dossier = d.dossier and d.dossier = $1 and e.seq = d.version - 1',
    [dossier],
  )
}

const deleteDossier = async (dossier: string) => {
  for (const table of [
    'task',
    'agenda',
    'paper',
    'register_item',
    'secret',
    'rating',
    'command_key',
    'event',
    'dossier',
  ])
    await owner.query(`delete from ${pg.escapeIdentifier(table)} where dossier = $1`, [dossier])
}

describe('the chains of events', () => {
  test('that nobody touched are whole, before and after the days are sealed', async () => {
    const { dossier } = await twoDossiers()
    expect(await verify()).toMatchObject({ code: 0, err: '' })
    await seal('2026-11-20')
    await enter(dossier)
    await handling.submit()
    await seal('2026-11-21')
    await seal('2026-11-22')
    const { code, out } = await verify('--agency', 'demak')
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('3 akar harian') })
    expect(out).toContain('3 berkas / dossiers')
    expect(out).toContain('utuh / whole')
  })

  test('still hold when a payload was destroyed by law', async () => {
    const { dossier } = await twoDossiers()
    await owner.query('update event set payload = null, salt = null where dossier = $1 and seq = 1', [dossier])
    expect((await verify()).code).toBe(0)
  })

  test.each<[string, (dossier: string) => Promise<unknown>, string]>([
    [
      'a payload that was changed',
      (dossier) =>
        owner.query(`update event set payload = replace(payload, 'arsip', 'gudang') where dossier = $1 and seq = 1`, [
          dossier,
        ]),
      'peristiwa 1: isinya telah diubah',
    ],
    [
      'a payload that was changed together with its hash',
      (dossier) =>
        owner.query(
          `update event set payload = '{}', payload_hash = encode(sha256(convert_to(salt || '{}', 'UTF8')), 'hex') where dossier = $1 and seq = 2`,
          [dossier],
        ),
      'peristiwa 2: hash-nya tidak menyambung',
    ],
    [
      'two events that were swapped',
      async (dossier) => {
        for (const [from, to] of [
          [2, 99],
          [3, 2],
          [99, 3],
        ])
          await owner.query('update event set seq = $3 where dossier = $1 and seq = $2', [dossier, from, to])
      },
      'peristiwa 2: hash-nya tidak menyambung',
    ],
    [
      'an event taken out of the middle',
      (dossier) => owner.query('delete from event where dossier = $1 and seq = 2', [dossier]),
      'peristiwa 2: hilang di tengah rantai',
    ],
    [
      'a last event that was taken away',
      (dossier) =>
        owner.query('delete from event where dossier = $1 and seq = (select max(seq) from event where dossier = $1)', [
          dossier,
        ]),
      'ujung rantai terpotong mulai dari sini',
    ],
    [
      'a head that was changed',
      (dossier) => owner.query(`update dossier set head_hash = md5('x') where dossier = $1`, [dossier]),
      'kepala pada berkas tidak sama',
    ],
    [
      'an event whose time was moved',
      (dossier) => owner.query(`update event set at = at - interval '1 day' where dossier = $1 and seq = 2`, [dossier]),
      'peristiwa 2: jenis atau waktunya',
    ],
  ])('show %s, by the number of the dossier', async (_, tamper, says) => {
    const { dossier, number } = await twoDossiers()
    await tamper(dossier)
    const { code, out } = await verify()
    expect(code).toBe(1)
    expect(out).toContain(`Berkas ${number}`)
    expect(out).toContain(says)
    expect(out).toContain('RUSAK / BROKEN: 1')
  })
})

describe('the daily root', () => {
  test('shows a tail that was cut and whose head was mended, also long after the dossier has moved on', async () => {
    const { dossier, number } = await twoDossiers()
    await seal('2026-11-20')
    const sealed = await versionOf(dossier)
    await enter(dossier)
    await seal('2026-11-21')
    expect((await verify()).code).toBe(0)
    while ((await versionOf(dossier)) >= sealed) await cutTail(dossier)
    const cut = await verify()
    expect(cut.code).toBe(1)
    expect(cut.out).toContain(`Berkas ${number}, peristiwa ${sealed}: disegel 2026-11-20, kini terpotong`)
  })

  test('shows a history that was written anew after it was sealed', async () => {
    const { dossier, number } = await handling.submit()
    await seal('2026-11-20')
    const sealed = await versionOf(dossier)
    while ((await versionOf(dossier)) >= sealed) await cutTail(dossier)
    await owner.query(
      `with fresh as (
         select dossier, version + 1 as seq, encode(sha256(convert_to(head_hash || '.' || (version + 1) || '.' || md5('x'), 'UTF8')), 'hex') as hash from dossier where dossier = $1
       ), written as (
         insert into event (agency, dossier, seq, type, at, payload_hash, hash)
         select 'demak', dossier, seq, 'withdrawn', '2026-11-20T03:00:00Z', md5('x'), hash from fresh
       )
       update dossier d set version = f.seq, head_hash = f.hash from fresh f where f.dossier = d.dossier`,
      [dossier],
    )
    await seal('2026-11-21')
    const { code, out } = await verify()
    expect(code).toBe(1)
    expect(out).toContain(`Berkas ${number}, peristiwa ${sealed}: disegel 2026-11-20, kini lain isinya`)
  })

  test('names a dossier that was deleted whole', async () => {
    const { dossier, number } = await twoDossiers()
    await seal('2026-11-20')
    await deleteDossier(dossier)
    const { code, out } = await verify()
    expect(code).toBe(1)
    expect(out).toContain(`Berkas ${number}`)
    expect(out).toContain('kini seluruh berkas terhapus')
  })

  test.each([
    ['that was changed', `update daily_root set root = md5('x') where on_day = '2026-11-20'`, '2026-11-20: tidak lagi'],
    [
      'whose sealed heads were changed',
      `update daily_head set number = 'X' where on_day = '2026-11-20'`,
      '2026-11-20: tidak lagi',
    ],
    ['that was taken away', `delete from daily_root where on_day = '2026-11-20'`, '2026-11-20: hilang, sedangkan'],
    ['whose number of dossiers was changed', 'update daily_root set dossiers = 7 where place = 1', '2026-11-20: tidak'],
  ])('%s is named by its day', async (_, statement, says) => {
    await twoDossiers()
    await seal('2026-11-20')
    await handling.submit()
    await seal('2026-11-21')
    await owner.query(statement)
    const { code, out } = await verify()
    expect(code).toBe(1)
    expect(out).toContain(`Akar harian ${says.slice(0, 10)}`)
    expect(out).toContain(says.slice(12))
  })

  test('of the time before heads were kept is found again by the time of the events', async () => {
    await twoDossiers()
    await owner.query(
      `insert into daily_root (agency, on_day, dossiers, root, sealed_at)
       select 'demak', '2026-11-19', count(*), encode(sha256(convert_to(string_agg(dossier || ':' || version || ':' || head_hash || E'\\n', '' order by dossier), 'UTF8')), 'hex'), '2026-11-20T02:30:00Z'
       from dossier`,
    )
    await seal('2026-11-20')
    expect((await verify()).code).toBe(0)
    await owner.query(`update daily_root set root = md5('x') where place is null`)
    const { code, out } = await verify()
    expect(code).toBe(1)
    expect(out).toContain('Akar harian 2026-11-19: tidak lagi')
  })

  test('is made once a day, and goes on after days that nobody sealed', async () => {
    await twoDossiers()
    await seal('2026-11-20')
    await handling.submit()
    await seal('2026-11-20')
    await Promise.all([seal('2026-12-01'), seal('2026-12-01'), seal('2026-12-01')])
    const { rows } = await owner.query('select on_day, dossiers, place from daily_root order by place')
    expect(rows).toEqual([
      { on_day: '2026-11-20', dossiers: 2, place: 1 },
      { on_day: '2026-12-01', dossiers: 1, place: 2 },
    ])
    expect((await verify()).code).toBe(0)
  })
})

test('as data it says the same, with every fault by its kind', async () => {
  const { dossier, number } = await twoDossiers()
  await owner.query('delete from event where dossier = $1 and seq = 2', [dossier])
  const { code, out } = await verify('--json')
  expect(code).toBe(1)
  const said = JSON.parse(out)
  expect(said.whole).toBe(false)
  expect(said.agencies.find((one: { agency: string }) => one.agency === 'demak')).toMatchObject({
    dossiers: 2,
    broken: 1,
    faults: [{ dossier, number, seq: 2, what: 'event-missing' }],
  })
})

test('an agency that is not there is refused, an option that is not there is wrong use', async () => {
  expect(await verify('--agency', 'gaib')).toMatchObject({ code: 1, err: expect.stringContaining('"gaib"') })
  const wrong = await verify('--agensi', randomUUID())
  expect(wrong.code).toBe(2)
  expect(wrong.err).toContain('mipp events verify [--agency A]')
})
