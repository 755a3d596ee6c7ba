// docs/letters.md: no kind of letter of the catalogue is missing from it, and every picture it shows is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { TemplateName } from './document.ts'

const docs = new URL('../../docs/', import.meta.url)
const page = readFileSync(new URL('letters.md', docs), 'utf8')

const kinds = ['letters', 'demak/letters'].flatMap((folder) =>
  readdirSync(new URL(`../../catalogue/${folder}/`, import.meta.url)).map((name) => name.replace('.md', '')),
)

test.each([...new Set(kinds)].filter((kind) => kind !== 'surat-permohonan'))(
  '%s has its place and its picture',
  (kind) => {
    expect(page).toContain(`<a id="${kind}"></a>`)
    expect(page).toContain(`(letters/${kind}.png)`)
  },
)

/** By the layouts of the program, and what stands on them. */
const FIXED: Readonly<Record<Exclude<TemplateName, 'letter'>, readonly string[]>> = {
  'agenda-book': ['buku-agenda-masuk', 'buku-agenda-keluar'],
  'control-card': ['kartu-kendali-masuk', 'kartu-kendali-keluar'],
  'destruction-record': ['berita-acara-pemusnahan'],
  'disposition-sheet': ['lembar-disposisi', 'lembar-disposisi-pohon'],
  receipt: ['tanda-terima'],
  'sop-sheet': ['lembar-sop'],
}

test.each(Object.values(FIXED).flat())('%s, which the program itself prints, has its picture', (kind) => {
  expect(page).toContain(`(letters/${kind}.png)`)
})

test('every picture that is shown is there, and none lies there unseen', () => {
  const shown = [...page.matchAll(/\(letters\/([^)]+\.png)\)/g)].map((found) => found[1] ?? '')
  for (const file of shown) expect(existsSync(new URL(`letters/${file}`, docs))).toBe(true)
  expect(
    readdirSync(new URL('letters/', docs))
      .filter((file) => file.endsWith('.png'))
      .sort(),
  ).toEqual(shown.toSorted())
})
