// docs/letters.md: no kind of letter of the catalogue is missing from it, and every picture it shows is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

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

test('every picture that is shown is there, and none lies there unseen', () => {
  const shown = [...page.matchAll(/\(letters\/([^)]+\.png)\)/g)].map((found) => found[1] ?? '')
  for (const file of shown) expect(existsSync(new URL(`letters/${file}`, docs))).toBe(true)
  expect(
    readdirSync(new URL('letters/', docs))
      .filter((file) => file.endsWith('.png'))
      .sort(),
  ).toEqual(shown.toSorted())
})
