// Lets the reader of PDFs, in its locked-up process, ask the server for the parts of a large file that it needs. Plain JavaScript.
import { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What goes over the line at once, so that neither side holds more than that for the other. */
const PIECE_BYTES = 1_048_576

const waiting = new Map()
let asked = 0

/** @returns whether this message was a part that had been asked for, and no question */
export function tookPart({ id, part }) {
  if (part === undefined) return false
  waiting.get(id)?.(part)
  waiting.delete(id)
  return true
}

/** Where `getDocument` gets the bytes: all at once, or part by part. */
export function sourceOf({ pdf, bytes }) {
  // A copy with memory of its own, because the reader takes it away.
  if (pdf) return { data: new Uint8Array(pdf) }
  const range = new PDFDataRangeTransport(bytes, null)
  range.requestDataRange = (from, to) => void fetchRange(from, to).then((all) => range.onDataRange(from, all))
  return { range, disableAutoFetch: true, disableStream: true, rangeChunkSize: 262_144 }
}

async function fetchRange(from, to) {
  const all = new Uint8Array(to - from)
  for (let at = from; at < to; at += PIECE_BYTES) all.set(await ask(at, Math.min(to, at + PIECE_BYTES)), at - from)
  return all
}

function ask(from, to) {
  asked += 1
  const id = asked
  process.send({ wants: { id, from, to } })
  return new Promise((given) => waiting.set(id, given))
}
