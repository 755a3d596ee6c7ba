// A PDF as large as is wished, made piece by piece: a page of words, and a page that is one picture of noise.
import { randomBytes } from 'node:crypto'

export type Scan = { name: string; bytes: number; bytesAt: (from: number, to: number) => Buffer }

export const scanOf = (megabytes: number): Scan => {
  const { head, tail, length } = aroundPicture(megabytes)
  const noise = randomBytes(1_000_003)
  const picture = head.length
  const end = picture + length
  const bytes = end + tail.length
  const from = (at: number): [Buffer, number, number] => {
    if (at < picture) return [head, at, picture]
    return at < end ? [noise, (at - picture) % noise.length, end] : [tail, at - end, bytes]
  }
  const bytesAt = (first: number, to: number): Buffer => {
    const part = Buffer.alloc(to - first)
    for (let at = first; at < to; ) {
      const [source, place, until] = from(at)
      at += source.copy(part, at - first, place, place + Math.min(to, until) - at)
    }
    return part
  }
  return { name: `pindaian-${megabytes}.pdf`, bytes, bytesAt }
}

const WORDS = 'BT /F 18 Tf 72 760 Td (Laporan hasil pengujian) Tj ET'
const SHOW = 'q 500 0 0 500 40 200 cm /I Do Q'

const OBJECTS = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F 5 0 R>>>>>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources<</XObject<</I 8 0 R>>>>>>',
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  `<</Length ${WORDS.length}>>\nstream\n${WORDS}\nendstream`,
  `<</Length ${SHOW.length}>>\nstream\n${SHOW}\nendstream`,
]

const aroundPicture = (megabytes: number) => {
  const side = Math.floor(Math.sqrt((megabytes * 1_000_000 - 2_000) / 3))
  const length = side * side * 3
  let head = '%PDF-1.7\n'
  const places: number[] = []
  const shape = `/Width ${side}/Height ${side}/ColorSpace/DeviceRGB/BitsPerComponent 8`
  for (const [at, object] of OBJECTS.entries()) {
    places.push(head.length)
    head += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  places.push(head.length)
  head += `8 0 obj\n<</Type/XObject/Subtype/Image${shape}/Length ${length}>>\nstream\n`
  const close = '\nendstream\nendobj\n'
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const xref = head.length + length + close.length
  const tail = `${close}xref\n0 9\n0000000000 65535 f \n${lines}trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`
  return { head: Buffer.from(head), tail: Buffer.from(tail), length }
}
