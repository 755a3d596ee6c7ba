// All requests of one's clients, what waits for the reader first to be seen, and the drafts not sent yet.
import type { Context } from 'hono'
import { z } from 'zod'
import { inForce } from '../../../core/agency/catalogue.ts'
import { speakShort } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { type Draft, draftsOf } from '../../../store/drafts.ts'
import { type MyCursor, myDossiers } from '../../../store/my-dossiers.ts'
import { DRAFT_DAYS } from '../../../store/tidy.ts'
import { page } from '../../page.tsx'
import { cursorMoment, decodeCursor, encodeCursor } from '../../request/cursor.ts'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { RequestList } from './request-list.tsx'
import { type Standing, standingOf } from './standing.ts'

const PAGE = 20

export const requestListRoute = (app: App, services: Services): void => {
  app.get('/mine', async (c) => {
    const visitor = c.get('visitor')
    const { signedIn, agency } = visitor
    if (!signedIn) return signInFirst(c)
    if (!mayOffice(signedIn.actor, 'apply')) return notFoundPage(c, services)
    const office = agency.agency.agency
    const from = decodeCursor(c.req.query('after'), cursor)
    const after: MyCursor | null = from && { submittedAt: from[0], dossier: from[1] }
    const found = await myDossiers(services.store, office, {
      clients: signedIn.actor.clients,
      limit: PAGE + 1,
      after,
    })
    const items = await Promise.all(found.slice(0, PAGE).map((one) => standingOf(services, visitor, one)))
    const drafts = after === null ? await draftsOf(services.store, office, signedIn.person, 'online') : []
    const last = found.length > PAGE ? found[PAGE - 1] : undefined
    const older = last ? encodeCursor([last.submittedAt, last.dossier]) : null
    return showList(c, services, { items, drafts, isFirst: after === null, older })
  })
}

const cursor = z.tuple([cursorMoment, z.uuid()])

type Listed = { items: Standing[]; drafts: Draft[]; isFirst: boolean; older: string | null }

const showList = (c: Context<WebEnv>, services: Services, { items, drafts, isFirst, older }: Listed) => {
  const visitor = c.get('visitor')
  const words = visitor.text.apply.mine
  const clients = visitor.signedIn?.hats.flatMap((hat) => (hat.kind === 'client' ? [hat.name] : [])).join(', ') ?? ''
  const open = items
    .filter((item) => item.dossier.status === 'open')
    .toSorted((a, b) => Number(b.isMyTurn) - Number(a.isMyTurn))
  const ended = items.filter((item) => item.dossier.status !== 'open')
  const body = (
    <>
      <PageHead
        title={words.title}
        lead={words.lead(clients)}
        actions={
          <LinkButton kind="primary" href="/services" icon="plus">
            {words.services}
          </LinkButton>
        }
      />
      <Drafts visitor={visitor} drafts={drafts} />
      {items.length === 0 && <EmptyState title={words.none}>{words.noneLead}</EmptyState>}
      {open.length > 0 && (
        <Card title={words.open} flush>
          <RequestList visitor={visitor} items={open} />
        </Card>
      )}
      {ended.length > 0 && (
        <Card title={words.ended} flush>
          <RequestList visitor={visitor} items={ended} />
        </Card>
      )}
      {(!isFirst || older !== null) && (
        <nav class="button-row" aria-label={words.pages}>
          {!isFirst && <LinkButton href="/mine">{words.newer}</LinkButton>}
          {older !== null && <LinkButton href={`/mine?after=${older}`}>{words.more}</LinkButton>}
        </nav>
      )}
    </>
  )
  return page(c, services, { title: words.title, children: body })
}

const Drafts = ({ visitor, drafts }: { visitor: Visitor; drafts: readonly Draft[] }) => {
  const { text, agency, language, now, signedIn } = visitor
  const words = text.apply.mine
  const shown = drafts.flatMap((draft) => {
    const procedure = inForce(agency).find((one) => one.procedure === draft.procedure)
    return procedure && signedIn?.actor.clients.includes(draft.client) ? [{ draft, title: procedure.title }] : []
  })
  if (shown.length === 0) return null
  return (
    <Card title={words.drafts}>
      <p class="field-hint">{words.draftsKept(DRAFT_DAYS)}</p>
      <ul class="rows">
        {shown.map(({ draft, title }) => (
          <li key={draft.id}>
            <p>
              <strong>{title}</strong>
              {` · ${words.draftLine(speakShort(draft.updatedAt, language, { zone: agency.agency.zone, now }))}`}
            </p>
            <LinkButton kind="quiet" icon="pencil" href={`/services/${draft.procedure}/apply?client=${draft.client}`}>
              {words.resume}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
