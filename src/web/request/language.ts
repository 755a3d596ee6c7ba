// Which of the two languages a browser or program asks for; Indonesian where it names neither.
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { Lang } from '../ui/masthead.tsx'
import type { WebEnv } from '../visitor.ts'

/** By the weights of `Accept-Language` (RFC 9110, 12.5.4); `en-GB` counts as English. */
export const askedLanguage = (c: Context<WebEnv>): Lang => {
  const asked = accepts(c, { header: 'Accept-Language', supports: ['id', 'en'], default: 'id', match: firstKnown })
  return asked === 'en' ? 'en' : 'id'
}

type Match = NonNullable<Parameters<typeof accepts>[1]['match']>

const firstKnown: Match = (asked, { supports, default: otherwise }) => {
  const known = asked.flatMap(({ type, q }) => {
    const language = supports.find((one) => type.toLowerCase().split('-')[0] === one)
    return language && q > 0 ? [{ language, q }] : []
  })
  return known.toSorted((a, b) => b.q - a.q)[0]?.language ?? otherwise
}
