// Where typed words stand in a text: marked whole, or as a snippet around the place that has most of them.
import { meantNumber, type Word, withoutZeros } from './words.ts'

/** A piece of a text; marked where it is what was looked for. */
export type Piece = { text: string; isMarked: boolean }

/** What a word is met by: as it begins, or by its stem, as the index does. */
export type Sought = { word: Word; stem: string | null }

/** How many of the words stand in a text. */
export const wordsIn = (text: string, sought: readonly Sought[]): number => {
  const met = new Set<Sought>()
  for (const [token] of text.matchAll(TOKEN)) {
    const one = sought.find((each) => !met.has(each) && isMet(token.toLowerCase(), each))
    if (one) met.add(one)
    if (met.size === sought.length) break
  }
  return met.size
}

export const marked = (text: string, sought: readonly Sought[]): Piece[] => {
  const pieces: Piece[] = []
  let end = 0
  for (const found of text.matchAll(TOKEN)) {
    const [token] = found
    if (!sought.some((one) => isMet(token.toLowerCase(), one))) continue
    const between = text.slice(end, found.index)
    const last = pieces.at(-1)
    // The parts of a number or a name are one.
    if (last?.isMarked && !/\s/.test(between))
      pieces.splice(-1, 1, { text: last.text + between + token, isMarked: true })
    else {
      if (between !== '') pieces.push({ text: between, isMarked: false })
      pieces.push({ text: token, isMarked: true })
    }
    end = found.index + token.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMarked: false })
  return pieces
}

/** Some dozen words around the place with most of what was looked for; empty where nothing of it stands. */
export const snippet = (text: string, sought: readonly Sought[]): Piece[] => {
  const places = [...text.matchAll(TOKEN)].flatMap((found) => {
    const one = sought.findIndex((each) => isMet(found[0].toLowerCase(), each))
    return one < 0 ? [] : [{ at: found.index, one }]
  })
  const [first] = places
  if (!first) return []
  let best = { at: first.at, words: 0 }
  for (const { at } of places.slice(0, MOST_PLACES)) {
    const words = new Set(places.filter((other) => other.at >= at && other.at < at + AFTER).map(({ one }) => one)).size
    if (words > best.words) best = { at, words }
  }
  const from = wordStart(text, best.at - BEFORE)
  const to = wordEnd(text, best.at + AFTER)
  const shown = text.slice(from, to).replaceAll(/\s+/g, ' ').trim()
  return marked(`${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`, sought)
}

const TOKEN = /[\p{L}\p{N}]+/gu
const BEFORE = 60
const AFTER = 140
const MOST_PLACES = 200

const isMet = (token: string, { word: { letters, isWhole }, stem }: Sought): boolean => {
  if (token === letters || (!isWhole && token.startsWith(letters))) return true
  if (/^\d+$/.test(token) && /\d/.test(letters))
    return withoutZeros(token) === withoutZeros(meantNumber(letters) ?? letters)
  return stem !== null && isOfStem(token, stem)
}

/** With the beginnings and endings that the stemmer takes off. */
const isOfStem = (token: string, stem: string): boolean => {
  const at = token.indexOf(stem)
  if (at < 0) return false
  return BEGINNINGS.test(token.slice(0, at)) && ENDINGS.test(token.slice(at + stem.length))
}

const BEGINNINGS = /^(?:(?:me(?:m|n|ng|ny)?|pe(?:m|n|ng|ny|r)?|be[rl]?|te[rl]?|di|ke|se)(?:per|pe|ber|ter)?)?$/
const ENDINGS = /^(?:kan|an|i)?(?:ku|mu|nya)?(?:lah|kah|pun)?$/

const wordStart = (text: string, at: number): number => {
  if (at <= 0) return 0
  const space = text.slice(at, at + 30).search(/\s/)
  return space < 0 ? at : at + space + 1
}

const wordEnd = (text: string, at: number): number => {
  if (at >= text.length) return text.length
  const space = text.slice(at, at + 30).search(/\s/)
  return space < 0 ? at : at + space
}
