// Writes the rows of one dossier: the gaps of its template filled with values of its own, its events chained by hashes.
import { hash } from 'node:crypto'
import type { Agency } from '../../src/core/agency/agency.ts'
import { dueOf as dueAfterPauses } from '../../src/core/clock/deadline.ts'
import { type Day, instantAt } from '../../src/core/clock/instant.ts'
import { parseTime } from '../../src/core/clock/time-limit.ts'
import { fillNumberPattern } from '../../src/core/paper/number-pattern.ts'
import { labelAt, purposeAt } from './names.ts'
import type { Numbers } from './numbers.ts'
import type { Plan, Planner } from './plan.ts'
import { type Random, randomOf } from './random.ts'
import type { Personal, Slot } from './stand-in-values.ts'
import type { FilledTable, Gapped, Template } from './template.ts'
import type { WorkingAxis } from './working-axis.ts'

export type Asker = { client: string; name: string; applicant: string; mail: string }

export type Writing = {
  seed: number
  agency: Agency
  axis: WorkingAxis
  planner: Planner
  numbers: Numbers
  /** Idempotency keys and mails of dossiers submitted since. */
  keepsFrom: number
  askers: readonly [Asker, ...Asker[]]
  write: (table: FilledTable, rows: string) => void
}

export const writeDossier = (writing: Writing, place: number): void => {
  const { planner, write } = writing
  const plan = planner.of(place)
  const { template } = plan
  const values = valuesOf(writing, plan, place)
  const placeOf = (kind: Slot['kind']) => template.slots.findIndex((slot) => slot?.kind === kind)
  const { rows, head } = chain(writing.agency.agency, values[placeOf('dossier')] ?? '', template, values)
  write('event', rows)
  values[placeOf('head')] = head
  const isLongAgo = (plan.moments[0] ?? 0) < writing.keepsFrom
  // The last that changed a thing stands in the register: a follower writes it in place of the first.
  const isReplaced = planner.followerOf(place) !== null
  for (const [table, rows] of Object.entries(template.tables) as [FilledTable, Gapped][]) {
    if (rows.slots.length === 0 || (table === 'register_item' && isReplaced)) continue
    if (PASSING.includes(table) && isLongAgo) continue
    write(table, filled(rows, values))
  }
}

/** Of these only the last year is filled, to spare the disk: nothing but a repeated command or the outbox reads them. */
const PASSING: readonly FilledTable[] = ['command_key', 'mail']

const filled = ({ texts, slots }: Gapped, values: readonly string[]): string => {
  let text = texts[0] ?? ''
  for (let at = 0; at < slots.length; at += 1) text += (values[slots[at] ?? 0] ?? '') + (texts[at + 1] ?? '')
  return text
}

/** As `append_events` does it. */
const chain = (agency: string, dossier: string, { events, slots }: Template, values: readonly string[]) => {
  const saltAt = slots.length
  let head = ''
  let rows = ''
  for (const [at, event] of events.entries()) {
    const payload = filled(event.payload, values)
    const salt = values[saltAt + at] ?? ''
    const payloadHash = hash('sha256', salt + payload)
    head = hash('sha256', `${head}.${at + 1}.${payloadHash}`)
    const moment = values[saltAt + events.length + event.at] ?? ''
    rows += `${agency}\t${dossier}\t${at + 1}\t${event.type}\t${moment}\t${payload}\t${salt}\t${payloadHash}\t${head}\n`
  }
  return { rows, head }
}

