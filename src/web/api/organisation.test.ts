// The organisation by program: the same rules, rights and journal as on the pages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOf, type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { makePerson } from '../../../test/support/people.ts'
import { readOrganisation } from '../../store/organisation.ts'

let office: TestOffice
let administrator: Program
let officer: Program
let applicant: Program

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => '2026-11-20T02:00:00.000Z' })
  administrator = await programOf(office, 'admin')
  officer = await programOf(office, 'kabid')
  applicant = await programOf(office, 'pemohon')
})
afterAll(() => office.stop())

const see = () => readOrganisation(office.office.store, 'demak')
const personOf = async (email: string) => (await see()).people.find((one) => one.email === email)?.person ?? ''
const send = (program: Program, method: string, path: string, body?: unknown) =>
  program.send(method, path, {
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })

const CHANGES: [id: string, method: string, path: string][] = [
  ['addUnit', 'POST', '/organisation/units'],
  ['changeUnit', 'PATCH', '/organisation/units/aptika'],
  ['addPost', 'POST', '/organisation/posts'],
  ['changePost', 'PATCH', '/organisation/posts/sub-koor-spa'],
  ['addClient', 'POST', '/organisation/clients'],
  ['changeClient', 'PATCH', '/organisation/clients/bappeda'],
  ['previewOrganisationImport', 'POST', '/organisation/import/preview'],
]

describe.each(CHANGES)('%s', (id, method, path) => {
  test('is refused to officers, applicants and narrow tokens, and done for an administrator', async () => {
    const before = await see()
    const narrow = await programOf(office, 'admin', { scopes: ['read', 'work'] })
    expect((await send(officer, method, path, exampleOf(id))).json.code).toBe('not-allowed')
    expect((await send(applicant, method, path, exampleOf(id))).json.code).toBe('not-allowed')
    expect((await send(narrow, method, path, exampleOf(id))).json.code).toBe('narrow-token')
    expect(await see()).toEqual(before)
    expect((await send(administrator, method, path, exampleOf(id))).status).toBe(200)
    if (!id.startsWith('preview')) expect(await see()).not.toEqual(before)
  })
})

test('a fault is told at the value that was sent', async () => {
  const wrong = await send(administrator, 'PATCH', '/organisation/posts/kabid-aptika', { superior: 'staf-jaringan' })
  expect([wrong.status, wrong.json.errors[0].path]).toEqual([422, '/superior'])
  expect((await send(administrator, 'PATCH', '/organisation/posts/raja', { title: 'Raja Kecil' })).status).toBe(404)
})

test('what is unusual is done and told', async () => {
  const closed = await send(administrator, 'PATCH', '/organisation/posts/staf-jaringan', { closedOn: '2026-12-01' })
  expect(closed.json.warnings[0].id).toContain('SOP ini masih menyebut Staf Jaringan')
  expect((await send(administrator, 'PATCH', '/organisation/posts/staf-jaringan', { closedOn: null })).status).toBe(200)
})

test('officers see chart and holders; the journal, tables and clients are for administrators', async () => {
  const chart = await officer.get('/organisation')
  expect(chart.json.posts.find((one: { post: string }) => one.post === 'sub-koor-spa')).toMatchObject({
    closedOn: '2027-01-01',
    successor: 'kabid-aptika',
  })
  const held = await officer.get('/organisation/holders?on=2027-01-01&procedure=subdomain-hosting')
  expect(held.json.steps[1]).toMatchObject({ state: 'single', posts: ['pelaksana'], holders: [{ via: 'mandate' }] })
  expect((await officer.get('/organisation/holders?procedure=raja')).status).toBe(404)
  for (const path of ['/journal', '/tables/mandates', '/clients']) {
    expect((await officer.get(`/organisation${path}`)).json.code).toBe('not-allowed')
    expect((await administrator.get(`/organisation${path}`)).status).toBe(200)
  }
  for (const path of ['', '/holders'])
    expect((await applicant.get(`/organisation${path}`)).json.code).toBe('not-allowed')
  const { json } = await administrator.get('/organisation/journal')
  expect(json.entries[0]).toMatchObject({ kind: 'post', subject: 'staf-jaringan' })
})

