// Gathers the parts of a filled letter: rows of facts and items that follow each other, and the attachments.
import type {
  Align,
  FilledBlock,
  FilledItem,
  FilledLetter,
  FilledList,
  FilledWords,
  LetterData,
  Mark,
} from './template.ts'

type FlatItem = { kind: 'item'; depth: number; mark: Mark; words: FilledWords }

/** Parts as they come out of the template, one after the other. */
export type FlatBlock =
  | { kind: 'paragraph'; words: FilledWords }
  | { kind: 'fact'; label: FilledWords; value: FilledWords }
  | FlatItem
  | { kind: 'heading'; level: 1 | 2; words: FilledWords }
  | { kind: 'centered'; words: FilledWords }
  | { kind: 'annex'; title: string }
  | {
      kind: 'table'
      header: readonly FilledWords[]
      aligns: readonly Align[]
      rows: readonly (readonly FilledWords[])[]
    }
  | { kind: 'rule' }
  | { kind: 'new-page' }
  | { kind: 'form' }

/** What stands before the first attachment, and the attachments by their titles. */
export const annexesOf = (
  flat: readonly FlatBlock[],
  form: NonNullable<LetterData['form']>,
): Pick<FilledLetter, 'blocks' | 'annexes'> => {
  const parts: { title: string; flat: FlatBlock[] }[] = [{ title: '', flat: [] }]
  for (const block of flat) {
    if (block.kind === 'annex') parts.push({ title: block.title, flat: [] })
    else parts.at(-1)?.flat.push(block)
  }
  const [main, ...annexes] = parts.map(({ title, flat: own }) => ({ title, blocks: gathered(own, form) }))
  return { blocks: main?.blocks ?? [], annexes }
}

const gathered = (flat: readonly FlatBlock[], form: NonNullable<LetterData['form']>): FilledBlock[] => {
  const out: FilledBlock[] = []
  for (let at = 0; at < flat.length; ) {
    const block = flat[at]
    if (block === undefined) break
    const kind = block.kind
    const run = runFrom(flat, at)
    at += kind === 'fact' || kind === 'item' ? run.length : 1
    if (kind === 'fact')
      out.push({
        kind: 'facts',
        rows: run.flatMap((one) => (one.kind === 'fact' ? [{ label: one.label, value: one.value }] : [])),
      })
    else if (kind === 'item')
      out.push(
        ...listsOf(run.flatMap((one) => (one.kind === 'item' ? [one] : []))).map((list) => ({
          kind: 'list' as const,
          ...list,
        })),
      )
    else if (kind === 'form') out.push(...(form.length > 0 ? [{ kind: 'form' as const, groups: form }] : []))
    else if (kind !== 'annex') out.push(block)
  }
  return out
}

/** The neighbours of the same kind from here on. */
const runFrom = (flat: readonly FlatBlock[], from: number): readonly FlatBlock[] => {
  const end = flat.findIndex((one, at) => at > from && one.kind !== flat[from]?.kind)
  return flat.slice(from, end < 0 ? flat.length : end)
}

/** Deeper items hang below the item before them; another mark begins another list. */
const listsOf = (items: readonly FlatItem[]): FilledList[] => {
  const [first] = items
  if (!first) return []
  const lists: { mark: Mark; items: FilledItem[] }[] = []
  for (let at = 0; at < items.length; ) {
    const item = items[at]
    if (item === undefined) break
    const next = items.findIndex((one, later) => later > at && one.depth <= first.depth)
    const below = listsOf(items.slice(at + 1, next < 0 ? items.length : next))
    const filled: FilledItem = { words: item.words, below: below[0] ?? null }
    const open = lists.at(-1)
    if (open?.mark === item.mark) open.items.push(filled)
    else lists.push({ mark: item.mark, items: [filled] })
    at = next < 0 ? items.length : next
  }
  return lists
}

/** The lines of a text that prints lines alone, such as the subject: one for each part. */
export const plainLines = (flat: readonly FlatBlock[]): string[] =>
  flat.flatMap((block) => {
    const said =
      block.kind === 'fact' ? [...block.label, { text: ' : ' }, ...block.value] : 'words' in block ? block.words : []
    const line = said
      .map(({ text }) => text)
      .join('')
      .trim()
    return line === '' ? [] : [line]
  })
