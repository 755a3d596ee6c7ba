// Services, registers, public checks and people through the machine interface.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { readDescription } from '../../../test/support/described.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { mailsTo } from '../../../test/support/people.ts'
import { subdomainForm, submitted } from '../../../test/support/walk.ts'

let office: TestOffice
let stranger: Program
let officer: Program
let administrator: Program

beforeAll(async () => {
  office = await startOffice()
  stranger = await programOf(office, null)
  officer = await programOf(office, 'pelaksana')
  administrator = await programOf(office, 'admin')
})
afterAll(() => office.stop())

describe('anybody', () => {
  test('reads the services, their standards and their procedures', async () => {
    const { json: list } = await stranger.get('/services')
    expect(list.services.map((one: { procedure: string }) => one.procedure)).toContain('subdomain-hosting')
    const { json: standard } = await stranger.get('/services/subdomain-hosting')
    expect(standard.steps.filter((one: { number: number | null }) => one.number !== null)).toHaveLength(7)
    const site = office.visitor()
    for (const address of [standard.sheet.svg, standard.sheet.pdf]) expect((await site.get(address)).status).toBe(200)
    const { json: procedure } = await stranger.get('/procedures/subdomain-hosting')
    expect(procedure.form.flatMap((group: { fields: unknown[] }) => group.fields).length).toBeGreaterThan(5)
    expect((await stranger.get('/services/tidak-ada')).status).toBe(404)
    expect((await stranger.get('/procedures/subdomain-hosting?edition=1999')).status).toBe(404)
    expect((await stranger.get('/posts')).json.posts[0]).toMatchObject({ post: expect.any(String) })
    expect((await stranger.get('/clients')).json.clients.length).toBeGreaterThan(0)
  })

  test('follows a dossier by its code, without any name, and nothing by a wrong one', async () => {
    const walk = await submitted(office, subdomainForm('lacak'))
    const { trackingCode, number } = await walk.see()
    const { json, bytes } = await stranger.get(`/tracking/${trackingCode}`)
    expect(json).toMatchObject({ number, status: 'open' })
    expect(
      json.steps.find((one: { openedAt: string | null; closedAt: string | null }) => one.openedAt && !one.closedAt),
    ).toBeTruthy()
    expect(bytes.toString('utf8')).not.toContain('Pengelola Laman')
    expect((await stranger.get('/tracking/AAAA-AAAA-AA')).status).toBe(404)
    expect((await stranger.get('/letters/AAAA-AAAA-AA')).status).toBe(404)
  })

  test('is slowed down when codes are guessed', async () => {
    const elsewhere = await programOf(office, null, { agency: 'tulungagung' })
    const answers = []
    for (let tries = 0; tries < 21; tries += 1) answers.push(await elsewhere.get('/letters/BBBBBBBBBB'))
    expect(answers.slice(0, 20).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 404))
    expect(answers[20]?.json.code).toBe('too-often')
    const seconds = Number(answers[20]?.headers['retry-after'])
    expect(seconds > 0 && seconds <= 600).toBe(true)
  })
})

describe('the books of the office', () => {
  test('are open to officers alone', async () => {
    const applicant = await programOf(office, 'pemohon')
    for (const path of ['/registers', '/registers/subdomain', '/agenda']) {
      expect((await stranger.get(path)).status, path).toBe(401)
      expect((await applicant.get(path)).json.code, path).toBe('not-allowed')
      expect((await officer.get(path)).status, path).toBe(200)
    }
  })

  test('show a letter in the agenda when it has been entered', async () => {
    const walk = await submitted(office, subdomainForm('agenda'))
    await walk.finish({ urgency: 'segera', secrecy: 'biasa', receivedOn: '2026-11-20' })
    const year = Number((await walk.see()).agenda?.at.slice(0, 4))
    const { json } = await officer.get(`/agenda?year=${year}`)
    expect(json.rows[0]).toMatchObject({ urgency: 'segera', content: { dossier: walk.id } })
    expect((await officer.get('/agenda?year=abc')).json.errors[0]).toMatchObject({ in: 'query', path: 'year' })
  })
})

