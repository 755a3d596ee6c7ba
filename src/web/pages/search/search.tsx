// "Sampai mana surat saya?": finds a dossier by any number, the wanted name or the client, and says where it stands.
import type { Context } from 'hono'
import { z } from 'zod'
import type { Actor } from '../../../core/person/may.ts'
import { type FoundDossier, type SearchCursor, searchDossiers } from '../../../store/search.ts'
import { page } from '../../page.tsx'
import { cursorMoment, decodeCursor, encodeCursor } from '../../request/cursor.ts'
import type { Services } from '../../services.ts'
import { positionSentence, waitFor } from '../../story/waiting.ts'
import { Badge, StatusMark } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SEARCH_PATH } from '../../ui/masthead.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { GradeMarks } from '../grade-marks.tsx'
import { signInFirst } from '../sign-in-first.ts'

export const searchRoutes = (app: App, services: Services): void => {
  app.get(SEARCH_PATH, (c) => searchPage(c, services))
}

const cursor = z.tuple([z.boolean(), cursorMoment, z.uuid()])

const searchPage = async (c: Context<WebEnv>, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  const words = visitor.text.office.search
  const query = [...(c.req.query('q') ?? '').replaceAll(/\p{C}/gu, ' ').trim()].slice(0, 200).join('')
  const from = decodeCursor(c.req.query('after'), cursor)
  const after: SearchCursor | null = from && { exact: from[0], submittedAt: from[1], dossier: from[2] }
  const { rows, more, count, isMore } = await searchDossiers(services.store, visitor.agency.agency.agency, {
    query,
    actor: visitor.signedIn.actor,
    after,
  })
  const found = await Promise.all(rows.map((row) => tell(services, visitor, row)))
  const last = rows.at(-1)
  const next = more && last ? encodeCursor([last.exact, last.submittedAt, last.dossier]) : null
  const address = `${SEARCH_PATH}?q=${encodeURIComponent(query)}`
  return page(c, services, {
    title: words.title,
    searchQuery: query,
    children: (
      <>
        <PageHead
          title={query === '' ? words.title : words.found(query)}
          lead={rows.length > 0 && after === null ? words.counted(count, isMore) : words.lead}
        />
        {query === '' ? <AskFirst visitor={visitor} /> : <Results visitor={visitor} query={query} found={found} />}
        <Pager
          label={words.pages}
          previous={after === null ? undefined : { href: address, label: words.first }}
          next={next === null ? undefined : { href: `${address}&after=${next}`, label: words.next }}
        />
      </>
    ),
  })
}

type Found = { row: FoundDossier; position: string; href: string }

const tell = async (services: Services, visitor: Visitor, row: FoundDossier): Promise<Found> => {
  const { agency, language, now, signedIn } = visitor
  const procedure = await services.procedureOf(agency.agency.agency, row.procedure, row.edition)
  const waits = row.tasks
    .map((task) => waitFor({ procedure, agency, now, language }, task))
    .sort((a, b) => a.position - b.position)
  return {
    row,
    position: positionSentence({ waits, status: row.status, language, zone: agency.agency.zone, now }),
    href: addressFor(signedIn?.actor ?? null, row),
  }
}

/** Officers go to the dossier; an applicant to the page of their own request. */
const addressFor = (actor: Actor | null, row: FoundDossier): string =>
  actor !== null && actor.posts.length > 0 ? `/dossiers/${row.dossier}` : `/mine/${row.dossier}`

const AskFirst = ({ visitor }: { visitor: Visitor }) => {
  const { common } = visitor.text
  return (
    <Form action={SEARCH_PATH} method="get" csrf={null}>
      <Field kind="search" name="q" label={common.search} hint={common.searchHint} width="medium" />
      <Button kind="primary" icon="search">
        {common.search}
      </Button>
    </Form>
  )
}

const Results = ({ visitor, query, found }: { visitor: Visitor; query: string; found: readonly Found[] }) => {
  const words = visitor.text.office.search
  if (found.length === 0) {
    const isOfficer = (visitor.signedIn?.actor.posts.length ?? 0) > 0
    return (
      <EmptyState icon="search" title={words.noneTitle(query)}>
        {isOfficer ? words.none : words.noneApplicant}
      </EmptyState>
    )
  }
  return (
    <Card flush>
      <div class="work">
        <ol class="work-list" aria-label={words.found(query)} data-rows="">
          {found.map((one) => (
            <Result key={one.row.dossier} visitor={visitor} found={one} />
          ))}
        </ol>
      </div>
    </Card>
  )
}

const Result = ({ visitor, found: { row, position, href } }: { visitor: Visitor; found: Found }) => {
  const { text } = visitor
  const words = text.office.search
  return (
    <li class="work-row">
      <div class="work-what">
        <p class="work-task">
          <a class="work-link" id={`found-${row.dossier}`} href={href} data-row="">
            {row.subject}
          </a>
          <span class="work-marks">
            {row.exact && <Badge tone="good">{words.exact}</Badge>}
            <GradeMarks urgency={row.urgency} secrecy={row.secrecy} text={text} />
          </span>
        </p>
        <p class="work-subject">{position}</p>
      </div>
      <div class="work-who">
        <p class="work-client">{row.clientName}</p>
        <p class="work-number">
          {[row.number, row.agendaNumber === null ? '' : words.agenda(row.agendaNumber)]
            .filter((part) => part !== '')
            .join(', ')}
        </p>
      </div>
      <div class="work-when">
        <StatusMark
          tone={
            row.status === 'finished'
              ? 'good'
              : row.status === 'rejected'
                ? 'bad'
                : row.status === 'open'
                  ? 'info'
                  : 'neutral'
          }
        >
          {text.office.story.status[row.status]}
        </StatusMark>
      </div>
    </li>
  )
}
