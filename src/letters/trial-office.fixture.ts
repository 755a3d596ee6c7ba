// What a letter needs of an office, for tests that print one.

import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { agencySchema } from '../core/agency/agency.ts'

export const trialOffice = agencySchema.parse(
  parse(readFileSync(new URL('../../catalogue/demak/agency.yaml', import.meta.url), 'utf8')),
)
