// Draws one page of a PDF as a PNG, in a process of its own. Plain JavaScript: it is not part of the server's bundle.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCanvas } from '@napi-rs/canvas'
import { AnnotationMode, getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { sourceOf, tookPart } from '../pdf-parts.mjs'

const MOST_PIXELS = 8_000_000
const LONGEST_SIDE_PX = 16_000

const dist = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))))

/** From memory, or from parts that the server hands over: no address is ever opened, and the script engine for PDFs is not even loaded. */
const reading = {
  cMapUrl: join(dist, 'cmaps/'),
  standardFontDataUrl: join(dist, 'standard_fonts/'),
  wasmUrl: join(dist, 'wasm/'),
  iccUrl: join(dist, 'iccs/'),
  useWorkerFetch: false,
  useSystemFonts: false,
  // Glyphs are drawn as lines, pictures are decoded here: nothing of the file reaches the native code unparsed.
  disableFontFace: true,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  enableXfa: false,
  verbosity: VerbosityLevel.ERRORS,
}

for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) delete globalThis[name]

process.on('message', async (question) => {
  if (tookPart(question)) return
  const answer = await draw(question).catch((error) => ({ fault: faultOf(error) }))
  process.send(answer)
})
process.send('ready')

async function draw({ page, widthPx, ...source }) {
  const task = getDocument({ ...reading, ...sourceOf(source) })
  try {
    const document = await task.promise
    const pages = document.numPages
    if (page > pages) return { pages }
    const sheet = await document.getPage(page)
    const viewport = sheet.getViewport({ scale: scaleOf(sheet.getViewport({ scale: 1 }), widthPx) })
    const canvas = createCanvas(toPixels(viewport.width), toPixels(viewport.height))
    // Stamps and filled fields lie over the page as annotations.
    const annotationMode = AnnotationMode.ENABLE
    await sheet.render({ canvas, viewport, background: '#ffffff', annotationMode }).promise
    return { pages, png: new Uint8Array(await canvas.encode('png')) }
  } finally {
    await task.destroy()
  }
}

function scaleOf({ width, height }, widthPx) {
  const forPixels = Math.sqrt(MOST_PIXELS / (width * height))
  return Math.min(widthPx / width, LONGEST_SIDE_PX / height, forPixels)
}

const toPixels = (length) => Math.max(1, Math.round(length))

function faultOf(error) {
  return error?.name === 'PasswordException' ? 'locked' : 'broken'
}
