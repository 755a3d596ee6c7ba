// What people may see and do follows from who holds which post on the day; who may not comes first.
import { describe, expect, test } from 'vitest'
import type { AgencyData } from '../core/agency/catalogue.ts'
import { factsOf } from '../core/dossier/involved.ts'
import { DESK, POSTS, waitingAt } from '../core/dossier/office.fixture.ts'
import { livingOf, procedureFrom } from '../core/dossier/trial.fixture.ts'
import type { Capacity, HeldMandate, Substitute } from '../core/person/mandate.ts'
import { inProcedure, mayDossier } from '../core/person/may.ts'
import { byForTask } from './acting.ts'
import { hatKey, personOf } from './hats.ts'

const PROCEDURE = procedureFrom(DESK)
const DAY = '2026-11-20'
const BEFORE = '2026-11-19'
const AFTER = '2026-11-21'

const held = (
  person: string,
  post: string,
  capacity: Capacity = 'definitive',
  from = '2020-01-01',
  to: string | null = null,
): HeldMandate => ({
  mandate: `${person} ${post} ${capacity}`,
  person,
  name: person,
  post,
  capacity,
  fromOn: from,
  toOn: to,
  decree: null,
})

const standIn = (procedures: string[]): Substitute => ({
  substitute: 'satu',
  post: 'kepala',
  absent: 'pemegang',
  absentName: 'pemegang',
  person: 'pengganti',
  name: 'pengganti',
  fromOn: DAY,
  toOn: DAY,
  procedures,
  decree: null,
})

type Office = { mandates: HeldMandate[]; substitutes?: Substitute[]; closedOn?: string }

const officeOn = (today: string, { mandates, substitutes = [], closedOn }: Office): AgencyData => {
  const living = livingOf(POSTS)
  // The clerk is below the head of division, who is below the head: `loket`, `kabid`, `kepala`.
  const above: Record<string, string> = { kabid: 'kepala', kepala: 'loket' }
  const posts = living.agency.posts.map(({ superior: _, ...post }) => ({
    ...post,
    ...(above[post.post] ? { superior: above[post.post] ?? '' } : {}),
    ...(post.post === 'kepala' && closedOn ? { closedOn } : {}),
  }))
  return { ...living, agency: { ...living.agency, posts }, mandates, substitutes, editions: [], letters: {}, today }
}

const HOLDER = held('pemegang', 'kepala')
const PLH: Office = { mandates: [HOLDER, held('plh', 'kepala', 'plh', DAY, DAY)] }
const SUBSTITUTE: Office = { mandates: [HOLDER], substitutes: [standIn([])] }
const LIMITED: Office = { mandates: [HOLDER], substitutes: [standIn([PROCEDURE.procedure])] }
const ELSEWHERE: Office = { mandates: [HOLDER], substitutes: [standIn(['lain'])] }
const VACANT: Office = { mandates: [held('atasan', 'loket'), held('bawahan', 'kabid')] }

type Row = [title: string, office: Office, day: string, person: string, sees: boolean, acts: boolean]

/** A secret dossier that lies with the head. */
const ROWS: Row[] = [
  ['somebody without a post', PLH, DAY, 'orang-lain', false, false],
  ['a Plh. the day before', PLH, BEFORE, 'plh', false, false],
  ['a Plh. the day after', PLH, AFTER, 'plh', false, false],
  ['a substitute the day before', SUBSTITUTE, BEFORE, 'pengganti', false, false],
  ['a substitute the day after', SUBSTITUTE, AFTER, 'pengganti', false, false],
  ['a substitute for other services', ELSEWHERE, DAY, 'pengganti', false, false],
  ['a substitute for this service, the day after', LIMITED, AFTER, 'pengganti', false, false],
  ['whoever is below a vacant post', VACANT, DAY, 'bawahan', false, false],
  ['the holder of a closed post', { mandates: [HOLDER], closedOn: DAY }, DAY, 'pemegang', false, false],
  ['somebody whose account was closed', { mandates: [] }, DAY, 'pemegang', false, false],
  [
    'a superior of a post that has its holder',
    { mandates: [HOLDER, held('atasan', 'arsiparis')] },
    DAY,
    'atasan',
    false,
    false,
  ],
  ['the holder while a Plh. is named', PLH, DAY, 'pemegang', true, false],
  ['the holder while a substitute stands in', SUBSTITUTE, DAY, 'pemegang', true, false],
  ['the holder while a substitute stands in for this service', LIMITED, DAY, 'pemegang', true, false],
  ['the holder the day before', PLH, BEFORE, 'pemegang', true, true],
  ['the holder the day after', PLH, AFTER, 'pemegang', true, true],
  ['the holder while a substitute stands in for other services', ELSEWHERE, DAY, 'pemegang', true, true],
  [
    'the holder the day before the post is closed',
    { mandates: [HOLDER], closedOn: AFTER },
    DAY,
    'pemegang',
    true,
    true,
  ],
  ['a Plh. on the day', PLH, DAY, 'plh', true, true],
  ['a substitute on the day', SUBSTITUTE, DAY, 'pengganti', true, true],
  ['a substitute for this service', LIMITED, DAY, 'pengganti', true, true],
  ['the superior of a vacant post', VACANT, DAY, 'atasan', true, true],
]

const someone = (office: AgencyData, person: string, hat = '') =>
  personOf({ person, name: person, email: '', isAdministrator: false, clients: [], hat }, office)

describe('on a secret dossier that lies with the head', () => {
  const trial = waitingAt('disposisi')
  const dossier = { ...trial.dossier(), secrecy: 'rahasia' as const }
  const task = trial.task('disposisi')
  // Whoever entered it goes on seeing it: here only the head's post is looked at.
  const facts = { ...factsOf(dossier), posts: task.posts }

  test.each(ROWS)('%s', (_, office, day, person, sees, acts) => {
    const who = someone(officeOn(day, office), person)
    const actor = inProcedure(who.actor, PROCEDURE.procedure)
    expect({
      sees: mayDossier(actor, 'see-inside', facts),
      acts: byForTask(who, { procedure: PROCEDURE, dossier, task }) !== null,
    }).toEqual({ sees, acts })
  })
})

describe('the hats', () => {
  test('begin with the one that was chosen, as long as it is worn', () => {
    const office = officeOn(DAY, { mandates: [held('rangkap', 'loket'), held('rangkap', 'kabid')] })
    const chosen = hatKey({ post: 'kabid', capacity: 'definitive', actsFor: null })
    expect(someone(office, 'rangkap').hats.map((hat) => hat.kind === 'post' && hat.post)).toEqual([
      'loket',
      'kabid',
      'kepala',
    ])
    expect(someone(office, 'rangkap', chosen)).toMatchObject({
      hasChosen: true,
      hats: [{ post: 'kabid' }, { post: 'loket' }, {}],
    })
    expect(someone(office, 'rangkap', 'kepala.plh')).toMatchObject({ hasChosen: false })
  })

  test('of somebody who is away have no duties', () => {
    expect(someone(officeOn(DAY, PLH), 'pemegang').actor).toMatchObject({ posts: ['kepala'], duties: [] })
  })
})
