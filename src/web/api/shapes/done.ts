// The answer to every command upon a dossier.
import { z } from 'zod'
import { id } from './common.ts'

export const done = z
  .strictObject({
    dossier: id,
    number: z.string(),
    version: z.int().meta({ description: 'of the dossier after this command: how many events it has' }),
    repeated: z.boolean().meta({ description: 'true when this key was answered before and nothing was done now' }),
  })
  .meta({ id: 'Done' })
