// Procedures that chance invents and that lint finds sound: decisions, loops, forks with their joins, conditions, every way to begin. For tests.
import fc from 'fast-check'
import { soundness } from '../procedure/lint.ts'
import { readData } from '../procedure/read.ts'
import type { Procedure } from '../procedure/schema.ts'

type RawStep = Record<string, unknown> & { step: string; act: string }

const ACTS_OF_OFFICERS = ['do', 'check', 'analyse', 'enter', 'dispose', 'fulfil', 'send', 'draft', 'initial', 'report']
const POSTS = ['loket', 'kabid', 'teknisi']

const LETTER = { letter: 'balasan' }
const KEYS: Record<string, object> = {
  send: LETTER,
  draft: LETTER,
  initial: LETTER,
  enter: { forwardsTo: 'kabid' },
  dispose: { forwardsTo: 'teknisi' },
  fulfil: { fulfils: [{ fulfil: 'dns-record', with: { name: 'nama' }, when: { field: 'jenis', is: 'satu' } }] },
}

const WHEN = { when: { field: 'jenis', is: 'satu' } }

/** A step without a place: what is done, by whom, in which time. */
const plain = fc
  .record({
    act: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...ACTS_OF_OFFICERS) },
      { weight: 1, arbitrary: fc.constantFrom('receive', 'submit', 'do') },
    ),
    actor: fc.constantFrom(...POSTS),
    also: fc.constantFrom(...POSTS),
    isTwofold: fc.nat(5),
    isSkipped: fc.nat(6),
    time: fc.constantFrom('', '5 menit', '2 hari', 'Tentative'),
  })
  .map(({ act, actor, also, isTwofold, isSkipped, time }) => {
    const own =
      act === 'submit' || act === 'receive' ? 'pemohon' : isTwofold === 0 ? [...new Set([actor, also])] : actor
    return { act, actor: own, activity: act, time, ...KEYS[act], ...(isSkipped === 0 ? WHEN : {}) }
  })

const asking = plain.map((step) => ({ ...step, act: 'check', actor: 'kabid', when: undefined, ...NO_KEYS }))
const NO_KEYS = { letter: undefined, forwardsTo: undefined, fulfils: undefined }

const question = (exits: { answer: string; to: string | string[] }[]) => ({
  question: 'Bagaimana?',
  exits: exits.map((exit) => ({ ...exit, label: exit.answer })),
})

const places = fc.integer({ min: 2, max: 9 })
/** Wherever chance leads, mostly on: lint says afterwards whether it can run. */
const wild: fc.Arbitrary<RawStep[]> = places.chain((count) =>
  fc.tuple(...Array.from({ length: count }, (_, at) => wildStep(at + 1, count))),
)

const wildStep = (at: number, count: number): fc.Arbitrary<RawStep> => {
  const nameOf = (place: number) => (place > count ? 'end' : `s${place}`)
  const target = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: at + 1, max: count + 1 }).map(nameOf) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: count }).map(nameOf) },
  )
  const targets = fc
    .uniqueArray(target, { minLength: 1, maxLength: 3 })
    .map((to) => (to.includes('end') ? ['end'] : to))
  const join = fc.constantFrom({}, {}, { join: 'all', when: undefined })
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(plain, join).map(([step, joins]) => ({ ...step, ...joins, step: `s${at}` })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(plain, targets, join)
        .map(([step, then, joins]) => ({ ...step, ...joins, step: `s${at}`, then })),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(asking, targets, targets, join).map(([step, ya, tidak, joins]) => ({
        ...step,
        ...joins,
        step: `s${at}`,
        decides: question([
          { answer: 'ya', to: nameOf(at + 1) },
          { answer: 'tidak', to: tidak },
          { answer: 'lain', to: ya },
        ]),
      })),
    },
  )
}

/** A fork whose strands have steps of their own, the last of which may send back to the fork; and their join. */
const block = (name: string, next: string, back: string) =>
  fc
    .tuple(
      plain,
      fc.array(fc.tuple(fc.array(plain, { minLength: 1, maxLength: 2 }), fc.nat(2)), { minLength: 2, maxLength: 3 }),
      asking,
      fc.nat(2),
    )
    .map(([fork, strands, join, chance]): RawStep[] => {
      const named = strands.map(([steps, ends], nth) =>
        strand({ name: `${name}-${nth}`, fork: name, steps, ends, back }),
      )
      return [
        // biome-ignore lint/suspicious/noThenProperty: a key of the file that officers write
        { ...fork, step: name, when: undefined, then: named.map(([first]) => first?.step ?? '') },
        ...named.flat(),
        {
          ...join,
          step: `${name}-temu`,
          join: 'all',
          decides: question([
            { answer: 'lanjut', to: next },
            { answer: 'ulang', to: chance === 0 ? back : name },
          ]),
        },
      ]
    })

