// Several tasks, one command each under its own key: what went is told, what was refused is told with its reason.
import type { Command } from '../../../core/dossier/commands.ts'
import type { By } from '../../../core/dossier/events.ts'
import type { Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, Visitor } from '../../visitor.ts'
import type { Chosen } from './chosen.ts'

export type Order = { chosen: Chosen; by: By | null; command: Command; done: string }

/** `says` is what was done, or why not, in the reader's language. */
export type Result = { chosen: Chosen; isDone: boolean; says: string }

type Sender = { visitor: Visitor; signedIn: SignedIn; form: Posted }

/**
 * One after the other: two tasks of one dossier do not meet. Sent twice, each is done once and answered alike, because its
 * key is made of that of the form and of what is asked of this very task.
 */
export const runEach = async (services: Services, { visitor, signedIn, form }: Sender, orders: readonly Order[]) => {
  const { language, text, agency } = visitor
  const results: Result[] = []
  for (const { chosen, by, command, done } of orders) {
    if (by?.kind !== 'post') {
      results.push({ chosen, isDone: false, says: text.common.errors.notAllowed })
      continue
    }
    const key = commandKey({ person: signedIn.person, form, command: [chosen.value, command] }, services.newId)
    const order = { agency: agency.agency.agency, dossier: chosen.dossier.id, by, command, key }
    const handled = await services.handle(order)
    results.push({ chosen, isDone: handled.ok, says: handled.ok ? done : handled.refusal.sentence[language] })
  }
  return results
}