describe('people', () => {
  const invitation = {
    name: 'Petugas Loket Dua',
    email: 'loket.dua@kominfo.example',
    mandate: { post: 'pelaksana', capacity: 'definitive', fromOn: '2026-11-01', decree: '821/45/2026' },
  }

  test('are for administrators with a token that reaches them', async () => {
    const narrow = await programOf(office, 'admin', { scopes: ['read', 'work'] })
    expect((await officer.get('/people')).json.code).toBe('not-allowed')
    expect((await officer.post('/people', invitation)).json.code).toBe('not-allowed')
    expect((await narrow.get('/people')).json.code).toBe('narrow-token')
    expect((await administrator.get('/people')).json.people.length).toBeGreaterThan(3)
  })

  test('are invited with a post, given another and relieved of it, and closed', async () => {
    const made = await administrator.post('/people', invitation)
    expect(made).toMatchObject({ status: 201, json: { state: 'invited', mandates: [{ post: 'pelaksana' }] } })
    expect(await mailsTo(office, invitation.email)).toHaveLength(1)
    const at = `/people/${made.json.person}`
    const again = await administrator.post('/people', invitation)
    expect(again.json.errors[0].path).toBe('/email')
    const twice = await administrator.post(`${at}/mandates`, { ...invitation.mandate, capacity: 'plh' })
    expect(twice.json.errors[0].path).toBe('/fromOn')
    const given = await administrator.post(`${at}/mandates`, {
      ...invitation.mandate,
      post: 'kabid-aptika',
      capacity: 'plh',
    })
    expect(given.json.mandates).toHaveLength(2)
    const ended = await administrator.post(`${at}/mandates/${given.json.mandates[0].mandate}/end`, {
      toOn: '2026-12-31',
    })
    expect(ended.json.mandates[0].toOn).toBe('2026-12-31')
    expect((await administrator.post(`${at}/close`)).json.state).toBe('closed')
    expect((await administrator.post(`${at}/close`)).json.code).toBe('not-open')
    expect((await administrator.post(`${at}/invite-again`)).json.state).toBe('invited')
  })

  test('with a wrong post or address are told field by field', async () => {
    const wrong = { ...invitation, email: 'bukan surel', mandate: { ...invitation.mandate, fromOn: '2026-02-30' } }
    const { status, json } = await administrator.post('/people', wrong)
    expect([status, json.errors.map((one: { path: string }) => one.path)]).toEqual([422, ['/email', '/mandate/fromOn']])
    const unknown = { ...invitation, email: 'tiga@kominfo.example', mandate: { ...invitation.mandate, post: 'raja' } }
    expect((await administrator.post('/people', unknown)).json.errors[0].path).toBe('/mandate/post')
  })

  test('nobody closes their own account', async () => {
    const { json: me } = await administrator.get('/me')
    expect((await administrator.post(`/people/${me.person}/close`)).json.code).toBe('not-allowed')
  })

  test('see the outgoing mail without what opens an account', async () => {
    const { json } = await administrator.get('/mails?limit=100')
    const link = json.mails.find((one: { to: string }) => one.to === invitation.email)
    expect(link).toMatchObject({ body: null })
    expect((await officer.get('/mails')).json.code).toBe('not-allowed')
    expect((await officer.post(`/mails/${link.mail}/send-again`)).json.code).toBe('not-allowed')
    // Only one that has failed for good.
    expect((await administrator.post(`/mails/${link.mail}/send-again`)).json.code).toBe('not-open')
  })
})

describe('the reference page', () => {
  test('leads every link within it to a place that is there, and shows no mark of its writing', async () => {
    for (const language of ['id', 'en']) {
      const { text } = await office.visitor().get('/api/v1', { 'accept-language': language })
      const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      const links = new Set([...text.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id))
      expect(links.size).toBeGreaterThan(100)
      expect([...links].filter((id) => !ids.has(id))).toEqual([])
      expect(text).toContain('href="/account/tokens"')
      expect(text).not.toContain('`')
    }
  })

  test('names every address and every code, in both languages, without a foreign script', async () => {
    const visit = office.visitor()
    const id = await visit.get('/api/v1')
    const en = await visit.get('/api/v1', { 'accept-language': 'en' })
    expect(id.status).toBe(200)
    const described = readDescription(JSON.parse((await visit.get('/api/v1/openapi.json')).text))
    const unbroken = id.text.replaceAll('<wbr/>', '')
    for (const path of Object.keys(described.paths)) expect(unbroken).toContain(`/api/v1${path}`)
    expect(en.text).toContain('Reference for programs')
    expect(id.text).not.toMatch(/<script[^>]+src="https?:/)
  })
})
