// What goes wrong, told to a program and to the person behind it: problem details (RFC 9457) in both languages.
import { z } from 'zod'
import type { Refusal, RefusalCode } from '../../core/dossier/commands.ts'
import type { Sentence } from '../../core/sentence.ts'
import type { Lang } from '../ui/masthead.tsx'
import { PROBLEMS, type ProblemCode } from './problem-codes.ts'
import { says } from './says.ts'

/** A fault of one value. `path` is a JSON Pointer (RFC 6901) into the body, or the name of a parameter. */
export type ValueFault = { in: 'body' | 'query' | 'path' | 'header'; path: string; sentence: Sentence }

export type ProblemFacts = { code: ProblemCode; detail?: Sentence; faults?: readonly ValueFault[] }

export const problemSchema = z.strictObject({
  type: z
    .string()
    .meta(
      says(
        'tempat di halaman acuan yang menjelaskan kode ini',
        'a place in the reference page that explains this code',
      ),
    ),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z
    .string()
    .meta(
      says('nomor permintaan, seperti tercatat di log kantor', 'the request id, as it stands in the log of the office'),
    ),
  code: z.string().meta(says('tetap; untuk dibaca program', 'stable; for programs')),
  errors: z
    .array(
      z.strictObject({
        in: z.enum(['body', 'query', 'path', 'header']),
        path: z
          .string()
          .meta(
            says(
              'JSON Pointer ke dalam isi, atau nama parameter',
              'JSON Pointer into the body, or the name of a parameter',
            ),
          ),
        detail: z.string(),
      }),
    )
    .optional(),
})

export type Problem = z.output<typeof problemSchema>

export const problemOf = (
  { code, detail, faults = [] }: ProblemFacts,
  { language, requestId }: { language: Lang; requestId: string },
): Problem => {
  const known = PROBLEMS[code]
  return {
    type: `/api/v1#problem-${code}`,
    title: known.title[language],
    status: known.status,
    detail: (detail ?? known.detail)[language],
    instance: `urn:uuid:${requestId}`,
    code,
    ...(faults.length === 0
      ? {}
      : { errors: faults.map((one) => ({ in: one.in, path: one.path, detail: one.sentence[language] })) }),
  }
}

/** A rule of the core that said no: its own sentence under a code that programs can hold on to. */
export const refused = ({ code, sentence: said, at = [] }: Refusal): ProblemFacts => ({
  code: OF_REFUSAL[code],
  detail: said,
  ...(at.length > 0 ? { faults: at.map((place) => ({ in: 'body', path: pointer(place), sentence: said })) } : {}),
})

const OF_REFUSAL: Record<RefusalCode, ProblemCode> = {
  'already-done': 'already-done',
  'taken-by-other': 'taken-by-other',
  'not-yours': 'not-yours',
  'not-open': 'not-open',
  'not-allowed': 'not-allowed',
  'invalid-answer': 'invalid',
  'effect-running': 'effect-running',
  'needs-initials': 'needs-initials',
  'changed-meanwhile': 'changed-meanwhile',
  'key-reused': 'key-reused',
}

/** RFC 6901 */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
