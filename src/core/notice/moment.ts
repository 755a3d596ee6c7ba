// When a mail leaves: at once, with the digest of the next working morning, when the office opens, or never.
import type { Calendar } from '../clock/calendar.ts'
import type { Instant } from '../clock/instant.ts'
import { isOpenAt, openingAfter } from '../clock/opening.ts'
import { type Group, NATURE, type Occasion } from './occasions.ts'

export const MODES = ['at-once', 'digest', 'in-app'] as const
export type Mode = (typeof MODES)[number]

export type Choices = Partial<Record<Group, Mode>>

export type Reader = 'applicant' | 'office'

type Question = {
  occasion: Occasion
  reader: Reader
  choices: Choices
  /** By its occasion, or because the dossier is most urgent. */
  isUrgent: boolean
  /** Whether this reader's mails wait for the office to open. */
  isQuiet: boolean
  calendar: Calendar
  now: Instant
}

/** `dueAt` null: at once. */
export type Moment = { kind: 'never' } | { kind: 'mail'; dueAt: Instant | null }

export const momentOf = (question: Question): Moment => {
  const { occasion, reader, choices, isUrgent, isQuiet, calendar, now } = question
  const mode = modeOf(reader, choices, occasion)
  if (mode === 'in-app') return { kind: 'never' }
  if (isUrgent) return AT_ONCE
  // A calendar that has run out holds nothing back for ever.
  if (mode === 'digest') return { kind: 'mail', dueAt: openingAfter(calendar, now) }
  return isQuiet && !isOpenAt(calendar, now) ? { kind: 'mail', dueAt: openingAfter(calendar, now) } : AT_ONCE
}

const AT_ONCE: Moment = { kind: 'mail', dueAt: null }

export const modeOf = (reader: Reader, choices: Choices, occasion: Occasion): Mode => {
  const { group, isDemanded } = NATURE[occasion]
  return reader === 'applicant' && isDemanded ? 'at-once' : (choices[group] ?? DEFAULT_MODES[reader][group])
}

/** Officers have their work list before them all day; an applicant looks in when something has happened. */
export const DEFAULT_MODES: Record<Reader, Record<Group, Mode>> = {
  applicant: {
    progress: 'at-once',
    work: 'at-once',
    time: 'at-once',
    late: 'at-once',
    talk: 'at-once',
    office: 'at-once',
  },
  office: { progress: 'digest', work: 'digest', time: 'digest', late: 'at-once', talk: 'digest', office: 'at-once' },
}
