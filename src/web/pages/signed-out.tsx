// Somebody signed out in one tab and sent a form from another: whose it was nobody can say, so the page holds it.
import type { Context } from 'hono'
import { page } from '../page.tsx'
import type { Posted } from '../request/body.ts'
import type { Services } from '../services.ts'
import { ButtonRow, LinkButton } from '../ui/button.tsx'
import { SIGN_IN_PATH } from '../ui/masthead.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import type { WebEnv } from '../visitor.ts'
import { addressOf, SendAgain } from './send-again.tsx'

export const signedOutPage = (c: Context<WebEnv>, services: Services, typed: Posted): Response | Promise<Response> => {
  const visitor = c.get('visitor')
  const { errors, words } = visitor.text.common
  const children = (
    <>
      <PageHead title={errors.signedOutTitle} />
      <Notice tone="warning" word={words.warning} spoken>
        <p>{errors.signedOut}</p>
      </Notice>
      <ButtonRow>
        <LinkButton icon="login" href={SIGN_IN_PATH} newTab>
          {errors.signInElsewhere}
        </LinkButton>
      </ButtonRow>
      <SendAgain visitor={visitor} typed={typed} to={addressOf(c)} />
    </>
  )
  return page(c, services, { title: errors.signedOutTitle, narrow: true, children }, 401)
}

/** Sent from a page that held the form itself: there is no other page to lead back to. */
export const sendOnceMore = (c: Context<WebEnv>, services: Services, typed: Posted): Response | Promise<Response> => {
  const visitor = c.get('visitor')
  const { errors, words } = visitor.text.common
  const children = (
    <>
      <PageHead title={errors.keptTitle} />
      <Notice tone="warning" word={words.warning} spoken>
        <p>{errors.staleForm}</p>
      </Notice>
      <SendAgain visitor={visitor} typed={typed} to={addressOf(c)} csrf={visitor.signedIn?.csrf ?? null} />
    </>
  )
  return page(c, services, { title: errors.keptTitle, narrow: true, children }, 409)
}
