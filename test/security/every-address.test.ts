// Every address of the application, with and without a session: its headers, its cookies, and that looking changes nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressesOf, digestOf, everyRoute, type Places, placesOf, type Route } from '../support/addresses.ts'
import { applyFor } from '../support/apply.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import type { Answer, Visit } from '../support/visit.ts'

const NOW = '2026-11-20T02:00:00.000Z'

let office: TestOffice
let routes: Route[]
let places: Places
const visits: Record<string, Visit> = {}

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
  routes = await everyRoute(office)
  const walk = await applyFor(office, await office.as('pemohon'), 'setiapalamat')
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20' })
  const { trackingCode } = await walk.see()
  places = await placesOf(walk, trackingCode, 'AAAAAAAAAA')
  visits.stranger = office.visitor()
  for (const role of ['pemohon', 'pelaksana', 'admin']) visits[role] = await office.as(role)
})
afterAll(() => office.stop())

const walkAll = async (method: string, see: (answer: Answer, where: string, who: string) => void): Promise<number> => {
  let seen = 0
  // Wrong codes are among the addresses, and after so many nothing more is answered.
  await office.office.store.inAgency('demak', (db) => db.deleteFrom('rate_count').execute())
  for (const { pattern } of routes.filter((one) => one.method === 'GET'))
    for (const address of addressesOf(pattern, places))
      for (const [who, visit] of Object.entries(visits)) {
        see(await visit.send(method, address, {}, null), `${method} ${address} as ${who}`, who)
        seen += 1
      }
  return seen
}

/** What belongs on every answer, whatever it is. */
const guarded = ({ headers }: Answer) => ({
  sniff: headers['x-content-type-options'],
  frame: headers['x-frame-options'],
  referrer: headers['referrer-policy'],
  opener: headers['cross-origin-opener-policy'],
  resource: headers['cross-origin-resource-policy'],
  features: headers['permissions-policy'] !== undefined,
  id: headers['x-request-id'] !== undefined,
})
const GUARDED = {
  sniff: 'nosniff',
  frame: 'DENY',
  referrer: 'same-origin',
  opener: 'same-origin',
  resource: 'same-origin',
  features: true,
  id: true,
}

/** No script but our own files, nothing framed, nothing sent elsewhere; a PDF of ours may style itself. */
const policyFaults = (answer: Answer): string[] => {
  const rules = String(answer.headers['content-security-policy']).split(/;\s*/)
  const of = (name: string) => rules.find((rule) => rule.startsWith(`${name} `))?.slice(name.length + 1)
  const isSandboxed = rules.includes('sandbox')
  return [
    ...(of('default-src') === "'none'" ? [] : ['default-src']),
    ...(["'self'", undefined].includes(of('script-src')) ? [] : ['script-src']),
    ...(isSandboxed || of('frame-ancestors') === "'none'" ? [] : ['frame-ancestors']),
    ...(isSandboxed || of('base-uri') === "'none'" ? [] : ['base-uri']),
    ...(isSandboxed || ["'self'", "'none'"].includes(of('form-action') ?? '') ? [] : ['form-action']),
    ...(rules.some((rule) => rule.includes('unsafe-eval') || rule.includes('*')) ? ['too wide'] : []),
  ]
}

