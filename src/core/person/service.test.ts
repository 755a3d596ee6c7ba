import { expect, test } from 'vitest'
import { bareNip, isNip, serviceLines } from './service.ts'

test('a staff number is printed in its four parts, under the rank', () => {
  expect(serviceLines({ rank: 'Pembina (IV/a)', nip: '000000000000000000' })).toEqual([
    'Pembina (IV/a)',
    'NIP 00000000 000000 0 000',
  ])
  expect(serviceLines({ rank: '', nip: '' })).toEqual([])
})

test('a staff number may be written with spaces or dots, and has eighteen digits', () => {
  expect(bareNip('00000000 000000 0 000')).toBe('000000000000000000')
  expect(isNip(bareNip('00000000.000000.0.000'))).toBe(true)
  expect(isNip('')).toBe(true)
  for (const typed of ['1234', '00000000000000000x', '0000000000000000000']) expect(isNip(typed)).toBe(false)
})
