import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { livingOf } from '../dossier/trial.fixture.ts'
import { agencyRules } from './rules.ts'

test('nothing is passed on to a post from the day on which it is closed', () => {
  const { agency } = livingOf(['kepala', 'lama', 'staf'])
  const posts = agency.posts.map((one) => (one.post === 'lama' ? { ...one, closedOn: '2026-04-01' } : one))
  const openOn = (day: string) => agencyRules({ ...agency, posts }, Temporal.PlainDate.from(day)).posts
  expect(openOn('2026-03-31')).toEqual(['kepala', 'lama', 'staf'])
  expect(openOn('2026-04-01')).toEqual(['kepala', 'staf'])
})
