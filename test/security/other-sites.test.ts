// What another site can make a browser send here: no form of ours is filled in from there, and nobody is led away to it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressesOf, digestOf, everyRoute, type Places, placesOf, type Route } from '../support/addresses.ts'
import { applyFor } from '../support/apply.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { makePerson, PASSWORD } from '../support/people.ts'
import type { Answer, Visit } from '../support/visit.ts'

let office: TestOffice
let routes: Route[]
let places: Places
const visits: Record<string, Visit> = {}

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => '2026-11-20T02:00:00.000Z' })
  routes = await everyRoute(office)
  const walk = await applyFor(office, await office.as('pemohon'), 'situslain')
  places = await placesOf(walk, (await walk.see()).trackingCode, 'AAAAAAAAAA')
  for (const role of ['pemohon', 'pelaksana', 'admin']) visits[role] = await office.as(role)
})
afterAll(() => office.stop())

const FORM = 'application/x-www-form-urlencoded'
const everyForm = (): string[] =>
  routes
    .filter((one) => one.method === 'POST' && !one.pattern.startsWith(SEALED))
    .flatMap(({ pattern }) => addressesOf(pattern, places).slice(0, 2))

/** Mail programs ask here without a page of ours, by an address that only the person's own mail has. */
const SEALED = '/notices/off/'

const send = (visit: Visit, address: string, headers: Record<string, string>, fields: Record<string, string> = {}) =>
  visit.send('POST', address, { 'content-type': FORM, ...headers }, Buffer.from(new URLSearchParams(fields).toString()))

