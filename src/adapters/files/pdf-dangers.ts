// What a PDF would do by itself when it is opened: run a script, start a program (ISO 32000-1, 12.6.4), in any of its objects.

export type PdfDanger = 'script' | 'launch'

/** @param dictionaries without what stands in streams. @returns what was found first; null where it does nothing by itself */
export const dangerIn = (dictionaries: Iterable<string>): PdfDanger | null => {
  for (const dictionary of dictionaries) {
    if (!/[#JLjl]/.test(dictionary)) continue
    const names = namesOf(dictionary)
    if (names.includes('Launch')) return 'launch'
    if (names.includes('JavaScript') || names.includes('JS')) return 'script'
  }
  return null
}

/** A name may hide its letters behind hexadecimal ones: `/J#61vaScript` (7.3.5). Texts and comments name nothing. */
const namesOf = (dictionary: string): string[] =>
  [...withoutTexts(dictionary).matchAll(/\/([^\s()<>[\]{}/%\0]{1,127})/g)].map(([, name = '']) =>
    name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  )

/** Walked by hand: brackets in a text may be nested, and a made-up file may leave them open. */
const withoutTexts = (dictionary: string): string => {
  let kept = ''
  let depth = 0
  let from = 0
  for (let at = 0; at < dictionary.length; at += 1) {
    const sign = dictionary[at]
    if (sign === '\\' && depth > 0) at += 1
    else if (sign === '(') {
      if (depth === 0) kept += dictionary.slice(from, at)
      depth += 1
    } else if (sign === ')' && depth > 0) {
      depth -= 1
      from = at + 1
    }
  }
  // An open bracket hides nothing: what follows it is looked at all the same.
  return kept + dictionary.slice(from)
}
