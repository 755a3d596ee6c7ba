// One notice in the list: what happened, to which dossier, and the way there.
import { speakShort } from '../../../core/clock/speak.ts'
import { guarded } from '../../../core/notice/facts.ts'
import { noticeLine } from '../../../letters/mail/notice.ts'
import { aroundOf, type NoticeName, nameOf, type Texts } from '../../../letters/notices.ts'
import type { MyNotice } from '../../../store/my-notices.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { NOTICES_PATH } from '../../ui/masthead.tsx'
import type { SignedIn, Visitor } from '../../visitor.ts'

type Props = {
  notice: MyNotice
  visitor: Visitor
  signedIn: SignedIn
  texts: Readonly<Record<NoticeName, Texts>>
}

export const NoticeRow = ({ notice, visitor, signedIn, texts }: Props) => {
  const { text, language, now } = visitor
  const { agency } = visitor.agency
  const words = text.notices
  const isUnread = notice.readAt === null && !notice.isDone
  const line = lineOf(notice, visitor, texts)
  const { facts } = shownOf(notice)
  return (
    <li class={`news-row${isUnread ? ' is-unread' : ''}${isUnread && notice.isUrgent ? ' is-urgent' : ''}`}>
      <div>
        <p class="news-line" data-row="" id={`news-${notice.notice}`}>
          {line}
        </p>
        <p class="news-about">
          {facts.number} · {notice.isOpen ? (facts.subject ?? aroundOf(language).hidden) : words.closed} ·{' '}
          {speakShort(notice.at, language, { zone: agency.zone, now })}
          {notice.isUrgent && (
            <>
              {' '}
              <Badge tone="bad">{words.urgent}</Badge>
            </>
          )}
          {notice.isDone && (
            <>
              {' '}
              <Badge>{words.done}</Badge>
            </>
          )}
        </p>
      </div>
      <Form action={NOTICES_PATH} csrf={signedIn.csrf}>
        <input type="hidden" name="notice" value={notice.notice} />
        <div class="news-acts">
          {notice.isOpen && (
            <Button name="do" value="open" describedBy={`news-${notice.notice}`}>
              {words.open}
            </Button>
          )}
          {isUnread && (
            <Button kind="quiet" name="do" value="read" describedBy={`news-${notice.notice}`}>
              {words.read}
            </Button>
          )}
        </div>
      </Form>
    </li>
  )
}

/** What is secret meanwhile, or closed to this reader, is not said by an older notice either. */
const shownOf = ({ facts, isSecret, isOpen }: MyNotice) => ({ facts: guarded(isSecret || !isOpen, facts) })

const lineOf = (notice: MyNotice, { language, agency }: Visitor, texts: Props['texts']): string =>
  noticeLine({
    occasion: notice.occasion,
    reader: notice.reader,
    facts: shownOf(notice).facts,
    text: texts[nameOf(notice.reader, notice.occasion)][language],
    language,
    agency: agency.agency,
  })
