// Reads of a PDF only what is needed to say that it is whole, open and has pages (ISO 32000-1, 7.5).

import { inflateSync } from 'node:zlib'
import { dangerIn, type PdfDanger } from './pdf-dangers.ts'
import type { Sight } from './sight.ts'

export type PdfReading = { pages: number; danger: PdfDanger | null } | 'encrypted' | 'broken'

/** What of an object's dictionary is asked for later; the dictionary itself is not kept. */
type Facts = { isPage: boolean; pages: number | null; count: number | null }

/** Where an object stream lies in the file (7.5.7). */
type Packed = { from: number; to: number; first: number; isDeflated: boolean }

/** `trailers`: streams that stand for one. Of several versions of an object the last in the file counts, a packed one before all. */
type Found = {
  plain: Map<number, Facts>
  packed: Map<number, Facts>
  trailers: Trailers
  danger: PdfDanger | null
}

type Trailers = { isEncrypted: boolean; root: number | null }

const mostInflated = 64 * 1024 * 1024
/** Objects that say something of pages; a file with more of them was made up. */
const mostObjects = 1_000_000
/** A stream begins no later after its object does. */
const longestHead = 65_536
/** No honest object without a stream is longer. */
const longestObject = 8 * 1024 * 1024
/** Far more than any honest file has; each takes time. */
const mostStarts = 3_000_000
const mostTrailers = 100_000
/** A trailer has a handful of entries. */
const longestTrailer = 4096
/** Bounded on purpose: an unbounded pattern on a made-up file could hold the process for minutes. */
const objectStart = /(\d{1,10})[ \t\r\n\f\0]{1,16}\d{1,5}[ \t\r\n\f\0]{1,16}obj/
const longestStart = 50

export const readPdf = (sight: Sight): PdfReading => {
  const end = sight.text(Math.max(0, sight.size - 2048), sight.size)
  const found = findObjects(sight)
  const trailers = trailersOf(sight)
  if (found?.trailers.isEncrypted || trailers?.isEncrypted) return 'encrypted'
  if (!found || !trailers || !end.includes('%%EOF') || !/startxref\s{1,8}\d{1,12}/.test(end)) return 'broken'
  const root = trailers.root ?? found.trailers.root
  const pages = root === null ? 0 : countPages(found, root)
  return pages > 0 ? { pages, danger: found.danger } : 'broken'
}

/** Null where there is more than any honest file has. */
const findObjects = (sight: Sight): Found | null => {
  const found: Found = {
    plain: new Map(),
    packed: new Map(),
    trailers: { isEncrypted: false, root: null },
    danger: null,
  }
  const streams: Packed[] = []
  let starts = 0
  for (let start = nextStart(sight, 0); start; ) {
    const body = bodyAt(sight, start.end)
    if (body.head === null) return null
    note(found, 'plain', { number: start.number, head: body.head })
    if (isOfType(body.head, 'XRef')) addTrailer(found.trailers, body.head)
    if (body.stream && isOfType(body.head, 'ObjStm')) streams.push(packedOf(body.head, body.stream))
    starts += 1
    if (starts > mostStarts || found.plain.size > mostObjects) return null
    start = nextStart(sight, body.end)
  }
  return unpack(sight, streams, found) ? found : null
}

type Start = { number: number; end: number }

/** Near at first, as objects stand close together, then in ever wider windows that overlap by what a start may take. */
const nextStart = (sight: Sight, from: number): Start | null => {
  let width = 512
  for (let at = from; at < sight.size; at += width - longestStart, width = Math.min(width * 4, 524_288)) {
    const match = objectStart.exec(sight.text(at, at + width))
    if (match) return { number: Number(match[1]), end: at + match.index + match[0].length }
    if (at + width >= sight.size) return null
  }
  return null
}

/** `head`: null where it is longer than any. */
type ObjectBody = { head: string | null; stream: { from: number; to: number } | null; end: number }

/** What stands in a stream is not looked at, so that bytes that look like objects do not count as such. */
const bodyAt = (sight: Sight, from: number): ObjectBody => {
  const near = sight.indexOf('endobj', from, from + longestHead)
  const begin = sight.text(from, near < 0 ? from + longestHead : Math.min(near, from + longestHead))
  const start = /stream\r?\n/.exec(begin)
  if (!start) return withoutStream(sight, from, near)
  const head = begin.slice(0, start.index)
  const first = from + start.index + start[0].length
  const length = /\/Length\s{1,8}(\d{1,10})(?!\s{1,8}\d{1,5}\s{1,8}R)/.exec(head)
  const told = length ? first + Number(length[1]) : -1
  const isTrue =
    told > 0 &&
    sight
      .text(told, told + 16)
      .trimStart()
      .startsWith('endstream')
  const last = isTrue ? told : sight.indexOf('endstream', first)
  return last < 0 ? { head, stream: null, end: sight.size } : { head, stream: { from: first, to: last }, end: last }
}

