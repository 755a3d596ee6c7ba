import { expect, test } from 'vitest'
import { bareNip, isNip, serviceLines, signedLines } from './service.ts'

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

test('under a signature stands the name, and below it what is known of its bearer', () => {
  const held = [{ person: 'p', rank: 'Pembina (IV/a)', nip: '' }, { person: 'q' }]
  expect(signedLines({ person: 'p', name: 'Pejabat' }, held)).toEqual(['Pejabat', 'Pembina (IV/a)'])
  expect(signedLines({ person: 'q', name: 'Petugas' }, held)).toEqual(['Petugas'])
})
