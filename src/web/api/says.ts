// What a schema says to people, in both languages; the description and the reference page show one of the two.
import { z } from 'zod'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { Lang } from '../ui/masthead.tsx'

/** For `.meta(...)`, in the place of its `description`. */
export const says = (id: string, en: string): { describes: Sentence } => ({ describes: sentence(id, en) })

const Bilingual = z.strictObject({ id: z.string(), en: z.string() })

/** The same words of JSON Schema, with every `describes` as the `description` of one language. */
export const saidIn = (part: unknown, language: Lang): unknown => {
  if (Array.isArray(part)) return part.map((one) => saidIn(one, language))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => {
      const words = name === 'describes' ? Bilingual.safeParse(value) : null
      return words?.success ? ['description', words.data[language]] : [name, saidIn(value, language)]
    }),
  )
}
