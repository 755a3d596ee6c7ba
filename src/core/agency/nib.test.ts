import { expect, test } from 'vitest'
import { clientOfNib, nibOf } from './nib.ts'

test.each([
  ['too short', '123456789012'],
  ['too long', '12345678901234'],
  ['with a letter', '123456789012O'],
  ['of foreign digits', '١٢٣٤٥٦٧٨٩٠١٢٣'],
  ['with a sign of its own', '+1234567890123'],
  ['nothing at all', ''],
])('a NIB is none when it is %s', (_, typed) => {
  expect(nibOf(typed)).toBeNull()
})

test.each(['1234567890123', ' 1234 5678 90123 ', '1234.5678.90123', '1234-5678-90123'])(
  'a NIB may be written as it is printed: %s',
  (typed) => {
    expect(nibOf(typed)).toBe('1234567890123')
    expect(clientOfNib('1234567890123')).toBe('nib-1234567890123')
  },
)
