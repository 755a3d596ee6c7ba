// Retention through the machine interface: the same acts and the same table of permissions as on the pages.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOf, type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { client, subdomainForm, submitted, type Walk } from '../../../test/support/walk.ts'
import { destroy } from '../../jobs/destroy.ts'

let office: TestOffice
let owner: pg.Client
let admin: Program
let head: Program

beforeAll(async () => {
  office = await startOffice({ works: false })
  owner = new pg.Client({ connectionString: office.ownerUrl })
  await owner.connect()
  admin = await programOf(office, 'admin')
  head = await programOf(office, 'kepala-dinas')
})
afterAll(async () => {
  await owner.end()
  await office.stop()
})

let count = 0
const ended = async (): Promise<Walk> => {
  count += 1
  const walk = await submitted(office, subdomainForm(`simpan${count}`))
  const { applicant, client: asker } = await walk.see()
  await walk.send(client(asker, applicant ?? ''), { type: 'withdraw', reason: 'Batal' })
  await owner.query(`update dossier set ended_at = '2015-03-01T02:00:00Z' where dossier = $1`, [walk.id])
  return walk
}
const example = (id: string): Record<string, unknown> => Object(exampleOf(id))
const stateOf = async ({ id }: Walk): Promise<string> => (await admin.get(`/retention/dossiers/${id}`)).json.state
const proposal = (walks: readonly Walk[]) =>
  admin.post('/retention/records', { ...example('proposeDestruction'), dossiers: walks.map(({ id }) => id) })

describe('a program of the keeper of the archive', () => {
  test('reads what is due, narrowed by state and code, page by page', async () => {
    const walk = await ended()
    const { json } = await admin.get('/retention?state=due&classification=500.12.2')
    expect(json.counts.due).toBe(json.dossiers.length)
    expect(json.dossiers).toContainEqual(
      expect.objectContaining({ dossier: walk.id, state: 'due', classification: '500.12.2', hold: null }),
    )
    expect((await admin.get('/retention?state=due&classification=000.1')).json.dossiers).toEqual([])
    expect((await admin.get('/retention?state=lama')).status).toBe(422)
    await owner.query(
      `insert into dossier select (jsonb_populate_record(d, jsonb_build_object('dossier', gen_random_uuid(),
        'number', 'BANYAK-' || n, 'tracking_code', 'banyak' || n))).* from dossier d, generate_series(1, 60) n where d.dossier = $1`,
      [walk.id],
    )
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: { json: { dossiers: { dossier: string }[]; next: string | null } } = await admin.get(
        `/retention${next ? `?after=${encodeURIComponent(next)}` : ''}`,
      )
      seen.push(...page.json.dossiers.map(({ dossier }) => dossier))
      next = page.json.next
    }
    expect(seen.length).toBeGreaterThan(60)
    expect(new Set(seen).size).toBe(seen.length)
    await owner.query(`delete from dossier where number like 'BANYAK-%'`)
  })

  test('holds and lets go, and files under another code', async () => {
    const walk = await ended()
    const path = `/retention/dossiers/${walk.id}`
    expect((await admin.post(`${path}/hold`, example('holdDossier'))).status).toBe(204)
    expect(await stateOf(walk)).toBe('held')
    expect((await proposal([walk])).json.code).toBe('not-open')
    expect((await admin.post(`${path}/hold`, { reason: ' ' })).status).toBe(422)
    expect((await admin.post(`${path}/release`)).status).toBe(204)
    expect((await admin.post(`${path}/classification`, example('classifyDossier'))).status).toBe(204)
    expect(await stateOf(walk)).toBe('permanent')
    expect((await admin.post(`${path}/classification`, { classification: '9.9' })).status).toBe(422)
    expect((await admin.post(`${path}/classification`, { classification: null })).status).toBe(204)
    expect(await stateOf(walk)).toBe('due')
    expect((await admin.post(`/retention/dossiers/${randomUUID()}/release`)).status).toBe(404)
    const open = await submitted(office, subdomainForm('belumselesai'))
    const early = await admin.post(`/retention/dossiers/${open.id}/hold`, example('holdDossier'))
    expect([early.status, early.json.code]).toEqual([409, 'not-open'])
    expect(JSON.stringify(early.json)).toContain('belum selesai')
  })
})

