// Invented procedures that are sound enough to be drawn: lanes, loops, forks, decisions, added steps, long words.
import fc from 'fast-check'
import { readData } from '../read.ts'
import type { Procedure } from '../schema.ts'

const WORDS = [
  'Memeriksa',
  'surat permohonan',
  'dan meneruskannya kepada',
  'Kepala Bidang',
  'Sub-Domain/Hosting',
  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
]
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(' '))
const text = words.map((said) => ({ id: said.slice(0, 24), en: said.slice(0, 24) }))

type Shape = { lanes: number; steps: number }

const shape = fc.record({ lanes: fc.integer({ min: 1, max: 8 }), steps: fc.integer({ min: 1, max: 20 }) })

const target = ({ steps }: Shape) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: steps - 1 }).map((at) => `s${at}`) },
    { weight: 1, arbitrary: fc.constant('end') },
  )

const exit = (of: Shape, answer: string) =>
  fc.record({
    answer: fc.constant(answer),
    label: fc.oneof(
      { weight: 3, arbitrary: fc.constant({ id: answer === 'ya' ? 'Ya' : 'Tidak', en: answer }) },
      { weight: 1, arbitrary: text },
    ),
    to: fc.array(target(of), { minLength: 1, maxLength: 2 }).map((names) => [...new Set(names)]),
  })

const step = (of: Shape, at: number) =>
  fc.record(
    {
      step: fc.constant(`s${at}`),
      actor: fc
        .array(fc.integer({ min: 0, max: of.lanes - 1 }), { minLength: 1, maxLength: at % 5 === 0 ? 2 : 1 })
        .map((lanes) => lanes.map((lane) => `a${lane}`)),
      act: fc.constant('do'),
      activity: words,
      time: fc.constantFrom('', '-', '5 menit', 'Selama kegiatan vidcon'),
      inferred: fc.constantFrom([], [], ['actor']),
      printed: fc.record({ needs: fc.array(words, { maxLength: 3 }), makes: fc.array(words, { maxLength: 3 }) }),
      policy: fc.constantFrom(false, false, false, false, at > 0),
      decides: fc.record({ question: text, exits: fc.tuple(exit(of, 'ya'), exit(of, 'tidak')) }),
      // biome-ignore lint/suspicious/noThenProperty: a key of the file that officers write
      then: fc.array(target(of), { minLength: 1, maxLength: 2 }).map((names) => [...new Set(names)]),
    },
    { requiredKeys: ['step', 'actor', 'act', 'activity', 'printed'] },
  )

/** Most steps simply go on to the next. */
const flowing = (of: Shape, at: number) =>
  fc.tuple(step(of, at), fc.integer({ min: 0, max: 5 })).map(([made, chance]) => {
    const { decides, then, ...plain } = made
    if (chance === 0 && decides) return { ...plain, decides }
    return chance === 1 && then ? { ...plain, then } : plain
  })

export const inventedProcedure = (actors: object, steps: readonly object[], terminal: string | null): Procedure => {
  const title = 'Prosedur karangan'
  const read = readData({ procedure: 'karangan', edition: '2026-01', title, terminal, actors, steps }, () => 1)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.procedure
}

/** With its seed printed by fast-check when a property fails. */
export const inventedFlow: fc.Arbitrary<Procedure> = shape
  .chain((of) =>
    fc.record({
      of: fc.constant(of),
      steps: fc.tuple(...Array.from({ length: of.steps }, (_, at) => flowing(of, at))),
      terminal: fc.constantFrom('Selesai', null),
      labels: fc.array(fc.constantFrom('OPD', 'Kepala Dinas', 'Kabid. Peny. E-Government', 'Pelaksana / Pranata'), {
        minLength: of.lanes,
        maxLength: of.lanes,
      }),
    }),
  )
  .map(({ steps, terminal, labels }) =>
    inventedProcedure(Object.fromEntries(labels.map((label, at) => [`a${at}`, { label }])), steps, terminal),
  )
