// A small office for the tests of the organisation: a head, a secretary, a division with its staff.
import type { Change, Facts, Judged } from './change.ts'
import { judge } from './judge.ts'
import type { MandateRow, Organisation, PostRow, SubstituteRow } from './organisation.ts'

export const TODAY = '2026-03-16'

export const FACTS: Facts = { today: TODAY, calendars: ['utama'], procedures: ['alat'], openWork: {}, named: {} }

export const post = (name: string, more: Partial<PostRow> = {}): PostRow => ({
  post: name,
  title: `Jabatan ${name}`,
  unit: 'dinas',
  superior: 'kepala',
  duties: [],
  closedOn: null,
  successor: null,
  ...more,
})

const account = (person: string) => ({ person, name: `Orang ${person}`, email: `${person}@dinas.example` })

export const held = (person: string, at: string, more: Partial<MandateRow> = {}): MandateRow => ({
  mandate: `${person}-${at}`,
  person,
  post: at,
  capacity: 'definitive',
  fromOn: '2025-01-01',
  toOn: null,
  decree: '821/1',
  ...more,
})

export const standsIn = (absent: string, person: string, more: Partial<SubstituteRow> = {}): SubstituteRow => ({
  substitute: `${absent}-${person}`,
  post: absent,
  absent,
  person,
  fromOn: '2026-03-16',
  toOn: '2026-03-20',
  procedures: [],
  decree: null,
  ...more,
})

/** Everybody is called like the post they hold. */
export const OFFICE: Organisation = {
  units: [
    { unit: 'dinas', name: 'Dinas', kind: 'office', superior: null, calendar: null },
    { unit: 'aptika', name: 'Bidang Aptika', kind: 'division', superior: 'dinas', calendar: null },
  ],
  posts: [post('kepala', { superior: null }), post('kabid'), post('staf', { superior: 'kabid' })],
  clients: [{ client: 'arsip', kind: 'agency', name: 'Dinas Arsip', head: 'Kepala', address: 'Kota', closedOn: null }],
  people: [
    { ...account('kepala'), state: 'active' },
    { ...account('kabid'), state: 'active' },
    { ...account('staf'), state: 'active' },
    { ...account('baru'), state: 'invited' },
    { ...account('pergi'), state: 'closed' },
  ],
  mandates: [held('kepala', 'kepala'), held('kabid', 'kabid'), held('staf', 'staf')],
  substitutes: [],
  memberships: [],
}

export const judged = (change: Change, more: Partial<Organisation> = {}, facts: Partial<Facts> = {}): Judged =>
  judge({ ...OFFICE, ...more }, change, { ...FACTS, ...facts })

/** What is said of it: the place and the sentence of a no, the warnings of a yes, or "ya". */
export const said = (answer: Judged): string => {
  if (!answer.ok) return `${answer.at}: ${answer.sentence.id}`
  return answer.warnings.map(({ id }) => id).join(' ') || 'ya'
}
