// Draws a picture anew, upright, without anything that its camera wrote beside it; in a process of its own. Plain JavaScript.
import { createCanvas, loadImage } from '@napi-rs/canvas'

const JPEG_QUALITY = 88
const SMALL_QUALITY = 75

process.on('message', async (question) => {
  const answer = await (question.sidePx === undefined ? redraw(question) : shrink(question)).catch(() => ({
    fault: 'broken',
  }))
  process.send(answer)
})
process.send('ready')

/** The library turns a photograph upright by itself, as its camera was held. */
async function redraw({ picture, kind }) {
  const image = await loadImage(Buffer.from(picture))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  const bytes = kind === 'png' ? await canvas.encode('png') : await canvas.encode('jpeg', JPEG_QUALITY)
  return { picture: new Uint8Array(bytes) }
}

/** For a list: neither side longer than this, on white, never larger than it is. */
async function shrink({ picture, sidePx }) {
  const image = await loadImage(Buffer.from(picture))
  const scale = Math.min(1, sidePx / Math.max(image.width, image.height))
  const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)))
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  return { picture: new Uint8Array(await canvas.encode('jpeg', SMALL_QUALITY)) }
}
