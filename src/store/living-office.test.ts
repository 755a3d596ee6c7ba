import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { type Handling, openHandling } from '../../test/support/handling.ts'
import { MAIN_CALENDAR, type OfficeFiles } from '../core/agency/catalogue.ts'
import { readLetterSource } from '../letters/letter-source.ts'
import { loadCatalogue } from '../main/catalogue.ts'
import { catalogueFolder } from '../main/catalogue-folder.ts'
import { createLiving } from './living.ts'

const NOW = '2026-11-20T02:12:00.000Z'

let database: TestDatabase
let office: Handling
let files: OfficeFiles

beforeAll(async () => {
  database = await createTestDatabase()
  office = await openHandling(database)
  const { agencies } = await loadCatalogue(catalogueFolder({ env: {}, cwd: import.meta.dirname }))
  const demak = agencies.find((one) => one.agency.agency === office.agency)
  if (!demak) throw new Error('no Demak')
  files = demak
})
afterAll(async () => {
  await office.close()
  await database.drop()
})

const living = () =>
  createLiving(office.store, readLetterSource, (what) => {
    throw new Error(`${what} cannot be read`)
  })

test('an office begins as its files have it', async () => {
  const { agency, calendar, calendars, mandates, substitutes } = await living()(files, NOW)
  expect(agency.posts).toEqual(files.agency.posts)
  expect(new Set(agency.units.map((one) => one.name))).toEqual(new Set(files.agency.units.map((one) => one.name)))
  expect(calendar).toEqual(files.calendar)
  expect(calendars[MAIN_CALENDAR]).toEqual(files.calendar)
  expect({ mandates, substitutes }).toEqual({ mandates: [], substitutes: [] })
})

test('what is changed in the database counts from the next look on, in every process', async () => {
  const [here, there] = [living(), living()]
  await here(files, NOW)
  await there(files, NOW)
  await office.store.inAgency(office.agency, async (db) => {
    await db.updateTable('post').set({ title: 'Kepala Kantor' }).where('post', '=', 'kepala-dinas').execute()
  })
  for (const look of [here, there]) {
    const { agency } = await look(files, NOW)
    expect(agency.posts.find((one) => one.post === 'kepala-dinas')?.title).toBe('Kepala Kantor')
  }
})

test('a calendar that nobody has changed keeps what was worked out of it', async () => {
  const look = living()
  const before = await look(files, NOW)
  await office.store.inAgency(office.agency, async (db) => {
    await db.updateTable('post').set({ title: 'Sekretaris Dinas' }).where('post', '=', 'sekretaris').execute()
  })
  const after = await look(files, NOW)
  expect(after.agency.posts).not.toEqual(before.agency.posts)
  expect(after.calendar).toBe(before.calendar)
})

test('a holder is known with the name of the account, and no longer when the account is closed', async () => {
  const person = randomUUID()
  const look = living()
  await office.store.inAgency(office.agency, async (db) => {
    const { agency } = office
    await db
      .insertInto('person')
      .values({ agency, person, name: 'Pejabat Sekretaris', email: 's@a.example', state: 'active', created_at: NOW })
      .execute()
    await db
      .insertInto('mandate')
      .values({
        agency,
        mandate: randomUUID(),
        person,
        post: 'sekretaris',
        capacity: 'plh',
        from_on: '2026-11-20',
        to_on: '2026-11-27',
        decree: '821/46/2026',
      })
      .execute()
  })
  expect((await look(files, NOW)).mandates).toMatchObject([
    { person, name: 'Pejabat Sekretaris', post: 'sekretaris', capacity: 'plh', toOn: '2026-11-27' },
  ])
  await office.store.inAgency(office.agency, async (db) => {
    await db.updateTable('person').set({ state: 'closed' }).where('person', '=', person).execute()
  })
  expect((await look(files, NOW)).mandates).toEqual([])
})

test('a decision counts by the calendar as it is at that moment', async () => {
  const before = await office.submit()
  const closed = {
    ...files.calendar,
    holidays: [{ on: '2026-11-20', name: 'Listrik padam', kind: 'holiday' as const }],
  }
  await office.store.inAgency(office.agency, async (db) => {
    await db
      .updateTable('working_calendar')
      .set({ data: JSON.stringify(closed) })
      .where('calendar', '=', MAIN_CALENDAR)
      .execute()
  })
  const after = await office.submit()
  const due = async (dossier: string): Promise<string | null> => {
    const rows = await office.store.inAgency(office.agency, (db) =>
      db.selectFrom('task').select('due_at').where('dossier', '=', dossier).where('step', '=', 'catat').execute(),
    )
    return rows[0]?.due_at ?? null
  }
  // Five minutes from 09.12 on the Friday; with that day closed, five minutes from 07.30 on the Monday.
  expect(await due(before.dossier)).toBe('2026-11-20T02:17:00.000Z')
  expect(await due(after.dossier)).toBe('2026-11-23T00:35:00.000Z')
})
