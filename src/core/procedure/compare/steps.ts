// The steps of two editions side by side: paired by name, else by what is done, by whom, in which words.
import { type Sentence, sentence } from '../../sentence.ts'
import { END, targetsOf } from '../flow.ts'
import type { Procedure, Step } from '../schema.ts'
import { alike, markOf, type Pair, pairUp } from './pairs.ts'
import { type Item, itemOf, type Row, rowOf, rowsOf, said } from './rows.ts'

export type StepPair = Pair<Step>

export const pairSteps = (before: Procedure, after: Procedure): StepPair[] => {
  const names = new Set(after.steps.map(({ step }) => step))
  const old = new Set(before.steps.map(({ step }) => step))
  return pairUp(before.steps, after.steps, (one, other) => {
    if (one.step === other.step) return 2
    // A name that both editions have belongs to the step of that name.
    if (names.has(one.step) || old.has(other.step)) return 0
    return likeness(before, one, after, other)
  })
}

const likeness = (before: Procedure, one: Step, after: Procedure, other: Step): number => {
  const lanes = lanesOf(after, other)
  return (
    (one.act === other.act ? 0.25 : 0) +
    (lanesOf(before, one).some((lane) => lanes.includes(lane)) ? 0.25 : 0) +
    alike(printedText(one), printedText(other)) / 2
  )
}

const printedText = ({ activity, printed }: Step): string =>
  [activity, ...(printed?.needs ?? []), ...(printed?.makes ?? [])].join(' ')

/** @param editions by side, for names and places */
export const stepItems = (pairs: readonly StepPair[], editions: Record<'before' | 'after', Procedure>): Item[] =>
  pairs.map((pair) =>
    itemOf(
      pair,
      (step, side) => titleOf(editions[side], step),
      said([
        ...printedRows(pair, editions),
        ...rowsOf(rest(pair.before), rest(pair.after)),
        placeRow(pair, pairs, editions),
      ]),
    ),
  )

/** As it is counted on the sheet, of a printed step. */
export const stepNumber = ({ steps }: Procedure, step: Step): string =>
  step.no ?? String(steps.filter((one) => !one.policy).indexOf(step) + 1)

const titleOf = (procedure: Procedure, step: Step): Sentence => {
  const title = numbered(procedure, step)
  return sentence(title, title)
}

/** What the office has added has no number. */
const numbered = (procedure: Procedure, step: Step): string =>
  step.policy ? `(+) ${step.activity}` : `${stepNumber(procedure, step)}. ${step.activity}`

type Editions = Record<'before' | 'after', Procedure>

const printedRows = ({ before, after }: StepPair, editions: Editions): Row[] => [
  rowOf('activity', before?.activity, after?.activity),
  rowOf('actor', before && lanesOf(editions.before, before), after && lanesOf(editions.after, after)),
  rowOf('time', before?.time, after?.time),
  rowOf('printedNeeds', before?.printed?.needs, after?.printed?.needs),
  rowOf('printedMakes', before?.printed?.makes, after?.printed?.makes),
  rowOf('printedNote', before?.printed?.note, after?.printed?.note),
  rowOf('forwardsTo', laneOf(editions.before, before?.forwardsTo), laneOf(editions.after, after?.forwardsTo)),
  rowOf('question', before?.decides?.question, after?.decides?.question),
]

/** Everything that is not said in words of its own. */
const rest = (step: Step | null): object => {
  if (!step) return {}
  const { activity, actor, time, printed, forwardsTo, decides, then, ...others } = step
  return Object.fromEntries(Object.entries(others).filter(([, value]) => value !== false))
}

const lanesOf = (procedure: Procedure, step: Step): string[] =>
  step.actor.map((name) => laneOf(procedure, name) ?? name)

const laneOf = (procedure: Procedure, name: string | undefined): string | undefined =>
  name === undefined ? undefined : (procedure.actors[name]?.label ?? name)

/** Where it goes on. A step that only got another name is still the same place. */
const placeRow = ({ before, after }: StepPair, pairs: readonly StepPair[], editions: Editions): Row => {
  const row = rowOf('next', before && waysOf(editions.before, before), after && waysOf(editions.after, after))
  const old = before && placesOf(editions.before, before, (name) => nowNamed(name, pairs))
  const now = after && placesOf(editions.after, after, (name) => name)
  return { ...row, mark: markOf(old, now) }
}

/** A step that is gone must not be taken for a newer one of its name. */
const nowNamed = (name: string, pairs: readonly StepPair[]): string => {
  const pair = pairs.find(({ before }) => before?.step === name)
  return pair ? (pair.after?.step ?? `${name} (gone)`) : name
}

const placesOf = (procedure: Procedure, step: Step, nameOf: (name: string) => string): string => {
  const placed = (names: readonly string[]) => names.map((name) => (name === END ? END : nameOf(name))).join(' + ')
  if (!step.decides) return placed(targetsOf(procedure, step))
  return step.decides.exits
    .map(({ answer, label, to }) => `${answer} ${label.id} ${label.en}: ${placed(to)}`)
    .join('; ')
}

const waysOf = (procedure: Procedure, step: Step): string => {
  const spoken = (names: readonly string[]) => names.map((name) => placeName(procedure, name)).join(' + ')
  if (!step.decides) return spoken(targetsOf(procedure, step))
  return step.decides.exits.map(({ label, to }) => `${label.id}: ${spoken(to)}`).join('; ')
}

const placeName = (procedure: Procedure, name: string): string => {
  const step = procedure.steps.find((one) => one.step === name)
  return step ? numbered(procedure, step) : name === END ? 'selesai' : name
}
