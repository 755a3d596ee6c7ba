// Draws a picture anew, upright, without anything that its camera wrote beside it; in a process of its own. Plain JavaScript.
import { createCanvas, loadImage } from '@napi-rs/canvas'

const JPEG_QUALITY = 88

process.on('message', async (question) => {
  const answer = await redraw(question).catch(() => ({ fault: 'broken' }))
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
