// The answer to every command upon a dossier.
import { z } from 'zod'
import { says } from '../says.ts'
import { id } from './common.ts'

export const done = z
  .strictObject({
    dossier: id,
    number: z.string(),
    version: z
      .int()
      .meta(
        says(
          'versi berkas sesudah perintah ini: banyaknya peristiwa di dalamnya',
          'of the dossier after this command: how many events it has',
        ),
      ),
    repeated: z
      .boolean()
      .meta(
        says(
          'true bila kunci ini sudah pernah dijawab dan sekarang tidak ada yang dikerjakan',
          'true when this key was answered before and nothing was done now',
        ),
      ),
  })
  .meta({ id: 'Done' })
