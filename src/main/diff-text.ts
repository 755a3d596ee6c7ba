// The difference of two editions as an officer reads it on a terminal: what differs, and nothing else. In Indonesian.
import type { Chapter, Comparison } from '../core/procedure/compare/compare.ts'
import type { Mark } from '../core/procedure/compare/pairs.ts'
import type { Item, Row } from '../core/procedure/compare/rows.ts'

export const diffText = ({ before, after, summary, chapters }: Comparison): string[] => [
  `${before.procedure}@${before.edition} -> ${after.procedure}@${after.edition}`,
  ...summary.map(({ id }) => `  ${id}`),
  ...chapters.filter(({ isSame }) => !isSame).flatMap(chapterLines),
]

const chapterLines = ({ label, rows, items }: Chapter): string[] => [
  '',
  label.id.charAt(0).toUpperCase() + label.id.slice(1),
  ...rows.filter(differs).flatMap((row) => rowLines(row, '  ')),
  ...items.filter(differs).flatMap(itemLines),
]

const differs = ({ mark }: { mark: Mark }): boolean => mark !== 'same'

const itemLines = ({ mark, isMoved, before, after, rows }: Item): string[] => [
  `  ${SIGNS[mark]} ${(after ?? before)?.id ?? ''}${isMoved ? ' (berpindah tempat)' : ''}`,
  ...(before && after && before.id !== after.id ? [`    semula: ${before.id}`] : []),
  // Of what came or went the name says enough; its facts stand in its own edition.
  ...(before && after ? rows.filter(differs).flatMap((row) => rowLines(row, '      ')) : []),
]

const rowLines = ({ mark, label, before, after }: Row, indent: string): string[] => {
  const name = /^\d+$/.test(label.id) ? '' : `${label.id}: `
  if (before === null || after === null) return [`${indent}${SIGNS[mark]} ${name}${(after ?? before)?.id ?? ''}`]
  return [`${indent}${SIGNS[mark]} ${name}${before.id}`, `${indent}  ${' '.repeat(name.length)}-> ${after.id}`]
}

/** `~`: only the spelling. */
const SIGNS: Record<Mark, string> = { same: '=', spelling: '~', changed: '≠', added: '+', removed: '-' }
