// Judges every answer of the machine interface by its own published description: status, kind of content, shape.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'

const Content = z.record(z.string(), z.object({ schema: z.unknown() }))
const Headers = z.record(z.string(), z.object({ required: z.boolean().default(false) }))
const Operation = z.object({
  operationId: z.string(),
  responses: z.record(z.string(), z.object({ content: Content.optional(), headers: Headers.default({}) })),
})
const Methods = z.record(z.string(), Operation)
const Description = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), Methods),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

export type Description = z.output<typeof Description>
export type Answered = {
  method: string
  path: string
  status: number
  type: string
  json: unknown
  /** By their names in small letters. */
  headers?: Readonly<Record<string, unknown>>
}
export type Judge = {
  /** What is wrong with an answer by the description; null when nothing is. */
  faultOf: (answered: Answered) => string | null
}

export const readDescription = (json: unknown): Description => Description.parse(json)

export const judgeBy = (json: unknown): Judge => {
  const { paths, components } = readDescription(json)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'mipp', components })
  const compiled = new Map<string, ValidateFunction>()
  const shapeOf = (key: string, schema: unknown): ValidateFunction => {
    const known = compiled.get(key) ?? ajv.compile(absolute(schema))
    compiled.set(key, known)
    return known
  }
  const faultOf = ({ method, path, status, type, json: body, headers }: Answered): string | null => {
    const found = operationOf(paths, method, path)
    const spoken = `${method} ${path} answered ${status}`
    // An address or a method that is not described can only be a problem.
    const documented = found?.responses[String(status)]
    if (found && !documented) return `${spoken}, which ${found.operationId} does not describe`
    const wrong = documented && headers ? headerFault(documented.headers, headers) : null
    if (wrong) return `${spoken} ${wrong}`
    const content = documented?.content ?? (found ? undefined : PROBLEM)
    if (content === undefined) return body === undefined ? null : `${spoken} with a body that is not described`
    const described = content[type]
    if (!described && type !== 'application/octet-stream' && !('application/octet-stream' in content))
      return `${spoken} as ${type}, which is not described`
    if (!described || type === 'application/octet-stream') return null
    const isRight = shapeOf(`${method} ${found?.operationId ?? ''} ${status} ${type}`, described.schema)
    return isRight(body) ? null : `${spoken} outside its schema: ${ajv.errorsText(isRight.errors)}`
  }
  return { faultOf }
}

/** What the description promises is there, and where a thing stands is told nowhere else. */
const headerFault = (promised: z.output<typeof Headers>, sent: NonNullable<Answered['headers']>): string | null => {
  const missing = Object.entries(promised).find(([name, { required }]) => required && !(name.toLowerCase() in sent))
  if (missing) return `without the header ${missing[0]}`
  return 'location' in sent && !('Location' in promised) ? 'with a Location that is not described' : null
}

const PROBLEM: z.output<typeof Content> = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}

const operationOf = (paths: Description['paths'], method: string, path: string) => {
  const [plain = ''] = path.split('?')
  const template = Object.keys(paths).find((one) => patternOf(one).test(plain))
  return template === undefined ? undefined : paths[template]?.[method.toLowerCase()]
}

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+')}$`)

const absolute = (schema: unknown): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"mipp#/components/'))
