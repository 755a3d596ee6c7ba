// What must hold of every deadline, and pauses against a second clock that walks minute by minute.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Deadline, dueOf, explainDeadline, type Pause } from './deadline.ts'
import { instantAt, MINUTE } from './instant.ts'
import { office, wib } from './office.fixture.ts'
import { workingMinutesBetween } from './working-time.ts'

const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 31)
const budget = { seed, numRuns: 150 }

// From before Ramadan to behind Idulfitri: the hours change twice and there are days off.
const first = Date.parse(wib('2026-02-16 00.00'))
const span = 45 * 1440

const at = (minute: number): string => instantAt(first + minute * MINUTE)

const limit = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 3000 }), unit: fc.constant('minute' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant('hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 9 }), unit: fc.constant('day' as const) }),
)

const pause = (from: number, to: number | null): Pause => ({
  from: at(from),
  to: to === null ? null : at(to),
  waitedFor: 'applicant',
})

/** Marks in the order of time make a start and some pauses, none within another. */
const marks = fc
  .uniqueArray(fc.integer({ min: 0, max: span }), { minLength: 1, maxLength: 9 })
  .map((list) => list.toSorted((a, b) => a - b))

const pausesOf = ([, ...rest]: readonly number[]): Pause[] =>
  rest.flatMap((from, index) => {
    const to = rest[index + 1]
    return index % 2 === 0 && to !== undefined ? [pause(from, to)] : []
  })

const deadlineOf = (list: readonly number[], one: Deadline['limit'], pauses = pausesOf(list)): Deadline => ({
  startedAt: at(list[0] ?? 0),
  limit: one,
  pauses,
  extension: null,
})

const mustBe = (due: string | null): string => {
  if (due === null) throw new Error('A deadline without an open pause has a due')
  return due
}

describe(`of every deadline (TEST_SEED=${seed})`, () => {
  test('a limit in minutes is due when so many unpaused working minutes have passed', () => {
    const minutes = fc.record({ amount: fc.integer({ min: 1, max: 2500 }), unit: fc.constant('minute' as const) })
    fc.assert(
      fc.property(marks, minutes, (list, one) => {
        const deadline = deadlineOf(list, one)
        const due = mustBe(dueOf(office, deadline))
        // The second clock: it has no idea of keeping and giving back, it only counts what is not paused.
        const counted =
          workingMinutesBetween(office, deadline.startedAt, due) -
          deadline.pauses.reduce((sum, { from, to }) => {
            const end = to === null || to > due ? due : to
            return sum + workingMinutesBetween(office, from, end)
          }, 0)
        expect(counted).toBe(one.amount)
        expect(explainDeadline(office, deadline).workingMinutes).toBe(one.amount)
      }),
      budget,
    )
  })

  test('the parts of its explanation add up, stand in order and lie outside the pauses', () => {
    fc.assert(
      fc.property(marks, limit, (list, one) => {
        const deadline = deadlineOf(list, one)
        const explained = explainDeadline(office, deadline)
        expect(explained.due).toBe(dueOf(office, deadline))
        expect(explained.segments.reduce((sum, segment) => sum + segment.minutes, 0)).toBe(explained.workingMinutes)
        for (const [index, { from, to }] of explained.segments.entries()) {
          expect(from < to).toBe(true)
          expect((explained.segments[index - 1]?.to ?? deadline.startedAt) <= from).toBe(true)
          const counted = explained.pauses.filter((it) => !it.isOverdue)
          expect(counted.some((it) => it.from < to && from < (it.to ?? to))).toBe(false)
        }
      }),
      budget,
    )
  })

  test('it is never due before it begins', () => {
    fc.assert(
      fc.property(marks, limit, (list, one) => {
        const deadline = deadlineOf(list, one)
        expect(mustBe(dueOf(office, deadline)) >= deadline.startedAt).toBe(true)
      }),
      budget,
    )
  })

  test('a pause without length changes nothing', () => {
    fc.assert(
      fc.property(marks, limit, fc.integer({ min: 0, max: span }), (list, one, moment) => {
        const bare = deadlineOf(list, one, [])
        const paused = deadlineOf(list, one, [pause((list[0] ?? 0) + moment, (list[0] ?? 0) + moment)])
        expect(dueOf(office, paused)).toBe(dueOf(office, bare))
      }),
      budget,
    )
  })

  test('a pause never makes it due earlier, nor does one that lasts longer', () => {
    fc.assert(
      fc.property(limit, fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: span }))), (one, drawn) => {
        const [start = 0, from = 0, to = 0, longer = 0] = drawn.toSorted((a, b) => a - b)
        const dueWith = (pauses: Pause[]): string => mustBe(dueOf(office, deadlineOf([start], one, pauses)))
        const short = dueWith([pause(from, to)])
        expect(short >= dueWith([])).toBe(true)
        expect(dueWith([pause(from, longer)]) >= short).toBe(true)
      }),
      budget,
    )
  })

  test('a pause that begins earlier never makes it due earlier', () => {
    fc.assert(
      fc.property(limit, fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: span }))), (one, drawn) => {
        const [start = 0, earlier = 0, from = 0, to = 0] = drawn.toSorted((a, b) => a - b)
        const dueWith = (begin: number): string => mustBe(dueOf(office, deadlineOf([start], one, [pause(begin, to)])))
        expect(dueWith(earlier) >= dueWith(from)).toBe(true)
      }),
      budget,
    )
  })

  test('a pause that lies outside working hours costs no working minute', () => {
    fc.assert(
      fc.property(limit, fc.integer({ min: 0, max: span }), fc.integer({ min: 0, max: 30 }), (one, start, day) => {
        // From 17.00 to 06.00 nobody works by any of the weeks.
        const night = pause(
          start - (start % 1440) + day * 1440 + 17 * 60,
          start - (start % 1440) + (day + 1) * 1440 + 360,
        )
        const bare = mustBe(dueOf(office, deadlineOf([start], one, [])))
        const paused = mustBe(dueOf(office, deadlineOf([start], one, night.from < at(start) ? [] : [night])))
        expect(workingMinutesBetween(office, bare, paused)).toBe(0)
      }),
      budget,
    )
  })

  test('an extension never makes it due earlier', () => {
    fc.assert(
      fc.property(marks, limit, limit, fc.integer({ min: 0, max: span }), (list, one, more, granted) => {
        const deadline = deadlineOf(list, one)
        const extended = { ...deadline, extension: { ...more, at: at((list[0] ?? 0) + granted) } }
        expect(mustBe(dueOf(office, extended)) >= mustBe(dueOf(office, deadline))).toBe(true)
      }),
      budget,
    )
  })
})
