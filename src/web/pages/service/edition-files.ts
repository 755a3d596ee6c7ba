// An edition to take along, by anybody: the file as it was ratified, as JSON, or as a drawing; and the schema that completes it in editors.
import type { Context } from 'hono'
import { editionInForce, editionNamed } from '../../../core/agency/catalogue.ts'
import { procedureJsonSchema } from '../../../core/procedure/json-schema.ts'
import { readProcedure } from '../../../core/procedure/read.ts'
import { procedureJson } from '../../../core/procedure/write.ts'
import { procedureBpmn } from '../../../exchange/bpmn/export.ts'
import { editionSource } from '../../../store/edition-source.ts'
import { downloadHeaders } from '../../request/headers.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'

export const SCHEMA_PATH = '/schema/procedure.json'

/** What an edition can be taken along as, and how browsers call that. */
export const EDITION_FORMATS = {
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  bpmn: 'application/xml; charset=utf-8',
} as const

type EditionFormat = keyof typeof EDITION_FORMATS

export const editionFileRoutes = (app: App, services: Services): void => {
  const schema = procedureJsonSchema()
  app.get(SCHEMA_PATH, (c) => c.body(schema, 200, { 'content-type': 'application/schema+json; charset=utf-8' }))
  app.get('/services/:procedure/procedure.yaml', (c) => download(c, services, 'yaml'))
  app.get('/services/:procedure/procedure.json', (c) => download(c, services, 'json'))
  app.get('/services/:procedure/procedure.bpmn', (c) => download(c, services, 'bpmn'))
}

const download = async (c: Context<WebEnv>, services: Services, format: EditionFormat): Promise<Response> => {
  const { agency } = c.get('visitor')
  const [name, asked] = [c.req.param('procedure') ?? '', c.req.query('edition')]
  const edition = asked === undefined ? editionInForce(agency, name) : editionNamed(agency, name, asked)
  if (!edition) return notFoundPage(c, services)
  const { procedure } = edition
  const source = await editionSource(services.store, agency.agency.agency, procedure)
  const text = source === null ? null : await written(source, format, agency.agency.name)
  if (text === null) return notFoundPage(c, services)
  const file = `${procedure.procedure}@${procedure.edition}.${format}`
  return c.body(text, 200, downloadHeaders(file, EDITION_FORMATS[format]))
}

const written = async (source: string, format: EditionFormat, agency: string): Promise<string | null> => {
  if (format === 'yaml') return source
  const read = readProcedure(source)
  if (!read.ok) return null
  return format === 'json' ? procedureJson(read.file) : procedureBpmn({ ...read, agency })
}
