import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTroubles } from './troubles.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('A page that was too much is not tried again, the other pages of its document are', () => {
  const troubles = createTroubles()
  troubles.add('map', 'map-1')
  expect(troubles.has('map', 'map-1')).toBe(true)
  expect(troubles.has('map', 'map-2')).toBe(false)
  expect(troubles.has('letter', 'letter-1')).toBe(false)
})

test('A document with three such pages is given up as a whole', () => {
  const troubles = createTroubles()
  for (const page of ['map-1', 'map-2', 'map-3']) troubles.add('map', page)
  expect(troubles.has('map', 'map-4')).toBe(true)
  expect(troubles.has('letter', 'letter-1')).toBe(false)
})

test('After ten minutes it is tried again', () => {
  const troubles = createTroubles()
  troubles.add('map', 'map-1')
  vi.advanceTimersByTime(599_999)
  expect(troubles.has('map', 'map-1')).toBe(true)
  vi.advanceTimersByTime(1)
  expect(troubles.has('map', 'map-1')).toBe(false)
})
