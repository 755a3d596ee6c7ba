// Errors of the beginning: who may start a dossier, and whether somebody then stands in the first step.
import { ruleFault } from '../clock/recurrence.ts'
import { fieldsOf } from './form.ts'
import { error, type Found } from './found.ts'
import { rhythmMinutes } from './rhythm.ts'
import type { Procedure } from './schema.ts'
import type { Start } from './start-schema.ts'

export const startFaults = (procedure: Procedure): Found[] => [
  ...procedure.starts.flatMap((start, index) => startFault(procedure, start, index)),
  ...writtenTwice(procedure),
  ...noOptions(procedure),
]

const OF_APPLICANTS: readonly Start['by'][] = ['client', 'company', 'public']

const startFault = (procedure: Procedure, start: Start, index: number): Found[] => {
  const { by } = start
  const [first] = procedure.steps
  const actors = (first?.actor ?? []).flatMap((name) => procedure.actors[name] ?? [])
  if (OF_APPLICANTS.includes(by) && !actors.some((actor) => actor.is === 'applicant')) {
    return [
      error(
        ['starts', index],
        `Permulaan "${by}" memerlukan pemohon pada langkah pertama. Tulis "starts" menurut siapa yang memulai.`,
        `The start "${by}" needs the applicant in the first step. Write in "starts" who really begins.`,
      ),
    ]
  }
  if (by === 'post' && !actors.some((actor) => actor.post)) {
    return [
      error(
        ['starts', index],
        'Permulaan "post" memerlukan jabatan pada langkah pertama.',
        'The start "post" needs a post in the first step.',
      ),
    ]
  }
  if (start.by === 'schedule') {
    const said = ruleFault(start.rule)
    return said ? [error(['starts', index, 'rule'], said.id, said.en)] : []
  }
  if (start.by === 'monitor') return monitorFault(start, index)
  return by === 'public' ? waitsForNobody(procedure, index) : []
}

const monitorFault = ({ every, probe, words }: Extract<Start, { by: 'monitor' }>, index: number): Found[] => [
  ...(rhythmMinutes(every) === null
    ? [
        error(
          ['starts', index, 'every'],
          `Selang "${every}" tidak terbaca. Tulis misalnya 15 menit, 1 jam, atau 1 hari; paling cepat 5 menit.`,
          `The interval "${every}" cannot be read. Write for example 15 menit, 1 jam or 1 hari; 5 menit at least.`,
        ),
      ]
    : []),
  ...(probe === 'site-words' && words.length === 0
    ? [
        error(
          ['starts', index],
          'Pemantauan kata memerlukan "words": kata yang tidak boleh ada pada halaman.',
          'Looking for words needs "words": those that must not stand on a page.',
        ),
      ]
    : []),
]

/** Whoever has no account cannot be waited for. */
const waitsForNobody = ({ steps, actors, policy }: Procedure, index: number): Found[] => {
  const waiting = steps.slice(1).filter(({ actor }) => actor.some((name) => actors[name]?.is === 'applicant'))
  const returnsTo = policy.return ? [policy.return.to] : []
  return [...waiting.map((step) => step.step), ...returnsTo].map((step) =>
    error(
      ['starts', index],
      `Permulaan "public" tanpa akun: langkah "${step}" menunggu pemohon yang tidak dapat masuk.`,
      `The start "public" has no account: the step "${step}" would wait for somebody who cannot sign in.`,
    ),
  )
}

const writtenTwice = ({ starts }: Procedure): Found[] =>
  starts.flatMap(({ by }, index) =>
    by === 'schedule' || by === 'monitor' || starts.findIndex((other) => other.by === by) === index
      ? []
      : [error(['starts', index], `Permulaan "${by}" ditulis dua kali.`, `The start "${by}" is written twice.`)],
  )

/** A choice that is filled with what is no option of it; a text with {placeholders} is only known on the day. */
const noOptions = (procedure: Procedure): Found[] =>
  procedure.starts.flatMap((start, index) =>
    Object.entries('form' in start ? start.form : {}).flatMap(([name, value]) => {
      const field = fieldsOf(procedure).find((one) => one.field === name)
      if (field?.type !== 'choice' || typeof value !== 'string' || value.includes('{')) return []
      const options = field.options.map((option) => option.value)
      return options.includes(value)
        ? []
        : [
            error(
              ['starts', index, 'form', name],
              `Permulaan mengisi "${name}" dengan "${value}", yang bukan pilihannya: ${options.join(', ')}.`,
              `The start fills "${name}" with "${value}", which is no option of it: ${options.join(', ')}.`,
            ),
          ]
    }),
  )
