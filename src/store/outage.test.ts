// An outage is waited for and told by its kind; an error in what was asked is a bug.
import { expect, test } from 'vitest'
import { isOutage, type Outage, outageOf } from './outage.ts'

const fault = (message: string, code?: string): Error => Object.assign(new Error(message), code ? { code } : {})

test.each<[Outage, Error]>([
  ['away', fault('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED')],
  ['away', fault('terminating connection due to administrator command', '57P01')],
  ['away', fault('the database system is starting up', '57P03')],
  ['away', fault('Connection terminated unexpectedly')],
  ['slow', fault('canceling statement due to statement timeout', '57014')],
  ['slow', fault('Query read timeout')],
  ['slow', fault('timeout exceeded when trying to connect')],
  ['slow', fault('Connection terminated due to connection timeout')],
  ['busy', fault('sorry, too many clients already', '53300')],
  ['reading', fault('cannot execute INSERT in a read-only transaction', '25006')],
  ['full', fault('could not extend file: No space left on device', '53100')],
])('the database is %s: %s', (kind, error) => {
  expect(outageOf(error)).toBe(kind)
})

test.each([
  fault('invalid input syntax for type json', '22P02'),
  fault('no such column', '42703'),
  fault('oops'),
  'words',
])('$message: the database is there', (error) => {
  expect(isOutage(error)).toBe(false)
})
