// Finds dossiers by what their papers and answers say; only those the reader may see.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Status } from '../core/dossier/dossier.ts'
import { isLinkingWord, meantNumber, type Word, withoutZeros } from '../core/find/words.ts'
import type { Actor } from '../core/person/may.ts'
import type { Reading } from './connect.ts'

/** `from` and `before` are when it was sent in. */
export type SearchFilter = {
  procedure?: string | undefined
  client?: string | undefined
  status?: Status | undefined
  from?: Instant | undefined
  before?: Instant | undefined
}

export type WantedTexts = {
  words: readonly Word[]
  /** Leaves out what has the words in its numbers and names: a query in the language of the database. */
  notNamed: string | null
  actor: Pick<Actor, 'posts' | 'clients'>
  filter: SearchFilter
  after: { submittedAt: Instant; dossier: string } | null
  from: Instant | null
  limit: number
}

export type TextHit = { dossier: string; submittedAt: Instant }

/** Through a function of the owner: row-level security would keep the index from being used. It looks itself who may see what. */
export const findTexts = async (db: Reading, agency: string, wanted: WantedTexts): Promise<TextHit[]> => {
  const { actor, filter, notNamed, after, from, limit } = wanted
  const words = wanted.words.filter(({ letters }) => !isLinkingWord(letters))
  const marks = [...markOf('p', filter.procedure), ...markOf('c', filter.client)]
  if (words.length === 0) return []
  const found = await sql<TextHit>`select dossier, submitted_at as "submittedAt" from search_texts(
    ${agency}, ${words.map(term)}::text[], ${words.map(stemmed)}::text[], ${marks}::text[], ${notNamed},
    ${[...actor.posts]}::text[], ${[...actor.clients]}::text[], ${filter.status ?? null},
    ${after?.submittedAt ?? null}::timestamptz, ${after?.dossier ?? null}::uuid, ${from}::timestamptz, ${limit})`.execute(
    db,
  )
  return found.rows.filter((row, at) => row.dossier !== found.rows[at - 1]?.dossier)
}

const markOf = (kind: string, name: string | undefined): string[] => (name === undefined ? [] : [`${kind}${name}`])

/** "§" stands for the week. Of one or two letters only the whole word is meant, or else half of all words would be listed. */
const term = ({ letters, isWhole }: Word): string => {
  const isOpen = !isWhole && (letters.length > 2 || /\p{N}{2}/u.test(letters))
  const others = [/^0+\d+$/.test(letters) ? withoutZeros(letters) : null, meantNumber(letters)]
  return [`'§${letters}'${isOpen ? ':*' : ''}`, ...others.filter((one) => one !== null).map((one) => `'§${one}'`)].join(
    ' | ',
  )
}

const stemmed = ({ letters }: Word): string => (/^[a-z]{4,}$/.test(letters) ? letters : '')
