// What a decision needs of the agency on a given day: names, posts, instructions, number patterns of that day.
import type { Temporal } from 'temporal-polyfill'
import type { AgencyRules } from '../dossier/commands.ts'
import { numberRules } from '../paper/number-rules.ts'
import { signingRules } from '../paper/signing.ts'
import { type Agency, openPosts } from './agency.ts'

export const agencyRules = (agency: Agency, today: Temporal.PlainDate): AgencyRules => ({
  names: { ...agency.names, today: today.toString() },
  instructions: agency.instructions,
  posts: openPosts(agency, today.toString()),
  signing: signingRules(agency.signing),
  numbers: numberRules(agency.numbers, agency.classifications, today),
})
