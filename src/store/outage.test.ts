// An outage is waited for; an error in what was asked is a bug.
import { expect, test } from 'vitest'
import { isOutage } from './outage.ts'

const fault = (message: string, code?: string): Error => Object.assign(new Error(message), code ? { code } : {})

test.each([
  fault('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'),
  fault('terminating connection due to administrator command', '57P01'),
  fault('the database system is starting up', '57P03'),
  fault('sorry, too many clients already', '53300'),
  fault('Connection terminated unexpectedly'),
])('$message: the database is away', (error) => {
  expect(isOutage(error)).toBe(true)
})

test.each([
  fault('invalid input syntax for type json', '22P02'),
  fault('no such column', '42703'),
  fault('oops'),
  'words',
])('$message: the database is there', (error) => {
  expect(isOutage(error)).toBe(false)
})
