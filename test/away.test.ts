// An absent holder: the Plh. and the substitute do the work from the first day to the last, and the holder has it again the day after.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTasks } from '../src/core/dossier/dossier.ts'
import { releaseTaken } from '../src/jobs/release-taken.ts'
import {
  address,
  aRequest,
  deed,
  disposing,
  entering,
  everybody,
  type People,
} from '../src/web/pages/dossier/desk.fixture.ts'
import { programOf } from './support/api.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { AGENCY } from './support/people.ts'
import { wordsOf } from './support/visit.ts'

/** Thursday, Friday and Saturday in November; the Plh. is named for the Friday alone. */
const BEFORE = '2026-11-19T03:00:00.000Z'
const DURING = '2026-11-20T03:00:00.000Z'
const AFTER = '2026-11-21T03:00:00.000Z'

let office: TestOffice
let at: People
let now = BEFORE

beforeAll(async () => {
  office = await startOffice({ now: () => now })
})
afterAll(() => office.stop())

const personOf = async (role: string): Promise<{ person: string; name: string }> =>
  office.office.store.inAgency(AGENCY, (db) =>
    db
      .selectFrom('person')
      .select(['person', 'name'])
      .where('agency', '=', AGENCY)
      .where('demo_role', '=', role)
      .executeTakeFirstOrThrow(),
  )

const onDay = async (day: string): Promise<void> => {
  now = day
  // A session of the day before has ended.
  at = await everybody(office)
}

describe('A Plh. of the head', () => {
  test('sees and disposes the letter from the first day of the decree, and not the day before', async () => {
    await onDay(BEFORE)
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, entering)
    const { person } = await personOf('sekretaris')
    await office.office.store.inAgency(AGENCY, (db) =>
      db
        .insertInto('mandate')
        .values({
          agency: AGENCY,
          mandate: randomUUID(),
          person,
          post: 'kepala-dinas',
          capacity: 'plh',
          from_on: '2026-11-20',
          to_on: '2026-11-20',
          decree: '821/7/2026',
        })
        .execute(),
    )
    expect(wordsOf((await at.sekretaris.get(address(walk))).text)).not.toContain('giliran Anda')
    expect(wordsOf((await at.kadin.get(address(walk))).text)).toContain('giliran Anda')

    await onDay(DURING)
    const page = wordsOf((await at.sekretaris.get(address(walk))).text)
    expect(page).toContain('giliran Anda')
    expect(page).toContain('Plh. Kepala Dinas, mewakili Pejabat Kepala Dinas')
    expect(wordsOf((await at.sekretaris.get('/work')).text)).toContain((await walk.see()).number)
    const away = wordsOf((await at.kadin.get(address(walk))).text)
    expect(away).not.toContain('giliran Anda')
    expect(away).toContain('Kepala Dinas: Anda sedang tidak di tempat')
    expect((await deed(at.kadin, walk, disposing)).status).toBe(409)
    expect((await walk.see()).dispositions).toEqual([])

    expect((await deed(at.sekretaris, walk, disposing)).status).toBe(303)
    const { dispositions } = await walk.see()
    const { person: head, name } = await personOf('kepala-dinas')
    expect(dispositions[0]?.by).toEqual({
      kind: 'post',
      person,
      post: 'kepala-dinas',
      capacity: 'plh',
      name: 'Pejabat Sekretaris',
      actsFor: { person: head, name },
    })
    const told = wordsOf((await at.sekretaris.get(address(walk))).text)
    expect(told).toContain('Plh. Kepala Dinas (Pejabat Sekretaris), mewakili Pejabat Kepala Dinas')
    const shown = await at.pemohon.get(`/mine/${walk.id}`)
    expect(wordsOf(shown.text)).toContain('Plh. Kepala Dinas')
    expect(shown.text).not.toContain('Pejabat Sekretaris')
  })

  test('leaves what is not finished to the holder, the day after', async () => {
    await onDay(BEFORE)
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, entering)
    const { person } = await personOf('sekretaris')
    await onDay(DURING)
    expect((await deed(at.sekretaris, walk, { do: 'take' })).status).toBe(303)
    expect(openTasks(await walk.see())[0]).toMatchObject({ takenBy: person })

    await onDay(AFTER)
    // Before the system has given it back it is in nobody's way.
    expect(wordsOf((await at.kadin.get(address(walk))).text)).toContain('giliran Anda')
    await releaseTaken(office.office.tools, {}, 1)
    expect(openTasks(await walk.see())[0]).toMatchObject({ takenBy: null })
    const told = wordsOf((await at.kadin.get(address(walk))).text)
    expect(told).toContain('Tugas dilepaskan oleh sistem')
    expect(told).toContain('Sekarang dijalankan oleh Kepala Dinas (Pejabat Kepala Dinas)')
    expect(wordsOf((await at.sekretaris.get(address(walk))).text)).not.toContain('giliran Anda')
    expect((await deed(at.kadin, walk, disposing)).status).toBe(303)
  })
})

describe('A substitute', () => {
  test('named while somebody has a task in work takes it over at once, for the services of the scope alone', async () => {
    await onDay(DURING)
    const walk = await aRequest(office)
    expect((await deed(at.pelaksana, walk, { do: 'take' })).status).toBe(303)
    const absent = await personOf('pelaksana')
    const substitute = await personOf('sekretariat')
    const name = (procedures: string[], on: string) =>
      office.office.store.inAgency(AGENCY, (db) =>
        db
          .insertInto('substitute')
          .values({
            agency: AGENCY,
            substitute: randomUUID(),
            post: 'pelaksana',
            absent: absent.person,
            person: substitute.person,
            from_on: on,
            to_on: on,
            procedures,
            made_at: now,
          })
          .execute(),
      )
    const theirs = await office.as('sekretariat')
    await name(['email-goid'], '2026-11-20')
    await office.jobsDone()
    expect(openTasks(await walk.see())[0]).toMatchObject({ takenBy: absent.person })
    expect(wordsOf((await theirs.get(address(walk))).text)).not.toContain('giliran Anda')

    expect(wordsOf((await theirs.get('/work')).text)).not.toContain((await walk.see()).number)

    await name(['subdomain-hosting'], '2026-11-20')
    await office.jobsDone()
    expect(wordsOf((await theirs.get('/work')).text)).toContain((await walk.see()).number)
    expect(openTasks(await walk.see())[0]).toMatchObject({ takenBy: null })
    const program = await programOf(office, 'sekretariat')
    const { json } = await program.get('/tasks?as=post')
    expect(json.tasks.map((task: { dossier: string }) => task.dossier)).toContain(walk.id)
    expect((await deed(theirs, walk, entering)).status).toBe(303)
    expect((await walk.see()).agenda?.by).toMatchObject({
      capacity: 'substitute',
      post: 'pelaksana',
      actsFor: { name: absent.name },
    })
  })
})
