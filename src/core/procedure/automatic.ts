// How a dossier begins that nobody asks for: the name of the rule or probe, and the form filled in with what it speaks of.
import type { Form, FormValue } from './form.ts'
import type { Procedure } from './schema.ts'
import type { Start } from './start-schema.ts'
import { isTable } from './table.ts'

export type ScheduleStart = Extract<Start, { by: 'schedule' }>
export type MonitorStart = Extract<Start, { by: 'monitor' }>

export const schedulesOf = ({ starts }: Procedure): ScheduleStart[] => starts.filter((one) => one.by === 'schedule')
export const monitorsOf = ({ starts }: Procedure): MonitorStart[] => starts.filter((one) => one.by === 'monitor')

/** By its own words, so that a rule that is changed in a new edition is a new one, and one that stays is remembered. */
export const startName = (start: ScheduleStart | MonitorStart): string =>
  start.by === 'schedule'
    ? ['schedule', start.rule, start.each ?? ''].join(' ').trim()
    : ['monitor', start.probe, start.register].join(' ')

/** `{key}`, `{found}`, `{day}` and the columns of the item; what is not known stays empty. */
export const filledStart = (form: ScheduleStart['form'], words: Readonly<Record<string, string>>): Form =>
  Object.fromEntries(Object.entries(form).map(([field, value]) => [field, filled(value, words)]))

const filled = (value: FormValue, words: Readonly<Record<string, string>>): FormValue => {
  if (typeof value === 'string') return worded(value, words)
  if (!isTable(value)) return value
  return value.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, worded(cell, words)])),
  )
}

const worded = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{([a-z0-9-]+)\}/g, (_, name: string) => words[name] ?? '')

/** Words that stand in a page, small or capital, as text between tags or in an attribute alike. */
export const wordsFound = (page: string, words: readonly string[]): string[] => {
  const flat = page.toLowerCase().replaceAll(/\s+/g, ' ')
  return words.filter((word) => flat.includes(word.toLowerCase()))
}
