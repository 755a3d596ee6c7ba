// The shape of a procedure file as JSON Schema: editors complete and check with it while an officer types.
import { z } from 'zod'
import { procedureSchema } from './schema.ts'

/** The text of `catalogue/procedure.schema.json`. */
export const procedureJsonSchema = (): string => {
  const schema = z.toJSONSchema(procedureSchema, { io: 'input' })
  return `${JSON.stringify({ title: 'Prosedur MIPP', ...schema }, null, 2)}\n`
}
