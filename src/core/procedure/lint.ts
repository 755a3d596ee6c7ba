// Is a procedure sound? Errors: it cannot run. Warnings: odd, and quiet once a remark names the step.
import { parseTime } from '../clock/time-limit.ts'
import { type Sentence, sentence } from '../sentence.ts'
import { END, exitsOf, predecessorsOf, stepNamed, targetsOf } from './flow.ts'
import { fieldsOf } from './form.ts'
import { type Fault, type LineOf, type Path, readProcedure } from './read.ts'
import type { Procedure, Step } from './schema.ts'

type Found = { path: Path; severity: 'error' | 'warning'; sentence: Sentence }

/** All faults of one file at once, by line. */
export const lintProcedure = (source: string): Fault[] => {
  const read = readProcedure(source)
  if (!read.ok) return byLine(read.faults)
  return byLine(soundness(read.procedure).map((found) => withLine(found, read.lineOf)))
}

export const soundness = (procedure: Procedure): Found[] => {
  const errors = [
    ...duplicateSteps(procedure),
    ...unknownNames(procedure),
    ...unreadableTimes(procedure),
    ...papersNobodyMakes(procedure),
    ...formFaults(procedure),
  ]
  // Reachability only makes sense once every name is known.
  const flow = errors.length > 0 ? [] : [...unreachable(procedure), ...deadEnds(procedure)]
  return [...errors, ...flow, ...oddities(procedure)]
}

const stepPath = (index: number, ...rest: PropertyKey[]): Path => ['steps', index, ...rest]

const error = (path: Path, id: string, en: string): Found => ({ path, severity: 'error', sentence: sentence(id, en) })
const warning = (path: Path, id: string, en: string): Found => ({
  path,
  severity: 'warning',
  sentence: sentence(id, en),
})

const duplicateSteps = ({ steps }: Procedure): Found[] =>
  steps.flatMap((step, index) =>
    steps.findIndex((other) => other.step === step.step) === index
      ? []
      : [
          error(
            stepPath(index, 'step'),
            `Langkah "${step.step}" ditulis dua kali.`,
            `Step "${step.step}" is written twice.`,
          ),
        ],
  )

const unknownNames = (procedure: Procedure): Found[] =>
  procedure.steps
    .flatMap((step, index) => [
      ...[...step.actor, ...(step.forwardsTo ? [step.forwardsTo] : [])]
        .filter((actor) => !procedure.actors[actor])
        .map((actor) =>
          error(stepPath(index, 'actor'), `Pelaksana "${actor}" tidak ada.`, `There is no actor "${actor}".`),
        ),
      ...targetsOf(procedure, step)
        .filter((target) => target !== END && !stepNamed(procedure, target))
        .map((target) =>
          error(
            stepPath(index, step.decides ? 'decides' : 'then'),
            `Langkah tujuan "${target}" tidak ada.`,
            `There is no step "${target}" to go to.`,
          ),
        ),
    ])
    .concat(policyNames(procedure))

const policyNames = (procedure: Procedure): Found[] => {
  const { return: back, reject, withdraw, initials } = procedure.policy
  const steps = [
    ...(back ? [...back.from, back.to] : []),
    ...(reject?.by ?? []),
    ...(withdraw?.before ? [withdraw.before] : []),
  ]
  const actors = Object.values(initials).flat()
  return [
    ...steps
      .filter((name) => !stepNamed(procedure, name))
      .map((name) =>
        error(
          ['policy'],
          `Kebijakan menyebut langkah "${name}" yang tidak ada.`,
          `The policy names a step "${name}" that does not exist.`,
        ),
      ),
    ...actors
      .filter((name) => !procedure.actors[name])
      .map((name) =>
        error(
          ['policy', 'initials'],
          `Paraf diminta dari pelaksana "${name}" yang tidak ada.`,
          `Initials are asked of an unknown actor "${name}".`,
        ),
      ),
  ]
}

const unreadableTimes = ({ steps, promise }: Procedure): Found[] => [
  ...steps.flatMap((step, index) =>
    parseTime(step.time)
      ? []
      : [
          error(
            stepPath(index, 'time'),
            `Waktu "${step.time}" tidak terbaca.`,
            `The time "${step.time}" cannot be read.`,
          ),
        ],
  ),
  ...(parseTime(promise)
    ? []
    : [error(['promise'], `Batas waktu "${promise}" tidak terbaca.`, `The promise "${promise}" cannot be read.`)]),
]

const papersNobodyMakes = (procedure: Procedure): Found[] =>
  procedure.steps.flatMap((step, index) =>
    step.needs
      .filter((paper) => !procedure.steps.some((other) => other.makes.includes(paper)))
      .map((paper) =>
        error(
          stepPath(index, 'needs'),
          `Berkas "${paper}" diperlukan tetapi tidak dibuat oleh langkah mana pun.`,
          `Paper "${paper}" is needed but no step makes it.`,
        ),
      ),
  )

