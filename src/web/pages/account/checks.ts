// What is wrong with what was typed about a person: one sentence per field, in the reader's language.
import { isMailAddress } from '../../../adapters/mail/address.ts'
import { oneLine } from '../../../core/person/one-line.ts'
import { first, type Posted } from '../../request/body.ts'
import type { Text } from '../../text/text.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'

/** What was typed, as one line. */
export const line = (form: Posted | null, name: string): string => oneLine(first(form, name))

export const isBetween = (value: string, [least, most]: readonly [number, number]): boolean => {
  const { length } = [...value]
  return length >= least && length <= most
}

type Check = readonly [name: string, isGood: boolean, message: string]

export const faultsOf = (checks: readonly Check[]): Required<Pick<FieldFault, 'name' | 'message'>>[] =>
  checks.flatMap(([name, isGood, message]) => (isGood ? [] : [{ name, message }]))

type Faults = Text['account']['faults']

export const nameCheck = (value: string, faults: Faults): Check => ['name', isBetween(value, [2, 120]), faults.name]
export const emailCheck = (value: string, faults: Faults): Check => [
  'email',
  value.length <= 254 && isMailAddress(value),
  faults.email,
]
export const phoneCheck = (value: string, faults: Faults): Check => ['phone', isPhone(value), faults.phone]
export const jobTitleCheck = (value: string, faults: Faults): Check => [
  'jobTitle',
  isBetween(value, [2, 120]),
  faults.jobTitle,
]

const isPhone = (value: string): boolean =>
  /^\+?[\d\s().-]{6,24}$/.test(value) && value.replaceAll(/\D/g, '').length >= 6

/** The fault of one field, to stand beside it. */
export const faultIn = (faults: readonly FieldFault[], name: string): string | undefined =>
  faults.find((one) => one.name === name)?.message
