// My access tokens: the list, making one (its text is shown in the answer to the form and nowhere else), revoking one.
import type { Context } from 'hono'
import { MOST_TOKENS, readExpiry, tokenText } from '../../../core/person/access-token.ts'
import { type Scope, usefulScopes } from '../../../core/person/scopes.ts'
import { createToken, listTokens, type NewAccessToken, revokeToken } from '../../../store/access-tokens.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import { uuidOf } from '../../request/uuid-of.ts'
import type { Services } from '../../services.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { signInFirst } from '../sign-in-first.ts'
import { faultsOf, isBetween, line } from './checks.ts'
import { lettersOf, TOKENS_PATH } from './letters.ts'
import { TOKEN_BY_ACCOUNT, tryOnce } from './limits.ts'
import { MadeView } from './token-made.tsx'
import { DAYS, TokensView } from './tokens-view.tsx'

type Web = Context<WebEnv>

export const tokenRoutes = (app: App, services: Services): void => {
  app.get(TOKENS_PATH, (c) => {
    const { signedIn, restored } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return tokensPage(c, services, signedIn, { form: first(restored, 'do') === 'make' ? restored : null, faults: [] })
  })
  app.post(TOKENS_PATH, (c) => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return first(posted(c), 'do') === 'revoke' ? revoke(c, services, signedIn) : make(c, services, signedIn)
  })
}

type Wanted = { name: string; scopes: Scope[]; days: string }

const make = async (c: Web, services: Services, signedIn: SignedIn) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.account.tokens
  const form = posted(c)
  const wanted = read(form, signedIn)
  const expiresAt = readExpiry(`${wanted.days}d`, { now, zone: agency.agency.zone })
  const faults = faultsOf([
    ['name', isBetween(wanted.name, [2, 120]), words.faults.name],
    ['scopes', wanted.scopes.length > 0, words.faults.scopes],
    ['days', isOffered(wanted.days) && expiresAt !== null, words.faults.days],
  ])
  if (faults.length > 0 || expiresAt === null) return tokensPage(c, services, signedIn, { form, faults, status: 422 })
  const tried = await tryOnce(c, services, TOKEN_BY_ACCOUNT, signedIn.person)
  if (!tried.isAllowed) {
    const message = words.tooOften(tried.waitMinutes)
    return tokensPage(c, services, signedIn, { form, faults: [{ message }], status: 429 })
  }
  return keep(c, services, signedIn, newToken(c, services, { signedIn, form, wanted, expiresAt }))
}

/** A scope that would open nothing for this person was not offered, and is not taken. */
const read = (form: Posted, signedIn: SignedIn): Wanted => ({
  name: line(form, 'name'),
  scopes: usefulScopes(signedIn.actor).filter((scope) => form.values.scopes?.includes(scope)),
  days: first(form, 'days'),
})

const isOffered = (days: string): boolean => DAYS.some((one) => String(one) === days)

type Good = { signedIn: SignedIn; form: Posted; wanted: Wanted; expiresAt: string }

const newToken = (c: Web, services: Services, { signedIn, form, wanted, expiresAt }: Good): NewAccessToken => {
  const visitor = c.get('visitor')
  const { person } = signedIn
  const { name, scopes } = wanted
  const text = tokenText(services.newToken())
  return {
    // The same form sent again, as by loading its answer again, is the same token.
    token: uuidOf(commandKey({ person, form, command: wanted }, services.newId)),
    text,
    person,
    name,
    scopes,
    now: visitor.now,
    expiresAt,
    mail: services.newId(),
    letter: (language) => lettersOf(visitor, services).tokenMade(language, { name, text, scopes, expiresAt }),
  }
}

const keep = async (c: Web, services: Services, signedIn: SignedIn, token: NewAccessToken) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account.tokens
  const made = await createToken(services.store, visitor.agency.agency.agency, token)
  switch (made) {
    case 'made':
      // In the answer itself: a redirect would have to carry the secret in a cookie or an address.
      return page(c, services, { title: words.madeTitle, narrow: true, children: <MadeView {...{ visitor, token }} /> })
    case 'repeated':
      setFlash(c, services, 'info', words.shownBefore)
      return c.redirect(TOKENS_PATH, 303)
    case 'too-many': {
      const message = words.tooManyTokens(MOST_TOKENS)
      return tokensPage(c, services, signedIn, { form: posted(c), faults: [{ message }], status: 409 })
    }
    case 'no-person':
      return signInFirst(c)
  }
}

const revoke = async (c: Web, services: Services, signedIn: SignedIn) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.account.tokens
  const isDone = await revokeToken(services.store, agency.agency.agency, {
    token: first(posted(c), 'token'),
    owner: signedIn.person,
    now,
  })
  setFlash(c, services, isDone ? 'good' : 'warning', isDone ? words.revoked : words.notRevoked)
  return c.redirect(TOKENS_PATH, 303)
}

type Shown = { form: Posted | null; faults: FieldFault[]; status?: 409 | 422 | 429 }

const tokensPage = async (c: Web, services: Services, signedIn: SignedIn, { form, faults, status }: Shown) => {
  const visitor = c.get('visitor')
  const tokens = await listTokens(services.store, visitor.agency.agency.agency, { person: signedIn.person })
  const children = <TokensView {...{ visitor, signedIn, tokens, form, faults, formKey: services.newId() }} />
  return page(c, services, { title: visitor.text.account.tokens.title, children }, status ?? 200)
}
