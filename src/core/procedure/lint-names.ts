// Errors of names: whatever the file speaks of has to exist, once, and be readable.
import { parseTime } from '../clock/time-limit.ts'
import { nearest } from '../nearest.ts'
import { sentence } from '../sentence.ts'
import { END, stepNamed, targetsOf } from './flow.ts'
import { error, type Found, stepPath } from './found.ts'
import type { Path } from './read.ts'
import type { Procedure, Step } from './schema.ts'

export const nameFaults = (procedure: Procedure): Found[] => [
  ...duplicateSteps(procedure),
  ...unknownNames(procedure),
  ...policyNames(procedure),
  ...remarkNames(procedure),
  ...unreadableTimes(procedure),
  ...papersNobodyMakes(procedure),
]

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
  procedure.steps.flatMap((step, index) => [
    ...[...step.actor, ...(step.forwardsTo ? [step.forwardsTo] : [])]
      .filter((actor) => !procedure.actors[actor])
      .map((actor) =>
        error(
          stepPath(index, actor === step.forwardsTo ? 'forwardsTo' : 'actor'),
          ...toldIn(step, actor, Object.keys(procedure.actors), [
            `Pelaksana "${actor}" tidak ada`,
            `There is no actor "${actor}"`,
          ]),
        ),
      ),
    ...targetsOf(procedure, step)
      .filter((target) => target !== END && !stepNamed(procedure, target))
      .map((target) =>
        error(
          stepPath(index, step.decides ? 'decides' : 'then'),
          ...toldIn(
            step,
            target,
            [...procedure.steps.map((one) => one.step), END],
            [`Langkah tujuan "${target}" tidak ada`, `There is no step "${target}" to go to`],
          ),
        ),
      ),
  ])

/** In which step a name stands that nobody has, and which one was meant. */
const toldIn = (
  { step }: Step,
  said: string,
  known: string[],
  [id, en]: [string, string],
): [id: string, en: string] => {
  const meant = nearest(said.slice(0, 40), known)
  return [
    `${id}, pada langkah "${step}".${meant ? ` Maksud Anda "${meant}"?` : ''}`,
    `${en}, in step "${step}".${meant ? ` Did you mean "${meant}"?` : ''}`,
  ]
}

const policyNames = (procedure: Procedure): Found[] => {
  const { return: back, sendBack, fourEyes = [], reject, withdraw, initials, pauses, extension } = procedure.policy
  const steps: { path: Path; name: string }[] = [
    ...(back?.from ?? []).map((name, index) => ({ path: ['policy', 'return', 'from', index], name })),
    ...(back ? [{ path: ['policy', 'return', 'to'], name: back.to }] : []),
    ...sendBack.flatMap(({ from, to }, at) => [
      ...from.map((name, index) => ({ path: ['policy', 'sendBack', at, 'from', index], name })),
      { path: ['policy', 'sendBack', at, 'to'], name: to },
    ]),
    ...fourEyes.flatMap((group, at) => group.map((name, index) => ({ path: ['policy', 'fourEyes', at, index], name }))),
    ...(reject?.by ?? []).map((name, index) => ({ path: ['policy', 'reject', 'by', index], name })),
    ...(withdraw?.before ? [{ path: ['policy', 'withdraw', 'before'], name: withdraw.before }] : []),
    ...pauses.map(({ step: name }, index) => ({ path: ['policy', 'pauses', index, 'step'], name })),
    ...(extension?.by ?? []).map((name, index) => ({ path: ['policy', 'extension', 'by', index], name })),
  ]
  return [
    ...steps
      .filter(({ name }) => !stepNamed(procedure, name))
      .map(({ path, name }) =>
        error(
          path,
          `Kebijakan menyebut langkah "${name}" yang tidak ada.`,
          `The policy names a step "${name}" that does not exist.`,
        ),
      ),
    ...Object.entries(initials).flatMap(([letter, names]) =>
      names
        .filter((name) => !procedure.actors[name])
        .map((name) =>
          error(
            ['policy', 'initials', letter],
            `Paraf diminta dari pelaksana "${name}" yang tidak ada.`,
            `Initials are asked of an unknown actor "${name}".`,
          ),
        ),
    ),
  ]
}

const remarkNames = ({ remarks, steps }: Procedure): Found[] =>
  remarks.flatMap(({ step: name }, index) =>
    name === undefined || steps.some((step) => step.step === name)
      ? []
      : [
          error(
            ['remarks', index, 'step'],
            `Catatan menyebut langkah "${name}" yang tidak ada.`,
            `A remark names a step "${name}" that does not exist.`,
          ),
        ],
  )

const unreadableTimes = ({ steps, promise }: Procedure): Found[] => [
  ...steps.flatMap((step, index) =>
    parseTime(step.time)
      ? []
      : [
          error(
            stepPath(index, 'time'),
            `Waktu "${step.time}" tidak terbaca. ${TIMES.id}`,
            `The time "${step.time}" cannot be read. ${TIMES.en}`,
          ),
        ],
  ),
  ...(parseTime(promise)
    ? []
    : [
        error(
          ['promise'],
          `Batas waktu "${promise}" tidak terbaca. ${TIMES.id}`,
          `The promise "${promise}" cannot be read. ${TIMES.en}`,
        ),
      ]),
]

const TIMES = sentence(
  'Tulis misalnya 5 menit, 1 jam, 2 hari, Tentative, atau -.',
  'Write for example 5 menit, 1 jam, 2 hari, Tentative or -.',
)

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
