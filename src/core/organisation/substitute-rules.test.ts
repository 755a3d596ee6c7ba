// Standing in for somebody who is away: officers only, on days that are left, never in a circle.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withWrites } from './apply.ts'
import { daysAfter } from './days.ts'
import { judge } from './judge.ts'
import { FACTS, held, judged, OFFICE, said, standsIn, TODAY } from './office.fixture.ts'
import { holds, type Organisation, type SubstituteRow } from './organisation.ts'

const name = (row: SubstituteRow, more: Partial<Organisation> = {}) => judged({ type: 'substitute', row }, more)

describe('nobody stands in', () => {
  test.each<[string, Partial<SubstituteRow>, string]>([
    ['for a post that is not held', { post: 'staf' }, 'absent: Orang kepala tidak memegang'],
    ['for themselves', { person: 'kepala' }, 'person: Pilih orang lain'],
    ['who holds no post of the office', { person: 'baru' }, 'person: Orang baru tidak memegang jabatan'],
    ['with a closed account', { person: 'pergi' }, 'person: Pilih pengganti'],
    ['on days that have passed', { fromOn: '2026-03-01', toOn: '2026-03-15' }, 'toOn: Hari terakhirnya sudah lewat'],
    ['with an end before the beginning', { toOn: '2026-03-15' }, 'toOn: Tulis hari terakhir'],
    ['for a procedure that there is not', { procedures: ['lain'] }, 'procedures: SOP "lain"'],
  ])('%s', (_, row, says) => {
    expect(said(name({ ...standsIn('kepala', 'kabid'), ...row }))).toContain(says)
  })

  test('twice for the same person on the same days', () => {
    const substitutes = [standsIn('kepala', 'kabid')]
    expect(said(name(standsIn('kepala', 'kabid', { substitute: 's' }), { substitutes }))).toContain('fromOn: ')
  })
})

describe('a circle', () => {
  const substitutes = [standsIn('kabid', 'kepala', { fromOn: '2026-03-20', toOn: '2026-03-27' })]

  test('of two on the same day is refused', () => {
    expect(said(name(standsIn('kepala', 'kabid'), { substitutes }))).toContain('person: Orang kabid sendiri digantikan')
  })
  test('is none when the days only follow each other', () => {
    expect(said(name(standsIn('kepala', 'kabid', { toOn: '2026-03-19' }), { substitutes }))).toBe('ya')
  })
  test('of three on the same day is refused', () => {
    const three = [...substitutes, standsIn('staf', 'kabid', { fromOn: '2026-03-20', toOn: '2026-03-20' })]
    expect(said(name(standsIn('kepala', 'staf'), { substitutes: three }))).toContain('Orang staf sendiri digantikan')
    expect(said(name(standsIn('kepala', 'staf', { toOn: '2026-03-19' }), { substitutes: three }))).toBe('ya')
  })

  test('never comes about, whoever names whom in whatever order', () => {
    const who = fc.constantFrom('kepala', 'kabid', 'staf', 'dua', 'tiga')
    const wish = fc.record({
      absent: who,
      person: who,
      from: fc.integer({ min: 0, max: 6 }),
      days: fc.integer({ min: 0, max: 4 }),
    })
    const start: Organisation = {
      ...OFFICE,
      people: [
        ...OFFICE.people,
        ...['dua', 'tiga'].map((one) => ({ person: one, name: one, email: one, state: 'active' as const })),
      ],
      mandates: [...OFFICE.mandates, held('dua', 'staf'), held('tiga', 'staf')],
    }
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
        let office = start
        for (const [index, { absent, person, from, days }] of wishes.entries()) {
          const post = office.mandates.find((one) => one.person === absent)?.post ?? ''
          const fromOn = daysAfter(TODAY, from)
          const row = standsIn(absent, person, { substitute: `s${index}`, post, fromOn, toOn: daysAfter(fromOn, days) })
          const answer = judge(office, { type: 'substitute', row }, FACTS)
          if (answer.ok) office = withWrites(office, answer.writes)
        }
        for (let ahead = 0; ahead <= 12; ahead += 1) expect(circleOn(office, daysAfter(TODAY, ahead))).toBe(false)
      }),
    )
  })
})

/** Taken one by one: whoever nobody away waits for is struck off, until nobody is left or a circle remains. */
const circleOn = (office: Organisation, on: string): boolean => {
  let left = office.substitutes.filter((one) => holds(one, on))
  for (let count = -1; count !== left.length; ) {
    count = left.length
    left = left.filter((one) => left.some((other) => other.absent === one.person))
  }
  return left.length > 0
}

describe('a substitute', () => {
  test('beside another one is told of it', () => {
    const substitutes = [standsIn('kepala', 'staf')]
    expect(said(name(standsIn('kepala', 'kabid'), { substitutes }))).toContain('Orang staf juga menjadi pengganti')
  })
  test('for somebody whose mandate ends meanwhile is told of that', () => {
    const mandates = [held('kepala', 'kepala', { toOn: '2026-03-17' }), held('kabid', 'kabid')]
    expect(said(name(standsIn('kepala', 'kabid'), { mandates }))).toContain('berakhir 2026-03-17')
  })
  test('is ended early, or taken back before it has begun', () => {
    const substitutes = [standsIn('kepala', 'kabid'), standsIn('kabid', 'staf', { fromOn: '2026-03-17' })]
    const end = (toOn: string) => judged({ type: 'end-substitute', substitute: 'kepala-kabid', toOn }, { substitutes })
    expect(end('2026-03-17')).toMatchObject({ ok: true, writes: [{ after: { toOn: '2026-03-17' } }] })
    expect(said(end('2026-03-21'))).toContain('dari 2026-03-16 sampai 2026-03-20')
    const drop = (substitute: string) => judged({ type: 'drop-substitute', substitute }, { substitutes })
    expect(said(drop('kepala-kabid'))).toContain('sudah berjalan')
    expect(drop('kabid-staf')).toMatchObject({ ok: true, writes: [{ after: null }] })
  })
})
