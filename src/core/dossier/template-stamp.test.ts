import { expect, test } from 'vitest'
import type { TemplateEdition } from '../paper/letter-templates.ts'
import type { Event } from './events.ts'
import { withTemplates } from './template-stamp.ts'

const AT = '2026-11-20T02:12:00.000Z'
const TODAY = '2026-11-20'

const edition = (letter: string, number: number, from: string | null, to: string | null = null): TemplateEdition => ({
  letter,
  edition: number,
  source: '',
  sha256: `${letter}${number}`,
  force: from === null ? null : { from, to, assumed: false },
  ratified: null,
  storedAt: AT,
})

const numbered = (letter: string): Event => ({
  type: 'letter-numbered',
  task: null,
  letter,
  number: 'token',
  checkCode: '',
  on: TODAY,
  reason: '',
  at: AT,
  by: { kind: 'system', job: 'test' },
})

const stampOf = (letter: string, letterTemplates?: TemplateEdition[], today = TODAY): unknown => {
  const office = letterTemplates ? { letterTemplates } : {}
  const [event] = withTemplates(null, [numbered(letter)], { office, today })
  return event && 'templateEdition' in event ? event.templateEdition : undefined
}

test('a letter remembers the edition of its text that was in force on the day it got its number', () => {
  const editions = [edition('surat-akun', 2, TODAY), edition('surat-akun', 1, '2025-05-01', TODAY)]
  expect(stampOf('surat-akun', editions)).toBe('surat-akun@2')
  expect(stampOf('surat-akun', editions, '2026-11-19')).toBe('surat-akun@1')
})

test('a letter without a text of its own remembers the general one', () => {
  const editions = [edition('surat-balasan', 3, '2025-05-01'), edition('surat-akun', 1, null)]
  expect(stampOf('surat-akun', editions)).toBe('surat-balasan@3')
})

test('an office that keeps no texts says nothing about them', () => {
  expect(stampOf('surat-akun')).toBeUndefined()
})
