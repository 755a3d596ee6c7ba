// For which agencies and companies an account asks: one more, or one less.
import { changeNow } from '../../organisation/change-now.ts'
import { posted } from '../../request/posted.ts'
import { line } from '../account/checks.ts'
import { type Act, outcome, refused } from './acted.ts'

export const join: Act = async (c, services, { account, signedIn }) => {
  const { text, agency, now } = c.get('visitor')
  const form = posted(c)
  const row = { person: account.person, client: line(form, 'client'), jobTitle: line(form, 'jobTitle') }
  const by = { services, agency, person: signedIn.person, now }
  const changed = await changeNow(by, [{ type: 'membership', row }])
  const faultAt = (at: string) => (at === 'client' || at === 'jobTitle' ? { name: at } : null)
  return outcome(c, services, { changed, message: text.account.people.joined, faultAt })
}

export const leave: Act = async (c, services, { account, signedIn }) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.account.people
  const client = line(posted(c), 'client')
  if (!account.clients.some((one) => one.client === client)) return refused(words.noChange)
  const by = { services, agency, person: signedIn.person, now }
  const changed = await changeNow(by, [{ type: 'drop-membership', person: account.person, client }])
  return outcome(c, services, { changed, message: words.left, faultAt: () => null })
}
