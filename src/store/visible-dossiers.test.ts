import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { subdomainForm, submitted } from '../../test/support/walk.ts'
import type { Secrecy } from '../core/dossier/events.ts'
import { factsOf } from '../core/dossier/involved.ts'
import { type Actor, mayDossier } from '../core/person/may.ts'
import { readDossier } from './dossiers.ts'
import { searchDossiers } from './search.ts'
import { insideTo, visibleTo } from './visible-dossiers.ts'

let office: TestOffice
const dossiers = new Map<string, string>()

beforeAll(async () => {
  office = await startOffice({ works: false })
  const fresh = await submitted(office, subdomainForm('belum-dicatat'))
  dossiers.set('not entered yet', fresh.id)
  for (const secrecy of ['biasa', 'terbatas', 'rahasia'] satisfies Secrecy[]) {
    const walk = await submitted(office, subdomainForm(`nama-${secrecy}`))
    await walk.finish({ urgency: 'biasa', secrecy })
    dossiers.set(secrecy, walk.id)
    const forwarded = await submitted(office, subdomainForm(`terus-${secrecy}`))
    await forwarded.finish({ urgency: 'biasa', secrecy })
    await forwarded.finish({ alsoTo: ['kasubag-umum'] })
    dossiers.set(`${secrecy}, forwarded to another post`, forwarded.id)
  }
})
afterAll(() => office.stop())

const POSTS = ['kepala-dinas', 'sekretaris', 'kabid-aptika', 'pelaksana', 'kasubag-umum']
const actor = (posts: string[], clients: string[]): Actor => ({
  person: 'p',
  isAdministrator: false,
  posts,
  duties: [],
  clients,
})
const ACTORS: Actor[] = [
  actor([], []),
  { ...actor([], []), isAdministrator: true },
  actor([], ['dinas-arsip']),
  actor([], ['bappeda']),
  actor(['kasubag-umum'], ['dinas-arsip']),
  actor(['sekretaris', 'kasubag-umum'], []),
  ...POSTS.map((post) => actor([post], [])),
]

describe('The lists hide exactly what the pages hide', () => {
  test.each(ACTORS)('for $posts of the office and $clients among the clients', async (who) => {
    const { store } = office.office
    const seen = await store.inAgency('demak', (db) =>
      db
        .selectFrom('dossier as d')
        .select(['d.dossier', visibleTo(who).as('see'), insideTo(who).as('inside')])
        .execute(),
    )
    const found = await searchDossiers(store, 'demak', { query: 'subdomain', actor: who, after: null })
    for (const [name, id] of dossiers) {
      const record = await readDossier(store, 'demak', id)
      if (!record) throw new Error(name)
      const facts = factsOf(record.dossier)
      const row = seen.find((one) => one.dossier === id)
      const may = mayDossier(who, 'see-dossier', facts)
      expect([name, row?.see]).toEqual([name, may])
      expect([name, found.rows.some((one) => one.dossier === id)]).toEqual([name, may])
      const byNumber = await searchDossiers(store, 'demak', { query: record.dossier.number, actor: who, after: null })
      expect([name, byNumber.rows.some((one) => one.dossier === id)]).toEqual([name, may])
      const byCode = await searchDossiers(store, 'demak', {
        query: record.dossier.trackingCode,
        actor: who,
        after: null,
      })
      expect([name, byCode.rows.length]).toEqual([name, may ? 1 : 0])
      expect([name, row?.inside]).toEqual([name, mayDossier(who, 'see-inside', facts)])
    }
    expect(seen).toHaveLength(dossiers.size)
  })
})

describe('The function that searches for the application', () => {
  test('finds nothing for an agency other than the one it works for', async () => {
    const { store } = office.office
    const ask = (agency: string, asked: string) =>
      store.inAgency(agency, async (db) => {
        const found = await sql`select * from search_dossiers(${asked}, '{"''subdomain'':*"}', '{subdomain}', '', '',
          '{pelaksana}', '{dinas-arsip}', null, null, 50)`.execute(db)
        return found.rows.length
      })
    expect(await ask('demak', 'demak')).toBe(dossiers.size)
    expect(await ask('tulungagung', 'demak')).toBe(0)
    expect(await ask('tulungagung', 'tulungagung')).toBe(0)
    expect((await store.pool.query("select * from open_dossiers_naming('demak', 'nama-biasa')")).rows).toEqual([])
  })

  test('reads what the application itself cannot change', async () => {
    const { store } = office.office
    const attempt = (statement: string) =>
      store
        .inAgency('demak', (db) => sql.raw(statement).execute(db))
        .then(
          () => 'done',
          (fault: Error) => fault.message,
        )
    expect(await attempt('update search_entry set secrecy = null')).toContain('permission denied')
    expect(await attempt("select * from word_shares('{a}')")).toContain('permission denied')
    expect(await attempt('delete from waiting')).toContain('permission denied')
  })
})
