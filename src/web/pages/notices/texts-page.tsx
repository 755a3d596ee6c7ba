// The office's own words for its notices: the list of them, one to change with its preview, and back to the default.
import type { Context } from 'hono'
import { textFaults } from '../../../core/notice/judge-text.ts'
import type { NoticeText } from '../../../core/notice/text.ts'
import { mayOffice } from '../../../core/person/may.ts'
import {
  DEFAULT_TEXTS,
  isNoticeName,
  type Language,
  NOTICE_NAMES,
  type NoticeName,
  type Texts,
} from '../../../letters/notices.ts'
import { ownTexts, saveText, textVersions } from '../../../store/notice-texts.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { TEXTS_PATH } from './paths.ts'
import { htmlResponse, previewOf } from './preview.ts'
import { TextView } from './text-view.tsx'

type Web = Context<WebEnv>

export const noticeTextRoutes = (app: App, services: Services): void => {
  app.get(TEXTS_PATH, (c) => asKeeper(c, services, () => listPage(c, services)))
  app.get(`${TEXTS_PATH}/:name`, (c) => named(c, services, (name) => textPage(c, services, { name })))
  app.post(`${TEXTS_PATH}/:name`, (c) => named(c, services, (name, keeper) => save(c, services, { name, keeper })))
  // What stands in the form, saved or not, as it would arrive; under rules that let nothing run.
  app.post(`${TEXTS_PATH}/:name/mail`, (c) =>
    named(c, services, (name) => htmlResponse(c, previewOf(c.get('visitor').agency.agency, typedFor(c, name)))),
  )
}

const typedFor = (c: Web, name: NoticeName) => ({ name, texts: typedIn(posted(c)), language: languageIn(c) })

const languageIn = (c: Web): Language => {
  const asked = first(posted(c), 'in')
  return asked === 'id' || asked === 'en' ? asked : c.get('visitor').language
}

const asKeeper = (c: Web, services: Services, go: (keeper: SignedIn) => Response | Promise<Response>) => {
  const { signedIn } = c.get('visitor')
  if (!signedIn) return signInFirst(c)
  return mayOffice(signedIn.actor, 'edit-notice-texts') ? go(signedIn) : notFoundPage(c, services)
}

const named = (c: Web, services: Services, go: (name: NoticeName, keeper: SignedIn) => Response | Promise<Response>) =>
  asKeeper(c, services, (keeper) => {
    const name = c.req.param('name') ?? ''
    return isNoticeName(name) ? go(name, keeper) : notFoundPage(c, services)
  })

const currentOf = async (c: Web, services: Services, name: NoticeName): Promise<Texts> => {
  const own = await ownTexts(services.store, c.get('visitor').agency.agency.agency)
  return own.get(name) ?? DEFAULT_TEXTS[name]
}

const typedIn = (form: Posted): Texts => ({ id: textIn(form, 'id'), en: textIn(form, 'en') })

/** A browser sends the ends of lines as two signs. */
const textIn = (form: Posted, language: 'id' | 'en'): NoticeText => {
  const words = (part: keyof NoticeText) => first(form, `${language}-${part}`).replaceAll('\r\n', '\n').trim()
  return { headline: words('headline'), body: words('body'), line: words('line') }
}

type Saving = { name: NoticeName; keeper: SignedIn }

const save = async (c: Web, services: Services, { name, keeper }: Saving): Promise<Response> => {
  const visitor = c.get('visitor')
  const form = posted(c)
  const { texts: words } = visitor.text.notices
  if (first(form, 'do') === 'preview') return textPage(c, services, { name, typed: typedIn(form) })
  const isBack = first(form, 'do') === 'default'
  const typed = isBack ? null : typedIn(form)
  const faults = typed ? faultsOf(typed, visitor) : []
  if (typed && faults.length > 0) return textPage(c, services, { name, typed, faults })
  const version = await saveText(services.store, visitor.agency.agency.agency, {
    name,
    seen: Number.parseInt(first(form, 'version'), 10) || 0,
    words: typed,
    person: keeper.person,
    now: visitor.now,
  })
  if (version === null)
    return textPage(c, services, { name, ...(typed ? { typed } : {}), faults: [{ message: words.stale }] })
  setFlash(c, services, 'good', typed ? words.saved(version) : words.restored)
  return c.redirect(`${TEXTS_PATH}/${name}`, 303)
}

const faultsOf = (typed: Texts, { text }: Visitor): FieldFault[] => {
  const { texts: words } = text.notices
  return (['id', 'en'] as const).flatMap((language) =>
    textFaults(typed[language]).map((fault): FieldFault => {
      const name = `${language}-${fault.part}`
      if (fault.fault === 'empty') return { name, message: words.empty }
      if (fault.fault === 'long') return { name, message: words.long(fault.most) }
      return { name, message: words.unknown(fault.names.map((one) => `{${one}}`).join(', ')) }
    }),
  )
}

type Shown = { name: NoticeName; typed?: Texts; faults?: FieldFault[] }

const textPage = async (c: Web, services: Services, { name, typed, faults = [] }: Shown): Promise<Response> => {
  const visitor = c.get('visitor')
  const { texts: words } = visitor.text.notices
  const texts = typed ?? (await currentOf(c, services, name))
  const versions = await textVersions(services.store, visitor.agency.agency.agency, name)
  return page(
    c,
    services,
    {
      title: words.names[name],
      children: (
        <TextView
          name={name}
          texts={texts}
          versions={versions}
          faults={faults}
          visitor={visitor}
          preview={previewOf(visitor.agency.agency, { name, texts, language: languageIn(c) })}
        />
      ),
    },
    faults.length > 0 ? 422 : 200,
  )
}

const listPage = async (c: Web, services: Services): Promise<Response> => {
  const visitor = c.get('visitor')
  const { texts: words } = visitor.text.notices
  const own = await ownTexts(services.store, visitor.agency.agency.agency)
  const groups = [
    { title: words.audiences.applicant, names: NOTICE_NAMES.filter((name) => !name.startsWith('office-')) },
    { title: words.audiences.office, names: NOTICE_NAMES.filter((name) => name.startsWith('office-')) },
  ]
  return page(c, services, {
    title: words.title,
    narrow: true,
    children: (
      <>
        <PageHead title={words.title} lead={words.lead} />
        {groups.map(({ title, names }) => (
          <Card key={title} title={title} flush>
            <ul class="news-list">
              {names.map((name) => (
                <li class="news-row" key={name}>
                  <a class="news-line" href={`${TEXTS_PATH}/${name}`}>
                    {words.names[name]}
                  </a>
                  <Badge>{own.has(name) ? words.own : words.isDefault}</Badge>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </>
    ),
  })
}
