// One ratified text: how it is printed, what it says, by whom it was ratified; and its file.
import type { Context } from 'hono'
import type { TemplateEdition } from '../../../core/paper/letter-templates.ts'
import { letterKind, templateNamed } from '../../letter-templates/kinds.ts'
import { makePreview } from '../../letter-templates/sample.ts'
import { page } from '../../page.tsx'
import { downloadHeaders } from '../../request/headers.ts'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { sendPicture } from '../dossier/picture.ts'
import { notFoundPage } from '../message.tsx'
import { daysOf, ratifiedOf, StateMark } from '../service/editions-page.tsx'
import { editionAddress, kindAddress, LETTERS_PATH, NEW_KIND_PATH } from './address.ts'
import { LIVE_WIDTH } from './desk.ts'
import { forWriters } from './gate.ts'

type Web = Context<WebEnv>

const EDITION = `${LETTERS_PATH}/:letter/editions/:edition`

export const letterEditionRoutes = (app: App, services: Services): void => {
  app.get(
    EDITION,
    forWriters(services, (c) => withEdition(c, services, (edition) => editionPage(c, services, edition))),
  )
  app.get(
    `${EDITION}/file`,
    forWriters(services, (c) =>
      withEdition(c, services, ({ letter, edition, source }) =>
        c.body(source, 200, downloadHeaders(`${letter}@${edition}.md`, 'text/markdown; charset=utf-8')),
      ),
    ),
  )
  app.get(
    `${EDITION}/pages/1.png`,
    forWriters(services, (c) =>
      withEdition(c, services, async ({ letter, source }) => {
        const made = await makePreview(services, c.get('visitor'), { letter, source, with: '', paper: 'own' })
        const drawn = made.ok ? await services.pictures?.renderPage(made.pdf, 1, LIVE_WIDTH) : undefined
        return drawn?.ok ? sendPicture(c, drawn.value.png, 'image/png') : c.notFound()
      }),
    ),
  )
}

const withEdition = (
  c: Web,
  services: Services,
  show: (edition: TemplateEdition) => Response | Promise<Response>,
): Response | Promise<Response> => {
  const { agency } = c.get('visitor')
  const edition = templateNamed(agency, c.req.param('letter') ?? '', c.req.param('edition') ?? '')
  return edition ? show(edition) : notFoundPage(c, services)
}

const editionPage = (c: Web, services: Services, edition: TemplateEdition) => {
  const visitor = c.get('visitor')
  const words = visitor.text.letterTemplates
  const { title } = letterKind(visitor.agency, edition.letter)
  const number = String(edition.edition)
  const children = (
    <>
      <PageHead
        kicker={words.edition(number)}
        title={title}
        lead={`${daysOf(edition, visitor)}. ${ratifiedOf(edition, visitor)}.`}
        status={<StateMark visitor={visitor} edition={edition} />}
        back={{ href: kindAddress(edition.letter), label: words.editor.back }}
        actions={
          <>
            <LinkButton icon="copy" href={`${NEW_KIND_PATH}?from=${edition.letter}@${number}`}>
              {words.next(number)}
            </LinkButton>
            <LinkButton icon="download" href={`${editionAddress(edition)}/file`} download>
              {words.editor.export}
            </LinkButton>
          </>
        }
      />
      <Both visitor={visitor} edition={edition} hasPictures={services.pictures !== undefined} />
    </>
  )
  return page(c, services, { title, children })
}

type Props = { visitor: Visitor; edition: TemplateEdition; hasPictures: boolean }

const Both = ({ visitor, edition, hasPictures }: Props) => {
  const words = visitor.text.letterTemplates.editor
  return (
    <div class="editor letter-editor">
      <Card title={words.text}>
        <pre class="letter-source">{edition.source}</pre>
      </Card>
      {hasPictures && (
        <Card title={words.preview}>
          <div class="letter-pages">
            <img class="letter-page" src={`${editionAddress(edition)}/pages/1.png`} alt={words.page('1', '1')} />
          </div>
        </Card>
      )}
    </div>
  )
}
