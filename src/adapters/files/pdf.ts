// Reads of a PDF only what is needed to say that it is whole, open and has pages (ISO 32000-1, 7.5).

import { inflateSync } from 'node:zlib'
import { dangerIn, type PdfDanger } from './pdf-dangers.ts'

export type PdfReading = { pages: number; danger: PdfDanger | null } | 'encrypted' | 'broken'

/** The dictionary of each object by its number; of several versions the last in the file counts. */
type Objects = Map<number, string>

/** `passed`: dictionaries that a later version of the same object replaces, or seems to. */
type Found = { objects: Objects; trailers: string[]; passed: string[] }

const mostInflated = 64 * 1024 * 1024
/** A trailer has a handful of entries. */
const longestTrailer = 4096
/** Bounded on purpose: an unbounded pattern on a made-up file could hold the process for minutes. */
const objectStart = /(\d{1,10})[ \t\r\n\f\0]{1,16}\d{1,5}[ \t\r\n\f\0]{1,16}obj/g

export const readPdf = (bytes: Uint8Array): PdfReading => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const end = text.slice(-2048)
  const found = findObjects(text)
  const trailers = [...found.trailers, ...trailersOf(text)]
  if (trailers.some((trailer) => hasKey(trailer, 'Encrypt'))) return 'encrypted'
  if (!end.includes('%%EOF') || !/startxref\s{1,8}\d{1,12}/.test(end)) return 'broken'
  const root = trailers.map((trailer) => reference(trailer, 'Root')).findLast((number) => number !== null)
  const pages = root === undefined || root === null ? 0 : countPages(found.objects, root)
  return pages > 0 ? { pages, danger: dangerIn([...found.objects.values(), ...found.passed]) } : 'broken'
}

const findObjects = (text: string): Found => {
  const found: Found = { objects: new Map(), trailers: [], passed: [] }
  const packed: string[] = []
  objectStart.lastIndex = 0
  for (let match = objectStart.exec(text); match; match = objectStart.exec(text)) {
    const from = objectStart.lastIndex
    const body = bodyAt(text, from)
    const before = found.objects.get(Number(match[1]))
    if (before !== undefined) found.passed.push(before)
    found.objects.set(Number(match[1]), body.head)
    if (isOfType(body.head, 'XRef')) found.trailers.push(body.head)
    if (isOfType(body.head, 'ObjStm') && body.stream !== null) packed.push(body.head, body.stream)
    objectStart.lastIndex = body.end
  }
  unpack(packed, found.objects)
  return found
}

type ObjectBody = { head: string; stream: string | null; end: number }

/** What stands in a stream is not looked at, so that bytes that look like objects do not count as such. */
const bodyAt = (text: string, from: number): ObjectBody => {
  const close = text.indexOf('endobj', from)
  const limit = close < 0 ? text.length : close
  const start = /stream\r?\n/.exec(text.slice(from, Math.min(limit, from + 65_536)))
  if (!start) return { head: text.slice(from, limit), stream: null, end: limit }
  const head = text.slice(from, from + start.index)
  const first = from + start.index + start[0].length
  const length = /\/Length\s{1,8}(\d{1,10})(?!\s{1,8}\d{1,5}\s{1,8}R)/.exec(head)
  const told = length ? first + Number(length[1]) : -1
  const isTrue =
    told > 0 &&
    text
      .slice(told, told + 16)
      .trimStart()
      .startsWith('endstream')
  const last = isTrue ? told : text.indexOf('endstream', first)
  return last < 0 ? { head, stream: null, end: text.length } : { head, stream: text.slice(first, last), end: last }
}

/** Newer files keep their dictionaries compressed in object streams (7.5.7). */
const unpack = (packed: string[], objects: Objects): void => {
  let room = mostInflated
  for (let at = 0; at + 1 < packed.length; at += 2) {
    const head = packed[at] ?? ''
    const inside = inflated(head, packed[at + 1] ?? '', room)
    room -= inside.length
    const first = numberOf(head, 'First') ?? 0
    const index = inside.slice(0, first).trim().split(/\s+/).map(Number)
    for (let pair = 0; pair + 1 < index.length; pair += 2) {
      const [number = 0, offset = 0, , next = inside.length] = index.slice(pair, pair + 4)
      // They must rise (7.5.7); a made-up file in which they overlap would have us read the same bytes for ever.
      if (next <= offset) break
      objects.set(number, inside.slice(first + offset, first + next))
    }
  }
}

const inflated = (head: string, stream: string, room: number): string => {
  if (!head.includes('FlateDecode')) return stream
  try {
    return inflateSync(Buffer.from(stream, 'latin1'), { maxOutputLength: Math.max(room, 1) }).toString('latin1')
  } catch {
    return ''
  }
}

const trailersOf = (text: string): string[] => {
  const trailers: string[] = []
  for (let at = text.indexOf('trailer'); at >= 0; at = text.indexOf('trailer', at + 7)) {
    const near = text.slice(at, at + longestTrailer)
    const end = near.indexOf('startxref')
    trailers.push(end < 0 ? near : near.slice(0, end))
  }
  return trailers
}

/** The count that the page tree states; where it states none, the pages are there or not. */
const countPages = (objects: Objects, root: number): number => {
  const tree = reference(objects.get(root) ?? '', 'Pages')
  const top = tree === null ? undefined : objects.get(tree)
  if (top === undefined) return 0
  const pages = [...objects.values()].filter((dictionary) => isOfType(dictionary, 'Page')).length
  return pages === 0 ? 0 : (numberOf(top, 'Count') ?? pages)
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
