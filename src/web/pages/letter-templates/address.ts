// The addresses of the pages of letter texts.
export const LETTERS_PATH = '/letters'
export const NEW_KIND_PATH = '/letters/new'

export const kindAddress = (letter: string): string => `${LETTERS_PATH}/${letter}`

export const editionAddress = ({ letter, edition }: { letter: string; edition: number }): string =>
  `${kindAddress(letter)}/editions/${edition}`

type Draft = { letter: string; draft: string }

export const templateDraftAddress = ({ letter, draft }: Draft): string => `${kindAddress(letter)}/drafts/${draft}`

/** @param a, b an edition by its number, or a draft by its id */
export const compareAddress = (letter: string, a: string, b: string): string =>
  `${kindAddress(letter)}/compare?${new URLSearchParams({ a, b })}`
