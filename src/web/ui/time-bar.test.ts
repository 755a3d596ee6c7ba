// When a running time is calm, nearly used up, or past its standard.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeState } from './time-bar.tsx'

test('A time is calm up to four fifths of its standard, late only once the standard is past', () => {
  expect(timeState(0, 10)).toBe('calm')
  expect(timeState(7, 10)).toBe('calm')
  expect(timeState(8, 10)).toBe('soon')
  expect(timeState(10, 10)).toBe('soon')
  expect(timeState(11, 10)).toBe('late')
})

test('More time used never makes a time calmer', () => {
  const order = ['calm', 'soon', 'late']
  const minutes = fc.nat(10_000)
  fc.assert(
    fc.property(minutes, minutes, minutes, (used, more, standard) => {
      expect(order.indexOf(timeState(used + more, standard))).toBeGreaterThanOrEqual(
        order.indexOf(timeState(used, standard)),
      )
    }),
  )
})
