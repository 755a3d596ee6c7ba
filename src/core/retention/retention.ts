// How long an ended dossier is kept: by the classification of the office, active, then inactive, then its final fate.
import { Temporal } from 'temporal-polyfill'
import type { Day, Instant } from '../clock/instant.ts'
import type { Classification } from '../paper/classification.ts'

export const FATES = ['musnah', 'permanen', 'dinilai-kembali'] as const
export type Fate = (typeof FATES)[number]

/**
 * `due`: it may be destroyed. `held`: it would be due, but somebody keeps it with a reason. `permanent`: to be handed to
 * the archive. `review`: the office decides. `unclassified`: no code says how long, so that it is kept.
 */
export const RETENTION_STATES = [
  'active',
  'inactive',
  'due',
  'held',
  'permanent',
  'review',
  'unclassified',
  'destroyed',
] as const
export type RetentionState = (typeof RETENTION_STATES)[number]

/** What a code says on one day: dossiers that ended at or after these moments are still active, or inactive. */
export type RetentionRule = { code: string; activeFrom: Instant; inactiveFrom: Instant; fate: Fate }

/** Codes without years and fate keep what is filed under them. */
export const rulesOn = (classifications: readonly Classification[], today: Day, zone: string): RetentionRule[] =>
  classifications.flatMap(({ code, active, inactive, fate }) =>
    active === undefined || inactive === undefined || fate === undefined
      ? []
      : [
          {
            code,
            activeFrom: keptFrom(today, active, zone),
            inactiveFrom: keptFrom(today, active + inactive, zone),
            fate,
          },
        ],
  )

/** What ended on a day is kept until that day so many years later, which is the first on which it is not. */
const keptFrom = (today: Day, years: number, zone: string): Instant =>
  Temporal.PlainDate.from(today)
    .subtract({ years })
    .add({ days: 1 })
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })

/** The code under which dossiers of a procedure are filed where nobody has said another. */
export const codesByProcedure = (classifications: readonly Classification[]): Record<string, string> =>
  Object.fromEntries(classifications.flatMap(({ code, procedures }) => procedures.map((name) => [name, code])))

export type Retained = { endedAt: Instant; rule: RetentionRule | undefined; isHeld: boolean }

/** The same as src/store/retention.ts asks of the database. */
export const retentionState = ({ endedAt, rule, isHeld }: Retained): Exclude<RetentionState, 'destroyed'> => {
  if (!rule) return 'unclassified'
  if (Date.parse(endedAt) >= Date.parse(rule.activeFrom)) return 'active'
  if (Date.parse(endedAt) >= Date.parse(rule.inactiveFrom)) return 'inactive'
  switch (rule.fate) {
    case 'musnah':
      return isHeld ? 'held' : 'due'
    case 'permanen':
      return 'permanent'
    case 'dinilai-kembali':
      return 'review'
  }
}