describe('every address of the application', () => {
  test('answers with the headers that keep it from being framed, sniffed, and told to other sites', async () => {
    const faults: unknown[] = []
    const seen = await walkAll('GET', (answer, where) => {
      const policy = policyFaults(answer)
      if (JSON.stringify(guarded(answer)) !== JSON.stringify(GUARDED)) faults.push([where, guarded(answer)])
      if (policy.length > 0) faults.push([where, policy])
      if (answer.status >= 500) faults.push([where, answer.status])
    })
    expect(faults).toEqual([])
    expect(seen).toBeGreaterThan(200)
  })

  test('that shows something of a session is stored by no browser and no proxy', async () => {
    const PUBLIC = /^GET \/(assets\/|favicon|icon)/
    const PICTURE = /\.(png|svg) as /
    const faults: unknown[] = []
    await walkAll('GET', (answer, where) => {
      const cache = String(answer.headers['cache-control'])
      const isPrivate = /no-store/.test(cache) || (PICTURE.test(where) && cache === 'private, no-cache')
      if (!isPrivate && !PUBLIC.test(where)) faults.push([where, cache])
    })
    expect(faults).toEqual([])
  })

  test('changes no row of any table when it is merely looked at, by HEAD neither', async () => {
    const before = await digestOf(office.ownerUrl, ['rate_count'])
    expect(Object.keys(before).length).toBeGreaterThan(25)
    for (const method of ['GET', 'HEAD']) {
      await walkAll(method, () => undefined)
      expect(await digestOf(office.ownerUrl, ['rate_count'])).toEqual(before)
    }
  })

  test('answers HEAD as it answers GET, without the text', async () => {
    const gets = new Map<string, number>()
    await walkAll('GET', (answer, where) => gets.set(where.slice(4), answer.status))
    const faults: unknown[] = []
    await walkAll('HEAD', (answer, where) => {
      if (gets.get(where.slice(5)) !== answer.status || answer.bytes.length > 0) faults.push([where, answer.status])
    })
    expect(faults).toEqual([])
  })

  test('leaves no subscription open when the news are asked for by HEAD', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
    const before = timers()
    for (let n = 0; n < 40; n += 1) await visits.pelaksana?.send('HEAD', '/live', {}, null)
    expect(timers() - before).toBeLessThan(20)
  })

  test('shows neither the key of a session nor its hash, and leads nowhere with them in the address', async () => {
    const keys = Object.values(visits).flatMap((visit) => visit.cookies.get('mipp_session') ?? [])
    expect(keys).toHaveLength(3)
    const faults: string[] = []
    await walkAll('GET', ({ text, location, headers }, where) => {
      for (const key of keys) if (`${text}${location}${headers['set-cookie']}`.includes(key)) faults.push(where)
    })
    expect(faults).toEqual([])
  })

  test('takes no session from the address', async () => {
    const key = visits.pelaksana?.cookies.get('mipp_session') ?? ''
    for (const name of ['mipp_session', 'session', 'token'])
      expect((await office.visitor().get(`/account?${name}=${key}`)).status).toBe(303)
    expect((await office.visitor().get('/account', { authorization: `Bearer ${key}` })).status).toBe(303)
  })

  test('does nothing by another method, or by one named in a field', async () => {
    const before = await digestOf(office.ownerUrl, ['rate_count'])
    const visit = visits.pelaksana
    if (!visit) throw new Error('nobody is signed in')
    const body = Buffer.from(new URLSearchParams({ csrf: visit.csrf, _method: 'POST', do: 'take' }).toString())
    const headers = {
      origin: `http://${visit.host}`,
      'content-type': 'application/x-www-form-urlencoded',
      'x-http-method-override': 'POST',
    }
    const faults: unknown[] = []
    for (const { pattern } of routes)
      for (const address of addressesOf(pattern, places).slice(0, 2))
        for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
          const { status } = await visit.send(method, address, headers, body)
          if (status < 400 || status >= 500) faults.push([method, address, status])
        }
    expect(faults).toEqual([])
    for (const { pattern } of routes.filter((one) => one.method === 'GET'))
      await visit.get(`${addressesOf(pattern, places)[0]}?_method=POST&do=take&csrf=${visit.csrf}`)
    expect(await digestOf(office.ownerUrl, ['rate_count'])).toEqual(before)
  })
})

describe('an answer that is no page', () => {
  test.each([
    ['a form from another site', 'POST', '/account', { origin: 'https://evil.example' }, 403],
    ['a page that there is not', 'GET', '/tidak-ada', {}, 404],
    ['a file that there is not', 'GET', '/assets/tidak-ada.css', {}, 404],
    ['an office that there is not', 'GET', '/', { host: 'lain.example' }, 200],
    ['a form that is broken', 'POST', '/track', { 'content-type': 'multipart/form-data' }, 303],
  ])('carries the same headers: %s', async (_, method, address, headers, status) => {
    const visit = office.visitor()
    const all = { origin: `http://${visit.host}`, ...headers }
    const answer = await visit.send(method, address, all, method === 'POST' ? Buffer.from('x') : null)
    expect(answer.status).toBe(status)
    expect(guarded(answer)).toEqual(GUARDED)
    expect(policyFaults(answer)).toEqual([])
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('carries them when something of ours has broken, and names nothing of the inside', async () => {
    const broken = await startOffice({ works: false })
    try {
      const visit = await broken.as('pelaksana')
      const { Client } = await import('pg').then((one) => one.default)
      const owner = new Client({ connectionString: broken.ownerUrl })
      await owner.connect()
      await owner.query('alter table task rename to gone').finally(() => owner.end())
      const answer = await visit.get('/work')
      expect(answer.status).toBe(500)
      expect(guarded(answer)).toEqual(GUARDED)
      expect(policyFaults(answer)).toEqual([])
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.text).not.toMatch(/relation|node_modules|\.tsx?:|at async|"task"/i)
    } finally {
      await broken.stop()
    }
  })

  test('a head longer than any browser sends is turned away, and the next is served', async () => {
    const visit = office.visitor()
    expect((await visit.get('/', { 'x-long': 'x'.repeat(40_000) })).status).toBe(431)
    expect((await visit.get(`/?${'x'.repeat(40_000)}`)).status).toBe(431)
    expect((await visit.get('/')).status).toBe(200)
  })
})
