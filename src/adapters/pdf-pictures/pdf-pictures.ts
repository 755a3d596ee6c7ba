// Pages of an uploaded PDF as PNG pictures: what strangers send is read in a locked-up process and never by the browser.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { askedOf, type PdfBytes, partsFile } from '../pdf-bytes.ts'
import { CallLost, createWorkerCall, type LossCause, type Supply, type WorkerCall } from '../worker-call.ts'
import { startProcess } from '../worker-start.ts'
import { createPictureCache } from './cache.ts'
import { hasNoSuchPage, isBeyondShown, isBroken, isBusy, isLocked, isNotAPage, isTooComplex } from './faults.ts'
import { createTroubles } from './troubles.ts'

/** `pages` is how many the file has, `shown` how many of them can be asked for. */
export type PagePicture = { png: Uint8Array; pages: number; shown: number }

export type PdfPictures = {
  /** Pages count from 1. The width is brought between 200 and 1600 px, and a picture to 8 megapixels at most. */
  renderPage: (pdf: PdfBytes, page: number, widthPx: number) => Promise<Outcome<PagePicture>>
  close: () => Promise<void>
}

export type PdfPicturesConfig = {
  /** The project's folder, with `node_modules` and `src` in it. */
  root: string
  cacheFolder: string
  deadlineMs?: number
  maxPages?: number
  maxMemoryBytes?: number
  maxCacheBytes?: number
}

export const createPdfPictures = (config: PdfPicturesConfig): PdfPictures => {
  const { maxPages = 500, maxCacheBytes = 500_000_000 } = config
  const cache = createPictureCache(config.cacheFolder, maxCacheBytes)
  const troubles = createTroubles()
  const drawer = startDrawer(config)
  const drawing = new Map<string, Promise<Outcome<PagePicture>>>()
  const withShown = (drawn: Drawn): PagePicture => ({ ...drawn, shown: Math.min(drawn.pages, maxPages) })

  const draw = async ({ document, name, pdf, ...wish }: Wish): Promise<Outcome<PagePicture>> => {
    const kept = unpack(await cache.get(name))
    if (kept) return good(withShown(kept))
    if (troubles.has(document, name)) return lasting(isTooComplex)
    const { question, supply } = askedOf(pdf)
    const answer = await ask(drawer, { ...question, ...wish }, supply)
    if (answer === 'too complex') {
      troubles.add(document, name)
      return lasting(isTooComplex)
    }
    if ('fault' in answer) return lasting(answer.fault === 'locked' ? isLocked : isBroken)
    if (!answer.png) return lasting(hasNoSuchPage(wish.page, answer.pages))
    // A full disk must not keep anybody from reading; the picture is then drawn again next time.
    await cache.put(name, pack(answer.png, answer.pages)).catch(() => {})
    return good(withShown({ png: answer.png, pages: answer.pages }))
  }

  return {
    renderPage: async (pdf, page, width) => {
      if (!Number.isSafeInteger(page) || page < 1) return lasting(isNotAPage)
      if (page > maxPages) return lasting(isBeyondShown(maxPages))
      const widthPx = clampWidth(width)
      const document = pdf instanceof Uint8Array ? createHash('sha256').update(pdf).digest('hex') : pdf.sha256
      const name = `${document}-${page}-${widthPx}.${EDITION}`
      const other = drawing.get(name)
      if (other) return other
      if (drawing.size >= LONGEST_LINE) return passing(isBusy)
      const begun = draw({ document, name, pdf, page, widthPx }).finally(() => drawing.delete(name))
      drawing.set(name, begun)
      return begun
    },
    close: drawer.close,
  }
}

type Drawn = { png: Uint8Array; pages: number }

type Wish = { document: string; name: string; pdf: PdfBytes; page: number; widthPx: number }

/** Raise it when pages are drawn differently than before, so that older pictures are not shown any more. */
const EDITION = 'v1'

const LONGEST_LINE = 60

const clampWidth = (width: number): number => Math.min(1600, Math.max(200, Math.round(width) || 0))

/** Pages that nobody would wait for: one process draws them all, at up to `deadlineMs` each. */
const startDrawer = ({ root, deadlineMs = 10_000, maxMemoryBytes = 1_000_000_000 }: PdfPicturesConfig): WorkerCall => {
  const name = 'The drawer of pages'
  const file = join(root, 'src/adapters/pdf-pictures/worker.mjs')
  const mayRead = [file, partsFile(root), join(root, 'package.json'), join(root, 'node_modules')]
  const start = startProcess({ name, file, mayRead, maxBytes: maxMemoryBytes })
  return createWorkerCall({ name, start, deadlineMs, idleMs: 60_000 })
}

const Answer = z.union([
  z.object({ fault: z.enum(['broken', 'locked']) }),
  z.object({ pages: z.int().positive(), png: z.instanceof(Uint8Array).optional() }),
])

type Answer = z.infer<typeof Answer>

/** A drawer that cannot even start is a fault of ours and thrown; one that was lost over a page is that page's fault. */
const ask = (drawer: WorkerCall, question: object, supply?: Supply): Promise<Answer | 'too complex'> =>
  drawer.call(question, supply).then(
    (answer) => Answer.parse(answer),
    (error) => {
      if (error instanceof CallLost && BLAMED.has(error.why)) return 'too complex'
      throw error
    },
  )

const BLAMED = new Set<LossCause>(['late', 'big', 'ended'])

/** The number of pages stands in the first four bytes of a kept picture. */
const pack = (png: Uint8Array, pages: number): Uint8Array => {
  const head = Buffer.alloc(HEAD)
  head.writeUInt32BE(pages)
  return Buffer.concat([head, png])
}

const unpack = (kept: Uint8Array | null): Drawn | null => {
  if (kept === null || kept.length <= HEAD) return null
  const pages = Buffer.from(kept.buffer, kept.byteOffset, HEAD).readUInt32BE()
  return { pages, png: kept.subarray(HEAD) }
}

const HEAD = 4
