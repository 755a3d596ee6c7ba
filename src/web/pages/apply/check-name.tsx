// Answers while a name is typed: a piece of HTML that says whether it may be used.

import { renderToString } from 'preact-render-to-string'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import { type Form, fieldsOf, tidyForm } from '../../../core/procedure/form.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { judgeName, type NameField } from '../../fields/judge-name.ts'
import { Verdict } from '../../fields/name-answer.tsx'
import { typedForm } from '../../fields/typed-form.ts'
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { APPLY_BASES, situationOf } from './situation.ts'

/** `?field=&value=`, with the answers on which it depends; `name` is another word for `value`. */
export const checkNameRoute = (app: App, services: Services): void => {
  for (const base of APPLY_BASES) addAt(app, services, base)
}

const addAt = (app: App, services: Services, base: (typeof APPLY_BASES)[number]): void => {
  app.get(`${base}/:procedure/check-name`, async (c) => {
    const found = situationOf(c, services)
    if (!found.ok) return found.response
    const { agency, language } = c.get('visitor')
    const { procedure, client } = found.situation
    const fields = fieldsOf(procedure).filter((one): one is NameField => one.type === 'domain-name')
    const field = fields.find((one) => one.field === c.req.query('field')) ?? fields[0]
    const name = (c.req.query('value') ?? c.req.query('name') ?? '').trim().slice(0, 300)
    if (!field || name === '') return c.html('')
    const own = await ownDossier(services, agency.agency.agency, c.req.query('correcting'), client.client)
    const form = tidyForm(
      procedure,
      { ...own?.form, ...answered(typedForm(procedure, c.req.queries())) },
      agency.agency.names,
    )
    const verdict = await judgeName(services, {
      agency,
      procedure,
      field,
      name,
      form,
      client: client.client,
      except: own?.id ?? null,
    })
    return c.html(renderToString(<Verdict verdict={verdict} language={language} />))
  })
}

/** The dossier that is being put right: it may want its own name, and has answered already what is not typed now. */
const ownDossier = async (
  services: Services,
  agency: string,
  id: string | undefined,
  client: string,
): Promise<Dossier | null> => {
  const dossier = id === undefined ? null : (await readDossier(services.store, agency, id))?.dossier
  return dossier?.client === client ? dossier : null
}

const answered = (form: Form): Form => Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''))
