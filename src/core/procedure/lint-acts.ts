// Errors of acts: what a step says must be something that its act can do, by somebody who may do it.

import { END } from './flow.ts'
import { error, type Found, stepPath } from './found.ts'
import type { Act, Procedure, Step } from './schema.ts'

export const actFaults = (procedure: Procedure): Found[] => [
  ...badFirstStep(procedure),
  ...procedure.steps.flatMap((step, index) => [
    ...badName(step, index),
    ...wrongHands(procedure, step, index),
    ...wrongKeys(step, index),
    ...badQuestion(step, index),
    ...nothingToMeasure(procedure, step, index),
    ...nothingToInitial(procedure, step, index),
  ]),
  ...initialsOfNoLetter(procedure),
]

const badFirstStep = ({ steps: [first] }: Procedure): Found[] =>
  first && (first.act !== 'submit' || first.decides || first.when || first.join)
    ? [
        error(
          stepPath(0, 'act'),
          'Langkah pertama harus pengajuan (submit), tanpa pertanyaan, syarat, atau penggabungan.',
          'The first step must be a submit, without question, condition or join.',
        ),
      ]
    : []

const badName = ({ step }: Step, index: number): Found[] =>
  step === END
    ? [
        error(
          stepPath(index, 'step'),
          `Nama "${END}" berarti akhir; beri langkah ini nama lain.`,
          `The name "${END}" means the end; give this step another one.`,
        ),
      ]
    : []

/** An order inside the office begins with a submit by its first post; later ones are corrections by the applicant. */
const isForApplicant = (act: Act, index: number): boolean => act === 'submit' && index > 0
const OFFICER_ACTS: readonly Act[] = [
  'enter',
  'dispose',
  'analyse',
  'fulfil',
  'measure',
  'draft',
  'initial',
  'sign',
  'send',
]

const wrongHands = ({ actors }: Procedure, { actor: names, act }: Step, index: number): Found[] =>
  names.flatMap((name) => {
    const actor = actors[name]
    if (!actor) return []
    const path = stepPath(index, 'actor')
    if (!actor.post && !actor.is) {
      return [
        error(
          path,
          `Pelaksana "${name}" tidak mempunyai jabatan, sehingga tidak ada yang mengerjakan.`,
          `Actor "${name}" has no post, so nobody would do it.`,
        ),
      ]
    }
    if (isForApplicant(act, index) && actor.is !== 'applicant') {
      return [
        error(
          path,
          `Tindakan "${act}" hanya untuk pemohon, bukan "${name}".`,
          `The act "${act}" is for the applicant alone, not for "${name}".`,
        ),
      ]
    }
    if (OFFICER_ACTS.includes(act) && actor.is === 'applicant') {
      return [
        error(
          path,
          `Tindakan "${act}" tidak dapat dikerjakan pemohon.`,
          `The act "${act}" cannot be done by the applicant.`,
        ),
      ]
    }
    return []
  })

/** Keys that only one act understands: written elsewhere they would do nothing, missing there nothing would happen. */
const wrongKeys = (step: Step, index: number): Found[] => {
  const { act, letter, forwardsTo, fulfils } = step
  const rules: { key: string; isThere: boolean; acts: readonly Act[]; isNeeded: boolean }[] = [
    { key: 'fulfils', isThere: fulfils.length > 0, acts: ['fulfil'], isNeeded: true },
    {
      key: 'letter',
      isThere: letter !== undefined,
      acts: ['draft', 'initial', 'sign', 'send'],
      isNeeded: act !== 'initial',
    },
    { key: 'forwardsTo', isThere: forwardsTo !== undefined, acts: ['enter', 'dispose'], isNeeded: false },
  ]
  return rules.flatMap(({ key, isThere, acts, isNeeded }) => {
    if (isThere && !acts.includes(act)) {
      return [
        error(
          stepPath(index, key),
          `"${key}" tidak berarti pada tindakan "${act}".`,
          `"${key}" means nothing to the act "${act}".`,
        ),
      ]
    }
    return !isThere && isNeeded && acts.includes(act)
      ? [error(stepPath(index, 'act'), `Tindakan "${act}" memerlukan "${key}".`, `The act "${act}" needs "${key}".`)]
      : []
  })
}

/** Steps that outside systems close cannot answer a question, nor can a step that was passed over. */
const badQuestion = ({ step, act, decides, then, when }: Step, index: number): Found[] => {
  if (!decides) return []
  const path = stepPath(index, 'decides')
  const answers = decides.exits.map((exit) => exit.answer)
  return [
    ...(['submit', 'fulfil', 'draft', 'sign', 'send'].includes(act)
      ? [
          error(
            path,
            `Tindakan "${act}" tidak dapat menjawab pertanyaan; beri pertanyaan itu langkah sendiri.`,
            `The act "${act}" cannot answer a question; give the question a step of its own.`,
          ),
        ]
      : []),
    ...(when
      ? [
          error(
            path,
            `Langkah "${step}" dapat dilewati, sehingga pertanyaannya dapat tidak terjawab.`,
            `Step "${step}" may be passed over, which would leave its question unanswered.`,
          ),
        ]
      : []),
    ...(then
      ? [
          error(
            stepPath(index, 'then'),
            'Langkah dengan pertanyaan berlanjut menurut jawabannya; hapus "then".',
            'A step with a question goes on by its answer; take "then" away.',
          ),
        ]
      : []),
    ...answers
      .filter((answer, at) => answers.indexOf(answer) !== at)
      .map((answer) =>
        error(path, `Jawaban "${answer}" ditulis dua kali.`, `The answer "${answer}" is written twice.`),
      ),
  ]
}

const nothingToMeasure = ({ form }: Procedure, { step, act }: Step, index: number): Found[] =>
  act !== 'measure' || form.some((group) => group.at === step)
    ? []
    : [
        error(
          stepPath(index, 'act'),
          `Pengukuran memerlukan isian: buat kelompok isian dengan "at: ${step}".`,
          `A measurement needs fields: write a group with "at: ${step}".`,
        ),
      ]

const nothingToInitial = ({ steps }: Procedure, { act, letter }: Step, index: number): Found[] =>
  act !== 'initial' || letter === undefined || steps.some((other) => other.act === 'draft' && other.letter === letter)
    ? []
    : [
        error(
          stepPath(index, 'letter'),
          `Surat "${letter}" diparaf tetapi tidak ada langkah "draft" yang menyusunnya.`,
          `The letter "${letter}" is initialed, but no step of the act "draft" writes it.`,
        ),
      ]

const initialsOfNoLetter = ({ policy, steps, actors }: Procedure): Found[] =>
  Object.entries(policy.initials).flatMap(([letter, names]) => [
    ...(steps.some((step) => step.letter === letter)
      ? []
      : [
          error(
            ['policy', 'initials', letter],
            `Paraf diminta untuk surat "${letter}" yang tidak dikirim langkah mana pun.`,
            `Initials are asked for the letter "${letter}", which no step sends.`,
          ),
        ]),
    ...names
      .filter((name) => actors[name] && !actors[name].post)
      .map((name) =>
        error(
          ['policy', 'initials', letter],
          `Paraf diminta dari "${name}" yang tidak mempunyai jabatan.`,
          `Initials are asked of "${name}", who has no post.`,
        ),
      ),
  ])
