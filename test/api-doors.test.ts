// Whatever is refused on a page is refused to a program, and what a page lets be done a program may do: one table for both.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from './support/api.ts'
import { DEEDS, type Deed, type Someone, VIEWS } from './support/doors.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { makePerson, signIn } from './support/people.ts'
import { SIGNING_DEEDS, waitingLetter } from './support/signing-doors.ts'
import { post, subdomainForm, submitted, toTechnician, type Walk } from './support/walk.ts'

let office: TestOffice
const done = new Set<string>()
const people: Someone[] = []

const ofRole = async (role: string): Promise<Someone> => ({
  who: role,
  visit: await office.as(role),
  program: await programOf(office, role),
})
const made = async (who: string, more: Omit<Parameters<typeof makePerson>[1], 'email'>): Promise<Someone> => {
  const email = `${randomUUID()}@uji.example`
  const person = await makePerson(office, { email, ...more })
  const visit = office.visitor()
  await signIn(visit, email)
  return { who, visit, program: await programOf(office, { person }) }
}

beforeAll(async () => {
  office = await startOffice({ works: false })
  for (const role of ['pemohon', 'pelaksana', 'kepala-dinas', 'kabid', 'admin']) people.push(await ofRole(role))
  people.push(
    await made('an applicant of another agency', { membership: { client: 'dinas-kesehatan', jobTitle: 'Staf' } }),
    await made('an administrator without a post', { isAdministrator: true }),
    await made('somebody with neither post nor agency', {}),
    {
      who: 'an officer of another office',
      visit: await office.as('pelaksana', 'tulungagung'),
      program: await programOf(office, 'pelaksana', { agency: 'tulungagung' }),
    },
    { who: 'a stranger', visit: office.visitor(), program: await programOf(office, null), isStranger: true },
  )
})
afterAll(() => office.stop())

let count = 0
const fresh = (): Promise<Walk> => submitted(office, subdomainForm(`pintu${++count}`))
const STATES: Record<string, () => Promise<Walk>> = {
  'that was filed a moment ago': fresh,
  'that is secret and lies with the head of division': async () => {
    const walk = await fresh()
    await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-01-05' })
    await walk.finish({ note: 'Mohon diproses' })
    await walk.finish({ note: 'Teruskan' })
    return walk
  },
  'that came back to its applicant': async () => {
    const walk = await fresh()
    await walk.send(post('pelaksana'), { type: 'return', task: (await walk.task()).task, reason: 'Perbaiki' })
    return walk
  },
  'that lies with the technician': async () => {
    const walk = await fresh()
    await toTechnician(walk)
    return walk
  },
}

/** A dossier in this state, the same one as long as nobody has changed it. */
const standing = (make: () => Promise<Walk>): (() => Promise<Walk>) => {
  let known: { walk: Walk; version: number } | null = null
  return async () => {
    if (known && (await known.walk.see()).version === known.version) return known.walk
    const walk = await make()
    known = { walk, version: (await walk.see()).version }
    return walk
  }
}

/** Each of the people tries it by either door, on a dossier of its own where somebody before has done it. */
const byBothDoors = async (deed: Deed, current: () => Promise<Walk>): Promise<void> => {
  const outcome: Record<string, { page: boolean; api: boolean }> = {}
  for (const someone of people) {
    const first = await current()
    // The form stands on the page of the dossier: that a disposition is opened by looking at it is none of the deed.
    await someone.visit.get(`/dossiers/${first.id}`)
    const before = (await first.see()).version
    const answers = await deed.page(someone.visit, first, someone)
    const page = (await first.see()).version > before
    const second = await current()
    const was = (await second.see()).version
    const answer = await deed.api(someone, second)
    const api = (await second.see()).version > was
    outcome[someone.who] = { page, api }
    if (api) done.add(deed.name)
    expect(api, `${someone.who}: ${answer.status}`).toBe(answer.status < 300)
    expect(Math.max(answer.status, ...answers.map(({ status }) => status)), someone.who).toBeLessThan(500)
  }
  const apart = Object.entries(outcome).filter(([, { page, api }]) => page !== api)
  expect(apart).toEqual([])
}

describe.each(Object.keys(STATES))('on a dossier %s', (state) => {
  const current = standing(() => (STATES[state] ?? fresh)())

  test.each(DEEDS.map((deed) => [deed.name, deed] as const))('to %s', (_, deed) => byBothDoors(deed, current))

  test.each(VIEWS.map((view) => [view.name, view] as const))('to see %s', async (_, view) => {
    const walk = await current()
    const seen = await Promise.all(
      people.map(async ({ who, visit, program }) => {
        const pages = await Promise.all((await view.pages(walk)).map((page) => visit.get(page)))
        const answer = await program.get(await view.api(walk))
        return { who, page: pages.some(({ status }) => status === 200), api: answer.status === 200 }
      }),
    )
    expect(seen.filter(({ page, api }) => page !== api)).toEqual([])
    expect(seen.some(({ api }) => api)).toBe(true)
  })
})

describe('on a letter of the head of the office that waits for its signature', () => {
  test.each(SIGNING_DEEDS.map((deed) => [deed.name, deed] as const))('to %s', async (_, deed) => {
    const current = standing(async () => {
      const walk = await fresh()
      await waitingLetter(office, walk, deed.waits)
      return walk
    })
    await byBothDoors(deed, current)
    expect(done).toContain(deed.name)
  })
})

test('the deeds were tried where they can be done: all but the one that needs a finished request', () => {
  const never = DEEDS.map(({ name }) => name).filter((name) => !done.has(name))
  expect(never).toEqual(['rate'])
})
