// Whether an office's own words for a notice can be used: not empty, not endless, and no placeholder that means nothing.
import { type NoticeText, unknownPlaceholders } from './text.ts'

export const MOST_CHARACTERS: Record<keyof NoticeText, number> = { headline: 120, body: 4000, line: 200 }

export const TEXT_PARTS = ['headline', 'body', 'line'] as const satisfies readonly (keyof NoticeText)[]

export type TextFault =
  | { part: keyof NoticeText; fault: 'empty' }
  | { part: keyof NoticeText; fault: 'long'; most: number }
  | { part: keyof NoticeText; fault: 'unknown'; names: string[] }

export const textFaults = (text: NoticeText): TextFault[] =>
  TEXT_PARTS.flatMap((part): TextFault[] => {
    const words = text[part]
    if (words.trim() === '') return [{ part, fault: 'empty' }]
    if (words.length > MOST_CHARACTERS[part]) return [{ part, fault: 'long', most: MOST_CHARACTERS[part] }]
    const names = unknownPlaceholders(words)
    return names.length > 0 ? [{ part, fault: 'unknown', names }] : []
  })
