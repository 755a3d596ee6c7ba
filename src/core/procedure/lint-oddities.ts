// Warnings: what is odd in a procedure that can run; quiet once a remark names the step.
import { budgetMinutes, parseTime } from '../clock/time-limit.ts'
import { predecessorsOf } from './flow.ts'
import { type Found, stepPath, warning } from './found.ts'
import type { Procedure, Step } from './schema.ts'

export const oddities = (procedure: Procedure): Found[] => {
  const remarked = new Set(procedure.remarks.flatMap(({ step, about }) => [step, about]))
  const ofSteps = procedure.steps.flatMap((step, index) =>
    remarked.has(step.step) ? [] : oddStep(procedure, step, index),
  )
  return [
    ...ofSteps,
    ...unusedActors(procedure, remarked),
    ...unfedRegisters(procedure, remarked),
    ...(remarked.has('promise') ? [] : overPromise(procedure)),
  ]
}

type Remarked = ReadonlySet<string | undefined>

const oddStep = (procedure: Procedure, step: Step, index: number): Found[] => {
  const unused = step.makes.filter(
    (paper) => !procedure.steps.some((other) => other.needs.includes(paper)) && !isRecord(step, paper),
  )
  const lonelyJoin = step.join && predecessorsOf(procedure, step.step).length < 2
  return [
    ...(step.makes.length === 0 && !step.policy
      ? [
          warning(
            stepPath(index, 'step'),
            `Langkah "${step.step}" tidak menghasilkan apa pun.`,
            `Step "${step.step}" makes nothing.`,
          ),
        ]
      : []),
    ...unused.map((paper) =>
      warning(
        stepPath(index, 'makes'),
        `Berkas "${paper}" dibuat tetapi tidak dipakai.`,
        `Paper "${paper}" is made but nothing uses it.`,
      ),
    ),
    ...(lonelyJoin
      ? [
          warning(
            stepPath(index, 'join'),
            `Langkah "${step.step}" menggabungkan kurang dari dua cabang.`,
            `Step "${step.step}" joins fewer than two strands.`,
          ),
        ]
      : []),
  ]
}

/** Notes, initials and agenda entries are kept by the office itself; no later step must ask for them. */
const isRecord = (step: Step, paper: string): boolean =>
  step.act === 'enter' || step.act === 'dispose' || step.act === 'receive' || paper === step.letter

const unusedActors = (procedure: Procedure, remarked: Remarked): Found[] =>
  Object.keys(procedure.actors)
    .filter((actor) => !remarked.has(actor) && !procedure.steps.some((step) => step.actor.includes(actor)))
    .map((actor) =>
      warning(
        ['actors', actor],
        `Pelaksana "${actor}" tidak mengerjakan langkah apa pun.`,
        `Actor "${actor}" does no step.`,
      ),
    )

const unfedRegisters = (procedure: Procedure, remarked: Remarked): Found[] =>
  procedure.records
    .filter((register) => !remarked.has(register) && !procedure.registers.some((feed) => feed.register === register))
    .map((register) =>
      warning(['records'], `Register "${register}" tidak pernah diisi.`, `Register "${register}" is never fed.`),
    )

/** Days and minutes are not changed into each other: a day has no fixed length. */
const overPromise = (procedure: Procedure): Found[] => {
  const promise = parseTime(procedure.promise)
  if (promise?.kind !== 'fixed') return []
  const limits = procedure.steps.flatMap((step) => {
    const limit = parseTime(step.time)
    return limit?.kind === 'fixed' ? [limit] : []
  })
  const days = sum(limits.filter((limit) => limit.unit === 'day').map((limit) => limit.amount))
  const minutes = sum(limits.map((limit) => budgetMinutes(limit) ?? 0))
  const promised = budgetMinutes(promise)
  if (promised === null ? days <= promise.amount : days === 0 && minutes <= promised) return []
  const took =
    promised === null || days > 0 ? [`${days} hari`, `${days} days`] : [`${minutes} menit`, `${minutes} minutes`]
  return [
    warning(
      ['promise'],
      `Jumlah waktu langkah (${took[0]}) melebihi batas ${procedure.promise}.`,
      `The steps take ${took[1]}, more than the promise ${procedure.promise}.`,
    ),
  ]
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
