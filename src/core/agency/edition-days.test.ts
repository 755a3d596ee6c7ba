// From when to when an edition is in force.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DaysDecision, decideInForce, decideWithdraw, type EditionDays } from './edition-days.ts'

const TODAY = '2026-11-20'
const edition = (name: string, from: string | null = null, to: string | null = null): EditionDays => ({
  edition: name,
  from,
  to,
})
const said = (decided: DaysDecision): string => (decided.ok ? 'ya' : decided.sentence.id)
const afterwards = (editions: readonly EditionDays[], decided: DaysDecision): EditionDays[] =>
  editions.map((one) => {
    const change = decided.ok ? decided.changes.findLast((other) => other.edition === one.edition) : undefined
    return change ? edition(change.edition, change.from, change.to) : one
  })

describe('putting an edition in force', () => {
  const OLD = edition('2022', '2022-02-01')
  const NEW = edition('2026')
  const force = (from: string, editions: readonly EditionDays[] = [OLD, NEW], name = '2026') =>
    decideInForce(editions, { edition: name, from, today: TODAY })

  test('from today ends the older one today', () => {
    expect(afterwards([OLD, NEW], force(TODAY))).toEqual([edition('2022', '2022-02-01', TODAY), edition('2026', TODAY)])
  })

  test('from a later day lets the older one stand until that day', () => {
    expect(afterwards([OLD, NEW], force('2027-01-01'))).toEqual([
      edition('2022', '2022-02-01', '2027-01-01'),
      edition('2026', '2027-01-01'),
    ])
  })

  test.each([
    ['the past', force('2026-11-19'), 'berlaku surut'],
    ['an edition that nobody ratified', force(TODAY, [OLD], '2027'), 'belum disahkan'],
    ['what is in force', force(TODAY, [OLD, NEW], '2022'), 'sudah berlaku'],
    [
      'what was in force once',
      force(TODAY, [edition('2022', '2022-02-01', '2025-05-01'), NEW], '2022'),
      'pernah berlaku',
    ],
    ['what is scheduled', force('2027-02-01', [OLD, edition('2026', '2027-01-01')]), 'sudah dijadwalkan'],
    ['a day before another that is scheduled', force(TODAY, [OLD, NEW, edition('2027', '2027-01-01')]), 'Edisi 2027'],
    ['the day on which another begins', force(TODAY, [edition('2025', TODAY), NEW]), 'Edisi 2025'],
  ])('is refused for %s', (_, decided, says) => {
    expect(said(decided)).toContain(says)
  })
})

describe('withdrawing an edition', () => {
  const withdraw = (editions: readonly EditionDays[], name: string) =>
    decideWithdraw(editions, { edition: name, today: TODAY })

  test('ends it today when it is in force', () => {
    const all = [edition('2022', '2022-02-01')]
    expect(afterwards(all, withdraw(all, '2022'))).toEqual([edition('2022', '2022-02-01', TODAY)])
  })

  test('gives the days back to the one before when it has not begun', () => {
    const all = [edition('2022', '2022-02-01', '2027-01-01'), edition('2026', '2027-01-01')]
    expect(afterwards(all, withdraw(all, '2026'))).toEqual([edition('2022', '2022-02-01'), edition('2026')])
  })

  test('on the day on which it came in force leaves room for another one that day', () => {
    const all = [edition('2022', '2022-02-01', TODAY), edition('2026', TODAY), edition('2026b')]
    const without = afterwards(all, withdraw(all, '2026'))
    expect(said(decideInForce(without, { edition: '2026b', from: TODAY, today: TODAY }))).toBe('ya')
  })

  test.each([
    ['an edition that nobody ratified', [edition('2022')], '2026', 'belum disahkan'],
    ['what never was in force', [edition('2022')], '2022', 'tidak sedang berlaku'],
    ['what has ended', [edition('2022', '2022-02-01', '2025-05-01')], '2022', 'sudah berakhir'],
  ])('is refused for %s', (_, editions, name, says) => {
    expect(said(withdraw(editions, name))).toContain(says)
  })
})

test('whatever is put in force and withdrawn in whatever order, no day has two editions', () => {
  const names = ['a', 'b', 'c', 'd']
  const act = fc.record({
    name: fc.constantFrom(...names),
    isForce: fc.boolean(),
    ahead: fc.integer({ min: 0, max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let all = names.map((name) => edition(name))
      for (const [index, { name, isForce, ahead }] of acts.entries()) {
        const today = `2026-01-${String(1 + Math.floor(index / 3)).padStart(2, '0')}`
        const from = `2026-01-${String(1 + Math.floor(index / 3) + ahead).padStart(2, '0')}`
        all = afterwards(
          all,
          isForce ? decideInForce(all, { edition: name, from, today }) : decideWithdraw(all, { edition: name, today }),
        )
        for (let day = 1; day <= 31; day += 1) {
          const on = `2026-01-${String(day).padStart(2, '0')}`
          const standing = all.filter((one) => one.from !== null && one.from <= on && (one.to === null || on < one.to))
          expect(standing.length).toBeLessThanOrEqual(1)
        }
      }
    }),
  )
})
