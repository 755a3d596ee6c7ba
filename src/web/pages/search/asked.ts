// What a search asks for: words and filters, all in the address.
import { z } from 'zod'
import { readInstant } from '../../../core/clock/instant.ts'
import type { Status } from '../../../core/dossier/dossier.ts'
import type { SearchFilter } from '../../../store/search-texts.ts'
import { SEARCH_PATH } from '../../ui/masthead.tsx'

export const STATUSES = ['open', 'finished', 'rejected', 'withdrawn'] as const satisfies readonly Status[]

export type Asked = {
  query: string
  year?: string | undefined
  procedure?: string | undefined
  status?: Status | undefined
  client?: string | undefined
}

const FILTERS = ['year', 'procedure', 'status', 'client'] as const

const name = z
  .string()
  .regex(/^[\w-]{1,100}$/)
  .optional()
  .catch(undefined)
const shape = z.object({
  year: z
    .string()
    .regex(/^(19|20)\d{2}$/)
    .optional()
    .catch(undefined),
  procedure: name,
  status: z.enum(STATUSES).optional().catch(undefined),
  client: name,
})

/** What no filter can mean is left out: an address is typed by hand, too. */
export const askedOf = (typed: Record<string, string>): Asked => ({
  query: [...(typed.q ?? '').replaceAll(/\p{C}/gu, ' ').trim()].slice(0, 200).join(''),
  ...shape.parse(typed),
})

export const filtersUsed = (asked: Asked): number => FILTERS.filter((filter) => asked[filter] !== undefined).length

export const addressOf = (asked: Asked, more: Record<string, string> = {}): string => {
  const parts = new URLSearchParams({ q: asked.query })
  for (const filter of FILTERS) if (asked[filter] !== undefined) parts.set(filter, asked[filter])
  for (const [key, value] of Object.entries(more)) parts.set(key, value)
  return `${SEARCH_PATH}?${parts}`
}

/** A year begins and ends at midnight of the office. */
export const filterOf = ({ year, procedure, status, client }: Asked, zone: string): SearchFilter => {
  const startOf = (of: number) => readInstant(`${of}-01-01T00:00`, zone) ?? undefined
  return {
    procedure,
    status,
    client,
    ...(year ? { from: startOf(Number(year)), before: startOf(Number(year) + 1) } : {}),
  }
}
