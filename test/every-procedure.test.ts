// Every procedure in force of every office, begun in every way and finished by the right people: by programs, and by pages without scripts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monitorsOf, schedulesOf } from '../src/core/procedure/automatic.ts'
import { followRules } from '../src/jobs/follow-rules.ts'
import { lookAround } from '../src/jobs/look-around.ts'
import { type Cast, castOf, everyAgency, inForceOf } from './support/cast.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { wordsOf } from './support/visit.ts'
import { walkOf } from './support/walk.ts'
import { fileByApi, finishByApi } from './support/walk-by-api.ts'
import { beginByPages, finishByPages } from './support/walk-by-pages.ts'

let office: TestOffice
let nowMs = Date.parse('2026-11-20T02:12:00.000Z')
const casts = new Map<string, Cast>()
const agencies = await everyAgency()

const pass = (seconds: number): void => {
  nowMs += seconds * 1000
}

beforeAll(async () => {
  office = await startOffice({ now: () => new Date(nowMs).toISOString() })
  for (const data of agencies) casts.set(data.agency.agency, castOf(office, data))
})
afterAll(() => office.stop())

const castFor = (agency: string): Cast => {
  const cast = casts.get(agency)
  if (!cast) throw new Error(`No office ${agency}`)
  return cast
}

const all = agencies.flatMap((data) =>
  inForceOf(data, '2026-11-20').map((procedure) => ({
    agency: data.agency.agency,
    name: procedure.procedure,
    procedure,
  })),
)
const byHand = all.flatMap((one) =>
  one.procedure.starts.flatMap(({ by }) => (by === 'schedule' || by === 'monitor' ? [] : [{ ...one, by }])),
)

/** How the ways that were walked are drawn. */
const BOLD = 'stroke-width="1.9"'

/** Finished, remembered where the file says so, with the path that it walked in its picture. */
const expectFinished = async (cast: Cast, id: string): Promise<void> => {
  await office.jobsDone()
  const dossier = await walkOf(office, cast.agency, id).see()
  expect(dossier.status).toBe('finished')
  const last = dossier.tasks.findLast(({ posts }) => posts.length > 0)
  const { visit } = await cast.atPost(last?.posts[0] ?? '')
  const picture = await visit.get(`/dossiers/${id}/sop.svg`)
  expect([picture.status, picture.headers['content-type']]).toEqual([200, expect.stringContaining('image/svg+xml')])
  expect(picture.text).toContain(BOLD)
}

const dossiersBy = async ({ agency }: Cast, procedure: string, channel: string): Promise<string[]> => {
  const rows = await office.office.store.inAgency(agency, (db) =>
    db
      .selectFrom('dossier')
      .select('dossier')
      .where('procedure', '=', procedure)
      .where('channel', '=', channel)
      .orderBy('number')
      .execute(),
  )
  return rows.map((row) => row.dossier)
}

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

test.each(all)('the sheet of $agency/$name shows every printed row', async ({ agency, name, procedure }) => {
  const visitor = office.visitor(agency)
  const pages: string[] = []
  for (;;) {
    const page = await visitor.get(`/services/${name}/sheet.svg?page=${pages.length + 1}`)
    if (page.status !== 200) break
    pages.push(wordsOf(page.text.replaceAll(/<\/?svg[^>]*>/g, '')))
  }
  const drawn = letters(pages.join(' '))
  const printed = procedure.steps.filter(({ policy }) => !policy)
  expect(printed.filter(({ activity }) => !drawn.includes(letters(activity)))).toEqual([])
  expect(drawn).toContain(letters(procedure.title))
})

describe('through the interface for programs', () => {
  test.each(byHand)('$agency/$name, begun by $by, is finished', async (one) => {
    const cast = castFor(one.agency)
    const word = `uji-api-${one.by}-${one.name.slice(0, 8)}`
    // A report without an account is a page alone: it has no token.
    const id =
      one.by === 'public'
        ? await beginByPages(cast, one.procedure, { by: one.by, word, pass })
        : await fileByApi(cast, one.procedure, one.by, word)
    await finishByApi(cast, id)
    await expectFinished(cast, id)
  })
})

describe('through the pages without scripts', () => {
  test.each(byHand)('$agency/$name, begun by $by, is finished', async (one) => {
    const cast = castFor(one.agency)
    const word = `uji-${one.by}-${one.name.slice(0, 8)}`
    const id = await beginByPages(cast, one.procedure, { by: one.by, word, pass })
    await finishByPages(cast, id)
    await expectFinished(cast, id)
  })
})

describe('without being asked', () => {
  const byProbe = all.flatMap((one) =>
    monitorsOf(one.procedure).map((start) => ({ ...one, start, probe: start.probe })),
  )
  const bySchedule = all.flatMap((one) => schedulesOf(one.procedure).map((start) => ({ ...one, start })))
  const look = () => lookAround(office.office.tools, {}, 1)

  test.each(byProbe)('$agency/$name, begun by the probe $probe, is finished', async ({ agency, name, start }) => {
    const cast = castFor(agency)
    const site = await stocked(
      castOf(office, cast.data),
      start.register,
      start.words.find((one) => !one.includes(' ')) ?? 'hilang',
    )
    await look()
    for (let looks = 0; looks < 2 && start.probe === 'site-down'; looks += 1) {
      await vanish(cast, site)
      pass(7 * 3600)
      await look()
    }
    await finishBegun(agency, name, 'monitor')
  })

  test('what the calendar begins is finished, of every procedure that names a rule', async () => {
    for (const { agency, start } of bySchedule) if (start.each) await stocked(castFor(agency), start.each, 'terjadwal')
    await followRules(office.office.tools, {}, 1)
    // Beyond the next day of every rule; nobody is still signed in by then.
    pass(366 * 24 * 3600)
    await followRules(office.office.tools, {}, 1)
    for (const { agency, name } of bySchedule) await finishBegun(agency, name, 'schedule')
  })
})

/** By people who have signed in anew: much time has passed. */
const finishBegun = async (agency: string, name: string, channel: string): Promise<void> => {
  const cast = castOf(office, castFor(agency).data)
  const [id] = await dossiersBy(cast, name, channel)
  if (id === undefined) throw new Error(`${name} was not begun by ${channel}`)
  await finishByApi(cast, id)
  await expectFinished(cast, id)
}

/** Something that the office looks after, asked for and delivered. @returns its key in the register */
const stocked = async (cast: Cast, register: string, word: string): Promise<string> => {
  const source = all.find(
    ({ agency, procedure }) => agency === cast.agency && procedure.registers.some((feed) => feed.register === register),
  )
  if (!source) throw new Error(`Nothing feeds ${register}`)
  const id = await fileByApi(cast, source.procedure, 'client', word)
  await finishByApi(cast, id)
  await office.jobsDone()
  const { items } = await walkOf(office, cast.agency, id).see()
  return items.find((item) => item.register === register)?.key ?? ''
}

const vanish = async ({ agency }: Cast, site: string): Promise<void> => {
  const hosting = office.office.tools.hosting(agency)
  if (!hosting?.automatic) throw new Error('The demo has a hosting server')
  await hosting.removeSpace(site)
}
