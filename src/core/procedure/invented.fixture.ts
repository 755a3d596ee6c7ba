// Procedures that chance invents: every key of the shape, texts of any letters. Sound or not, they can be written and read.
import fc from 'fast-check'
import type { ProcedureFile } from './read.ts'

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/).filter((name) => name !== 'constructor')
/** What YAML takes for something else, and what officers paste. */
const NASTY = [
  '',
  '~',
  'null',
  'true',
  'no',
  '1',
  '1e3',
  '0x1F',
  '2025-05',
  '- a',
  'a: b',
  '# a',
  '[a',
  '{a}',
  "it's",
  '"a"',
  ' a ',
  'a\nb\n',
  '\n a',
  '|',
  '>',
  '!a',
  '&a',
  '*a',
  '%a',
  '@a',
  'a\tb',
  '---',
  '<a & b>',
  'é ü 本 🙂',
  'x'.repeat(300),
]
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: files may not hold them
  /[\u0000-\u0008\u000b-\u001f\u007f]/
export const words = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !unprintable.test(text)),
)
const text = fc.oneof(words, fc.record({ id: words, en: words }))
const slugs = fc.array(slug, { maxLength: 4 })
const oneOrMore = fc.oneof(slug, fc.array(slug, { minLength: 1, maxLength: 3 }))
const condition = fc.record({ field: slug, is: fc.oneof(words, fc.array(words, { minLength: 1, maxLength: 3 })) })
const when = fc.oneof(condition, fc.array(condition, { minLength: 1, maxLength: 3 }))
const printedDate = fc.constantFrom('2022', '2022-02', '2025-05-31', null)
const edition = fc.constantFrom('2025-05', '1', 'tanpa-tanggal', '2022.1')

const some = { requiredKeys: [] }

const exit = fc.record({ answer: slug, label: text, to: oneOrMore })
const fulfilment = fc.record(
  {
    fulfil: fc.constantFrom('dns-record' as const, 'hosting-space' as const),
    with: fc.dictionary(slug, slug, { maxKeys: 3 }),
    when,
    changeWhen: when,
    removeWhen: when,
  },
  { requiredKeys: ['fulfil', 'with'] },
)

const step = fc.record(
  {
    step: slug,
    actor: oneOrMore,
    act: fc.constantFrom('submit' as const, 'enter' as const, 'do' as const, 'check' as const, 'send' as const),
    activity: words,
    time: fc.oneof(words, fc.nat(), fc.constant(null)),
    needs: slugs,
    makes: slugs,
    forwardsTo: slug,
    fulfils: fc.array(fulfilment, { maxLength: 2 }),
    letter: slug,
    decides: fc.record({ question: text, exits: fc.array(exit, { minLength: 2, maxLength: 4 }) }),
    // biome-ignore lint/suspicious/noThenProperty: a key of the file that officers write
    then: oneOrMore,
    join: fc.constant('all' as const),
    when,
    policy: fc.boolean(),
    inferred: fc.array(words, { maxLength: 2 }),
    printed: fc.record({ needs: fc.array(words, { maxLength: 3 }), makes: fc.array(words, { maxLength: 3 }) }, some),
  },
  { requiredKeys: ['step', 'actor', 'act', 'activity'] },
)

const common = { field: slug, label: text, hint: text, required: fc.boolean(), when }
const requiredOf = <T extends string>(...more: T[]) => ({ requiredKeys: ['field' as const, 'label' as const, ...more] })
const field = fc.oneof(
  fc.record({ ...common, type: fc.constant('text' as const), max: fc.integer({ min: 1 }) }, requiredOf('type')),
  fc.record({ ...common, type: fc.constant('person' as const) }, requiredOf('type')),
  fc.record({ ...common, type: fc.constant('domain-name' as const), availability: when }, requiredOf('type')),
  fc.record(
    {
      ...common,
      type: fc.constant('choice' as const),
      options: fc.array(fc.record({ value: slug, label: text }), { minLength: 1, maxLength: 3 }),
    },
    requiredOf('type', 'options'),
  ),
  fc.record(
    {
      ...common,
      type: fc.constant('file' as const),
      paper: slug,
      accept: fc.constantFrom<('pdf' | 'jpg' | 'png')[]>(['pdf'], ['jpg', 'png']),
      orMade: fc.boolean(),
    },
    requiredOf('type', 'paper', 'accept'),
  ),
)

const policy = fc.record(
  {
    return: fc.record({
      from: fc.array(slug, { minLength: 1, maxLength: 2 }),
      to: slug,
      pauses: fc.boolean(),
    }),
    reject: fc.record({
      by: fc.array(slug, { minLength: 1, maxLength: 2 }),
      reason: fc.constant('required' as const),
      letter: slug,
    }),
    withdraw: fc.record({ by: fc.constant('applicant' as const), before: slug }),
    initials: fc.dictionary(slug, slugs, { maxKeys: 2 }),
    rating: fc.boolean(),
    counter: fc.boolean(),
  },
  some,
)

const lists = fc.array(words, { maxLength: 4 })

export const inventedFile: fc.Arbitrary<ProcedureFile> = fc.record(
  {
    procedure: slug,
    edition,
    number: fc.oneof(words, fc.constant(null)),
    title: words.filter((title) => title.length > 0),
    created: printedDate,
    revised: printedDate,
    effective: printedDate,
    replaces: words,
    promise: fc.oneof(words, fc.constant(null)),
    records: slugs,
    legalBasis: lists,
    qualifications: lists,
    relatedTo: fc.oneof(words, fc.constant(null)),
    equipment: lists,
    warning: fc.oneof(words, fc.constant(null)),
    recordKeeping: words,
    service: fc.record(
      { summary: text, requirements: fc.array(text, { maxLength: 3 }), cost: text, product: text, complaints: text },
      some,
    ),
    actors: fc.dictionary(
      slug,
      fc.oneof(
        fc.record({ label: words, post: slug }),
        fc.record({ label: words, is: fc.constant('applicant' as const) }),
      ),
      { maxKeys: 5 },
    ),
    form: fc.array(
      fc.record(
        { group: slug, label: text, at: slug, fields: fc.array(field, { minLength: 1, maxLength: 3 }) },
        { requiredKeys: ['group', 'label', 'fields'] },
      ),
      { maxLength: 3 },
    ),
    subject: words,
    summary: slugs,
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    terminal: fc.oneof(words, fc.constant(null)),
    policy,
    registers: fc.array(
      fc.record(
        { register: slug, key: slug, columns: slugs, when, retireWhen: when },
        { requiredKeys: ['register', 'key', 'columns'] },
      ),
      { maxLength: 2 },
    ),
    remarks: fc.array(fc.record({ step: slug, about: slug, says: words }, { requiredKeys: ['says'] }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ['procedure', 'edition', 'title', 'actors', 'steps'] },
)