test('a substitute is entered by the holder with the scope of work, ended and taken back; never for another', async () => {
  const [absent, head, person] = await Promise.all(
    ['kabid@dinkominfo.example', 'kadin@dinkominfo.example', 'ketua-splp@dinkominfo.example'].map(personOf),
  )
  const wanted = { post: 'kabid-aptika', absent, person, fromOn: '2026-11-20', toOn: '2026-11-27' }
  const other = { ...wanted, post: 'kepala-dinas', absent: head }
  expect((await officer.post('/organisation/substitutes', other)).json.code).toBe('not-allowed')
  const reader = await programOf(office, 'kabid', { scopes: ['read'] })
  expect((await reader.post('/organisation/substitutes', wanted)).json.code).toBe('narrow-token')
  const made = await officer.post('/organisation/substitutes', wanted)
  expect(made.status).toBe(200)
  const at = `/organisation/substitutes/${made.json.key}`
  const stranger = await programOf(office, 'sekretaris')
  expect((await stranger.post(`${at}/end`, { toOn: '2026-11-21' })).json.code).toBe('not-allowed')
  expect((await send(officer, 'DELETE', at)).json.errors[0].path).toBe('/substitute')
  expect((await officer.post(`${at}/end`, { toOn: '2026-11-21' })).status).toBe(200)
  const later = await administrator.post('/organisation/substitutes', {
    ...wanted,
    fromOn: '2026-12-01',
    toOn: '2026-12-02',
  })
  expect((await send(officer, 'DELETE', `/organisation/substitutes/${later.json.key}`)).status).toBe(200)
  expect((await see()).substitutes).toMatchObject([{ toOn: '2026-11-21' }])
})

test('a mandate is corrected and taken back, and an account gets a second client', async () => {
  const person = await makePerson(office, {
    email: 'api@uji.example',
    membership: { client: 'bappeda', jobTitle: 'Staf' },
  })
  const at = `/people/${person}`
  const given = await administrator.post(`${at}/mandates`, {
    post: 'sekretaris',
    capacity: 'plh',
    fromOn: '2026-12-01',
    toOn: '2026-12-05',
    decree: '821/1',
  })
  const mandate = `${at}/mandates/${given.json.mandates[0].mandate}`
  expect((await send(administrator, 'PATCH', mandate, { decree: '821/2' })).status).toBe(422)
  const corrected = await send(administrator, 'PATCH', mandate, { decree: '821/2', reason: 'Salah ketik' })
  expect(corrected.json.mandates[0]).toMatchObject({ decree: '821/2', toOn: '2026-12-05' })
  expect((await send(officer, 'DELETE', mandate)).json.code).toBe('not-allowed')
  expect((await send(administrator, 'DELETE', mandate)).json.mandates).toEqual([])
  const joined = await administrator.post(`${at}/clients`, exampleOf('addMembership'))
  expect(joined.json.clients).toHaveLength(2)
  expect((await send(administrator, 'DELETE', `${at}/clients/bappeda`)).json.clients).toHaveLength(1)
})

test('tables are written as they were previewed, by the same token holder, upon the same office', async () => {
  const { json } = await administrator.post('/organisation/import/preview', exampleOf('previewOrganisationImport'))
  expect(json.lines).toMatchObject([{ line: 2, verdict: 'new', what: 'Gudang' }])
  expect((await officer.post('/organisation/import', { agreement: json.agreement })).json.code).toBe('not-allowed')
  const done = await administrator.post('/organisation/import', { agreement: json.agreement })
  expect(done.json).toEqual({ changes: 1 })
  expect((await administrator.post('/organisation/import', { agreement: json.agreement })).json.code).toBe('not-open')
})
