// A program that works through the machine interface with a token; every answer is judged by the published description.
import { randomBytes, randomUUID } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tokenText } from '../../src/core/person/access-token.ts'
import { SCOPE_NAMES, type Scope } from '../../src/core/person/scopes.ts'
import { createToken } from '../../src/store/access-tokens.ts'
import { ENDPOINTS } from '../../src/web/api/endpoints.ts'
import { type Judge, judgeBy } from './described.ts'
import type { TestOffice } from './office.ts'

export type ApiAnswer<T = Record<string, never>> = {
  status: number
  headers: IncomingHttpHeaders
  // biome-ignore lint/suspicious/noExplicitAny: what tests read out of an answer has been judged by its schema
  json: T extends Record<string, never> ? any : T
  bytes: Buffer
}

export type Program = {
  get: (path: string, headers?: Record<string, string>) => Promise<ApiAnswer>
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<ApiAnswer>
  send: (method: string, path: string, sent?: Sent) => Promise<ApiAnswer>
  /** The text of its token; empty for a stranger. */
  token: string
}

/** The body that the description shows for an address. @param name where it shows several */
export const exampleOf = (id: string, name = id): unknown =>
  ENDPOINTS.find(({ doc }) => doc.id === id)?.doc.examples[name]

export type Sent = { body?: Buffer | string; headers?: Record<string, string> }

/** @param who role of the demo, e.g. `pelaksana`, or somebody made for the test; null for one without a token */
export const programOf = async (
  office: TestOffice,
  who: string | { person: string } | null,
  { scopes = SCOPE_NAMES, agency = 'demak' }: { scopes?: readonly Scope[]; agency?: string } = {},
): Promise<Program> => {
  const token = who === null ? '' : await tokenFor(office, agency, await personOf(office, agency, who), scopes)
  const judge = await judgeOf(office)
  const send: Program['send'] = async (method, path, { body, headers = {} } = {}) => {
    const answer = await sent(office, agency, method, path, {
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const type = (answer.headers['content-type'] ?? '').split(';')[0] ?? ''
    const json = type.endsWith('json') ? answer.json : answer.bytes.length === 0 ? undefined : answer.bytes
    // HEAD is answered as GET would be, without the body.
    const fault =
      method === 'HEAD'
        ? null
        : judge.faultOf({ method, path, status: answer.status, type, json, headers: answer.headers })
    if (fault) throw new Error(`${fault}\n${answer.bytes.toString('utf8').slice(0, 2000)}`)
    return answer
  }
  return {
    token,
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body, headers = {}) =>
      send('POST', path, {
        headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  }
}

const judges = new WeakMap<TestOffice, Judge>()

const judgeOf = async (office: TestOffice): Promise<Judge> => {
  const known = judges.get(office)
  if (known) return known
  const { json } = await sent(office, 'demak', 'GET', '/openapi.json', {})
  const judge = judgeBy(json)
  judges.set(office, judge)
  return judge
}

const personOf = async (office: TestOffice, agency: string, who: string | { person: string }): Promise<string> => {
  if (typeof who !== 'string') return who.person
  const found = await office.office.store.inAgency(agency, (db) =>
    db
      .selectFrom('person')
      .select('person')
      .where('agency', '=', agency)
      .where('demo_role', '=', who)
      .executeTakeFirstOrThrow(),
  )
  return found.person
}

const tokenFor = async (
  office: TestOffice,
  agency: string,
  person: string,
  scopes: readonly Scope[],
): Promise<string> => {
  const { store, tools } = office.office
  const text = tokenText(randomBytes(32).toString('base64url'))
  const now = tools.now()
  const made = await createToken(store, agency, {
    token: randomUUID(),
    text,
    person,
    name: 'Uji',
    scopes,
    now,
    expiresAt: new Date(Date.parse(now) + 30 * 86_400_000).toISOString(),
    mail: randomUUID(),
    letter: () => ({ subject: 'Token', body: 'Token' }),
  })
  if (made !== 'made') throw new Error(`no token: ${made}`)
  return text
}

const sent = (
  office: TestOffice,
  agency: string,
  method: string,
  path: string,
  { body, headers = {} }: Sent,
): Promise<ApiAnswer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const asking = request(
      {
        host: '127.0.0.1',
        port: office.port,
        method,
        path: `/api/v1${path}`,
        headers: { host: `${agency}.localhost:${office.port}`, ...length, ...headers },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const isJson = /json/.test(response.headers['content-type'] ?? '')
          const json = isJson && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined
          resolve({ status: response.statusCode ?? 0, headers: response.headers, json, bytes })
        })
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
