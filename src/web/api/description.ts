// The description of the machine interface, worked out once for a language: it stays the same as long as the program runs.
import type { Lang } from '../ui/masthead.tsx'
import { ENDPOINTS } from './endpoints.ts'
import { openApi } from './openapi.ts'

const made = new Map<string, ReturnType<typeof openApi>>()

export const descriptionIn = (language: Lang, version: string): ReturnType<typeof openApi> => {
  const place = `${language} ${version}`
  const docs = ENDPOINTS.map(({ doc }) => doc)
  const known = made.get(place) ?? openApi(docs, { language, version })
  made.set(place, known)
  return known
}
