import { describe, expect, test } from 'vitest'
import { fullName, labelOf, nameFault } from './domain-name.ts'

const RULES = { zone: 'demakkab.go.id', reserved: ['www', 'mail', 'ns*', 'mx*'] }

const says = (typed: string): string | null => nameFault(fullName(typed, RULES), RULES)?.id ?? null

describe('a wanted name', () => {
  test.each([
    ['arsip', 'arsip.demakkab.go.id'],
    ['Arsip', 'arsip.demakkab.go.id'],
    ['arsip.demakkab.go.id', 'arsip.demakkab.go.id'],
    ['ARSIP.DemakKab.go.id.', 'arsip.demakkab.go.id'],
    ['arsip.', 'arsip.demakkab.go.id'],
  ])('typed as "%s" means %s', (typed, full) => {
    expect(fullName(typed, RULES)).toBe(full)
    expect(labelOf(typed, RULES)).toBe('arsip')
    expect(says(typed)).toBeNull()
  })

  test.each(['a', '1', 'a1', 'arsip-daerah', 'nsawit', 'ns-arsip', 'wwwarsip', '3in1', 'x'.repeat(63)])(
    '"%s" may be given out',
    (typed) => {
      expect(says(typed)).toBeNull()
    },
  )

  test.each([
    '',
    '-arsip',
    'arsip-',
    '-',
    'arsip daerah',
    'arsip_daerah',
    'arsip.daerah',
    'arsip..demakkab.go.id',
    '.demakkab.go.id',
    'demakkab.go.id',
    'arsip.jepara.go.id',
    'xn--arsip-9a',
    'ársip',
    'аrsip',
    'arsip/',
    "arsip'",
    'arsip\n',
    '*',
    '@',
    'ar\u200bsip',
    '127.0.0.1',
  ])('%j has no good form', (typed) => {
    expect(says(typed)).toBe(
      'Nama subdomain hanya boleh huruf kecil a-z, angka, dan tanda hubung di tengah, tanpa titik atau spasi.',
    )
  })

  test.each(['www', 'WWW', 'mail', 'ns', 'ns1', 'ns22', 'mx', 'mx10', 'www.demakkab.go.id'])(
    '"%s" is reserved',
    (typed) => {
      expect(says(typed)).toMatch(/^Nama "\w+" dicadangkan untuk keperluan kantor/)
    },
  )

  test('has 63 characters at most', () => {
    expect(says('x'.repeat(64))).toBe('Nama subdomain paling panjang 63 huruf.')
  })

  test('is not taken for part of the zone when it only ends alike', () => {
    expect(fullName('xdemakkab.go.id', RULES)).toBe('xdemakkab.go.id.demakkab.go.id')
    expect(says('xdemakkab.go.id')).not.toBeNull()
  })
})
