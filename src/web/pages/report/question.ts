// A question in words that a person answers at once: asked only when reports come thick and fast, or by a hasty program.
import type { Context } from 'hono'
import { z } from 'zod'
import { type Sentence, sentence } from '../../../core/sentence.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'
import { openSealed, sealedFor } from './sealed.ts'

type Web = Context<WebEnv>

export type Question = { ask: Sentence; token: string }

const HOURS = 1
const shape = z.object({ kind: z.literal('report-question'), report: z.uuid(), question: z.int() })

/** By chance; the page carries which one it was, sealed, so that only the one that was asked can be answered. */
export const askQuestion = (c: Web, services: Services, report: string): Question => {
  const chance = Buffer.from(services.newToken(), 'base64url').readUInt16BE(0) % QUESTIONS.length
  const ask = QUESTIONS[chance]?.ask ?? sentence('', '')
  return { ask, token: sealedFor(c, services, { kind: 'report-question', report, question: chance }) }
}

type Answered = { report: string; token: string; answer: string }

/** A right answer counts for the report it was asked for, and for no other. */
export const isAnswered = (c: Web, services: Services, { report, token, answer }: Answered): boolean => {
  const asked = openSealed(c, services, token, { shape, hours: HOURS })
  if (asked?.report !== report) return false
  return QUESTIONS[asked.question]?.answers.includes(plain(answer)) === true
}

const plain = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Either language, digits or words: whoever understands the question can answer it as they like. */
const QUESTIONS: readonly { ask: Sentence; answers: readonly string[] }[] = [
  { ask: sentence('Berapa tiga ditambah empat?', 'What is three plus four?'), answers: ['7', 'tujuh', 'seven'] },
  { ask: sentence('Berapa sepuluh dikurangi dua?', 'What is ten minus two?'), answers: ['8', 'delapan', 'eight'] },
  { ask: sentence('Berapa dua kali tiga?', 'What is two times three?'), answers: ['6', 'enam', 'six'] },
  { ask: sentence('Berapa lima ditambah lima?', 'What is five plus five?'), answers: ['10', 'sepuluh', 'ten'] },
  { ask: sentence('Berapa sembilan dikurangi enam?', 'What is nine minus six?'), answers: ['3', 'tiga', 'three'] },
  { ask: sentence('Ada berapa hari dalam seminggu?', 'How many days has a week?'), answers: ['7', 'tujuh', 'seven'] },
  {
    ask: sentence('Ada berapa bulan dalam setahun?', 'How many months has a year?'),
    answers: ['12', 'dua belas', 'duabelas', 'twelve'],
  },
  {
    ask: sentence('Hari apa sesudah hari Senin?', 'Which day comes after Monday?'),
    answers: ['selasa', 'hari selasa', 'tuesday'],
  },
  {
    ask: sentence('Hari apa sebelum hari Minggu?', 'Which day comes before Sunday?'),
    answers: ['sabtu', 'hari sabtu', 'saturday'],
  },
  {
    ask: sentence('Bulan apa sesudah bulan Maret?', 'Which month comes after March?'),
    answers: ['april', 'bulan april'],
  },
  {
    ask: sentence('Mana yang lebih besar: dua puluh atau sembilan?', 'Which is more: twenty or nine?'),
    answers: ['20', 'dua puluh', 'duapuluh', 'twenty'],
  },
]
