// One kind of letter for its keepers: its drafts, its editions, what was done with them, and what may be decided now.
import type { Context } from 'hono'
import { speakShort } from '../../../core/clock/speak.ts'
import type { TemplateEdition } from '../../../core/paper/letter-templates.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sendersOf } from '../../../letters/desk/judge.ts'
import { listTemplateDrafts } from '../../../store/letter-template-drafts.ts'
import { readTemplateJournal, type TemplateEntry } from '../../../store/letter-template-journal.ts'
import {
  forceTemplateNow,
  ratifyTemplateNow,
  type TemplateDecided,
  withdrawTemplateNow,
} from '../../letter-templates/acts.ts'
import { letterKind } from '../../letter-templates/kinds.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { EditionActs } from '../procedures/procedure-forms.tsx'
import { daysOf, ratifiedOf, StateMark } from '../service/editions-page.tsx'
import { compareAddress, editionAddress, kindAddress, LETTERS_PATH, NEW_KIND_PATH } from './address.ts'
import { DraftList } from './draft-list.tsx'
import { forWriters } from './gate.ts'

type Web = Context<WebEnv>

export const letterTemplateKindRoutes = (app: App, services: Services): void => {
  app.get(
    `${LETTERS_PATH}/:letter`,
    forWriters(services, (c, signedIn) => show(c, services, { signedIn, form: c.get('visitor').restored })),
  )
  app.post(
    `${LETTERS_PATH}/:letter`,
    forWriters(services, async (c, signedIn) => {
      const form = posted(c)
      const decided = await decide(c, services, { signedIn, form })
      if (!decided) return notFoundPage(c, services)
      if (!decided.ok) return show(c, services, { signedIn, form, decided })
      const words = c.get('visitor').text.letterTemplates
      setFlash(c, services, 'good', words.done(String(decided.edition)))
      return c.redirect(kindAddress(decided.letter), 303)
    }),
  )
}

type Asked = { signedIn: SignedIn; form: Posted }

const decide = async (c: Web, services: Services, { signedIn, form }: Asked): Promise<TemplateDecided | null> => {
  if (!mayOffice(signedIn.actor, 'ratify-letters')) return null
  const { agency, now } = c.get('visitor')
  const deciding = { services, agency, by: { person: signedIn.person, now } }
  const letter = c.req.param('letter') ?? ''
  const named = { letter, edition: Number(first(form, 'edition')) || 0, reason: first(form, 'reason') }
  switch (first(form, 'do')) {
    case 'ratify':
      return ratifyTemplateNow(deciding, {
        draft: first(form, 'draft'),
        version: Number(first(form, 'version')),
        post: first(form, 'post'),
        decree: first(form, 'decree'),
      })
    case 'in-force':
      return forceTemplateNow(deciding, { ...named, from: first(form, 'from') })
    case 'withdraw':
      return withdrawTemplateNow(deciding, named)
    default:
      return null
  }
}

type Shown = { signedIn: SignedIn; form: Posted | null; decided?: Extract<TemplateDecided, { ok: false }> }

