// Papers for the tests: honest ones, and those that somebody makes to do harm.
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString, rgb } from 'pdf-lib'

/** A4 with a black bar from 100 to 300 across and from 50 to 80 below the top, and words in a font that is not in the file. */
export const honestPaper = async ({ pages = 1, change = async (_: PDFDocument): Promise<void> => {} } = {}) => {
  const document = await PDFDocument.create()
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([595, 842])
    sheet.drawRectangle({ x: 100, y: 762, width: 200, height: 30, color: rgb(0, 0, 0) })
    sheet.drawText(`Halaman ${page}`, { x: 100, y: 600, size: 40 })
  }
  await change(document)
  return document.save()
}

/** One page with this content; `objects` count from 5. */
export const handMade = ({ content, box = '0 0 595 842', filter = '', resources = '', objects = [] }: HandMade) =>
  assemble([
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<<${resources}>>>>`),
    stream(filter, typeof content === 'string' ? Buffer.from(content) : content),
    ...objects,
  ])

export type HandMade = {
  content: string | Uint8Array
  box?: string
  filter?: string
  resources?: string
  objects?: Uint8Array[]
}

export const stream = (entries: string, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`), bytes, Buffer.from('\nendstream')])

/** Ten kilobytes that keep a drawing library busy for most of a minute in one call. */
export const stuckPaper = (): Uint8Array =>
  handMade({
    content: '[0.01 0.01] 0 d 1 w 0 0 m 595 842 l 0 842 l 595 0 l 300 300 l 1 1 l S\n'.repeat(200),
  })

/** Becomes a thousand times as large when it is unpacked. */
export const bomb = (megabytes: number): Uint8Array =>
  handMade({ content: deflateSync(Buffer.alloc(megabytes * 1_000_000, ' ')), filter: '/Filter/FlateDecode' })

/** Asks for a password nobody has. */
export const lockedPaper = (): Promise<Uint8Array> =>
  honestPaper({
    change: async ({ context }) => {
      const key = PDFString.of('k'.repeat(32))
      const lock = { Filter: PDFName.of('Standard'), V: 2, R: 3, Length: 128, P: -44, O: key, U: key }
      context.trailerInfo.Encrypt = context.register(context.obj(lock))
      context.trailerInfo.ID = context.obj([PDFString.of('i'.repeat(16)), PDFString.of('i'.repeat(16))])
    },
  })

const assemble = (objects: Uint8Array[]): Uint8Array => {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  const offsets = objects.map((object, index) => {
    const offset = lengthOf(parts)
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'))
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${size}/Root 1 0 R>>`
  return Buffer.concat([...parts, Buffer.from(`${table}\nstartxref\n${lengthOf(parts)}\n%%EOF\n`)])
}

const lengthOf = (parts: Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0)
