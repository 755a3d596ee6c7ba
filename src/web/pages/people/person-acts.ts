// What an administrator did to one account: parsed, done, or refused in words.
import type { Context } from 'hono'
import { inZone } from '../../../core/clock/instant.ts'
import { type Account, listPosts } from '../../../store/people.ts'
import { addMandate, closeAccount, endMandate, inviteAgain } from '../../../store/people-changes.ts'
import { approveRegistration, refuseRegistration } from '../../../store/registrations.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { isBetween, line } from '../account/checks.ts'
import { lettersOf } from '../account/letters.ts'
import { invitationLink } from './invitation-link.ts'
import { isDay, readMandate } from './mandate-fields.tsx'

type Web = Context<WebEnv>
type Target = { signedIn: SignedIn; account: Account }
export type Acted = { ok: true } | { ok: false; faults: FieldFault[]; refusal?: string }
type Act = (c: Web, services: Services, target: Target) => Promise<Acted>

/** The form says in `do` which one it means; one that does not exist changes nothing. */
export const act: Act = async (c, services, target) => {
  const chosen = ACTS[line(posted(c), 'do')]
  return chosen ? chosen(c, services, target) : refused(c.get('visitor').text.account.people.noChange)
}

const approve: Act = async (c, services, { account }) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account.people
  const link = invitationLink(visitor, services, { kind: 'approved', language: account.language })
  const isDone = await approveRegistration(services.store, visitor.agency.agency.agency, {
    person: account.person,
    link,
    now: visitor.now,
  })
  return isDone ? done(c, services, words.approved(account.email)) : refused(words.answered)
}

const refuse: Act = async (c, services, { account }) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account.people
  const reason = line(posted(c), 'reason')
  if (!isBetween(reason, [5, 500])) return faulty([{ name: 'reason', message: words.refuseReasonMissing }])
  const letter = lettersOf(visitor, services).refused(account.language, reason)
  const answer = { person: account.person, letter, mail: services.newId(), now: visitor.now }
  const isDone = await refuseRegistration(services.store, visitor.agency.agency.agency, answer)
  return isDone ? done(c, services, words.refused) : refused(words.answered)
}

const reinvite: Act = async (c, services, { account }) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account.people
  const link = invitationLink(visitor, services, { kind: 'invitation', language: account.language })
  const isDone = await inviteAgain(services.store, visitor.agency.agency.agency, {
    person: account.person,
    link,
    now: visitor.now,
  })
  return isDone ? done(c, services, words.invited(account.email)) : refused(words.noChange)
}

/** Nobody locks themselves out: so an office always keeps one administrator. */
const close: Act = async (c, services, { account, signedIn }) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.account.people
  if (account.person === signedIn.person) return refused(words.closeSelf)
  const today = inZone(now, agency.agency.zone).toPlainDate().toString()
  const isDone = await closeAccount(services.store, agency.agency.agency, { person: account.person, now, today })
  return isDone ? done(c, services, words.closed) : refused(words.noChange)
}

const give: Act = async (c, services, { account }) => {
  const visitor = c.get('visitor')
  const { agency } = visitor.agency.agency
  const form = posted(c)
  const key = line(form, 'key')
  const { answer, faults } = readMandate(form, await listPosts(services.store, agency), visitor)
  if (faults.length > 0) return faulty(faults)
  if (!UUID.test(key) || account.state === 'closed') return refused(visitor.text.account.people.noChange)
  await addMandate(services.store, agency, account.person, { ...answer, mandate: key }, services.newId)
  return done(c, services, visitor.text.account.people.mandateAdded)
}

const end: Act = async (c, services, { account }) => {
  const { text, agency } = c.get('visitor')
  const words = text.account.people
  const form = posted(c)
  const mandate = line(form, 'mandate')
  const toOn = line(form, 'toOn')
  const isGood =
    isDay(toOn) && (await endMandate(services.store, agency.agency.agency, { person: account.person, mandate, toOn }))
  return isGood ? done(c, services, words.mandateEnded) : faulty([{ id: `end-${mandate}`, message: words.endMissing }])
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const ACTS: Partial<Record<string, Act>> = Object.assign(Object.create(null), {
  approve,
  refuse,
  reinvite,
  close,
  give,
  end,
})

const done = (c: Web, services: Services, message: string): Acted => {
  setFlash(c, services, 'good', message)
  return { ok: true }
}
const faulty = (faults: FieldFault[]): Acted => ({ ok: false, faults })
const refused = (refusal: string): Acted => ({ ok: false, faults: [], refusal })