const formFaults = (procedure: Procedure): Found[] => {
  const names = fieldsOf(procedure).map((field) => field.field)
  const used = [
    ...fieldsOf(procedure).flatMap((field) => field.when ?? []),
    ...procedure.steps.flatMap((step) => [
      ...(step.when ?? []),
      ...step.fulfils.flatMap((one) => [...(one.when ?? []), ...(one.removeWhen ?? [])]),
    ]),
    ...procedure.registers.flatMap((feed) => [...(feed.when ?? []), ...(feed.retireWhen ?? [])]),
  ].map((condition) => condition.field)
  const mapped = procedure.steps.flatMap((step) => step.fulfils.flatMap((one) => Object.values(one.with)))
  const fed = procedure.registers.flatMap((feed) => [feed.key, ...feed.columns])
  const missing = [...new Set([...used, ...mapped, ...fed, ...procedure.summary])].filter(
    (name) => !names.includes(name),
  )
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [
    ...missing.map((name) =>
      error(
        ['form'],
        `Isian "${name}" dipakai tetapi tidak ada di formulir.`,
        `Field "${name}" is used but the form does not have it.`,
      ),
    ),
    ...twice.map((name) => error(['form'], `Isian "${name}" ditulis dua kali.`, `Field "${name}" is written twice.`)),
  ]
}

const unreachable = (procedure: Procedure): Found[] => {
  const reached = reachFrom(procedure, [procedure.steps[0]?.step ?? END])
  return procedure.steps.flatMap((step, index) =>
    reached.has(step.step)
      ? []
      : [
          error(
            stepPath(index, 'step'),
            `Langkah "${step.step}" tidak pernah tercapai.`,
            `Step "${step.step}" is never reached.`,
          ),
        ],
  )
}

/** A step from which the end cannot be reached: a dead end, or a loop that nobody can leave. */
const deadEnds = (procedure: Procedure): Found[] =>
  procedure.steps.flatMap((step, index) =>
    reachFrom(procedure, [step.step]).has(END)
      ? []
      : [
          error(
            stepPath(index, 'step'),
            `Dari langkah "${step.step}" akhir tidak dapat dicapai.`,
            `The end cannot be reached from step "${step.step}".`,
          ),
        ],
  )

const reachFrom = (procedure: Procedure, start: string[]): Set<string> => {
  const reached = new Set<string>()
  const waiting = [...start]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    const step = stepNamed(procedure, name)
    if (step) waiting.push(...targetsOf(procedure, step))
  }
  return reached
}

const oddities = (procedure: Procedure): Found[] => {
  const remarked = new Set(procedure.remarks.map((remark) => remark.step))
  const ofSteps = procedure.steps.flatMap((step, index) =>
    remarked.has(step.step) ? [] : oddStep(procedure, step, index),
  )
  return [...ofSteps, ...unusedActors(procedure), ...unfedRegisters(procedure), ...overPromise(procedure)]
}

const oddStep = (procedure: Procedure, step: Step, index: number): Found[] => {
  const unused = step.makes.filter(
    (paper) => !procedure.steps.some((other) => other.needs.includes(paper)) && !isRecord(step, paper),
  )
  const lonelyJoin = step.join && predecessorsOf(procedure, step.step).length < 2
  const noExit = step.decides && exitsOf(procedure, step, step.decides.exits[0]?.answer).length === 0
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
    ...(lonelyJoin || noExit
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

const unusedActors = (procedure: Procedure): Found[] =>
  Object.keys(procedure.actors)
    .filter((actor) => !procedure.steps.some((step) => step.actor.includes(actor)))
    .map((actor) =>
      warning(
        ['actors', actor],
        `Pelaksana "${actor}" tidak mengerjakan langkah apa pun.`,
        `Actor "${actor}" does no step.`,
      ),
    )

const unfedRegisters = (procedure: Procedure): Found[] =>
  procedure.records
    .filter((register) => !procedure.registers.some((feed) => feed.register === register))
    .map((register) =>
      warning(['records'], `Register "${register}" tidak pernah diisi.`, `Register "${register}" is never fed.`),
    )

const overPromise = (procedure: Procedure): Found[] => {
  const promise = parseTime(procedure.promise)
  if (promise?.kind !== 'fixed' || promise.unit !== 'day') return []
  const days = procedure.steps
    .map((step) => parseTime(step.time))
    .reduce((sum, time) => sum + (time?.kind === 'fixed' && time.unit === 'day' ? time.amount : 0), 0)
  if (days <= promise.amount) return []
  return [
    warning(
      ['promise'],
      `Jumlah waktu langkah (${days} hari) melebihi batas ${procedure.promise}.`,
      `The steps take ${days} days, more than the promise ${procedure.promise}.`,
    ),
  ]
}

const withLine = (found: Found, lineOf: LineOf): Fault => ({
  line: lineOf(found.path),
  severity: found.severity,
  sentence: found.sentence,
})

const byLine = (faults: Fault[]): Fault[] => [...faults].sort((a, b) => a.line - b.line)
