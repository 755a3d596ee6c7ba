// Giving a post, correcting and ending it, and taking back one that has not begun.
import { CAPACITIES, type MandateRow } from '../../../core/organisation/organisation.ts'
import { listPosts } from '../../../store/people.ts'
import { changeNow } from '../../organisation/change-now.ts'
import type { Posted } from '../../request/body.ts'
import { posted } from '../../request/posted.ts'
import { isBetween, line } from '../account/checks.ts'
import { type Act, faulty, outcome, refused } from './acted.ts'
import { isDay, readMandate } from './mandate-fields.tsx'

/** The same form sent twice is one mandate; another one under an old key (somebody went back in the browser) is another. */
export const give: Act = async (c, services, { account, signedIn }) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account.people
  const form = posted(c)
  const key = line(form, 'key')
  const { answer, faults } = readMandate(form, await listPosts(services.store, visitor.agency.agency.agency), visitor)
  if (faults.length > 0) return faulty(faults)
  if (!UUID.test(key) || account.state === 'closed') return refused(words.noChange)
  const known = account.mandates.find((one) => one.mandate === key)
  const isOther = known !== undefined && !isSame(known, answer)
  const row = { ...answer, mandate: isOther ? services.newId() : key, person: account.person }
  const changed = await changeNow({ services, agency: visitor.agency, person: signedIn.person, now: visitor.now }, [
    { type: 'mandate', row, isNew: true },
  ])
  const faultAt = (at: string) => (AT_FIELDS.includes(at) ? { name: at } : null)
  return outcome(c, services, { changed, message: words.mandateAdded, faultAt })
}

const AT_FIELDS = ['post', 'capacity', 'fromOn', 'toOn', 'decree']

type Same = Pick<MandateRow, 'post' | 'capacity' | 'fromOn' | 'toOn' | 'decree'>

const isSame = (one: Same, other: Same): boolean =>
  one.post === other.post &&
  one.capacity === other.capacity &&
  one.fromOn === other.fromOn &&
  one.toOn === other.toOn &&
  one.decree === other.decree

export const end: Act = async (c, services, { account, signedIn }) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.account.people
  const form = posted(c)
  const mandate = line(form, 'mandate')
  const toOn = line(form, 'toOn')
  const id = `end-${mandate}`
  if (!isDay(toOn) || !account.mandates.some((one) => one.mandate === mandate))
    return faulty([{ id, message: words.endMissing }])
  const by = { services, agency, person: signedIn.person, now }
  const changed = await changeNow(by, [{ type: 'end-mandate', mandate, toOn }], reasonIn(form))
  return outcome(c, services, {
    changed,
    message: words.mandateEnded,
    faultAt: (at) => (at === 'toOn' ? { id } : null),
  })
}

/** What was entered wrongly is put right; who did it, and why, stays in the journal. */
export const correct: Act = async (c, services, { account, signedIn }) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.account.people
  const form = posted(c)
  const before = account.mandates.find((one) => one.mandate === line(form, 'mandate'))
  if (!before) return refused(words.noChange)
  const faultAt = (at: string) => (AT_ROW.includes(at) ? { id: `correct-${at}-${before.mandate}` } : null)
  const reason = reasonIn(form)
  const decree = line(form, 'decree')
  if (reason === null) return faulty([{ ...faultAt('reason'), message: words.reasonMissing }])
  if (!isBetween(decree, [3, 120])) return faulty([{ ...faultAt('decree'), message: words.decreeMissing }])
  const toOn = line(form, 'toOn')
  const row: MandateRow = {
    mandate: before.mandate,
    person: account.person,
    post: before.post,
    capacity: CAPACITIES.find((one) => one === line(form, 'capacity')) ?? before.capacity,
    fromOn: line(form, 'fromOn'),
    toOn: toOn === '' ? null : toOn,
    decree,
  }
  const by = { services, agency, person: signedIn.person, now }
  const changed = await changeNow(by, [{ type: 'mandate', row, isNew: false }], reason)
  return outcome(c, services, { changed, message: words.mandateCorrected, faultAt })
}

const AT_ROW = ['capacity', 'fromOn', 'toOn', 'decree', 'reason']

const reasonIn = (form: Posted): string | null => {
  const reason = line(form, 'reason')
  return isBetween(reason, [3, 300]) ? reason : null
}

export const drop: Act = async (c, services, { account, signedIn }) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.account.people
  const mandate = line(posted(c), 'mandate')
  if (!account.mandates.some((one) => one.mandate === mandate)) return refused(words.noChange)
  const by = { services, agency, person: signedIn.person, now }
  const changed = await changeNow(by, [{ type: 'drop-mandate', mandate }])
  return outcome(c, services, { changed, message: words.mandateDropped, faultAt: () => null })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
