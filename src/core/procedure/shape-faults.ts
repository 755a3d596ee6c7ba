// What does not have the shape of a procedure, told at its place; of a misspelt key, which one was meant.
import { z } from 'zod'
import { nearest } from '../nearest.ts'
import { valueAt } from './edit/look.ts'
import { type Fault, faultAt, type LineOf } from './fault.ts'
import { keysAt } from './file-shape.ts'
import { type Place, placeOf } from './place-words.ts'
import { procedureSchema } from './schema.ts'
import { type Issue, shapeWords } from './shape-words.ts'

/** @param error of `procedureSchema` on these data */
export const shapeFaults = (error: z.ZodError, data: unknown, lineOf: LineOf): Fault[] => {
  // Read once more for the same faults in Indonesian.
  const indonesian = procedureSchema.safeParse(data, { error: INDONESIAN }).error?.issues ?? []
  return error.issues
    .flatMap((issue, index) => pairsOf(issue, indonesian[index] ?? issue))
    .slice(0, MOST_FAULTS)
    .flatMap((pair) => faultsOf(pair, data, lineOf))
}

/** Whoever has made more mends these first. */
export const MOST_FAULTS = 50

const INDONESIAN = z.locales.id().localeError

type Pair = { issue: Issue; indonesian: string; path: PropertyKey[] }

/** Where several shapes were possible, what is wrong with the one that was meant, if only one comes near. */
const pairsOf = (issue: Issue, other: Issue, above: readonly PropertyKey[] = []): Pair[] => {
  const path = [...above, ...issue.path]
  const [near, ...more] = issue.code === 'invalid_union' ? nearBranches(issue.errors) : []
  if (near === undefined || more.length > 0 || issue.code !== 'invalid_union') {
    return [{ issue, indonesian: other.message, path }]
  }
  const others = other.code === 'invalid_union' ? other.errors[near] : undefined
  return (issue.errors[near] ?? []).flatMap((inner, index) => pairsOf(inner, others?.[index] ?? inner, path))
}

/** Those whose kind (text, list, keys) is right already. */
const nearBranches = (errors: readonly (readonly Issue[])[]): number[] =>
  errors.flatMap((issues, index) =>
    issues.every((issue) => issue.path.length > 0 || issue.code !== 'invalid_type') ? [index] : [],
  )

const faultsOf = ({ issue, indonesian, path }: Pair, data: unknown, lineOf: LineOf): Fault[] => {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(data, path)
    return issue.keys.slice(0, MOST_FAULTS).map((key) => {
      const place = placeOf(data, [...path, key])
      return unknownKey(key, { place, line: lineOf([...path, key]), meant: nearest(key.slice(0, 40), known) })
    })
  }
  const { key, where } = placeOf(data, path)
  const words = shapeWords(issue, path.at(-1), valueAt(data, path))
  return [
    faultAt(
      lineOf(path),
      whole(`${key.id}${where.id && ` pada ${where.id}`} ${words?.id ?? `tidak sesuai: ${indonesian}`}`),
      whole(`${key.en}${where.en && ` in ${where.en}`} ${words?.en ?? `is not as it must be: ${issue.message}`}`),
    ),
  ]
}

const whole = (words: string): string => (/[.?]$/.test(words) ? words : `${words}.`)

type Where = { place: Place; line: number; meant: string | undefined }

const unknownKey = (key: string, { place: { where }, line, meant }: Where): Fault => {
  const [id, en] = meant ? [` Maksud Anda "${meant}"?`, ` Did you mean "${meant}"?`] : ['', '']
  return faultAt(
    line,
    `Kunci "${key}" tidak dikenal${where.id && ` pada ${where.id}`}.${id}`,
    `Unknown key "${key}"${where.en && ` in ${where.en}`}.${en}`,
  )
}
