// Cuts the font of the pages down to what nearly every page is written with; whatever else appears loads the whole file.

import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import subsetFont from 'subset-font'

const PREFIX = 'basic:'

/** What is typed on a keyboard, and the signs that our own sentences use. `fonts.css` names them as `unicode-range`. */
export const BASIC_RANGES: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2192, 0x2192],
]

/** The weights that the style sheets ask for. */
const WEIGHTS = { min: 400, max: 800 }
/** Pairs of letters, and figures of one width for columns; the other shapes of the font are never asked for. */
const FEATURES = ['kern', 'tnum', 'ccmp', 'mark']

/** In a style sheet `url("basic:FONT")` stands for that font with the basic letters alone. */
export const basicFonts: Plugin = {
  name: 'basic-fonts',
  setup(bundler) {
    bundler.onResolve({ filter: /^basic:/ }, async ({ path, resolveDir, kind }) => {
      const found = await bundler.resolve(path.slice(PREFIX.length), { resolveDir, kind })
      return { ...found, namespace: 'basic-font' }
    })
    bundler.onLoad({ filter: /.*/, namespace: 'basic-font' }, async ({ path }) => ({
      contents: await subsetFont(await readFile(path), basicLetters(), {
        targetFormat: 'woff2',
        variationAxes: { wght: WEIGHTS },
        keepFeatures: FEATURES,
      }),
      loader: 'file',
    }))
  },
}

const basicLetters = (): string =>
  BASIC_RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n))
    .map((point) => String.fromCodePoint(point))
    .join('')
