// Answers the addresses of the machine interface: who calls, how often, what was sent; problems in place of pages.
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { isDamaged } from '../../adapters/files/checked.ts'
import { isHeld } from '../../adapters/files/held.ts'
import { agencyOfHost } from '../../core/agency/catalogue.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { type Outage, outageOf } from '../../store/outage.ts'
import { placeOf } from '../pages/account/limits.ts'
import { askedLanguage } from '../request/language.ts'
import { logFault } from '../request/log-fault.ts'
import type { Services } from '../services.ts'
import { textOf } from '../text/text.ts'
import type { Lang } from '../ui/masthead.tsx'
import type { App, Visitor, WebEnv } from '../visitor.ts'
import { callerOf } from './caller.ts'
import { type Asked, bad, type Caller, type Endpoint, narrow, type Reply } from './endpoint.ts'
import { type ProblemFacts, problemOf } from './problem.ts'
import { PROBLEMS } from './problem-codes.ts'
import { createLimiter, type Limiter, rateHeaders } from './rate.ts'
import { readRaw } from './raw.ts'

type Web = Context<WebEnv>

export const API = '/api/v1'

/** Without a token an address may ask so much less often. */
const STRANGER_SHARE = 10

export const mountEndpoints = (app: App, services: Services, endpoints: readonly Endpoint[]): void => {
  const limiter = createLimiter()
  const byPath = Map.groupBy(endpoints, ({ doc }) => `${API}${doc.path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
  for (const [path, here] of byPath) {
    app.all(path, (c) => answer(c, services, { here, limiter }))
  }
  // The address itself is a page for people.
  app.all(`${API}/*`, (c, next) => (c.req.path === API ? next() : send(c, bad('not-found'))))
}

type Desk = { here: readonly Endpoint[]; limiter: Limiter }

const answer = async (c: Web, services: Services, { here, limiter }: Desk): Promise<Response> => {
  const method = c.req.method === 'HEAD' ? 'get' : c.req.method.toLowerCase()
  const found = here.find(({ doc }) => doc.method === method)
  if (!found) {
    const allowed = here.map(({ doc }) => doc.method.toUpperCase())
    return send(c, { ...bad('wrong-method'), headers: { allow: allowed.join(', ') } })
  }
  try {
    return await answerFrom(c, services, found, limiter)
  } catch (error) {
    if (isHeld(error)) return send(c, bad('away', error.hold === 'waiting' ? HELD.waiting : HELD.infected))
    logFault(c, services, error)
    if (isDamaged(error)) return send(c, bad('away', damaged))
    const outage = outageOf(error)
    return send(c, outage ? bad('away', saidOf(outage)) : bad('fault'))
  }
}

const HELD = {
  waiting: sentence(textOf('id').quarantine.waitingPage, textOf('en').quarantine.waitingPage),
  infected: sentence(textOf('id').quarantine.infectedPage, textOf('en').quarantine.infectedPage),
}

/** What the page for people says of it. */
const saidOf = (outage: Outage): Sentence => {
  const wordsIn = (language: Lang) => textOf(language).common.errors.outages[outage].says
  return sentence(wordsIn('id'), wordsIn('en'))
}

const damaged: Sentence = sentence(textOf('id').common.errors.paperDamaged, textOf('en').common.errors.paperDamaged)

const answerFrom = async (c: Web, services: Services, found: Endpoint, limiter: Limiter): Promise<Response> => {
  const asked = await askedOf(c, services)
  if (!asked) return send(c, bad('not-found'))
  const known = await callerOf(asked)
  const caller = known.ok ? known.caller : null
  const rate = caller
    ? limiter(caller.token, services.apiPerMinute, asked.now)
    : limiter(placeOf(c, services), Math.ceil(services.apiPerMinute / STRANGER_SHARE), asked.now)
  for (const [name, value] of Object.entries(rateHeaders(rate))) c.header(name, value)
  if (!rate.isAllowed) return send(c, bad('too-often'))
  if (!known.ok) return send(c, known)
  const kept = keptOut(found, caller)
  if (kept) return send(c, { ok: false, problem: kept })
  const raw = await readRaw(c, services, { doc: found.doc, sender: caller?.person ?? null })
  if (!raw.ok) return send(c, raw)
  return send(c, await found.answer(asked, caller, raw.raw), found)
}

const keptOut = ({ doc }: Endpoint, caller: Caller | null): ProblemFacts | null => {
  if (doc.scopes.length === 0) return null
  if (!caller) return { code: 'no-token' }
  return doc.scopes.some((scope) => caller.scopes.includes(scope)) ? null : narrow(doc.scopes).problem
}

const askedOf = async (c: Web, services: Services): Promise<Asked | null> => {
  const office = agencyOfHost(services.catalogue, c.req.header('host') ?? '')
  if (!office) return null
  const [language, now] = [askedLanguage(c), services.now()]
  const agency = await services.living(office, now)
  const visitor: Visitor = {
    agency,
    language,
    now,
    theme: 'system',
    text: textOf(language),
    signedIn: null,
    requestId: c.get('requestId'),
    restored: null,
  }
  c.set('visitor', visitor)
  return { c, services, agency, office: agency.agency.agency, language, now, visitor }
}

const send = (c: Web, reply: Reply<unknown>, found?: Endpoint): Response => {
  const language = askedLanguage(c)
  c.header('content-language', language)
  c.header('vary', 'Accept-Language')
  for (const [name, value] of Object.entries(reply.headers ?? {})) c.header(name, value)
  if (!reply.ok) {
    const { status } = PROBLEMS[reply.problem.code]
    if (status === 401) c.header('www-authenticate', 'Bearer realm="MIPP"')
    if (status === 503) c.header('retry-after', '15')
    const problem = problemOf(reply.problem, { language, requestId: c.get('requestId') })
    return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json; charset=utf-8' })
  }
  const status = found?.doc.status ?? 200
  if (status === 204) return c.body(null, 204)
  if (reply.body instanceof Readable) return c.body(Readable.toWeb(reply.body) as ReadableStream, status)
  if (reply.body instanceof Uint8Array) return c.body(Uint8Array.from(reply.body), status)
  return c.body(JSON.stringify(reply.body), status, { 'content-type': 'application/json; charset=utf-8' })
}
