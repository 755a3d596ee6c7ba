// Where the words were found in each dossier of a page: in what its row shows, in an answer, or in which paper.
import { type Piece, type Sought, snippet, wordsIn } from '../../../core/find/where.ts'
import { isLinkingWord, typedWords } from '../../../core/find/words.ts'
import type { Actor } from '../../../core/person/may.ts'
import type { Store } from '../../../store/connect.ts'
import { type FoundText, stemsOf, textsFor } from '../../../store/found-texts.ts'
import type { FoundDossier } from '../../../store/search.ts'

/** `name` is that of the paper's file, null for the answers of the form. */
export type Where = { kind: 'row' } | { kind: 'text'; name: string | null; pieces: Piece[] } | { kind: 'other' }

export type FoundWhere = { sought: Sought[]; whereOf: (dossier: string) => Where }

type Wanted = { query: string; rows: readonly FoundDossier[]; actor: Pick<Actor, 'posts' | 'clients'> }

export const findWhere = async (store: Store, agency: string, { query, rows, actor }: Wanted): Promise<FoundWhere> => {
  const words = typedWords(query)
  const letters = words.map((word) => word.letters)
  const stems = await stemsOf(
    store,
    agency,
    letters.filter((word) => /^[a-z]{4,}$/.test(word)),
  )
  const sought = words.map((word) => ({ word, stem: stems.get(word.letters) ?? null }))
  const telling = sought.filter(({ word }) => !isLinkingWord(word.letters))
  const hidden = rows.filter((row) => wordsIn(shownOf(row), telling) < telling.length)
  const texts = await textsFor(store, agency, { dossiers: hidden.map(({ dossier }) => dossier), actor })
  const where = new Map<string, Where>(
    hidden.map(({ dossier }) => [
      dossier,
      bestOf(
        texts.filter((text) => text.dossier === dossier),
        telling,
      ),
    ]),
  )
  return { sought: telling, whereOf: (dossier) => where.get(dossier) ?? { kind: 'row' } }
}

const shownOf = ({ number, agendaNumber, subject, clientName }: FoundDossier): string =>
  [number, agendaNumber ?? '', subject, clientName].join(' ')

const bestOf = (texts: readonly FoundText[], sought: readonly Sought[]): Where => {
  const ranked = texts
    .map((text) => ({ ...text, words: wordsIn(text.text, sought) }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words)
  const [best] = ranked
  return best ? { kind: 'text', name: best.name, pieces: snippet(best.text, sought) } : { kind: 'other' }
}