const withoutStream = (sight: Sight, from: number, near: number): ObjectBody => {
  const close = near < 0 ? sight.indexOf('endobj', from) : near
  const end = close < 0 ? sight.size : close
  return { head: end - from > longestObject ? null : sight.text(from, end), stream: null, end }
}

const nothing: Facts = { isPage: false, pages: null, count: null }

/** A later version takes the place of an earlier one; what either would do by itself counts. */
const note = (found: Found, where: 'plain' | 'packed', { number, head }: { number: number; head: string }): void => {
  const isNamed = head.includes('/')
  if (isNamed) found.danger ??= dangerIn([head])
  const facts = !isNamed
    ? nothing
    : { isPage: isOfType(head, 'Page'), pages: reference(head, 'Pages'), count: numberOf(head, 'Count') }
  if (facts.isPage || facts.pages !== null || facts.count !== null) found[where].set(number, facts)
  else if (where === 'packed') found.packed.set(number, nothing)
  else found.plain.delete(number)
}

const packedOf = (head: string, stream: { from: number; to: number }): Packed => ({
  ...stream,
  first: numberOf(head, 'First') ?? 0,
  isDeflated: head.includes('FlateDecode'),
})

/** Newer files keep their dictionaries compressed in object streams. @returns whether they are no more than any file has */
const unpack = (sight: Sight, streams: readonly Packed[], found: Found): boolean => {
  let room = mostInflated
  for (const stream of streams) {
    const inside = inflated(sight, stream, room)
    room -= inside.length
    const index = inside.slice(0, stream.first).trim().split(/\s+/).map(Number)
    for (let pair = 0; pair + 1 < index.length; pair += 2) {
      const [number = 0, offset = 0, , next = inside.length] = index.slice(pair, pair + 4)
      // They must rise (7.5.7); a made-up file in which they overlap would have us read the same bytes for ever.
      if (next <= offset) break
      note(found, 'packed', { number, head: inside.slice(stream.first + offset, stream.first + next) })
      if (found.packed.size > mostObjects) return false
    }
  }
  return true
}

const inflated = (sight: Sight, { from, to, isDeflated }: Packed, room: number): string => {
  if (to - from > mostInflated) return ''
  const bytes = sight.bytes(from, to)
  if (!isDeflated) return bytes.toString('latin1')
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(room, 1) }).toString('latin1')
  } catch {
    return ''
  }
}

/** Each as far as the next one, or the bytes of many would be read again and again. Null where there are too many. */
const trailersOf = (sight: Sight): Trailers | null => {
  const trailers: Trailers = { isEncrypted: false, root: null }
  let count = 0
  for (let at = sight.indexOf('trailer', 0); at >= 0; ) {
    count += 1
    if (count > mostTrailers) return null
    const next = sight.indexOf('trailer', at + 7)
    const near = sight.text(at, Math.min(at + longestTrailer, next < 0 ? sight.size : next))
    const end = near.indexOf('startxref')
    addTrailer(trailers, end < 0 ? near : near.slice(0, end))
    at = next
  }
  return trailers
}

const addTrailer = (trailers: Trailers, trailer: string): void => {
  trailers.isEncrypted ||= hasKey(trailer, 'Encrypt')
  trailers.root = reference(trailer, 'Root') ?? trailers.root
}

/** The count that the page tree states; where it states none, the pages are there or not. */
const countPages = ({ plain, packed }: Found, root: number): number => {
  const factsOf = (number: number): Facts => packed.get(number) ?? plain.get(number) ?? nothing
  const tree = factsOf(root).pages
  if (tree === null) return 0
  let pages = 0
  for (const facts of packed.values()) if (facts.isPage) pages += 1
  for (const [number, facts] of plain) if (facts.isPage && !packed.has(number)) pages += 1
  return pages === 0 ? 0 : (factsOf(tree).count ?? pages)
}

const isOfType = (dictionary: string, type: string): boolean =>
  new RegExp(`/Type\\s{0,8}/${type}(?![A-Za-z0-9])`).test(dictionary)

const hasKey = (dictionary: string, key: string): boolean => new RegExp(`/${key}(?![A-Za-z0-9])`).test(dictionary)

const reference = (dictionary: string, key: string): number | null => {
  const match = new RegExp(`/${key}\\s{0,8}(\\d{1,10})\\s{1,8}\\d{1,5}\\s{1,8}R`).exec(dictionary)
  return match ? Number(match[1]) : null
}

const numberOf = (dictionary: string, key: string): number | null => {
  const match = new RegExp(`/${key}\\s{0,8}(\\d{1,10})(?!\\s{1,8}\\d{1,5}\\s{1,8}R)`).exec(dictionary)
  return match ? Number(match[1]) : null
}
