// The words of the pages in both languages; English must have every key that Indonesian has.
import type { Lang } from '../ui/masthead.tsx'
import { en } from './en.ts'
import { id } from './id.ts'

/** Same keys, any words. */
export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Widened<T[K]> }

export type Text = Widened<typeof id>

const TEXTS: Record<Lang, Text> = { id, en }

export const textOf = (language: Lang): Text => TEXTS[language]
