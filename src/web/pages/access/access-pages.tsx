// Who opened secret dossiers, for administrators and the head: of one dossier, and the whole log page by page.
import type { Context } from 'hono'
import { speakShort } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { ACCESS_PAGE, type AccessEntry, readAccessLog } from '../../../store/access-log.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { ACCESS_PATH } from './access-path.ts'

type Web = Context<WebEnv>

export const accessRoutes = (app: App, services: Services): void => {
  app.get(ACCESS_PATH, (c) => forThose(c, services, () => wholeLog(c, services)))
  app.get('/dossiers/:id/access', (c) => forThose(c, services, () => ofDossier(c, services)))
}

const forThose = (c: Web, services: Services, show: () => Promise<Response>) => {
  const { signedIn } = c.get('visitor')
  if (!signedIn) return signInFirst(c)
  return mayOffice(signedIn.actor, 'see-access-log') ? show() : notFoundPage(c, services)
}

const beforeOf = (c: Web): { before?: number } => {
  const [, asked] = /^(\d{1,15})$/.exec(c.req.query('before') ?? '') ?? []
  return asked === undefined ? {} : { before: Number(asked) }
}

const wholeLog = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  const words = visitor.text.access
  const entries = await readAccessLog(services.store, visitor.agency.agency.agency, beforeOf(c))
  const children = (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <Log visitor={visitor} entries={entries} path={ACCESS_PATH} isWhole />
    </>
  )
  return page(c, services, { title: words.title, children })
}

/** Says only the number: whoever keeps the log does not see the dossier by that. */
const ofDossier = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  const { agency } = visitor.agency.agency
  const words = visitor.text.access
  const id = c.req.param('id') ?? ''
  const record = await readDossier(services.store, agency, id)
  if (!record) return notFoundPage(c, services)
  const { number, secrecy } = record.dossier
  const entries = await readAccessLog(services.store, agency, { dossier: id, ...beforeOf(c) })
  const title = words.ofDossier(number)
  const isOpen = secrecy === null || secrecy === 'biasa'
  const children = (
    <>
      <PageHead title={title} lead={isOpen ? words.open : words.lead} back={{ href: ACCESS_PATH, label: words.all }} />
      <Log visitor={visitor} entries={entries} path={`/dossiers/${id}/access`} />
    </>
  )
  return page(c, services, { title, children })
}

type LogProps = { visitor: Visitor; entries: readonly AccessEntry[]; path: string; isWhole?: boolean }

const Log = ({ visitor, entries, path, isWhole = false }: LogProps) => {
  const words = visitor.text.access
  const shown = entries.slice(0, ACCESS_PAGE)
  const title = words.title
  return (
    <>
      <Card title={title} flush>
        {shown.length === 0 ? (
          <p class="card-note">{words.none}</p>
        ) : (
          <Table
            caption={title}
            captionHidden
            columns={columnsOf(visitor, isWhole)}
            rows={shown}
            rowKey={(one) => String(one.entry)}
          />
        )}
      </Card>
      {entries.length > ACCESS_PAGE && (
        <ButtonRow>
          <LinkButton href={`${path}?before=${shown.at(-1)?.entry ?? 0}`} iconAfter="arrow-right">
            {words.older}
          </LinkButton>
        </ButtonRow>
      )}
    </>
  )
}

const columnsOf = ({ text, agency, language, now }: Visitor, isWhole: boolean): Column<AccessEntry>[] => {
  const words = text.access
  const { zone } = agency.agency
  const dossier: Column<AccessEntry> = {
    key: 'dossier',
    label: words.dossier,
    render: (one) => (one.number ? <a href={`/dossiers/${one.dossier}/access`}>{one.number}</a> : words.gone),
  }
  return [
    { key: 'who', label: words.who, head: true, render: (one) => one.name },
    { key: 'hat', label: words.hat, render: (one) => one.hat },
    ...(isWhole ? [dossier] : []),
    {
      key: 'what',
      label: words.what,
      render: (one) => (
        <>
          <StatusMark tone={one.isRefused ? 'bad' : 'neutral'}>
            {one.isRefused ? words.refused : words.allowed}
          </StatusMark>{' '}
          {words.kinds[one.what]}
          {one.paperName ? `: ${one.paperName}` : ''}, {words.over[one.over]}
        </>
      ),
    },
    { key: 'at', label: words.at, render: (one) => speakShort(one.at, language, { zone, now }) },
  ]
}
