// What has changed between two editions of a procedure, as an officer asks: the head, the lanes, each step, the form, the office's policy.
import { budgetMinutes, parseTime } from '../../clock/time-limit.ts'
import { type Sentence, sentence } from '../../sentence.ts'
import type { Procedure } from '../schema.ts'
import { alike, type Mark, type Pair, pairUp } from './pairs.ts'
import { type Item, itemOf, listRows, type Row, rowOf, rowsOf, said } from './rows.ts'
import { wordFor } from './say.ts'
import { pairSteps, type StepPair, stepItems } from './steps.ts'
import { summaryOf } from './summary.ts'

export type Chapter = { key: string; label: Sentence; rows: Row[]; items: Item[]; isSame: boolean }

export type Comparison = {
  before: EditionHead
  after: EditionHead
  /** No fact differs. */
  isSame: boolean
  summary: Sentence[]
  chapters: Chapter[]
}

type EditionHead = { procedure: string; edition: string; number: string | null; title: string }

export const compareEditions = (before: Procedure, after: Procedure): Comparison => {
  const steps = pairSteps(before, after)
  const actors = pairActors(before, after, steps)
  const chapters = chaptersOf({ before, after }, steps, actors)
  return {
    before: headOf(before),
    after: headOf(after),
    isSame: chapters.every((chapter) => chapter.isSame),
    summary: summaryOf({ before, after, steps, actors, chapters }),
    chapters,
  }
}

const headOf = ({ procedure, edition, number, title }: Procedure): EditionHead => ({
  procedure,
  edition,
  number,
  title,
})

type Editions = { before: Procedure; after: Procedure }

const chaptersOf = (editions: Editions, steps: StepPair[], actors: Pair<Lane>[]): Chapter[] => {
  const { before, after } = editions
  return [
    chapter('head', headRows(editions)),
    ...LISTS.map((key) => chapter(key, listRows(before[key], after[key]))),
    chapter('actors', [], actors.map(actorItem)),
    chapter('steps', [], stepItems(steps, editions)),
    chapter('starts', [rowOf('starts', before.starts, after.starts)]),
    chapter('form', [], formItems(editions)),
    chapter('service', rowsOf(before.service, after.service)),
    chapter('policy', rowsOf(before.policy, after.policy)),
    chapter('registers', [], things(before.registers, after.registers, 'register')),
    chapter('remarks', listRows(before.remarks.map(remarkText), after.remarks.map(remarkText))),
    chapter('other', rowsOf(before, after, TOLD)),
  ].filter(({ rows, items }) => rows.length + items.length > 0)
}

const HEAD = [
  ...(['procedure', 'number', 'title', 'edition', 'created', 'revised', 'effective', 'promise'] as const),
  ...(['warning', 'relatedTo', 'recordKeeping', 'records', 'terminal', 'terminalNo'] as const),
  ...(['replaces', 'subject', 'summary'] as const),
]
const LISTS = ['legalBasis', 'qualifications', 'equipment'] as const
/** A key that is none of these is new to this file, and shown among the others. */
const TOLD = [...HEAD, ...LISTS, 'actors', 'steps', 'starts', 'form', 'service', 'policy', 'registers', 'remarks']

const chapter = (key: string, rows: Row[], items: Item[] = []): Chapter => ({
  key,
  label: CHAPTER_WORDS[key] ?? wordFor(key),
  rows: said(rows),
  items,
  isSame: [...rows, ...items].every(({ mark }) => isSameMark(mark)),
})

const isSameMark = (mark: Mark): boolean => mark === 'same'

const CHAPTER_WORDS: Readonly<Record<string, Sentence>> = {
  head: sentence('identitas', 'identity'),
  other: sentence('lain-lain', 'other'),
}

const headRows = ({ before, after }: Editions): Row[] => [
  ...HEAD.map((key) => rowOf(key, before[key], after[key])),
  rowOf('sum', sumOfTimes(before), sumOfTimes(after)),
]

/** Days and minutes are not changed into each other: a day has no fixed length. */
export const sumOfTimes = ({ steps }: Procedure): string => {
  const limits = steps.map(({ time }) => parseTime(time)).filter((limit) => limit?.kind === 'fixed')
  const days = sum(limits.map((limit) => (limit.unit === 'day' ? limit.amount : 0)))
  const minutes = sum(limits.map((limit) => budgetMinutes(limit) ?? 0))
  const [hours, rest] = minutes >= 120 && minutes % 60 === 0 ? [minutes / 60, 0] : [0, minutes]
  const parts = [days && `${days} hari`, hours && `${hours} jam`, rest && `${rest} menit`]
  return parts.filter((part) => part !== 0).join(' + ') || '-'
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

export type Lane = { name: string; label: string; facts: object }

const lanesOf = ({ actors }: Procedure): Lane[] =>
  Object.entries(actors).map(([name, facts]) => ({ name, label: facts.label, facts }))

/** A lane that took over the steps of another has replaced it. */
const pairActors = (before: Procedure, after: Procedure, steps: readonly StepPair[]): Pair<Lane>[] => {
  const handedOver = (old: string, now: string): boolean =>
    steps.some((pair) => pair.before?.actor.includes(old) && pair.after?.actor.includes(now))
  const [olds, nows] = [lanesOf(before), lanesOf(after)]
  return pairUp(olds, nows, (old, now) => {
    if (old.name === now.name) return 3
    if (nows.some(({ name }) => name === old.name) || olds.some(({ name }) => name === now.name)) return 0
    if (alike(old.label, now.label) === 1) return 2
    return handedOver(old.name, now.name) ? 1 : alike(old.label, now.label)
  })
}

const actorItem = (pair: Pair<Lane>): Item =>
  itemOf(
    pair,
    ({ label }) => sentence(label, label),
    said([
      rowOf('actor', pair.before?.name, pair.after?.name, KEY_IN_FILE),
      ...rowsOf(factsOf(pair.before), factsOf(pair.after)),
    ]),
  )

const KEY_IN_FILE = sentence('nama dalam berkas', 'name in the file')

const factsOf = (lane: Lane | null): object => lane?.facts ?? {}

const formItems = ({ before, after }: Editions): Item[] => {
  const fields = ({ form }: Procedure) =>
    form.flatMap(({ group, label, at, fields: inside }) =>
      inside.map((field) => ({ ...field, group, groupLabel: label, at })),
    )
  return things(fields(before), fields(after), 'field', (one) => one.label)
}

/** Things that have a name of their own. */
const things = <K extends string, T extends Record<K, string>>(
  before: readonly T[],
  after: readonly T[],
  name: K,
  title: (one: T) => Sentence = (one) => sentence(one[name], one[name]),
): Item[] =>
  pairUp<T>(before, after, (old, now) => (old[name] === now[name] ? 1 : 0)).map((pair) =>
    itemOf<T>(pair, title, rowsOf(pair.before ?? {}, pair.after ?? {})),
  )

const remarkText = ({ step, about, says }: Procedure['remarks'][number]): string =>
  [step ?? about, says].filter((part) => part !== undefined).join(': ')
