// What the chain of a dossier alone cannot show: a tail that was cut, a history written anew, a dossier deleted whole.
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTamperedOffice, type TamperedOffice } from '../../../test/support/tampered-office.ts'

let office: TamperedOffice
beforeEach(async () => {
  office = await openTamperedOffice()
})
afterEach(() => office.close())

const versionOf = async (dossier: string): Promise<number> =>
  (await office.owner.query('select version from dossier where dossier = $1', [dossier])).rows[0].version

/** Takes the newest event away and makes the dossier look as if it had never been. */
const cutTail = async (dossier: string) => {
  await office.owner.query(
    'delete from event where dossier = $1 and seq = (select version from dossier where dossier = $1)',
    [dossier],
  )
  await office.owner.query(
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
    'timer',
    'breach',
    'service_time',
    'command_key',
    'event',
    'dossier',
  ])
    await office.owner.query(`delete from ${pg.escapeIdentifier(table)} where dossier = $1`, [dossier])
}

describe('the daily root', () => {
  test('shows a tail that was cut and whose head was mended, also long after the dossier has moved on', async () => {
    const { dossier, number } = await office.twoDossiers()
    await office.seal('2026-11-20')
    const sealed = await versionOf(dossier)
    await office.enter(dossier)
    await office.seal('2026-11-21')
    expect((await office.verify()).code).toBe(0)
    while ((await versionOf(dossier)) >= sealed) await cutTail(dossier)
    const cut = await office.verify()
    expect(cut.code).toBe(1)
    expect(cut.out).toContain(`Berkas ${number}, peristiwa ${sealed}: disegel 2026-11-20, kini terpotong`)
  })

  test('shows a history that was written anew after it was sealed', async () => {
    const { dossier, number } = await office.submit()
    await office.seal('2026-11-20')
    const sealed = await versionOf(dossier)
    while ((await versionOf(dossier)) >= sealed) await cutTail(dossier)
    await office.owner.query(
      `with fresh as (
         select dossier, version + 1 as seq, encode(sha256(convert_to(head_hash || '.' || (version + 1) || '.' || md5('x'), 'UTF8')), 'hex') as hash from dossier where dossier = $1
       ), written as (
         insert into event (agency, dossier, seq, type, at, payload_hash, hash)
         select 'demak', dossier, seq, 'withdrawn', '2026-11-20T03:00:00Z', md5('x'), hash from fresh
       )
       update dossier d set version = f.seq, head_hash = f.hash from fresh f where f.dossier = d.dossier`,
      [dossier],
    )
    await office.seal('2026-11-21')
    const { code, out } = await office.verify()
    expect(code).toBe(1)
    expect(out).toContain(`Berkas ${number}, peristiwa ${sealed}: disegel 2026-11-20, kini lain isinya`)
  })

  test.each([
    [1, 2],
    [3, 2],
    [4, 2],
  ])('is over every dossier, also where %i of them are looked at in pages of %i', async (many, page) => {
    for (let made = 0; made < many; made += 1) await office.submit()
    await office.seal('2026-11-20', page)
    const { rows } = await office.owner.query('select dossiers from daily_root')
    expect(rows).toEqual([{ dossiers: many }])
    expect((await office.verify()).code).toBe(0)
  })

  test('names a dossier that was deleted whole', async () => {
    const { dossier, number } = await office.twoDossiers()
    await office.seal('2026-11-20')
    await deleteDossier(dossier)
    const { code, out } = await office.verify()
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
    await office.twoDossiers()
    await office.seal('2026-11-20')
    await office.submit()
    await office.seal('2026-11-21')
    await office.owner.query(statement)
    const { code, out } = await office.verify()
    expect(code).toBe(1)
    expect(out).toContain(`Akar harian ${says.slice(0, 10)}`)
    expect(out).toContain(says.slice(12))
  })

  test('of the time before heads were kept is found again by the time of the events', async () => {
    await office.twoDossiers()
    await office.owner.query(
      `insert into daily_root (agency, on_day, dossiers, root, sealed_at)
       select 'demak', '2026-11-19', count(*), encode(sha256(convert_to(string_agg(dossier || ':' || version || ':' || head_hash || E'\\n', '' order by dossier), 'UTF8')), 'hex'), '2026-11-20T02:30:00Z'
       from dossier`,
    )
    await office.seal('2026-11-20')
    expect((await office.verify()).code).toBe(0)
    await office.owner.query(`update daily_root set root = md5('x') where place is null`)
    const { code, out } = await office.verify()
    expect(code).toBe(1)
    expect(out).toContain('Akar harian 2026-11-19: tidak lagi')
  })

  test('is made once a day, and goes on after days that nobody sealed', async () => {
    await office.twoDossiers()
    await office.seal('2026-11-20')
    await office.submit()
    await office.seal('2026-11-20')
    await Promise.all([office.seal('2026-12-01'), office.seal('2026-12-01'), office.seal('2026-12-01')])
    const { rows } = await office.owner.query('select on_day, dossiers, place from daily_root order by place')
    expect(rows).toEqual([
      { on_day: '2026-11-20', dossiers: 2, place: 1 },
      { on_day: '2026-12-01', dossiers: 1, place: 2 },
    ])
    expect((await office.verify()).code).toBe(0)
  })
})
