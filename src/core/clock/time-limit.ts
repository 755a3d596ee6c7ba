// The time cell of an SOP, as printed, and what the clock makes of it.

export type TimeUnit = 'minute' | 'hour' | 'day'

export type TimeLimit =
  | { kind: 'fixed'; amount: number; unit: TimeUnit; printed: string }
  | { kind: 'untimed'; printed: string }
  | { kind: 'tentative'; printed: string }
  | { kind: 'event-bound'; printed: string }

/** `null` when the cell says something that no SOP has said so far: the linter then asks for a clear time. */
export const parseTime = (text: string | null): TimeLimit | null => {
  const printed = text ?? ''
  const words = printed.trim().toLowerCase().replace(/\s+/g, ' ')
  if (/^(|-|\d+)$/.test(words)) return { kind: 'untimed', printed }
  if (/^tentati(ve|f)$/.test(words)) return { kind: 'tentative', printed }
  if (/^selama \S/.test(words)) return { kind: 'event-bound', printed }
  return parseFixed(words, printed)
}

/** The budget in working minutes; `null` for days, which are counted by the calendar. */
export const budgetMinutes = (limit: { amount: number; unit: TimeUnit }): number | null => {
  switch (limit.unit) {
    case 'minute':
      return limit.amount
    case 'hour':
      return limit.amount * 60
    case 'day':
      return null
  }
}

// Four digits bound the work of the clock: nobody plans further than 9999 days.
const FIXED = /^([1-9]\d{0,3}) ?(menit|jam|hari)( kerja)?$/

const UNITS = new Map<string, TimeUnit>([
  ['menit', 'minute'],
  ['jam', 'hour'],
  ['hari', 'day'],
])

const parseFixed = (words: string, printed: string): TimeLimit | null => {
  const [, amount, word = ''] = words.match(FIXED) ?? []
  const unit = UNITS.get(word)
  return unit === undefined ? null : { kind: 'fixed', amount: Number(amount), unit, printed }
}
