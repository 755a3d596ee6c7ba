// Papers of a form that is not sent yet: the letter as it would be made, and what was uploaded.
import { Readable } from 'node:stream'
import { tidyForm } from '../../../core/procedure/form.ts'
import { readClient } from '../../../store/clients.ts'
import { findDraft } from '../../../store/drafts.ts'
import { madeName, requestLetter } from '../../fields/request-letter.ts'
import { typedForm } from '../../fields/typed-form.ts'
import { fileFields } from '../../fields/uploads.ts'
import { downloadHeaders } from '../../request/headers.ts'
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { sendOwnPdf } from '../dossier/picture.ts'
import { notFoundPage, paperAwayPage } from '../message.tsx'
import { APPLY_BASES, situationOf } from './situation.ts'

export const draftPaperRoutes = (app: App, services: Services): void => {
  for (const base of APPLY_BASES) addAt(app, services, base)
}

const addAt = (app: App, services: Services, base: (typeof APPLY_BASES)[number]): void => {
  app.get(`${base}/:procedure/letter/:field`, async (c) => {
    const found = situationOf(c, services)
    if (!found.ok) return found.response
    const { agency, now } = c.get('visitor')
    const { procedure, client, draft: key } = found.situation
    const field = fileFields(procedure).find((one) => one.field === c.req.param('field') && one.orMade)
    const draft = await findDraft(services.store, agency.agency.agency, key)
    if (!field || !draft) return notFoundPage(c, services)
    const form = tidyForm(procedure, typedForm(procedure, draft.values), agency.agency.names)
    const letter = requestLetter({
      agency,
      procedure,
      field,
      form,
      client: await readClient(services.store, agency.agency.agency, client.client),
      now,
    })
    return sendOwnPdf(c, await services.renderPdf(letter), madeName(agency, field.paper))
  })
  app.get(`${base}/:procedure/upload/:field`, async (c) => {
    const found = situationOf(c, services)
    if (!found.ok) return found.response
    const draft = await findDraft(services.store, c.get('visitor').agency.agency.agency, found.situation.draft)
    const paper = draft?.files.find((one) => one.field === c.req.param('field'))?.paper
    if (!paper) return notFoundPage(c, services)
    const file = await services.files.open(paper.sha256)
    if (!file) return paperAwayPage(c, services, paper.sha256)
    return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, {
      ...downloadHeaders(paper.name, paper.mime),
      'content-length': String(file.bytes),
    })
  })
}
