import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTrackingCode, showTrackingCode, trackingCodeFrom } from './tracking-code.ts'

const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const token = fc.string({ unit: fc.constantFrom(...BASE64_URL), minLength: 43, maxLength: 43 })

describe('a tracking code', () => {
  test('has ten characters that nobody mistakes for another', () => {
    fc.assert(
      fc.property(token, (random) => {
        expect(trackingCodeFrom(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
      }),
    )
  })

  test('is found again when it is typed with a hyphen, in small letters, or with O for 0 and l for 1', () => {
    fc.assert(
      fc.property(token, (random) => {
        const code = trackingCodeFrom(random)
        const sloppy = showTrackingCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readTrackingCode(` ${sloppy} `)).toBe(code)
      }),
    )
  })

  test('differs where the random text differs', () => {
    expect(trackingCodeFrom('AAAAAAAAAAAA')).toBe('0000000000')
    expect(trackingCodeFrom('ABCDEFGHIJKL')).toBe('0123456789')
  })

  test.each(['', 'ABC', '7K4P9QXR2M5', '7K4P9QXR2!', '../../etc', '７K4P9QXR2M'])('"%s" is no code', (typed) => {
    expect(readTrackingCode(typed)).toBeNull()
  })

  test('is never made from too little randomness', () => {
    expect(() => trackingCodeFrom('short')).toThrow()
  })
})
