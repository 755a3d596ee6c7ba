import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCodeFrom, readCode, showCode, trackingCodeFrom } from './code.ts'

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
        const sloppy = showCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readCode(` ${sloppy} `)).toBe(code)
      }),
    )
  })

  test('differs where the random text differs', () => {
    expect(trackingCodeFrom('AAAAAAAAAAAA')).toBe('0000000000')
    expect(trackingCodeFrom('ABCDEFGHIJKL')).toBe('0123456789')
  })

  test.each(['', 'ABC', '7K4P9QXR2M5', '7K4P9QXR2!', '../../etc', '７K4P9QXR2M'])('"%s" is no code', (typed) => {
    expect(readCode(typed)).toBeNull()
  })

  test('is never made from too little randomness', () => {
    expect(() => trackingCodeFrom('short')).toThrow()
  })
})

describe('a check code', () => {
  test('has the shape of a tracking code, from any random identifier', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (id) => {
        expect(checkCodeFrom(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
        expect(readCode(showCode(checkCodeFrom(id)).toLowerCase())).toBe(checkCodeFrom(id))
      }),
    )
  })

  test('differs where the identifiers differ in a random digit', () => {
    const id = '3f2b8c1d-9e4a-4b6c-8d7e-0123456789ab'
    expect(checkCodeFrom(id)).not.toBe(checkCodeFrom(id.replace('3f2b', '3f2c')))
    expect(checkCodeFrom(id)).not.toBe(checkCodeFrom(id.replace('4b6c', '4c6c')))
  })
})
