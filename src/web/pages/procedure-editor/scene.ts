// What the questions of the editor offer to choose from: what the draft itself names, and what the office has.

import type { AgencyData } from '../../../core/agency/catalogue.ts'
import { GENERAL_LETTER } from '../../../core/paper/letter-templates.ts'
import { type Data, listAt, valueAt } from '../../../core/procedure/edit/look.ts'
import { type Outline, outlineOf } from '../../../core/procedure/edit/outline.ts'
import { END } from '../../../core/procedure/flow.ts'
import { sentence } from '../../../core/sentence.ts'
import { spoken } from './answers.ts'
import type { Choice } from './edit-field.ts'

export type Scene = {
  data: Data
  outline: Outline
  posts: readonly Choice[]
  areas: readonly Choice[]
  /** Letters that the office has, and those that the draft names. */
  letters: readonly string[]
  registers: readonly string[]
}

export const sceneOf = (data: Data, { agency, letters, editions }: AgencyData): Scene => {
  const outline = outlineOf(data)
  const own = outline.steps.flatMap((step) => (step.letter === '' ? [] : [step.letter]))
  return {
    data,
    outline,
    posts: agency.posts.map(({ post, title }) => ({ value: post, label: sentence(title, title) })),
    areas: agency.areas.map(({ area, label }) => ({ value: area, label })),
    letters: unique([...Object.keys(letters).filter((name) => name !== GENERAL_LETTER), ...own]),
    registers: unique(editions.flatMap(({ procedure }) => procedure.registers.map((feed) => feed.register))),
  }
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].toSorted()

const same = (label: string) => sentence(label, label)

export const stepChoices = ({ outline }: Scene): Choice[] =>
  outline.steps.map(({ key, activity }, at) => ({ value: key, label: same(`${at + 1}. ${activity || spoken(key)}`) }))

/** Where a step may lead: any step, or the end. */
export const wayChoices = (scene: Scene): Choice[] => [
  ...stepChoices(scene),
  { value: END, label: sentence('Selesai (akhir prosedur)', 'Done (the end)') },
]

export const actorChoices = ({ outline }: Scene): Choice[] =>
  outline.actors.map(({ key, label }) => ({ value: key, label: same(label) }))

export const fieldChoices = ({ outline }: Scene, types?: readonly string[]): Choice[] =>
  outline.fields
    .filter(({ type }) => types === undefined || types.includes(type))
    .map(({ key, label }) => ({ value: key, label: same(label || spoken(key)) }))

/** Also what a thing names already and nobody else does. */
export const nameChoices = (names: readonly string[], more: readonly string[] = []): Choice[] =>
  [...new Set([...names, ...more])].map((name) => ({ value: name, label: same(spoken(name)) }))

/** `field=value` for every option of the form, and for what the condition asks already. */
export const conditionChoices = ({ outline }: Scene, now: unknown): Choice[] => {
  const known = outline.fields.flatMap(({ key, label, type, options }) =>
    (type === 'consent' ? [{ value: 'ya', label: 'ya' }] : options).map((option) => ({
      value: `${key}=${option.value}`,
      label: same(`${label || spoken(key)}: ${option.label || option.value}`),
    })),
  )
  const other = (Array.isArray(now) ? now : now === undefined ? [] : [now]).flatMap((one) =>
    [valueAt(one, ['is']), ...listAt(one, ['is'])]
      .filter((is) => typeof is === 'string')
      .map((is) => `${String(valueAt(one, ['field']))}=${is}`),
  )
  const missing = other.filter((value) => !known.some((one) => one.value === value))
  return [...known, ...missing.map((value) => ({ value, label: same(value.replace('=', ': ')) }))]
}
