import { expect, test } from 'vitest'
import { maskedKey, plainKey } from './csrf.ts'

const KEY = 'kP3v9-a_0123456789abcdefghijklmnopqrstuvwxy'

test('the key of a form stands differently on every page and means the same', () => {
  const [one, other] = [maskedKey(KEY, 'a'.repeat(43)), maskedKey(KEY, 'b'.repeat(43))]
  expect(one).not.toContain(KEY)
  expect(one.split('.')[1]).not.toBe(other.split('.')[1])
  expect([plainKey(one), plainKey(other), plainKey(KEY)]).toEqual([KEY, KEY, KEY])
})

test('nothing else means that key, however it is written', () => {
  const masked = maskedKey(KEY, 'a'.repeat(43))
  const wrong = ['', '.', 'x', `${KEY}x`, KEY.slice(1), `b${masked.slice(1)}`, masked.slice(0, -2), '..', '\u0000.x']
  expect(wrong.filter((sent) => plainKey(sent) === KEY)).toEqual([])
})
