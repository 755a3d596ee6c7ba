// Which day it is at an agency, for commands that read its own file and nothing else.
import { join } from 'node:path'
import { type Agency, agencySchema } from '../core/agency/agency.ts'
import { type Day, instantAt, inZone } from '../core/clock/instant.ts'
import { readYaml } from './catalogue.ts'

/** The file of an agency; null when it cannot be read. @param folder of the catalogue */
export const agencyFile = async (folder: string, agency: string): Promise<Agency | null> => {
  const read = agencySchema.safeParse(await readYaml(join(folder, agency, 'agency.yaml'), []))
  return read.success ? read.data : null
}

/** Without a readable file the day of the whole world's clock. */
export const todayAt = (agency: Pick<Agency, 'zone'> | null): Day =>
  inZone(instantAt(Date.now()), agency?.zone ?? 'UTC')
    .toPlainDate()
    .toString()
