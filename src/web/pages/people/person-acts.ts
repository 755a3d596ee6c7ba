// What an administrator did to one account: parsed, done, or refused in words.
import { inZone } from '../../../core/clock/instant.ts'
import { bareNip, isNip, NO_NIP, RANK_MAX } from '../../../core/person/service.ts'
import { closeAccount, inviteAgain, saveService } from '../../../store/people-changes.ts'
import { approveRegistration, refuseRegistration } from '../../../store/registrations.ts'
import { posted } from '../../request/posted.ts'
import { isBetween, line } from '../account/checks.ts'
import { lettersOf } from '../account/letters.ts'
import { type Act, done, faulty, refused } from './acted.ts'
import { invitationLink } from './invitation-link.ts'
import { correct, drop, end, give } from './mandate-acts.ts'
import { join, leave } from './membership-acts.ts'

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
  const isDone = await closeAccount(services.store, agency.agency.agency, {
    person: account.person,
    now,
    today,
    by: signedIn.person,
  })
  return isDone ? done(c, services, words.closed) : refused(words.noChange)
}

const service: Act = async (c, services, { account }) => {
  const { text, agency, language } = c.get('visitor')
  const words = text.account.people
  const row = { rank: line(posted(c), 'rank'), nip: bareNip(line(posted(c), 'nip')) }
  const faults = [
    ...(row.rank.length <= RANK_MAX ? [] : [{ name: 'rank', message: words.rankTooLong }]),
    ...(isNip(row.nip) ? [] : [{ name: 'nip', message: NO_NIP[language] }]),
  ]
  if (faults.length > 0) return faulty(faults)
  await saveService(services.store, agency.agency.agency, { person: account.person, ...row })
  return done(c, services, words.serviceSaved)
}

const ACTS: Partial<Record<string, Act>> = Object.assign(Object.create(null), {
  approve,
  refuse,
  reinvite,
  close,
  give,
  end,
  correct,
  drop,
  join,
  leave,
  service,
})
