// People for tests: with a password, through the same doors as in the office; and the mails they were sent.
import { randomBytes, randomUUID } from 'node:crypto'
import { hashPassword } from '../../src/adapters/password.ts'
import { setPasswordByToken } from '../../src/store/account-tokens.ts'
import { type Invitation, invitePerson } from '../../src/store/people-changes.ts'
import type { TestOffice } from './office.ts'
import { fieldValue as fieldIn, type Visit } from './visit.ts'

export const AGENCY = 'demak'
export const PASSWORD = 'empat kuda makan rumput'

type Wanted = Partial<Pick<Invitation, 'name' | 'isAdministrator' | 'mandate' | 'membership'>> & { email: string }

/** Invited, and has set `PASSWORD`. @returns who it is */
export const makePerson = async (office: TestOffice, { email, ...more }: Wanted): Promise<string> => {
  const { store, tools } = office.office
  const person = randomUUID()
  const token = randomBytes(32).toString('base64url')
  const now = tools.now()
  const expiresAt = new Date(Date.parse(now) + 3600_000).toISOString()
  const link = { mail: randomUUID(), token, expiresAt, subject: 'Undangan', body: token }
  const account = { name: 'Orang Uji', isAdministrator: false, mandate: null, membership: null, ...more }
  await invitePerson(store, AGENCY, { person, email, language: 'id', link, now, ...account })
  const passwordHash = await hashPassword(PASSWORD)
  await setPasswordByToken(store, AGENCY, { token, purpose: 'invitation', now, passwordHash })
  return person
}

/** Through the page, as a person does; the visit then sends the session's own key with its forms. */
export const signIn = async (visit: Visit, email: string, password = PASSWORD) => {
  const answer = await visit.post('/sign-in', { email, password })
  if (answer.status === 303) visit.csrf = fieldIn((await visit.get('/account')).text, 'csrf') ?? ''
  return answer
}

export type TestMail = { once: string; subject: string; body: string; state: string }

/** All mails to this address, the oldest first. */
export const mailsTo = (office: TestOffice, email: string): Promise<TestMail[]> =>
  office.office.store.inAgency(AGENCY, (db) =>
    db
      .selectFrom('mail')
      .select(['once', 'subject', 'body', 'state'])
      .where('agency', '=', AGENCY)
      .where('to_address', '=', email)
      .orderBy('made_at')
      .execute(),
  )

/** Path and query of the link in the newest mail to this address that has one. */
export const linkTo = async (office: TestOffice, email: string): Promise<string> => {
  const links = (await mailsTo(office, email)).flatMap(({ body }) => /https?:\/\/[^\s/]+(\/\S+)/.exec(body)?.[1] ?? [])
  const newest = links.at(-1)
  if (!newest) throw new Error(`no mail with a link to ${email}`)
  return newest
}

export const tokenOf = (link: string): string => new URL(link, 'http://local.invalid').searchParams.get('token') ?? ''

export const stateOf = async (office: TestOffice, email: string): Promise<string | null> => {
  const row = await office.office.store.inAgency(AGENCY, (db) =>
    db.selectFrom('person').select('state').where('agency', '=', AGENCY).where('email', '=', email).executeTakeFirst(),
  )
  return row?.state ?? null
}
