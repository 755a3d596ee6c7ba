// The headers of an answer: how often one may still ask, where a new thing stands, which state of a task was read.
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { Lang } from '../ui/masthead.tsx'
import type { Doc } from './endpoint.ts'

type Header = { description: string; required?: boolean; schema: { type: 'string' } }
type Answered = Pick<Doc, 'mark' | 'locates'> | { problem: number }

/** Of a good answer, or of the problems under one status. */
export const headersOf = (language: Lang, answered: Answered): Record<string, Header> => ({
  ...(isGood(answered) && answered.locates ? { Location: header(LOCATION[language]) } : {}),
  ...(isGood(answered) && answered.mark === 'reads' ? { ETag: header(ENTITY[language]) } : {}),
  ...('problem' in answered && answered.problem === 405 ? { Allow: header(ALLOW[language]) } : {}),
  ...('problem' in answered && WAITING.includes(answered.problem)
    ? { 'Retry-After': { ...header(RETRY[language]), required: false } }
    : {}),
  ...(isGood(answered) ? { RateLimit: header(LEFT[language]), 'RateLimit-Policy': header(POLICY[language]) } : {}),
})

const isGood = (answered: Answered): answered is Pick<Doc, 'mark' | 'locates'> => !('problem' in answered)
const header = (description: string): Header => ({ description, required: true, schema: { type: 'string' } })

const WAITING: readonly number[] = [429, 503]

export const ENTITY: Sentence = sentence(
  'Keadaan tugas (ETag dari GET). Bila sudah berubah, tidak ada yang dikerjakan (412).',
  'The state of the task (ETag of GET). When it has changed, nothing is done (412).',
)
const LOCATION = sentence('Alamat hal yang baru dibuat.', 'The address of what was made.')
const ALLOW = sentence('Cara yang dikenal di alamat ini.', 'The methods that this address knows.')
const RETRY = sentence('Tunggu sekian detik, lalu ulangi.', 'Wait so many seconds, then ask again.')
const LEFT = sentence(
  'Sisa permintaan (r) dan detik sampai hitungan diulang (t): `"minute";r=1199;t=42`.',
  'Requests that are left (r) and seconds until the count begins again (t): `"minute";r=1199;t=42`.',
)
const POLICY = sentence(
  'Batas permintaan (q) dalam sekian detik (w): `"minute";q=1200;w=60`.',
  'How many requests (q) in so many seconds (w): `"minute";q=1200;w=60`.',
)
