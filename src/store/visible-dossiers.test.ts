import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { subdomainForm, submitted } from '../../test/support/walk.ts'
import type { Secrecy } from '../core/dossier/events.ts'
import { factsOf } from '../core/dossier/involved.ts'
import { type Actor, mayDossier } from '../core/person/may.ts'
import { readDossier } from './dossiers.ts'
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
    for (const [name, id] of dossiers) {
      const record = await readDossier(store, 'demak', id)
      if (!record) throw new Error(name)
      const facts = factsOf(record.dossier)
      const row = seen.find((one) => one.dossier === id)
      expect([name, row?.see]).toEqual([name, mayDossier(who, 'see-dossier', facts)])
      expect([name, row?.inside]).toEqual([name, mayDossier(who, 'see-inside', facts)])
    }
    expect(seen).toHaveLength(dossiers.size)
  })
})
