// The organisation as tables: to download, and to upload with a look at every line before it counts.

import { tableOf } from '../../../exchange/organisation/cells.ts'
import { FILE_NAMES, TABLE_KINDS } from '../../../exchange/organisation/columns.ts'
import type { SentFile } from '../../../exchange/organisation/read-tables.ts'
import { readOrganisation } from '../../../store/organisation.ts'
import { confirmImport, type Importing, MOST_SENT, previewImport } from '../../organisation/import-now.ts'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../request/csv.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { App } from '../../visitor.ts'
import { faultIn } from '../account/checks.ts'
import { notFoundPage } from '../message.tsx'
import { invitationLink } from '../people/invitation-link.ts'
import { type Desk, deskOf, type Web } from './desk.ts'
import { FILES_PATH, previewPage } from './files-preview.tsx'
import { framed } from './frame.tsx'
import { forThose } from './gate.ts'

export const filesRoutes = (app: App, services: Services): void => {
  const may = 'manage-organisation'
  app.get(
    FILES_PATH,
    forThose(services, may, (c, signedIn) => show(deskOf(c, services, signedIn))),
  )
  app.get(
    `${FILES_PATH}/:table`,
    forThose(services, may, (c) => download(c, services)),
  )
  app.post(
    FILES_PATH,
    forThose(services, may, (c, signedIn) => {
      const desk = deskOf(c, services, signedIn)
      return first(posted(c), 'do') === 'agree' ? agree(desk) : preview(desk)
    }),
  )
}

const download = async (c: Web, services: Services): Promise<Response> => {
  const { agency, language } = c.get('visitor')
  const kind = TABLE_KINDS.find((one) => `${one}.csv` === c.req.param('table'))
  if (!kind) return notFoundPage(c, services)
  const table = tableOf(await readOrganisation(services.store, agency.agency.agency), kind, language)
  const name = `${agency.agency.agency}-${agency.today}-${FILE_NAMES[kind][language]}`
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${name}"`)
  c.header('cache-control', 'no-store')
  return c.body(BYTE_ORDER_MARK + table.map(csvRow).join(''))
}

const show = (desk: Desk) => {
  const { visitor, signedIn, faults } = desk
  const words = visitor.text.organisation.files
  return framed(desk, {
    title: words.title,
    part: 'files',
    lead: words.lead,
    children: (
      <>
        <Card title={words.exportTitle}>
          <p>{words.exportLead}</p>
          <ButtonRow>
            {TABLE_KINDS.map((kind) => (
              <LinkButton key={kind} icon="download" href={`${FILES_PATH}/${kind}.csv`} download>
                {words.kinds[kind]}
              </LinkButton>
            ))}
          </ButtonRow>
        </Card>
        <Card title={words.importTitle}>
          <p>{words.importLead}</p>
          <Form action={FILES_PATH} csrf={signedIn.csrf} upload>
            <Field
              kind="file"
              name="tables"
              label={words.file}
              hint={words.fileHint}
              accept=".csv,text/csv"
              multiple
              error={faultIn(faults, 'tables')}
            />
            <ButtonRow>
              <Button kind="primary">{words.preview}</Button>
            </ButtonRow>
          </Form>
        </Card>
      </>
    ),
  })
}

const importingOf = ({ services, visitor, signedIn }: Desk): Importing => ({
  services,
  agency: visitor.agency,
  person: signedIn.person,
  now: visitor.now,
  linkFor: () => invitationLink(visitor, services, { kind: 'invitation', language: 'id' }),
})

const preview = async (desk: Desk) => {
  const words = desk.visitor.text.organisation.files
  const files = await sentFiles(desk)
  const fault = Array.isArray(files) ? (files.length === 0 ? words.fileMissing : null) : files.says
  if (!Array.isArray(files) || fault) return show({ ...desk, faults: [{ name: 'tables', message: fault ?? '' }] })
  return previewPage(desk, await previewImport(importingOf(desk), files))
}

const sentFiles = async ({ c, services, visitor }: Desk): Promise<SentFile[] | { says: string }> => {
  const uploads = posted(c).files.filter(({ field, name }) => field === 'tables' && name !== '')
  const refused = uploads.find((one) => one.refused)?.refused
  if (refused) return { says: refused[visitor.language] }
  if (uploads.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_SENT)
    return { says: visitor.text.organisation.files.tooBig }
  const read = uploads.map(async ({ name, sha256 }) => {
    const bytes = await services.files.read(sha256)
    return { name, text: bytes ? new TextDecoder().decode(bytes) : '' }
  })
  return Promise.all(read)
}

const agree = async (desk: Desk) => {
  const { c, services, visitor } = desk
  const words = visitor.text.organisation.files
  const imported = await confirmImport(importingOf(desk), first(posted(c), 'agreement'))
  switch (imported.is) {
    case 'done':
      setFlash(c, services, 'good', words.done(imported.count))
      return c.redirect(FILES_PATH, 303)
    case 'stale':
      return previewPage(desk, imported.preview, words.stale)
    case 'broken':
      return show({ ...desk, faults: [{ name: 'tables', message: words.broken }] })
  }
}
