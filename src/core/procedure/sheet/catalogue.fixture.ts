// Every procedure of the catalogue with its agency, for tests that must hold for all of them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Agency, agencySchema } from '../../agency/agency.ts'
import { readProcedure } from '../read.ts'
import type { Procedure } from '../schema.ts'

const CATALOGUE = join(import.meta.dirname, '../../../../catalogue')

export type CatalogueEntry = { name: string; agency: Agency; procedure: Procedure }

export const catalogueEntries = (): CatalogueEntry[] =>
  readdirSync(CATALOGUE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) => entriesOf(join(CATALOGUE, folder)))

const entriesOf = (folder: string): CatalogueEntry[] => {
  const files = readdirSync(folder)
  if (!files.includes('agency.yaml')) return []
  const agency = agencySchema.parse(parse(readFileSync(join(folder, 'agency.yaml'), 'utf8')))
  return readdirSync(join(folder, 'procedures')).map((file) => {
    const read = readProcedure(readFileSync(join(folder, 'procedures', file), 'utf8'))
    if (!read.ok) throw new Error(`${file}: ${read.faults[0]?.sentence.en}`)
    return {
      name: `${agency.agency}/${read.procedure.procedure}@${read.procedure.edition}`,
      agency,
      procedure: read.procedure,
    }
  })
}
