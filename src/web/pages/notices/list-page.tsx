// What one has been told: unread first, each leads to its dossier; read one by one or all together.
import type { Context } from 'hono'
import { z } from 'zod'
import { withOwn } from '../../../letters/notices.ts'
import { MOST_UNREAD, markRead, myNotices, type NoticeCursor, unreadNotices } from '../../../store/my-notices.ts'
import { ownTexts } from '../../../store/notice-texts.ts'
import { page } from '../../page.tsx'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { cursorMoment, decodeCursor, encodeCursor } from '../../request/cursor.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form } from '../../ui/form.tsx'
import { NOTICES_PATH } from '../../ui/masthead.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { signInFirst } from '../sign-in-first.ts'
import { LIVE_PATH } from '../work/live.ts'
import { CHOICES_PATH, pathOfNotice } from './paths.ts'
import { NoticeRow } from './row.tsx'

type Web = Context<WebEnv>

const READ_SHOWN = 30

const cursor = z.tuple([cursorMoment, z.uuid()])

export const noticeListRoutes = (app: App, services: Services): void => {
  app.get(NOTICES_PATH, (c) => {
    const { signedIn } = c.get('visitor')
    return signedIn ? listPage(c, services, signedIn) : signInFirst(c)
  })
  app.post(NOTICES_PATH, async (c) => {
    const { signedIn, agency, now, text } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    const form = posted(c)
    const notice = z.uuid().safeParse(first(form, 'notice'))
    const which = notice.success ? { notice: notice.data } : first(form, 'do') === 'all' ? {} : null
    if (!which) return c.redirect(NOTICES_PATH, 303)
    const about = await markRead(services.store, agency.agency.agency, { person: signedIn.person, now, ...which })
    if (first(form, 'do') === 'open' && about) return c.redirect(pathOfNotice(about), 303)
    if (!notice.success) setFlash(c, services, 'good', text.notices.allRead)
    return c.redirect(NOTICES_PATH, 303)
  })
}

const listPage = async (c: Web, services: Services, signedIn: SignedIn) => {
  const visitor = c.get('visitor')
  const { agency } = visitor.agency.agency
  const from = decodeCursor(c.req.query('after'), cursor)
  const after: NoticeCursor | null = from && { at: from[0], notice: from[1] }
  const { actor } = signedIn
  const [unread, read, count, own] = await Promise.all([
    after ? { rows: [] } : myNotices(services.store, agency, { actor, unread: true, after: null, limit: MOST_UNREAD }),
    myNotices(services.store, agency, { actor, unread: false, after, limit: READ_SHOWN }),
    unreadNotices(services.store, agency, signedIn.person),
    ownTexts(services.store, agency),
  ])
  const words = visitor.text.notices
  const shown = count >= MOST_UNREAD ? `${MOST_UNREAD - 1}+` : String(count)
  const texts = withOwn(own)
  const last = read.rows.at(-1)
  const next = read.more && last ? encodeCursor([last.at, last.notice]) : null
  return page(c, services, {
    title: words.title,
    narrow: true,
    children: (
      <>
        <PageHead
          title={words.title}
          lead={
            <span id="news-count" data-live-part="">
              {words.lead(shown)}
            </span>
          }
          actions={
            <LinkButton kind="quiet" icon="adjustments" href={CHOICES_PATH}>
              {words.choose}
            </LinkButton>
          }
        />
        {/* Only the first page is renewed: who leafs back wants it to stand still. */}
        <div id="news" data-live={after ? undefined : LIVE_PATH} data-live-announce={words.announce}>
          {unread.rows.length > 0 && (
            <Card
              flush
              title={words.unread}
              aside={
                <Form action={NOTICES_PATH} csrf={signedIn.csrf}>
                  <Button kind="quiet" icon="check" name="do" value="all">
                    {words.readAll}
                  </Button>
                </Form>
              }
            >
              <ol class="news-list">
                {unread.rows.map((notice) => (
                  <NoticeRow key={notice.notice} notice={notice} visitor={visitor} signedIn={signedIn} texts={texts} />
                ))}
              </ol>
            </Card>
          )}
          {unread.rows.length === 0 && read.rows.length === 0 && (
            <EmptyState icon="bell" title={words.emptyTitle}>
              {words.empty}
            </EmptyState>
          )}
          {read.rows.length > 0 && (
            <Card title={words.earlier} flush>
              <ol class="news-list">
                {read.rows.map((notice) => (
                  <NoticeRow key={notice.notice} notice={notice} visitor={visitor} signedIn={signedIn} texts={texts} />
                ))}
              </ol>
            </Card>
          )}
        </div>
        <Pager
          label={words.title}
          {...(next ? { next: { href: `${NOTICES_PATH}?after=${next}`, label: words.more } } : {})}
        />
      </>
    ),
  })
}