describe('a destruction', () => {
  test('is proposed by one program and decided by that of another person, once', async () => {
    const walk = await ended()
    const made = await proposal([walk])
    expect(made.status).toBe(201)
    expect((await proposal([walk])).status).toBe(409)
    const path = `/retention/records/${made.json.destruction}`
    expect((await admin.post(`${path}/decision`, { decision: 'approved' })).status).toBe(403)
    expect((await head.post(`${path}/decision`, { decision: 'refused' })).status).toBe(422)
    expect((await head.post(`${path}/decision`, example('decideDestruction'))).status).toBe(204)
    expect((await head.post(`${path}/decision`, { decision: 'approved' })).status).toBe(409)
    expect((await head.get(path)).json).toMatchObject({ state: 'refused', items: [{ state: 'freed' }] })
  })

  test('approved is carried out, and its record is read as a list and as a page', async () => {
    const walk = await ended()
    const { destruction } = (await proposal([walk])).json
    const path = `/retention/records/${destruction}`
    expect((await head.post(`${path}/decision`, { decision: 'approved' })).status).toBe(204)
    await destroy(office.office.tools, { agency: 'demak', destruction }, 1)
    expect((await head.get(path)).json).toMatchObject({
      agency: 'demak',
      state: 'done',
      number: expect.stringContaining('BA-'),
      items: [{ dossier: walk.id, state: 'destroyed' }],
    })
    expect(await stateOf(walk)).toBe('destroyed')
    expect((await head.get(`${path}/record.pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await head.get('/retention/records')).json.records[0]).toMatchObject({ destruction, items: 1 })
    expect((await admin.post(`/retention/dossiers/${walk.id}/hold`, example('holdDossier'))).status).toBe(409)
  })

  test('of oneself is never approved by oneself', async () => {
    await owner.query(`update post set duties = array['archive'] where agency = 'demak' and post = 'kepala-dinas'`)
    const both = await programOf(office, 'kepala-dinas')
    const walk = await ended()
    const body = { ...example('proposeDestruction'), dossiers: [walk.id] }
    const { destruction } = (await both.post('/retention/records', body)).json
    const own = await both.post(`/retention/records/${destruction}/decision`, { decision: 'approved' })
    expect([own.status, own.json.detail]).toEqual([409, expect.stringContaining('Anda buat sendiri')])
    await owner.query(`update post set duties = '{}' where agency = 'demak' and post = 'kepala-dinas'`)
  })
})

test.each(['pemohon', 'pelaksana'])('%s may do none of it', async (role) => {
  const program = await programOf(office, role)
  const walk = await ended()
  const { destruction } = (await proposal([walk])).json
  const [one, record] = [`/retention/dossiers/${walk.id}`, `/retention/records/${destruction}`]
  const asked = [
    await program.get('/retention'),
    await program.get(one),
    await program.post(`${one}/hold`, example('holdDossier')),
    await program.post(`${one}/release`),
    await program.post(`${one}/classification`, example('classifyDossier')),
    await program.get('/retention/records'),
    await program.get(record),
    await program.get(`${record}/record.pdf`),
    await program.post('/retention/records', { dossiers: [walk.id], reason: 'Masa simpan habis' }),
    await program.post(`${record}/decision`, { decision: 'approved' }),
  ]
  expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 403))
  expect((await head.get(record)).json.state).toBe('proposed')
})

test('the head may read and decide, but neither hold nor propose; a token that only reads may do nothing', async () => {
  const walk = await ended()
  expect((await head.get('/retention')).status).toBe(200)
  expect((await head.post(`/retention/dossiers/${walk.id}/hold`, example('holdDossier'))).status).toBe(403)
  expect((await head.post('/retention/records', { dossiers: [walk.id], reason: 'Habis' })).status).toBe(403)
  const reader = await programOf(office, 'admin', { scopes: ['read'] })
  expect((await reader.get('/retention')).status).toBe(200)
  expect((await reader.post(`/retention/dossiers/${walk.id}/release`)).json.code).toBe('narrow-token')
  const elsewhere = await programOf(office, 'admin', { agency: 'tulungagung' })
  expect((await elsewhere.get(`/retention/dossiers/${walk.id}`)).status).toBe(404)
})
