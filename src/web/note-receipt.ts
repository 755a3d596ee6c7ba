// The applicant opens a letter for the first time: that is its receipt, and stands in the record.
import type { Dossier } from '../core/dossier/dossier.ts'
import { byClient } from './acting.ts'
import type { Services } from './services.ts'
import type { Person } from './visitor.ts'

type Opened = { office: string; person: Person; dossier: Dossier; paper: string }

/** Whatever comes of it, the letter is shown. */
export const noteReceipt = async (
  services: Pick<Services, 'handle' | 'log'>,
  { office, person, dossier, paper }: Opened,
): Promise<void> => {
  const letter = dossier.letters.find((one) => one.paper?.id === paper)
  const by = byClient(person, dossier.client)
  if (!letter || letter.received !== null || by === null) return
  const command = { type: 'receive-letter' as const, letter: letter.id, receiver: '', on: '', note: '' }
  const key = `letter-opened:${paper}`
  const handled = await services.handle({ agency: office, dossier: dossier.id, by, command, key })
  if (!handled.ok) services.log.warn({ dossier: dossier.id, refusal: handled.refusal.code }, 'a receipt was not noted')
}
