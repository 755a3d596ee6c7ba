// After papers have come to a dossier: reads what they say, so that searching finds it.
import { z } from 'zod'
import { readTextsOf } from './texts-of.ts'
import type { JobRun } from './tools.ts'

const shape = z.object({ agency: z.string(), dossier: z.string() })

export const readPapers: JobRun = (tools, payload) => {
  const { agency, dossier } = shape.parse(payload)
  return readTextsOf(tools, agency, dossier)
}
