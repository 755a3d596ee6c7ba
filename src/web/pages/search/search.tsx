// "Sampai mana surat saya?": finds a dossier by any number, name or word in its papers, and says where it stands.
import type { Context } from 'hono'
import { z } from 'zod'
import { inZone } from '../../../core/clock/instant.ts'
import type { Sought } from '../../../core/find/where.ts'
import { type Actor, mayOffice } from '../../../core/person/may.ts'
import { listClients } from '../../../store/clients.ts'
import { type FoundDossier, firstSubmitted, type SearchCursor, searchDossiers } from '../../../store/search.ts'
import { openBackfill } from '../../../store/text-backfill.ts'
import { page } from '../../page.tsx'
import { cursorMoment, decodeCursor, encodeCursor } from '../../request/cursor.ts'
import type { Services } from '../../services.ts'
import { positionSentence, waitFor } from '../../story/waiting.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SEARCH_PATH } from '../../ui/masthead.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { signInFirst } from '../sign-in-first.ts'
import { type Asked, addressOf, askedOf, filterOf, filtersUsed } from './asked.ts'
import { Filters } from './filters.tsx'
import { findWhere, type Where } from './found-where.ts'
import { type Found, Result } from './result.tsx'

export const searchRoutes = (app: App, services: Services): void => {
  app.get(SEARCH_PATH, (c) => searchPage(c, services))
}

const cursor = z.tuple([z.boolean(), cursorMoment, z.uuid()])

const searchPage = async (c: Context<WebEnv>, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  const words = visitor.text.office.search
  const asked = askedOf(c.req.query())
  const { query } = asked
  const from = decodeCursor(c.req.query('after'), cursor)
  const after: SearchCursor | null = from && { exact: from[0], submittedAt: from[1], dossier: from[2] }
  const { rows, more, count, isMore, found, sought } = await findAndTell(services, visitor, { asked, after })
  const last = rows.at(-1)
  const next = more && last ? encodeCursor([last.exact, last.submittedAt, last.dossier]) : null
  return page(c, services, {
    title: words.title,
    searchQuery: query,
    children: (
      <>
        <PageHead
          title={query === '' ? words.title : words.found(query)}
          lead={rows.length > 0 && after === null ? words.counted(count, isMore) : words.lead}
        />
        {query === '' ? (
          <AskFirst visitor={visitor} />
        ) : (
          <>
            <Filters visitor={visitor} asked={asked} {...(await choicesFor(services, visitor))} />
            <Results visitor={visitor} asked={asked} found={found} sought={sought} />
            <StillReading visitor={visitor} backfill={await openBackfill(services.store, agencyOf(visitor))} />
          </>
        )}
        <Pager
          label={words.pages}
          previous={after === null ? undefined : { href: addressOf(asked), label: words.first }}
          next={next === null ? undefined : { href: addressOf(asked, { after: next }), label: words.next }}
        />
      </>
    ),
  })
}

const agencyOf = ({ agency }: Visitor): string => agency.agency.agency

const NOBODY: Pick<Actor, 'posts' | 'clients'> = { posts: [], clients: [] }

const findAndTell = async (
  services: Services,
  visitor: Visitor,
  { asked, after }: { asked: Asked; after: SearchCursor | null },
) => {
  const actor = visitor.signedIn?.actor ?? NOBODY
  const { query } = asked
  const office = agencyOf(visitor)
  const filter = filterOf(asked, visitor.agency.agency.zone)
  const listed = await searchDossiers(services.store, office, { query, actor, after, filter })
  const { sought, whereOf } = await findWhere(services.store, office, { query, rows: listed.rows, actor })
  const found = await Promise.all(
    listed.rows.map((row) => tell(services, visitor, { row, where: whereOf(row.dossier) })),
  )
  return { ...listed, found, sought }
}

/** Which companies have an account not everybody knows; an applicant narrows by the units that they ask for. */
const choicesFor = async ({ store }: Services, visitor: Visitor) => {
  const actor = visitor.signedIn?.actor ?? null
  const isOfficer = (actor?.posts.length ?? 0) > 0
  const kinds = mayOffice(actor, 'see-companies') ? (['agency', 'company'] as const) : (['agency'] as const)
  const clients = await listClients(store, agencyOf(visitor), isOfficer ? kinds : undefined)
  const { zone } = visitor.agency.agency
  const thisYear = inZone(visitor.now, zone).year
  const first = inZone((await firstSubmitted(store, agencyOf(visitor))) ?? visitor.now, zone).year
  return {
    clients: clients.filter(({ client }) => isOfficer || actor?.clients.includes(client)),
    years: Array.from({ length: Math.max(1, thisYear - first + 1) }, (_, at) => thisYear - at),
  }
}

const tell = async (
  services: Services,
  visitor: Visitor,
  { row, where }: { row: FoundDossier; where: Where },
): Promise<Found> => {
  const { agency, language, now, signedIn } = visitor
  const procedure = await services.procedureOf(agency.agency.agency, row.procedure, row.edition)
  const waits = row.tasks
    .map((task) => waitFor({ procedure, agency, now, language }, task))
    .sort((a, b) => a.position - b.position)
  return {
    row,
    where,
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

type ResultsProps = { visitor: Visitor; asked: Asked; found: readonly Found[]; sought: readonly Sought[] }

const Results = ({ visitor, asked, found, sought }: ResultsProps) => {
  const words = visitor.text.office.search
  if (found.length === 0) {
    const isOfficer = (visitor.signedIn?.actor.posts.length ?? 0) > 0
    return (
      <EmptyState icon="search" title={words.noneTitle(asked.query)}>
        {filtersUsed(asked) > 0 ? words.noneNarrowed : isOfficer ? words.none : words.noneApplicant}
      </EmptyState>
    )
  }
  return (
    <Card flush>
      <div class="work">
        <ol class="work-list" aria-label={words.found(asked.query)} data-rows="">
          {found.map((one) => (
            <Result key={one.row.dossier} visitor={visitor} found={one} sought={sought} />
          ))}
        </ol>
      </div>
    </Card>
  )
}

const StillReading = ({
  visitor,
  backfill,
}: {
  visitor: Visitor
  backfill: { done: number; total: number } | null
}) => {
  if (!backfill) return null
  const { common, office } = visitor.text
  return (
    <Notice tone="info" word={common.words.info}>
      {office.search.reading(backfill.done, backfill.total)}
    </Notice>
  )
}
