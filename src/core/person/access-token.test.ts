import { describe, expect, test } from 'vitest'
import { hintOf, isTokenText, readExpiry, tokenState, tokenText } from './access-token.ts'

const RANDOM = 'aB3_-xYz0123456789abcdefghijklmnopqrstuvwxy'
const now = '2026-11-20T02:00:00.000Z'
const at = { now, zone: 'Asia/Jakarta' }

describe('the text of a token', () => {
  test('begins with what scanners for leaked secrets look for', () => {
    expect(RANDOM).toHaveLength(43)
    expect(tokenText(RANDOM)).toBe(`mipp_${RANDOM}`)
    expect(isTokenText(tokenText(RANDOM))).toBe(true)
  })

  test.each(['', 'mipp_', RANDOM, `mipp_${RANDOM}x`, `mipp_${RANDOM.slice(1)}`, `mipp_${RANDOM.slice(1)}\u0000`, 'x'])(
    'is not %j',
    (text) => {
      expect(isTokenText(text)).toBe(false)
    },
  )

  test('is recognised by its first characters, which leave the rest unguessed', () => {
    expect(hintOf(tokenText(RANDOM))).toBe('mipp_aB3_-x')
  })
})

describe('the life of a token', () => {
  test('is over at the moment it expires, and when it is revoked', () => {
    expect(tokenState({ expiresAt: '2026-11-20T02:00:00.001Z', revokedAt: null }, now)).toBe('valid')
    expect(tokenState({ expiresAt: now, revokedAt: null }, now)).toBe('expired')
    expect(tokenState({ expiresAt: '2027-11-20T02:00:00.000Z', revokedAt: now }, now)).toBe('revoked')
  })

  test('is given in days from now, or as the last day that counts in the zone of the office', () => {
    expect(readExpiry('90d', at)).toBe('2027-02-18T02:00:00.000Z')
    expect(readExpiry('366d', at)).toBe('2027-11-21T02:00:00.000Z')
    expect(readExpiry('2026-11-20', at)).toBe('2026-11-20T17:00:00.000Z')
    expect(readExpiry('2027-01-31', at)).toBe('2027-01-31T17:00:00.000Z')
  })

  test.each(['0d', '367d', '9999d', '-1d', '90', 'd', '2026-11-19', '2026-02-30', '2030-01-01', 'besok', ''])(
    'cannot be %j',
    (text) => {
      expect(readExpiry(text, at)).toBeNull()
    },
  )
})
