// Writes docs/letters.md and docs/letters/*.png: every kind of letter of the catalogue as it is printed with its sample.
// `npm run letters` writes what is stale, `--check` only says what is. What a picture was made from is kept beside it as a
// hash, so that nobody has to compare pictures.

import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { createPdfPictures } from '../src/adapters/pdf-pictures/pdf-pictures.ts'
import { createTypst } from '../src/adapters/typst/typst.ts'
import { projectRoot } from '../src/main/root.ts'
import { grayPng } from './gray-png.mjs'
import { lettersPage, pictureName, picturesOf } from './letters-page.mjs'
import { paperKinds } from './paper-kinds.mjs'

const root = projectRoot()
const folder = join(root, 'docs', 'letters')
const isCheck = process.argv.includes('--check')
const WIDTH = 900

const kinds = await paperKinds(root)
const known = JSON.parse(await readFile(join(folder, 'made-from.json'), 'utf8').catch(() => '{}'))
const hashes = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind.name, await madeFrom(kind)])))
const stale = kinds.filter(({ name }) => known[name]?.hash !== hashes[name])
const gone = Object.keys(known).filter((name) => hashes[name] === undefined)
const isPageStale =
  (await readFile(join(root, 'docs', 'letters.md'), 'utf8').catch(() => '')) !== lettersPage(kinds, known)

if (stale.length === 0 && gone.length === 0 && !isPageStale)
  console.log('Gambar surat mutakhir. / The pictures of letters are fresh.')
else if (isCheck) {
  const names = [...stale.map(({ name }) => name), ...gone, ...(isPageStale ? ['docs/letters.md'] : [])]
  console.error(`Tidak mutakhir / stale: ${names.join(', ')}. Jalankan / run: npm run letters`)
  process.exitCode = 1
} else await write()

/** Everything that a picture shows: the data, and the layout that is used for it. */
async function madeFrom({ document }) {
  const layouts = ['shared.typ', `${document.template}.typ`, 'arms.svg']
  const hash = createHash('sha256').update(JSON.stringify(document.data))
  for (const file of layouts) hash.update(await readFile(join(root, 'src/letters/templates', file)))
  return hash.digest('hex')
}

async function write() {
  await mkdir(folder, { recursive: true })
  const printer = createTypst({ root })
  const pictures = createPdfPictures({ root, cacheFolder: join(folder, '.cache') })
  const made = Object.fromEntries(Object.entries(known).filter(([name]) => !gone.includes(name)))
  try {
    for (const { name, document } of stale) {
      const pdf = await printer.renderPdf(document)
      const pages = await draw(pictures, pdf, { name, number: 1 })
      for (let number = 2; number <= pages; number += 1) await draw(pictures, pdf, { name, number })
      made[name] = { hash: hashes[name], pages }
    }
  } finally {
    await Promise.all([printer.close(), pictures.close()])
    await rm(join(folder, '.cache'), { recursive: true, force: true })
  }
  const files = Object.entries(made).flatMap(([name, { pages }]) => picturesOf(name, pages))
  for (const file of await readdir(folder))
    if (file.endsWith('.png') && !files.includes(file)) await rm(join(folder, file))
  const sorted = Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(join(folder, 'made-from.json'), `${JSON.stringify(sorted, null, 2)}\n`)
  await writeFile(join(root, 'docs', 'letters.md'), lettersPage(kinds, made))
}

/** @returns how many pages there are */
async function draw(pictures, pdf, { name, number }) {
  const drawn = await pictures.renderPage(pdf, number, WIDTH)
  if (!drawn.ok) throw new Error(`${name}: ${drawn.reason.en}`)
  const file = pictureName(name, number)
  await writeFile(join(folder, file), grayPng(await pixelsOf(drawn.value.png)))
  console.log(`docs/letters/${file}`)
  return drawn.value.pages
}

async function pixelsOf(png) {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return { width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data }
}
