// What stands apart from the official sheet: steps and rules that the office added, and the defects of the source.
import { stepNamed } from '../flow.ts'
import type { Procedure, Step } from '../schema.ts'
import { printedSteps } from './printed-flow.ts'
import type { SheetWords } from './words.ts'

export type Section = { title: string; lines: string[] }

export const additionsOf = (procedure: Procedure, words: SheetWords): Section[] =>
  [
    {
      title: words.addedSteps,
      lines: procedure.steps.filter((step) => step.policy).map((step) => stepLine(procedure, step)),
    },
    { title: words.addedRules, lines: ruleLines(procedure, words) },
    { title: words.remarks, lines: remarkLines(procedure, words) },
  ].filter(({ lines }) => lines.length > 0)

const stepLine = (procedure: Procedure, step: Step): string =>
  `${step.activity} (${step.actor.map((actor) => labelOf(procedure, actor)).join(' / ')}${step.time ? `, ${step.time}` : ''})`

const labelOf = (procedure: Procedure, actor: string): string => procedure.actors[actor]?.label ?? actor

const ruleLines = (procedure: Procedure, { rules, ...words }: SheetWords): string[] => {
  const { policy } = procedure
  const say = (step: string): string => placeOf(procedure, words, step)
  const all = (steps: readonly string[]): string => steps.map(say).join(', ')
  return [
    ...(policy.return ? [rules.return(all(policy.return.from), say(policy.return.to))] : []),
    ...policy.sendBack.map(({ from, to }) => rules.sendBack(all(from), say(to))),
    ...policy.pauses.map(({ step, for: whom }) => rules.pauses[whom](say(step))),
    ...(policy.extension ? [rules.extension(policy.extension.most)] : []),
    ...(policy.fourEyes ?? []).map((steps) => rules.fourEyes(all(steps))),
    ...(policy.reject ? [rules.reject(all(policy.reject.by))] : []),
    ...(policy.withdraw
      ? [policy.withdraw.before ? rules.withdrawBefore(say(policy.withdraw.before)) : rules.withdraw]
      : []),
    ...Object.entries(policy.initials).map(([letter, actors]) =>
      rules.initials(letter.replaceAll('-', ' '), actors.map((actor) => labelOf(procedure, actor)).join(', ')),
    ),
    ...(policy.counter ? [rules.counter] : []),
    ...(policy.rating ? [rules.rating] : []),
  ]
}

/** "langkah 3" where the sheet has a number for it, else the words of the step. */
const placeOf = (procedure: Procedure, words: Pick<SheetWords, 'step'>, name: string): string => {
  const step = stepNamed(procedure, name)
  if (!step) return name
  const at = printedSteps(procedure).indexOf(step)
  return at < 0 ? `"${step.activity}"` : words.step(step.no ?? String(at + 1))
}

const remarkLines = (procedure: Procedure, words: SheetWords): string[] =>
  procedure.remarks.map(({ step, says }) => (step ? `${capital(placeOf(procedure, words, step))}: ${says}` : says))

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
