// The path of one dossier on the drawn sheet: which rows it has been at and how often, and which arrows it took.
import type { Mark, Page, Picture } from './picture.ts'

export type WalkedPath = {
  /** By row. */
  marks: ReadonlyMap<string, Mark>
  /** Arrows taken, as `from>to` of the printed rows. */
  ways: ReadonlySet<string>
}

/** The same picture; the path is drawn into it. */
export const withPath = (picture: Picture, path: WalkedPath): Picture => {
  const offPage = lettersOf(picture.pages)
  return {
    ...picture,
    pages: picture.pages.map((page) => ({
      ...page,
      symbols: page.symbols.map((symbol) => {
        const mark = path.marks.get(symbol.key)
        return mark ? { ...symbol, mark } : symbol
      }),
      connectors: page.connectors.map((one) => {
        const letter = /^(?:in|out)-(.+)$/.exec(one.to.startsWith('out-') ? one.to : one.from)?.[1]
        const way = (letter && offPage.get(letter)) || `${one.from}>${one.to}`
        return { ...one, walked: one.arrow && path.ways.has(way) }
      }),
    })),
  }
}

/** Which arrow each pair of pentagons stands for. */
const lettersOf = (pages: readonly Page[]): Map<string, string> => {
  const connectors = pages.flatMap((page) => page.connectors)
  return new Map(
    connectors
      .filter(({ to }) => to.startsWith('out-'))
      .map(({ from, to }) => {
        const letter = to.slice('out-'.length)
        const arrival = connectors.find((one) => one.from === `in-${letter}`)
        return [letter, `${from}>${arrival?.to ?? ''}`]
      }),
  )
}
