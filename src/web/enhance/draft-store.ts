// What is kept of a form on this device until the server has it.

/** Names and values in the order of the form; a name stands once for every value. */
export type Pairs = readonly (readonly [name: string, value: string])[]

export type LocalDraft = {
  pairs: Pairs
  /** The server has these very values. */
  isSaved: boolean
  /** Milliseconds since 1970. */
  at: number
}

const PREFIX = 'mipp-draft:'
const KEEP_MS = 7 * 24 * 60 * 60 * 1000

/** Storage may be full or forbidden; then the server's copy is the only one. */
export const putDraft = (key: string, draft: LocalDraft): void => {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(draft))
  } catch {
    return
  }
}

export const takeDraft = (key: string): LocalDraft | null => {
  const text = localStorage.getItem(PREFIX + key)
  return text === null ? null : parseDraft(text)
}

export const dropDraft = (key: string): void => localStorage.removeItem(PREFIX + key)

/** After signing out nothing of the reader stays on the device. */
export const dropAllDrafts = (): void => {
  for (const key of draftKeys()) dropDraft(key)
}

export const dropOldDrafts = (now: number): void => {
  for (const key of draftKeys()) {
    const draft = takeDraft(key)
    if (draft === null || now - draft.at > KEEP_MS) dropDraft(key)
  }
}

/** The text of a draft as it was kept; null when it is not one. */
export const parseDraft = (text: string): LocalDraft | null => {
  try {
    const value: unknown = JSON.parse(text)
    return isDraft(value) ? value : null
  } catch {
    return null
  }
}

const isDraft = (value: unknown): value is LocalDraft =>
  typeof value === 'object' &&
  value !== null &&
  'pairs' in value &&
  'isSaved' in value &&
  'at' in value &&
  typeof value.isSaved === 'boolean' &&
  typeof value.at === 'number' &&
  Array.isArray(value.pairs) &&
  value.pairs.every(
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'),
  )

const draftKeys = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
