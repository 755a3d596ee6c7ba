// A QR code as SVG source, one path of square modules.
import QRCode from 'qrcode'

/** @returns SVG with the quiet zone of four modules that scanners want; error correction M */
export const qrSvg = (text: string): string => {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const full = size + 2 * QUIET
  const rows = Array.from({ length: size }, (_, row) =>
    runsOf(data.subarray(row * size, (row + 1) * size), row + QUIET),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${full}" height="${full}" viewBox="0 0 ${full} ${full}"><path fill="#000" d="${rows.join('')}"/></svg>`
}

const QUIET = 4

/** Neighbouring dark modules become one rectangle, so that no hairline shows between them in print. */
const runsOf = (row: ArrayLike<number>, y: number): string => {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x += 1
    const width = x - from + 1
    path += `M${from + QUIET} ${y}h${width}v1h-${width}z`
  }
  return path
}