type Strand = { name: string; fork: string; steps: object[]; ends: number; back: string }

const strand = ({ name, fork, steps, ends, back }: Strand): RawStep[] => [
  ...steps.map((step, at) => ({ act: 'do', ...step, step: `${name}-${at}` })),
  {
    step: `${name}-akhir`,
    actor: 'teknisi',
    act: ends === 0 ? 'do' : 'check',
    activity: 'Mengakhiri',
    ...(ends === 0
      ? // biome-ignore lint/suspicious/noThenProperty: a key of the file that officers write
        { then: `${fork}-temu` }
      : {
          decides: question([
            { answer: 'baik', to: `${fork}-temu` },
            { answer: 'ulang', to: ends === 1 ? fork : back },
          ]),
        }),
  },
]

const built: fc.Arbitrary<RawStep[]> = fc
  .tuple(plain, block('a', 'tengah', 'mula'), plain, block('b', 'end', 'tengah'))
  .map(([first, a, middle, b]) => [
    { ...first, step: 'mula', when: undefined },
    ...a,
    { ...middle, step: 'tengah', when: undefined },
    ...b,
  ])

const starts = fc.constantFrom(
  [{ by: 'client' }],
  [{ by: 'company' }, { by: 'client' }],
  [{ by: 'public' }],
  [{ by: 'post' }],
  [{ by: 'schedule', rule: 'FREQ=DAILY', form: { nama: 'arsip', jenis: 'satu' } }, { by: 'client' }],
)

const FORM = [
  {
    group: 'isian',
    label: 'Isian',
    fields: [
      { field: 'nama', type: 'text', label: 'Nama', required: true },
      {
        field: 'jenis',
        type: 'choice',
        label: 'Jenis',
        required: true,
        options: ['satu', 'dua'].map((value) => ({ value, label: value })),
      },
    ],
  },
]

const ACTORS = {
  pemohon: { label: 'Pemohon', is: 'applicant' },
  ...Object.fromEntries(POSTS.map((post) => [post, { label: post, post }])),
}

const policyFor = (steps: readonly RawStep[]) => {
  const ofOfficers = steps.filter((step) => step.actor !== 'pemohon').map((step) => step.step)
  const some = fc.subarray(ofOfficers)
  return fc.tuple(some, some, fc.nat(3)).map(([back, refused, chance]) => ({
    ...(back.length > 0 ? { return: { from: back, to: 'ajukan' } } : {}),
    ...(refused.length > 0 ? { reject: { by: refused, reason: 'required' } } : {}),
    ...(chance > 0 ? { withdraw: { by: 'applicant' } } : {}),
    ...(chance === 2 && steps.some((step) => step.letter) ? { initials: { balasan: ['kabid', 'loket'] } } : {}),
    rating: chance === 1,
  }))
}

const inventedFrom = (shape: fc.Arbitrary<RawStep[]>): fc.Arbitrary<Procedure> =>
  fc
    .tuple(shape, starts)
    .chain(([steps, ways]) => fc.tuple(fc.constant(steps), fc.constant(ways), policyFor(steps)))
    .map(([steps, ways, policy]) => procedureOf(steps, ways, policy))
    .filter((procedure) => procedure !== null)

/** Null where lint would not let it run. */
const procedureOf = (steps: RawStep[], ways: readonly object[], policy: Record<string, unknown>): Procedure | null => {
  const isOrder = ways.some((way) => 'by' in way && way.by === 'post')
  const first = { step: 'ajukan', actor: isOrder ? 'kabid' : 'pemohon', act: 'submit', activity: 'Mengajukan' }
  const { return: back, ...rest } = policy
  const file = {
    procedure: 'karangan',
    edition: '1',
    title: 'Karangan',
    starts: ways,
    actors: ACTORS,
    form: FORM,
    steps: [first, ...steps],
    policy: isOrder ? rest : { ...rest, ...(back ? { return: back } : {}) },
  }
  const read = readData(JSON.parse(JSON.stringify(file)), () => 1)
  if (!read.ok) throw new Error(JSON.stringify(read.faults.map(({ sentence }) => sentence.en)))
  return soundness(read.procedure).some(({ severity }) => severity === 'error') ? null : read.procedure
}

/** Any steps in any order, as long as lint finds no error. */
export const wildProcedure = inventedFrom(wild)
/** Two forks one after the other, named `a` and `b`; strand 0 of the first is the steps `a-0-...`, its join `a-temu`. */
export const builtProcedure = inventedFrom(built)
