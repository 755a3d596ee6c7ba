// What the policy says of the promised time: which steps let it pause, and how far it may be extended.
import { parseTime } from '../clock/time-limit.ts'
import { error, type Found, warning } from './found.ts'
import type { Procedure } from './schema.ts'

export const clockFaults = (procedure: Procedure): Found[] => [
  ...pausedTwice(procedure),
  ...strangersToTheStep(procedure),
  ...unreadableExtension(procedure),
  ...withoutPromise(procedure),
]

const pausedTwice = ({ policy: { pauses } }: Procedure): Found[] =>
  pauses.flatMap(({ step }, index) =>
    pauses.findIndex((other) => other.step === step) === index
      ? []
      : [
          error(
            ['policy', 'pauses', index, 'step'],
            `Jeda waktu pada langkah "${step}" ditulis dua kali.`,
            `The pause at step "${step}" is written twice.`,
          ),
        ],
  )

/** A step of the applicant alone waits for nobody else. */
const strangersToTheStep = ({ actors, policy: { pauses }, steps }: Procedure): Found[] =>
  pauses.flatMap(({ step: name, for: whom }, index) => {
    const lanes = steps.find((step) => step.step === name)?.actor.map((key) => actors[key]) ?? []
    const isOfApplicant = lanes.length > 0 && lanes.every((lane) => lane?.is === 'applicant')
    return whom === 'third-party' && isOfApplicant
      ? [
          warning(
            ['policy', 'pauses', index, 'for'],
            `Langkah "${name}" dikerjakan pemohon, jadi jedanya menunggu pemohon: tulis for: applicant.`,
            `Step "${name}" is the applicant's, so its pause waits for the applicant: write for: applicant.`,
          ),
        ]
      : []
  })

const unreadableExtension = ({ policy: { extension } }: Procedure): Found[] =>
  extension === undefined || parseTime(extension.most)?.kind === 'fixed'
    ? []
    : [
        error(
          ['policy', 'extension', 'most'],
          `Perpanjangan "${extension.most}" tidak terbaca. Tulis misalnya 60 menit, 4 jam, atau 3 hari.`,
          `The extension "${extension.most}" cannot be read. Write for example 60 menit, 4 jam or 3 hari.`,
        ),
      ]

const withoutPromise = ({ promise, policy: { extension, pauses } }: Procedure): Found[] => {
  if (parseTime(promise)?.kind !== 'untimed') return []
  const [key, id, en] = extension ? ['extension', 'diperpanjang', 'extend'] : ['pauses', 'dijeda', 'pause']
  return extension === undefined && pauses.length === 0
    ? []
    : [
        warning(
          ['policy', key],
          `SOP ini tidak menjanjikan waktu (promise), jadi tidak ada yang dapat ${id}.`,
          `This SOP promises no time (promise), so there is nothing to ${en}.`,
        ),
      ]
}
