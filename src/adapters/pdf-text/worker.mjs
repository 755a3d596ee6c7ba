// Reads the words out of a PDF, in a process of its own. Plain JavaScript: it is not part of the server's bundle.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { sourceOf, tookPart } from '../pdf-parts.mjs'

const dist = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))))

/** From memory, or from parts that the server hands over: no address is ever opened, and the script engine for PDFs is not even loaded. */
const reading = {
  cMapUrl: join(dist, 'cmaps/'),
  standardFontDataUrl: join(dist, 'standard_fonts/'),
  wasmUrl: join(dist, 'wasm/'),
  iccUrl: join(dist, 'iccs/'),
  useWorkerFetch: false,
  useSystemFonts: false,
  disableFontFace: true,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  enableXfa: false,
  verbosity: VerbosityLevel.ERRORS,
}

for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) delete globalThis[name]

process.on('message', async (question) => {
  if (tookPart(question)) return
  const answer = await read(question).catch((error) => ({ fault: faultOf(error) }))
  process.send(answer)
})
process.send('ready')

async function read({ maxPages, maxLetters, ...source }) {
  const task = getDocument({ ...reading, ...sourceOf(source) })
  try {
    const document = await task.promise
    const pages = document.numPages
    let text = ''
    for (let number = 1; number <= Math.min(pages, maxPages) && text.length <= maxLetters; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      if (number > 1) text += '\f'
      text += `${items.map((item) => `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`).join('')}\n`
      page.cleanup()
    }
    return { pages, text: text.slice(0, maxLetters), isCut: pages > maxPages || text.length > maxLetters }
  } finally {
    await task.destroy()
  }
}

function faultOf(error) {
  return error?.name === 'PasswordException' ? 'locked' : 'broken'
}