/** One for every slot of the template, then the salts of its events, then the moments of its commits. */
const valuesOf = (writing: Writing, plan: Plan, place: number): string[] => {
  const { template, moments } = plan
  const chance = randomOf(writing.seed, place, 3)
  const at = moments.map((moment) => new Date(moment).toISOString())
  const days = moments.map((moment) => writing.axis.dayOf(moment))
  const personal = personalOf(writing, plan, { place, chance, day: days[0] ?? '' })
  const values = template.slots.map((slot): string => {
    if (slot === null) return ''
    switch (slot.kind) {
      case 'id':
        return chance.uuid()
      case 'code':
        return codeFrom(chance)
      case 'number':
        return numberOf(writing, template, { of: slot.of, place, days })
      case 'seq':
        return seqOf(writing, template, { of: slot.of, place })
      case 'at':
        return at[slot.at] ?? ''
      case 'day':
        return days[slot.at] ?? ''
      case 'year':
        return (days[slot.at] ?? '').slice(0, 4)
      case 'due':
        return dueOf(writing.axis, moments, slot)
      default:
        return personal[slot.kind]
    }
  })
  for (const _ of template.events) values.push(chance.hex8() + chance.hex8() + chance.hex8() + chance.hex8())
  return values.concat(at)
}

type One = { place: number; chance: Random; day: Day }

const personalOf = (
  { planner, askers }: Writing,
  { follows, moments, template }: Plan,
  { place, chance, day }: One,
): Record<Personal, string> => {
  // A change comes from the client that was given the thing.
  const { client, name, applicant, mail } = askers[randomOf(0, follows ?? place, 4).below(askers.length)] ?? askers[0]
  const first = follows === null ? { template, moments } : planner.of(follows)
  const letter = `${String(1 + chance.below(999)).padStart(3, '0')}/${1 + chance.below(400)}/${day.slice(0, 4)}`
  return {
    dossier: chance.uuid(),
    tracking: codeFrom(chance),
    label: labelAt(follows ?? place),
    purpose: purposeAt(place),
    letterNumber: letter,
    letterOn: day,
    ip: `203.0.113.${1 + chance.below(250)}`,
    client,
    clientName: name,
    applicant,
    applicantMail: mail,
    contactMail: `laman@${client}.example`,
    phone: `0291 ${600_000 + chance.below(99_999)}`,
    head: '',
    since: new Date(first.moments[first.template.fedAt] ?? 0).toISOString(),
  }
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const codeFrom = (chance: Random): string => {
  let bits = Number.parseInt(chance.hex8() + chance.hex8().slice(0, 5), 16)
  let code = ''
  for (let at = 0; at < 10; at += 1) {
    code += LETTERS[bits % 32]
    bits = Math.floor(bits / 32)
  }
  return code
}

const numberOf = (
  { numbers }: Writing,
  template: Template,
  { of, place, days }: { of: number; place: number; days: Day[] },
): string => {
  const wanted = template.numbers.find((one) => one.of === of)
  if (!wanted) return ''
  const [year, month] = (days[wanted.at] ?? '').split('-').map(Number)
  const pattern = fillNumberPattern(wanted.pattern, { year: year ?? 0, month: month ?? 1 })
  const number = String(numbers.of(wanted.series, place))
  return pattern.replaceAll('{seq4}', number.padStart(4, '0')).replaceAll('{seq}', number)
}

const seqOf = ({ numbers }: Writing, template: Template, { of, place }: { of: number; place: number }): string => {
  const wanted = template.numbers.find((one) => one.of === of)
  return wanted ? String(numbers.of(wanted.series, place)) : ''
}

type DueSlot = Extract<Slot, { kind: 'due' }>

/** As COPY writes it: of a promise that is paused nobody can say when it is due. */
const dueOf = (axis: WorkingAxis, moments: readonly number[], { at, limit: words, pauses }: DueSlot): string => {
  const limit = parseTime(words)
  if (limit?.kind !== 'fixed') throw new Error(`"${words}" is no limit`)
  const from = moments[at] ?? 0
  if (pauses.length === 0) return new Date(axis.dueAt(from, limit)).toISOString()
  const pausedFrom = pauses.map(({ from, to }) => ({
    from: instantAt(moments[from] ?? 0),
    to: to === null ? null : instantAt(moments[to] ?? 0),
    waitedFor: 'applicant',
  }))
  const deadline = { startedAt: instantAt(from), limit, pauses: pausedFrom, extension: null }
  return dueAfterPauses(axis.calendar, deadline) ?? '\\N'
}
