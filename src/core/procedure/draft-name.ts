// Which procedure and edition a text says that it is, also while it cannot be read as a procedure.
import { parseDocument } from 'yaml'
import { readProcedure } from './read.ts'
import { barsReading } from './yaml-guard.ts'

export type DraftName = { procedure: string; edition: string }

/** What the text does not say, or says in no usable way, stays as it was. */
export const draftName = (source: string, before: DraftName): DraftName => {
  const read = readProcedure(source)
  if (read.ok) return { procedure: read.procedure.procedure, edition: read.procedure.edition }
  if (barsReading(source)) return before
  const document = parseDocument(source, { uniqueKeys: false })
  const said = (key: string): string | null => {
    const value: unknown = document.has(key) ? document.get(key) : null
    return typeof value === 'string' && /^[a-z0-9][a-z0-9.-]{0,79}$/.test(value) ? value : null
  }
  return { procedure: said('procedure') ?? before.procedure, edition: said('edition') ?? before.edition }
}
