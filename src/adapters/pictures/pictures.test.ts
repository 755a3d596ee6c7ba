// Photographs are kept upright and without their place; what a camera wrote is read only where it is wanted.
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../main/root.ts'
import { placeTaken } from './exif.ts'
import { DEMAK, storedPhoto, telephonePhoto } from './photographs.fixture.ts'
import { createPictures } from './pictures.ts'

const pictures = createPictures(projectRoot())
afterAll(() => pictures.close())

/** Where the red corner stands, and how the picture lies. */
const seen = async (bytes: Uint8Array): Promise<{ size: string; corner: string }> => {
  const image = await loadImage(Buffer.from(bytes))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const isRed = (x: number, y: number): boolean => (context.getImageData(x, y, 1, 1).data[1] ?? 255) < 100
  const [right, low] = [image.width - 4, image.height - 4]
  const corners: [string, number, number][] = [
    ['top left', 3, 3],
    ['top right', right, 3],
    ['bottom left', 3, low],
    ['bottom right', right, low],
  ]
  return {
    size: `${image.width}x${image.height}`,
    corner: corners
      .filter(([, x, y]) => isRed(x, y))
      .map(([name]) => name)
      .join(', '),
  }
}

const drawn = async (photo: Buffer, kind: 'jpg' | 'png' = 'jpg'): Promise<Uint8Array> => {
  const answer = await pictures.redraw(photo, kind)
  if (!answer.ok) throw new Error(answer.reason.en)
  return answer.value
}

describe('a photograph', () => {
  test.each([
    [1, '40x20', 'top left'],
    [2, '40x20', 'top right'],
    [3, '40x20', 'bottom right'],
    [4, '40x20', 'bottom left'],
    [5, '20x40', 'top left'],
    [6, '20x40', 'top right'],
    [7, '20x40', 'bottom right'],
    [8, '20x40', 'bottom left'],
  ])('held in the way %i stands upright', async (turn, size, corner) => {
    expect(await seen(await drawn(telephonePhoto({ turn })))).toEqual({ size, corner })
  })

  test('keeps neither its place nor anything else that the camera wrote, and nothing hidden behind it', async () => {
    const photo = Buffer.concat([telephonePhoto(), Buffer.from('<script>alert(1)</script>')])
    expect(placeTaken(photo)).not.toBeNull()
    const kept = Buffer.from(await drawn(photo))
    expect(placeTaken(kept)).toBeNull()
    for (const word of ['Exif', 'script']) expect(kept.includes(word)).toBe(false)
  })

  test('tells its place where that is wanted as evidence', () => {
    expect(placeTaken(telephonePhoto(DEMAK))).toEqual({ latitude: -6.894167, longitude: 110.638611 })
    expect(placeTaken(telephonePhoto({ ...DEMAK, south: false }))?.latitude).toBe(6.894167)
    expect(placeTaken(storedPhoto())).toBeNull()
  })

  test('with a place that is none on earth, or cut anywhere, tells nothing and breaks nothing', () => {
    expect(placeTaken(telephonePhoto({ turn: 99, latitude: [95, 0, 0], longitude: [110, 0, 0] }))).toBeNull()
    const photo = telephonePhoto()
    for (let length = 0; length < 200; length += 1) expect(() => placeTaken(photo.subarray(0, length))).not.toThrow()
  })

  test('in a list is small, upright, without its place, and broken it is told', async () => {
    const small = await pictures.shrink(telephonePhoto({ turn: 6 }), 10)
    if (!small.ok) throw new Error(small.reason.en)
    expect((await seen(small.value)).size).toBe('5x10')
    expect(placeTaken(Buffer.from(small.value))).toBeNull()
    expect(await pictures.shrink(Buffer.from('rusak'), 10)).toMatchObject({ ok: false, retry: false })
  })

  test('that cannot be read is told, and the next one is drawn', async () => {
    const broken = Buffer.concat([storedPhoto().subarray(0, 40), Buffer.from('rusak')])
    expect(await pictures.redraw(broken, 'jpg')).toMatchObject({ ok: false, retry: false })
    const png = createCanvas(4, 4).toBuffer('image/png')
    expect(Buffer.from(await drawn(png, 'png')).toString('latin1', 1, 4)).toBe('PNG')
  })
})
