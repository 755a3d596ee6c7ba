// One procedure for its keepers: its drafts, its editions, what was done with them, and what may be decided now.
import type { Context } from 'hono'
import { speakShort } from '../../../core/clock/speak.ts'
import { type JournalEntry, readJournal } from '../../../store/edition-journal.ts'
import { type DraftHead, listProcedureDrafts } from '../../../store/procedure-drafts.ts'
import { runningOn } from '../../../store/running.ts'
import { type Decided, forceNow, ratifyNow, withdrawNow } from '../../editions/acts.ts'
import { editionsOf } from '../../editions/state.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { draftAddress, nextEditionPath } from '../procedure-editor/address.ts'
import { EditionTable } from '../service/editions-page.tsx'
import { forKeepers } from './gate.ts'
import { PROCEDURES_PATH } from './list-page.tsx'
import { DraftActs, EditionActs } from './procedure-forms.tsx'

type Web = Context<WebEnv>

export const procedureRoutes = (app: App, services: Services): void => {
  app.get(
    `${PROCEDURES_PATH}/:procedure`,
    forKeepers(services, (c, signedIn) => show(c, services, { signedIn, form: c.get('visitor').restored })),
  )
  app.post(
    `${PROCEDURES_PATH}/:procedure`,
    forKeepers(services, async (c, signedIn) => {
      const form = posted(c)
      const decided = await decide(c, services, { signedIn, form })
      if (!decided) return notFoundPage(c, services)
      if (!decided.ok) return show(c, services, { signedIn, form, decided })
      const words = c.get('visitor').text.editions.keep
      setFlash(c, services, 'good', words.done(decided.edition))
      return c.redirect(`${PROCEDURES_PATH}/${decided.procedure}`, 303)
    }),
  )
}

type Asked = { signedIn: SignedIn; form: Posted }

const decide = async (c: Web, services: Services, { signedIn, form }: Asked): Promise<Decided | null> => {
  const { agency, now } = c.get('visitor')
  const deciding = { services, agency, by: { person: signedIn.person, now } }
  const procedure = c.req.param('procedure') ?? ''
  const named = { procedure, edition: first(form, 'edition'), reason: first(form, 'reason') }
  switch (first(form, 'do')) {
    case 'ratify':
      return ratifyNow(deciding, {
        draft: first(form, 'draft'),
        version: Number(first(form, 'version')),
        post: first(form, 'post'),
        decree: first(form, 'decree'),
      })
    case 'in-force':
      return forceNow(deciding, { ...named, from: first(form, 'from') })
    case 'withdraw':
      return withdrawNow(deciding, named)
    default:
      return null
  }
}

type Shown = { signedIn: SignedIn; form: Posted | null; decided?: Extract<Decided, { ok: false }> }

const show = async (c: Web, services: Services, { signedIn, form, decided }: Shown) => {
  const visitor = c.get('visitor')
  const { agency, text, language } = visitor
  const office = agency.agency.agency
  const name = c.req.param('procedure') ?? ''
  const editions = editionsOf(agency, name)
  const [drafts, journal, running] = await Promise.all([
    listProcedureDrafts(services.store, office),
    readJournal(services.store, office, { procedure: name }),
    runningOn(services.store, office, name),
  ])
  const own = drafts.filter((one) => one.procedure === name)
  if (editions.length === 0 && own.length === 0) return notFoundPage(c, services)
  const words = text.editions.keep
  const title = editions[0]?.procedure.title ?? name
  const action = `${PROCEDURES_PATH}/${name}`
  const part = { visitor, signedIn, action, words, form, at: decided?.at, says: decided?.sentence[language] }
  const children = (
    <>
      <PageHead title={title} back={{ href: PROCEDURES_PATH, label: words.title }} />
      {decided && (
        <Notice tone="bad" word={text.common.words.bad} spoken>
          <p>{decided.sentence[language]}</p>
          {(decided.faults ?? []).map((fault) => (
            <p key={`${fault.line} ${fault.sentence.id}`}>
              {words.fault(String(fault.line), fault.sentence[language])}
            </p>
          ))}
        </Notice>
      )}
      <Card title={words.drafts}>
        {own.length === 0 && <p>{words.noDrafts}</p>}
        {own.map((draft) => (
          <section key={draft.draft}>
            <h3 class="card-title">{draft.edition}</h3>
            <p>{draftWords(draft, visitor)}</p>
            <LinkButton icon="pencil" href={draftAddress(draft)}>
              {words.edit}
            </LinkButton>
            <DraftActs part={part} draft={draft} />
          </section>
        ))}
      </Card>
      {editions[0] && (
        <ButtonRow>
          <LinkButton icon="copy" href={nextEditionPath(editions[0].procedure)}>
            {words.next(editions[0].procedure.edition)}
          </LinkButton>
        </ButtonRow>
      )}
      <Card title={words.editions} flush>
        <EditionTable visitor={visitor} editions={editions} running={running} />
      </Card>
      {editions.length > 0 && (
        <Card title={words.decide}>
          <EditionActs
            part={part}
            editions={editions.map(({ procedure: { edition }, force }) => ({ edition, force }))}
          />
        </Card>
      )}
      <Card title={words.journal}>
        {journal.length === 0 ? <p>{words.noJournal}</p> : <Journal visitor={visitor} journal={journal} />}
      </Card>
    </>
  )
  return page(c, services, { title, children }, decided ? (decided.at ? 422 : 409) : 200)
}

const draftWords = (draft: DraftHead, { text, language, agency, now }: Visitor): string =>
  text.editions.keep.draft(
    String(draft.version),
    speakShort(draft.changedAt, language, { zone: agency.agency.zone, now }),
    draft.changedBy?.name ?? text.editions.keep.commandLine,
  )

const Journal = ({ visitor, journal }: { visitor: Visitor; journal: readonly JournalEntry[] }) => {
  const { text, language, agency, now } = visitor
  const words = text.editions.keep
  const events = journal.map(({ act, edition, detail, at, by }) => ({
    title: words.acts[act](edition),
    note: [detail.decree, detail.reason].filter((one) => typeof one === 'string' && one !== '').join('; '),
    at: { iso: at, text: speakShort(at, language, { zone: agency.agency.zone, now }) },
    post: by ?? words.commandLine,
  }))
  return <Timeline label={words.journal} events={events} />
}
