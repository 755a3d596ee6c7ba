// Words: those that somebody typed, and those of a text. Only letters and digits get through, so nothing can be an operator.

export type Word = { letters: string; isWhole: boolean }

/** The parts of a name, as in "arsip-demak", but for the last are whole words; all others may go on. */
export const typedWords = (typed: string): Word[] =>
  [...typed.toLowerCase().matchAll(/([\p{L}\p{N}]+)(-(?=[\p{L}\p{N}]))?/gu)]
    .slice(0, MAX_WORDS)
    .map(([, letters = '', hyphen]) => ({
      letters: letters.slice(0, MAX_LETTERS),
      isWhole: hyphen !== undefined && letters.length <= MAX_LETTERS,
    }))

/** "2O26" was meant to be 2026, "l2" to be 12: letters that look like digits among digits. Null where nothing is to be mended. */
export const meantNumber = (letters: string): string | null =>
  /^[\doil]+$/.test(letters) && /\d/.test(letters) && /[oil]/.test(letters)
    ? letters.replaceAll('o', '0').replaceAll(/[il]/g, '1')
    : null

/** What links words without saying what a text is about; in a paper nobody looks for them. */
export const isLinkingWord = (letters: string): boolean => LINKING.has(letters)

/** Each word of a text once, a number also without the zeros that lead it; no more than a row of the index bears. */
export const wordsOfText = (...texts: readonly string[]): string[] => {
  const words = new Set<string>()
  let weight = 0
  for (const text of texts)
    for (const [found] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      const word = found.slice(0, MAX_LETTERS)
      if (words.has(word)) continue
      weight += 2 * (word.length * (/^[a-z\d]+$/.test(word) ? 1 : 3) + 10)
      if (weight > MOST_BYTES) return [...words]
      words.add(word)
      if (/^0+\d+$/.test(word)) words.add(withoutZeros(word))
    }
  return [...words]
}

export const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

const MAX_WORDS = 12
const MAX_LETTERS = 60
/** A row of the index holds a megabyte. */
const MOST_BYTES = 800_000

const LINKING = new Set(
  'yang dan di ke dari pada untuk dengan atau oleh dalam atas ini itu adalah akan the of and to in for at on'.split(
    ' ',
  ),
)
