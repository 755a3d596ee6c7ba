// Which text each kind of letter has today: that of the edition in force, read once for all its days.
import type { OfficeFiles } from '../core/agency/catalogue.ts'
import type { Day } from '../core/clock/instant.ts'
import { type TemplateEdition, templateInForce } from '../core/paper/letter-templates.ts'

/** @returns null where nothing can be read out of the text */
export type ReadLetter = (source: string) => string | null

export type LettersInForce = (
  files: Pick<OfficeFiles, 'letters' | 'agency'>,
  editions: readonly TemplateEdition[],
  today: Day,
) => Record<string, string>

/** @param onUnreadable is told of a text that this program cannot read; that of its own catalogue stands in */
export const createLettersInForce = (readLetter: ReadLetter, onUnreadable: (what: string) => void): LettersInForce => {
  const read = new Map<string, string | null>()
  const textOf = (sha256: string, source: string): string | null => {
    const known = read.get(sha256)
    if (known !== undefined) return known
    const text = readLetter(source)
    read.set(sha256, text)
    return text
  }
  return ({ letters: files, agency }, editions, today) => {
    const kinds = new Set(editions.map(({ letter }) => letter))
    const unseeded = Object.entries(files).filter(([letter]) => !kinds.has(letter))
    const standing = [...kinds].flatMap((letter): [string, string][] => {
      const edition = templateInForce(editions, letter, today)
      if (!edition) return []
      const text = textOf(edition.sha256, edition.source)
      if (text !== null) return [[letter, text]]
      onUnreadable(`${agency.agency}/${letter}@${edition.edition}`)
      const own = files[letter]
      return own === undefined ? [] : [[letter, own]]
    })
    return Object.fromEntries([...unseeded, ...standing])
  }
}