const show = async (c: Web, services: Services, { signedIn, form, decided }: Shown) => {
  const visitor = c.get('visitor')
  const { agency, text, language } = visitor
  const office = agency.agency.agency
  const name = c.req.param('letter') ?? ''
  const [all, journal] = await Promise.all([
    listTemplateDrafts(services.store, office),
    readTemplateJournal(services.store, office, { letter: name }),
  ])
  const drafts = all.filter(({ letter }) => letter === name)
  const kind = letterKind(agency, name)
  if (kind.editions.length === 0 && drafts.length === 0) return notFoundPage(c, services)
  const words = text.letterTemplates
  const says = decided?.sentence[language]
  const part = { visitor, signedIn, action: kindAddress(name), words, form, at: decided?.at, says }
  const mayRatify = mayOffice(signedIn.actor, 'ratify-letters')
  const newest = kind.inForce ?? kind.editions[0]
  const children = (
    <>
      <PageHead
        title={kind.title}
        kicker={<code>{name}</code>}
        lead={sentBy(visitor, name)}
        back={{ href: LETTERS_PATH, label: words.title }}
      />
      {decided && <Refused visitor={visitor} decided={decided} />}
      <Card title={words.drafts}>
        <DraftList part={part} drafts={drafts} newest={newest} mayRatify={mayRatify} />
        {newest && (
          <ButtonRow>
            <LinkButton icon="copy" href={`${NEW_KIND_PATH}?from=${name}@${newest.edition}`}>
              {words.next(String(newest.edition))}
            </LinkButton>
          </ButtonRow>
        )}
      </Card>
      {kind.editions.length > 0 && (
        <Card title={words.editions} flush>
          <Editions visitor={visitor} editions={kind.editions} />
        </Card>
      )}
      {mayRatify && kind.editions.length > 0 && (
        <Card title={words.decide}>
          <EditionActs
            part={part}
            editions={kind.editions.map(({ edition, force }) => ({ edition: String(edition), force }))}
          />
        </Card>
      )}
      <Card title={words.journal}>
        {journal.length === 0 ? <p>{words.noJournal}</p> : <Journal visitor={visitor} journal={journal} />}
      </Card>
    </>
  )
  return page(c, services, { title: kind.title, children }, decided ? (decided.at ? 422 : 409) : 200)
}

const sentBy = ({ agency, text }: Visitor, letter: string): string => {
  const words = text.letterTemplates
  const titles = sendersOf(agency, letter).map(({ title }) => title)
  return titles.length === 0 ? words.usedByNone : `${words.usedBy}: ${titles.join(', ')}.`
}

const Refused = ({ visitor, decided }: { visitor: Visitor; decided: Extract<TemplateDecided, { ok: false }> }) => {
  const { language, text } = visitor
  return (
    <Notice tone="bad" word={text.common.words.bad} spoken>
      <p>{decided.sentence[language]}</p>
      {(decided.faults ?? []).slice(0, 10).map((fault) => (
        <p key={`${fault.line} ${fault.sentence.id}`}>
          {text.editions.keep.fault(String(fault.line), fault.sentence[language])}
        </p>
      ))}
    </Notice>
  )
}

const Editions = ({ visitor, editions }: { visitor: Visitor; editions: readonly TemplateEdition[] }) => {
  const words = visitor.text.letterTemplates
  const columns = visitor.text.editions.history
  const all: Column<TemplateEdition>[] = [
    {
      key: 'edition',
      label: columns.edition,
      head: true,
      render: (one) => <a href={editionAddress(one)}>{words.edition(String(one.edition))}</a>,
    },
    { key: 'state', label: columns.state, render: (one) => <StateMark visitor={visitor} edition={one} /> },
    { key: 'force', label: columns.force, render: (one) => daysOf(one, visitor) },
    { key: 'ratified', label: columns.ratified, render: (one) => ratifiedOf(one, visitor) },
    {
      key: 'compare',
      label: words.compare,
      render: ({ letter, edition }) => {
        const before = editions.find((one) => one.edition < edition)
        return before ? (
          <a href={compareAddress(letter, String(before.edition), String(edition))}>
            {words.edition(String(before.edition))}
          </a>
        ) : (
          '-'
        )
      },
    },
  ]
  return (
    <Table
      caption={words.editions}
      captionHidden
      columns={all}
      rows={editions}
      rowKey={({ edition }) => String(edition)}
    />
  )
}

const Journal = ({ visitor, journal }: { visitor: Visitor; journal: readonly TemplateEntry[] }) => {
  const { text, language, agency, now } = visitor
  const words = text.letterTemplates
  const events = journal.map(({ act, edition, detail, at, by }) => ({
    title: words.acts[act](String(edition ?? '')),
    note: [detail.decree, detail.reason].filter((one) => typeof one === 'string' && one !== '').join('; '),
    at: { iso: at, text: speakShort(at, language, { zone: agency.agency.zone, now }) },
    post: by ?? words.fromCatalogue,
  }))
  return <Timeline label={words.journal} events={events} />
}
