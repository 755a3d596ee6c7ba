// A page with one message: what happened, what to do, and the code to tell the office.
import type { Context } from 'hono'
import type { Hold } from '../../adapters/files/held.ts'
import { mayOffice } from '../../core/person/may.ts'
import { page } from '../page.tsx'
import type { Services } from '../services.ts'
import { ButtonRow, LinkButton } from '../ui/button.tsx'
import { Notice, type NoticeTone } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import type { Visitor, WebEnv } from '../visitor.ts'

type Message = {
  status: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  tone: NoticeTone
  title: string
  message: string
  code?: string
}

export const messagePage = (
  c: Context<WebEnv>,
  services: Services,
  { status, tone, title, message, code }: Message,
) => {
  const { text } = c.get('visitor')
  const body = (
    <>
      <PageHead title={title} />
      <Notice tone={tone} word={text.common.words[tone]}>
        <p>
          {message} {code && <code>{code}</code>}
        </p>
      </Notice>
      <Onward visitor={c.get('visitor')} />
    </>
  )
  return page(c, services, { title, narrow: true, children: body }, status)
}

/** Nobody is left standing: where the reader's own things are. */
const Onward = ({ visitor }: { visitor: Visitor }) => {
  const { nav } = visitor.text.common
  const actor = visitor.signedIn?.actor ?? null
  const [href, label] = mayOffice(actor, 'see-work')
    ? ['/work', nav.work]
    : mayOffice(actor, 'apply')
      ? ['/mine', nav.mine]
      : ['/', nav.home]
  return (
    <ButtonRow>
      <LinkButton icon="arrow-left" href={href}>
        {label}
      </LinkButton>
    </ButtonRow>
  )
}

/** A paper that the office has on its books, but whose bytes do not come. */
export const paperAwayPage = (c: Context<WebEnv>, services: Services, sha256: string) => {
  const { text, requestId } = c.get('visitor')
  services.log.error({ sha256, requestId }, 'a paper is missing from the storage')
  const { paperAwayTitle, paperAway, code } = text.common.errors
  const message = `${paperAway} ${code}`
  return messagePage(c, services, { status: 503, tone: 'bad', title: paperAwayTitle, message, code: requestId })
}

/** A paper that the scanner has not passed: it is there, and is not shown. */
export const heldPage = (c: Context<WebEnv>, services: Services, hold: Hold) => {
  const words = c.get('visitor').text.quarantine
  const [title, message] =
    hold === 'waiting' ? [words.waitingPageTitle, words.waitingPage] : [words.infectedPageTitle, words.infectedPage]
  return messagePage(c, services, { status: 409, tone: 'warning', title, message })
}

export const notFoundPage = (c: Context<WebEnv>, services: Services) => {
  const { errors } = c.get('visitor').text.common
  return messagePage(c, services, { status: 404, tone: 'info', title: errors.notFoundTitle, message: errors.notFound })
}