describe('a form that did not come from a page of ours', () => {
  const host = () => visits.pelaksana?.host ?? ''
  const cases: [string, () => Record<string, string>][] = [
    ['from another site', () => ({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })],
    ['from another host of the regency', () => ({ 'sec-fetch-site': 'same-site', origin: `http://blog.${host()}` })],
    ['typed into the address bar', () => ({ 'sec-fetch-site': 'none' })],
    ['of another site that claims our origin', () => ({ 'sec-fetch-site': 'cross-site', origin: `http://${host()}` })],
    ['by an old browser from another site', () => ({ origin: 'https://evil.example' })],
    ['from a frame without an origin', () => ({ origin: 'null' })],
    ['from a host that begins like ours', () => ({ origin: `http://${host()}.evil.example` })],
    ['from our host at another port', () => ({ origin: `http://${host().replace(/:\d+$/, '')}:1` })],
    ['with an origin that is none', () => ({ origin: host() })],
    ['with an empty origin', () => ({ origin: '' })],
    ['that says nothing of where it comes from', () => ({})],
    ['that only says a page of ours as referer', () => ({ referer: `http://${host()}/account` })],
  ]
  test.each(cases)(
    'is refused at every address and changes nothing, %s, even with the key of the session',
    async (_, from) => {
      const before = await digestOf(office.ownerUrl)
      const wrong: unknown[] = []
      for (const visit of Object.values(visits))
        for (const address of everyForm()) {
          const fields = { csrf: visit.csrf, do: 'profile', role: 'admin', name: 'Nama palsu', lang: 'en' }
          const answer = await send(visit, address, from(), fields)
          if (answer.status !== 403 || answer.headers['set-cookie']) wrong.push([address, answer.status])
        }
      expect(wrong).toEqual([])
      expect(await digestOf(office.ownerUrl)).toEqual(before)
    },
  )

  test.each([
    ['no key', ''],
    ['a key that was made up', 'x'.repeat(43)],
    ['the first half of the key', 'half'],
    ['a key twice as long', 'twice'],
  ])('changes nothing by %s, although it says that it comes from here', async (_, key) => {
    const visit = visits.pelaksana as Visit
    const csrf = key === 'half' ? visit.csrf.slice(0, 18) : key === 'twice' ? visit.csrf + visit.csrf : key
    const before = await digestOf(office.ownerUrl, ['parked_form'])
    const OPEN = /^\/(sign-in|sign-out|register|reset|invitation|preferences|demo|track|report)(\/|$)/
    const addresses = everyForm().filter((one) => !OPEN.test(one))
    expect(addresses.length).toBeGreaterThan(10)
    for (const address of addresses) {
      const answer = await send(visit, address, { 'sec-fetch-site': 'same-origin' }, { csrf, do: 'profile', name: 'x' })
      expect([address, answer.status]).toEqual([address, 303])
    }
    expect(await digestOf(office.ownerUrl, ['parked_form'])).toEqual(before)
  })

  test('switches no mail off by an address that was made up', async () => {
    const visit = visits.pelaksana as Visit
    const before = await digestOf(office.ownerUrl)
    for (const seal of ['x', 'x'.repeat(43), `${'A'.repeat(60)}.${'B'.repeat(43)}`, '%00']) {
      const answer = await send(visit, `${SEALED}${seal}`, { origin: 'https://evil.example' })
      expect([seal, answer.status]).toEqual([seal, 404])
    }
    expect(await digestOf(office.ownerUrl)).toEqual(before)
  })

  test('with the key of somebody else’s session changes nothing', async () => {
    const visit = visits.pelaksana as Visit
    const csrf = visits.pemohon?.csrf ?? ''
    const from = { origin: `http://${visit.host}` }
    const answer = await send(visit, '/account', from, { csrf, do: 'profile', name: 'Nama palsu', language: 'id' })
    expect(answer.location).toBe('/?restore=1')
    expect((await visit.get('/account')).text).not.toContain('Nama palsu')
  })

  test('as plain text or JSON, which a page may send without asking, does nothing', async () => {
    const visit = visits.pelaksana as Visit
    const before = await digestOf(office.ownerUrl, ['parked_form'])
    for (const type of ['text/plain', 'application/json', '']) {
      const body = Buffer.from(JSON.stringify({ csrf: visit.csrf, do: 'profile', name: 'Nama palsu' }))
      const answer = await visit.send(
        'POST',
        '/account',
        { origin: `http://${visit.host}`, ...(type ? { 'content-type': type } : {}) },
        body,
      )
      expect(answer.status).toBe(303)
    }
    expect(await digestOf(office.ownerUrl, ['parked_form'])).toEqual(before)
  })

  test('is answered to no other site: no answer gives its text to a foreign script', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
      const answer = await (visits.pelaksana as Visit).send(method, '/account', headers, null)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

const AWAY = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e%2e//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'http:evil.example',
  'evil.example',
  '@evil.example',
  '/account\r\nSet-Cookie: mipp_session=x',
  '/account\r\nLocation: https://evil.example',
  '/\u0000/evil.example',
  '/\u2028/evil.example',
  '/%09/evil.example',
  '/%5cevil.example',
  '/%2f/evil.example',
  '/%2f%2fevil.example',
  '/;@evil.example',
  '/?to=//evil.example',
  '/#//evil.example',
]

/** Where a browser goes from a page of ours when it is told this. */
const staysHere = ({ location, headers }: Answer, visit: Visit): boolean =>
  location === '' ||
  (new URL(location, `http://${visit.host}/sign-in`).origin === `http://${visit.host}` &&
    !/^[\s/]*[/\\]{2}/.test(location) &&
    !/mipp_session=x(;|,|$)/.test(String(headers['set-cookie'] ?? '')))

describe('an address that somebody wrote into a link or a form', () => {
  test.each(AWAY)('leads nowhere but to a page of ours: %j', async (to) => {
    const role = visits.pelaksana as Visit
    const stranger = office.visitor()
    const answers: [Visit, Answer][] = [
      [stranger, await stranger.get(`/sign-in?to=${encodeURIComponent(to)}`)],
      [stranger, await stranger.post('/demo/sign-in', { role: 'pelaksana', to })],
      [stranger, await stranger.post('/preferences', { lang: 'id', back: to })],
      [stranger, await stranger.post('/sign-in', { email: 'arah@dinas.example', password: PASSWORD, to })],
      [role, await role.get(`/check?code=${encodeURIComponent(to)}`)],
      [role, await role.get(`/track?code=${encodeURIComponent(to)}`)],
    ]
    for (const [visit, answer] of answers) {
      expect(answer.status).toBeLessThan(500)
      expect([answer.location, staysHere(answer, visit)]).toEqual([answer.location, true])
    }
    const links = [...(answers[0]?.[1].text ?? '').matchAll(/name="to" value="([^"]*)"/g)].map((one) => one[1] ?? '')
    for (const link of links) expect(new URL(link, `http://${stranger.host}`).host).toBe(stranger.host)
  })

  test('leads whoever signs in with a password nowhere else either', async () => {
    const real = await startOffice({ works: false, isDemo: false })
    try {
      await makePerson(real, { email: 'arah@dinas.example' })
      for (const to of AWAY) {
        const visit = real.visitor()
        const answer = await visit.post('/sign-in', { email: 'arah@dinas.example', password: PASSWORD, to })
        expect([to, answer.status, staysHere(answer, visit)]).toEqual([to, 303, true])
        const again = await visit.get(`/sign-in?to=${encodeURIComponent(to)}`)
        expect([to, again.status, staysHere(again, visit)]).toEqual([to, 303, true])
      }
    } finally {
      await real.stop()
    }
  })

  test('as the page that a form stood on leads to no other site', async () => {
    const visit = await office.as('pemohon')
    visit.csrf = 'kunci lama'
    for (const referer of [
      'https://evil.example/account',
      'http://evil.example//account',
      `http://${visit.host}//evil.example`,
      `http://${visit.host}/\\evil.example`,
      `http://${visit.host}@evil.example/`,
      'javascript:alert(1)',
      'nonsense',
    ]) {
      const headers = { origin: `http://${visit.host}`, referer }
      const answer = await send(visit, '/account', headers, { csrf: visit.csrf, do: 'profile', name: 'x' })
      expect([referer, answer.status, staysHere(answer, visit)]).toEqual([referer, 303, true])
    }
  })

  test('or a search, cut in the middle of a sign, breaks nothing', async () => {
    const long = (size: number) => encodeURIComponent(`${'a'.repeat(size)}😀😀`)
    for (const address of [`/check?code=${long(99)}`, `/track?code=${long(99)}`, `/search?q=${long(199)}`])
      expect((await (visits.pelaksana as Visit).get(address)).status).toBeLessThan(500)
  })
})
