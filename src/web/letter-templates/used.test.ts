import { expect, test } from 'vitest'
import { textOf } from '../text/text.ts'
import type { Visitor } from '../visitor.ts'
import { textUsed } from './used.ts'

const edition = { letter: 'surat-akun', edition: 3, source: '', sha256: '', ratified: null, storedAt: '' }
const visitor = {
  agency: {
    letterTemplates: [{ ...edition, force: { from: '2026-01-01', to: null, assumed: false } }],
    today: '2026-11-20',
  },
  text: textOf('id'),
} as unknown as Visitor

test('a draft names the text in force today, a numbered letter the one that was settled with its number', () => {
  expect(textUsed(visitor, { letter: 'surat-akun', number: null })).toBe('surat-akun, Edisi 3')
  expect(textUsed(visitor, { letter: 'surat-akun', number: '1', templateEdition: 'surat-akun@2' })).toBe(
    'surat-akun, Edisi 2',
  )
  expect(textUsed(visitor, { letter: 'surat-akun', number: '1' })).toBeUndefined()
})
