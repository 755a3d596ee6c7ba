// Who is waited for, in words: posts by their titles, everybody else by what they are.
import { postTitle } from '../../core/agency/agency.ts'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { WaitedFor } from '../../core/dossier/waiting.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import type { Text } from '../text/text.ts'

type Words = { agency: AgencyData; text: Text; language: 'id' | 'en'; procedure: Procedure }

/** @param step whose policy may call the third party by its name */
export const waitedForWords = ({ agency, text, language, procedure }: Words, one: WaitedFor, step?: string): string => {
  if (one.kind === 'posts') return one.posts.map((post) => postTitle(agency.agency, post)).join(' / ')
  const declared = procedure.policy.pauses.find((pause) => pause.step === step && pause.for === one.kind)
  return declared?.label?.[language] ?? text.clocks.who[one.kind]
}
