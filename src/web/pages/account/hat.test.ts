// Somebody with several posts: which is tried first, what the pages say of it, and what nobody may put on.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { AGENCY } from '../../../../test/support/people.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { address, aRequest, deed, entering, everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => '2026-11-20T02:00:00.000Z' })
  at = await everybody(office)
  await office.office.store.inAgency(AGENCY, async (db) => {
    const { person } = await db
      .selectFrom('person')
      .select('person')
      .where('agency', '=', AGENCY)
      .where('demo_role', '=', 'sekretaris')
      .executeTakeFirstOrThrow()
    const mandate = { agency: AGENCY, mandate: randomUUID(), person, post: 'kepala-dinas', decree: '821/7/2026' }
    const days = { from_on: '2026-11-20', to_on: '2026-11-20' }
    await db
      .insertInto('mandate')
      .values({ ...mandate, ...days, capacity: 'plh' })
      .execute()
  })
})
afterAll(() => office.stop())

const wear = (visit: Visit, hat: string) => visit.post('/account/hat', { hat, back: '/work' })
/** The key of the one that the switch shows under this label. */
const keyOf = async (visit: Visit, label: string): Promise<string> => {
  const { text } = await visit.get('/work')
  const found = [...text.matchAll(/class="hat-button"[^>]*value="([^"]*)"[^>]*>(.*?)<\/button>/gs)]
  return found.find(([, , inside = '']) => wordsOf(inside).includes(label))?.[1] ?? ''
}

test('somebody with one post has no switch', async () => {
  expect((await at.kabid.get('/work')).text).not.toContain('hat-button')
})

test('the chosen post is tried first where it has to do with the dossier, and the page says which one acts', async () => {
  const walk = await aRequest(office)
  await deed(at.pelaksana, walk, entering)
  const secretary = await keyOf(at.sekretaris, 'Sekretaris')
  expect(secretary).not.toBe('')
  expect(await wear(at.sekretaris, 'sekretaris.definitive')).toMatchObject({ status: 303, location: '/work' })
  const page = wordsOf((await at.sekretaris.get(address(walk))).text)
  expect(page).toContain('Plh. Kepala Dinas, mewakili Pejabat Kepala Dinas, bukan Sekretaris')
  await wear(at.sekretaris, await keyOf(at.sekretaris, 'Plh. Kepala Dinas'))
  expect(wordsOf((await at.sekretaris.get(address(walk))).text)).not.toContain('bukan Sekretaris')
  expect((await deed(at.sekretaris, walk, { do: 'comment', task: '', text: 'Terbaca' })).status).toBe(303)
  expect((await walk.see()).comments.at(-1)?.by).toMatchObject({ post: 'kepala-dinas', capacity: 'plh' })
  expect(await wear(at.sekretaris, '')).toMatchObject({ status: 303 })
})

test('a post of others, or one that others look after today, is not put on', async () => {
  expect((await wear(at.sekretaris, 'kabid-aptika.definitive')).status).toBe(404)
  expect((await wear(at.kadin, 'kepala-dinas.definitive')).status).toBe(404)
})
