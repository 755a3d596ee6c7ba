// What a shape found wrong, as faults that stand at the very place and say what is expected there.
import { z } from 'zod'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { namesIn, oneOf, partOf, type Schema, schemaAt, schemaFor, spoken, tellingWords } from './expected.ts'
import { pointer, type ValueFault } from './problem.ts'

const MOST_FAULTS = 50

/** One fault for each place, the first. */
export const faultsOfShape = (
  error: z.ZodError,
  where: 'body' | 'query',
  { shape, value }: { shape: z.ZodType; value: unknown },
): ValueFault[] => {
  const schema = schemaFor(shape)
  const faults = new Map<string, ValueFault>()
  for (const { path, said } of error.issues.flatMap((issue) => placed(issue, schema, value)).slice(0, MOST_FAULTS)) {
    const place = where === 'body' ? pointer(path) : path.join('.')
    if (!faults.has(place)) faults.set(place, { in: where, path: place, sentence: said })
  }
  return [...faults.values()]
}

/** For `params` of a refinement: what its place expects, where the description cannot say it. */
export const saying = (said: Sentence): { params: { said: Sentence } } => ({ params: { said } })
const Saying = z.object({ said: z.object({ id: z.string(), en: z.string() }) })

type Placed = { path: readonly PropertyKey[]; said: Sentence }

const placed = (issue: z.core.$ZodIssue, root: Schema, value: unknown): Placed[] => {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const names = namesIn(schemaAt(root, value, path))
    return issue.keys.map((key) => ({ path: [...path, key], said: unknownName(names) }))
  }
  const own = issue.code === 'custom' ? Saying.safeParse(issue.params) : null
  if (own?.success) return [{ path, said: own.data.said }]
  const sent = path.reduce(partOf, value)
  const choice = issue.code === 'invalid_union' && issue.discriminator ? schemaAt(root, value, path.slice(0, -1)) : null
  if (choice) return [{ path, said: wordMissing(choice, root, String(path.at(-1)), sent) }]
  const here = schemaAt(root, value, path)
  return [{ path, said: expectation(here ? spoken(root, here) : ANOTHER, sent) }]
}

const ANOTHER = sentence('nilai lain', 'another value')

export const expectation = (what: Sentence, sent: unknown): Sentence =>
  sent === undefined
    ? sentence(`Belum ada; kirim ${what.id}.`, `Missing: send ${what.en}.`)
    : sentence(`Di sini diharapkan ${what.id}.`, `Expected here: ${what.en}.`)

export const unknownName = (names: readonly string[]): Sentence => {
  const list = names.map((name) => `\`${name}\``).join(', ')
  return names.length === 0
    ? sentence('Nama ini tidak dikenal di sini.', 'This name is not known here.')
    : sentence(
        `Nama ini tidak dikenal di sini. Yang dikenal: ${list}.`,
        `This name is not known here. Known are: ${list}.`,
      )
}

/** `x-elsewhere` of a choice names the address that takes a word which this one does not. */
const wordMissing = (schema: Schema, root: Schema, key: string, sent: unknown): Sentence => {
  const address = partOf(schema['x-elsewhere'], String(sent))
  return typeof address === 'string'
    ? sentence(`Untuk \`${String(sent)}\` pakai ${address}.`, `For \`${String(sent)}\` use ${address}.`)
    : expectation(oneOf(tellingWords(root, schema, key)), sent)
}
