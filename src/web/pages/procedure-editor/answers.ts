// Between the plain data of a procedure and the answers of a form: what a field shows, and what an answer means.
import { isData, namesOf, textAt, textOf, valueAt } from '../../../core/procedure/edit/look.ts'
import { slugOf } from '../../../core/procedure/edit/slug.ts'
import type { Path } from '../../../core/procedure/fault.ts'
import { all, first, type Posted } from '../../request/body.ts'
import { type EditField, nameOf } from './edit-field.ts'

export type Plain = Exclude<EditField, { kind: 'rows' }>

/** @param thing that is open: a step, an actor, the whole procedure */
export const valueIn = (field: EditField, thing: unknown): unknown =>
  field.kept ? field.kept.read(thing) : valueAt(thing, field.path)

/** What a control of this field shows, as the form would send it. */
export const shownAs = (field: Plain, value: unknown): string[] => {
  switch (field.kind) {
    case 'line':
    case 'area':
    case 'number':
    case 'choice':
      return [textOf(value)]
    case 'name':
      return [spoken(textOf(value))]
    case 'lines':
      return [namesOf(value).join('\n')]
    case 'names':
      return [namesOf(value).map(spoken).join('\n')]
    case 'words':
      return isData(value) ? [textAt(value, ['id']), textAt(value, ['en'])] : [textOf(value), '']
    case 'picks':
      return namesOf(value)
    case 'tick':
      return value === field.on ? ['yes'] : []
    case 'when':
      return pairsOf(value)
  }
}

/** What was sent for this field, in the form of `shownAs`. */
export const sentAs = (field: Plain, name: string, form: Posted): string[] => {
  switch (field.kind) {
    case 'words':
      return [tidy(first(form, `${name}.id`)), tidy(first(form, `${name}.en`))]
    case 'picks':
    case 'when':
      return all(form, name).filter((one) => one !== '')
    case 'tick':
      return first(form, name) === 'yes' ? ['yes'] : []
    case 'lines':
      return [linesOf(first(form, name)).join('\n')]
    case 'names':
      return [
        linesOf(first(form, name))
          .map((line) => spoken(slugOf(line)))
          .join('\n'),
      ]
    case 'name':
      return [spoken(slugOf(first(form, name)))]
    case 'line':
    case 'area':
    case 'number':
    case 'choice':
      return [tidy(first(form, name))]
  }
}

/** What stands in the file for an answer; nothing where nothing was answered. */
export const meantBy = (field: Plain, [one = '', two = '', ...more]: readonly string[]): unknown => {
  const whole = [one, two, ...more].filter((part) => part !== '')
  if (field.kind === 'tick') return one === 'yes' ? field.on : field.off
  if (whole.length === 0) return undefined
  switch (field.kind) {
    case 'line':
    case 'area':
    case 'choice':
      return one
    case 'number':
      return Number.isFinite(Number(one)) ? Number(one) : one
    case 'name':
      return slugOf(one)
    case 'lines':
      return linesOf(one)
    case 'names':
      return linesOf(one)
        .map(slugOf)
        .filter((name) => name !== '')
    case 'words':
      return two === '' || two === one ? one || two : { id: one, en: two }
    case 'picks':
      return field.single && whole.length === 1 ? whole[0] : whole
    case 'when':
      return conditionOf(whole)
  }
}

/** Two answers that mean the same: the order of boxes is that of the page, not of the file. */
export const isSameAnswer = (field: Plain, one: readonly string[], other: readonly string[]): boolean => {
  const sorted = (answer: readonly string[]) =>
    field.kind === 'picks' || field.kind === 'when' ? answer.toSorted() : answer
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

export const isEmpty = (answer: readonly string[]): boolean => answer.every((part) => part === '')

/** Short names as people read them. */
export const spoken = (name: string): string => name.replaceAll('-', ' ')

export const namedIn = (prefix: string, path: Path): string => nameOf(prefix, { path })

const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim()
const linesOf = (text: string): string[] =>
  tidy(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A condition as pairs `field=value`. */
const pairsOf = (value: unknown): string[] => {
  const conditions = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return conditions.flatMap((one) => namesOf(valueAt(one, ['is'])).map((is) => `${textAt(one, ['field'])}=${is}`))
}

/** Values of one field stand beside each other, fields one after the other. */
const conditionOf = (pairs: readonly string[]): unknown => {
  const byField = new Map<string, string[]>()
  for (const pair of pairs) {
    const [field = '', ...rest] = pair.split('=')
    byField.set(field, [...(byField.get(field) ?? []), rest.join('=')])
  }
  const conditions = [...byField].map(([field, values]) => ({ field, is: values.length === 1 ? values[0] : values }))
  return conditions.length === 1 ? conditions[0] : conditions
}
