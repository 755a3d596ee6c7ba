// Where a procedure speaks of a step, an actor, a field or a group by name: so that a new name is followed everywhere.
import type { Path } from '../fault.ts'
import { type Data, isData } from './look.ts'

export type NameKind = 'step' | 'actor' | 'field' | 'group'

/** A star stands for every item; a name at the end may stand alone or in a list. */
const PLACES: Record<NameKind, readonly string[]> = {
  step: [
    'steps.*.then',
    'steps.*.decides.exits.*.to',
    'form.*.at',
    'policy.return.from',
    'policy.return.to',
    'policy.sendBack.*.from',
    'policy.sendBack.*.to',
    'policy.fourEyes.*',
    'policy.reject.by',
    'policy.withdraw.before',
    'policy.pauses.*.step',
    'policy.extension.by',
    'remarks.*.step',
  ],
  actor: ['steps.*.actor', 'steps.*.forwardsTo', 'policy.initials.*', 'remarks.*.about'],
  field: [
    ...['form.*.fields.*', 'steps.*', 'steps.*.fulfils.*', 'registers.*'].flatMap((holder) =>
      ['when', 'availability', 'changeWhen', 'removeWhen', 'retireWhen'].flatMap((key) => [
        `${holder}.${key}.field`,
        `${holder}.${key}.*.field`,
      ]),
    ),
    'steps.*.fulfils.*.with.*',
    'registers.*.key',
    'registers.*.columns',
    'registers.*.each',
    'summary',
  ],
  group: [],
}

/** Every place that holds this very name. */
export const placesOf = (data: Data, kind: NameKind, name: string): Path[] =>
  PLACES[kind]
    .flatMap((pattern) => found(data, pattern.split('.'), []))
    .flatMap(({ path, value }) => {
      if (Array.isArray(value)) return value.flatMap((one, at) => (one === name ? [[...path, at]] : []))
      return value === name ? [path] : []
    })

type Found = { path: Path; value: unknown }

const found = (value: unknown, [part, ...rest]: readonly string[], path: Path): Found[] => {
  if (part === undefined) return [{ path, value }]
  if (part === '*') return entriesOf(value).flatMap(([key, inner]) => found(inner, rest, [...path, key]))
  return isData(value) && Object.hasOwn(value, part) ? found(value[part], rest, [...path, part]) : []
}

const entriesOf = (value: unknown): [PropertyKey, unknown][] => {
  if (Array.isArray(value)) return value.map((one, at) => [at, one])
  return isData(value) ? Object.entries(value) : []
}
