// Leads somebody who is not signed in to the sign-in, and back to the page afterwards.
import type { Context } from 'hono'
import { SIGN_IN_PATH } from '../ui/masthead.tsx'
import type { WebEnv } from '../visitor.ts'

export const signInFirst = (c: Context<WebEnv>): Response => {
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`${SIGN_IN_PATH}?to=${encodeURIComponent(`${pathname}${search}`)}`, 303)
}
