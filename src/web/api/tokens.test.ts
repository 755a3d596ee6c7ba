// Tokens through the machine interface: made no wider and no longer than the one that asks, shown once, revoked at once.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'

let office: TestOffice
let officer: Program

beforeAll(async () => {
  office = await startOffice()
  officer = await programOf(office, 'pelaksana', { scopes: ['read', 'tokens'] })
})
afterAll(() => office.stop())

const WANTED = { name: 'Laporan bulanan', scopes: ['read'], expires: '1d' }

describe('a token', () => {
  test('makes no other that reaches further or lives longer than itself', async () => {
    const wider = await officer.post('/tokens', { ...WANTED, scopes: ['read', 'work'] })
    const longer = await officer.post('/tokens', { ...WANTED, expires: '300d' })
    const odd = await officer.post('/tokens', { ...WANTED, expires: 'besok' })
    expect(wider.json.code).toBe('not-allowed')
    expect([longer, odd].map(({ json }) => json.errors[0].path)).toEqual(['/expires', '/expires'])
    const reader = await programOf(office, 'pelaksana', { scopes: ['read'] })
    expect((await reader.post('/tokens', WANTED)).json.code).toBe('narrow-token')
  })

  test('that asks for no end ends with the one that makes it, where that comes before 90 days', async () => {
    const made = await officer.post('/tokens', { name: 'Anak', scopes: ['read', 'tokens'] })
    const { tokens } = (await officer.get('/tokens')).json
    const ends = tokens.flatMap((one: { name: string; expiresAt: string }) => (one.name === 'Uji' ? one.expiresAt : []))
    expect(made.status).toBe(201)
    expect(ends).toContain(made.json.expiresAt)
    const child = { authorization: `Bearer ${made.json.text}` }
    expect((await officer.post('/tokens', { name: 'Cucu', scopes: ['read'] }, child)).status).toBe(201)
  })

  test('is shown once, works, stands in the list by its beginning, and is over when it is revoked', async () => {
    const made = await officer.post('/tokens', { ...WANTED, expires: '1d' })
    expect(made.status).toBe(201)
    const { text, token } = made.json
    const bearer = { authorization: `Bearer ${text}` }
    expect((await officer.get('/me', bearer)).json.scopes).toEqual(['read'])
    const list = await officer.get('/tokens')
    expect(list.json.tokens[0]).toMatchObject({ token, state: 'valid', hint: text.slice(0, 11) })
    expect(list.bytes.toString('utf8')).not.toContain(text)
    expect((await officer.send('DELETE', `/tokens/${token}`)).status).toBe(204)
    expect((await officer.get('/me', bearer)).json.code).toBe('bad-token')
    expect((await officer.send('DELETE', `/tokens/${token}`)).status).toBe(404)
  })

  test('of somebody else is not there, for an administrator neither', async () => {
    const { json: made } = await officer.post('/tokens', WANTED)
    for (const role of ['kepala-dinas', 'admin'])
      expect((await (await programOf(office, role)).send('DELETE', `/tokens/${made.token}`)).status).toBe(404)
    expect((await officer.send('DELETE', `/tokens/${made.token}`)).status).toBe(204)
  })

  test('that was made on the page is listed and revoked like any other', async () => {
    const visit = await office.as('pelaksana')
    // More than one: what is wrong with an id by chance is not with each.
    for (const name of ['satu', 'dua', 'tiga', 'empat', 'lima']) {
      const sent = { do: 'make', key: randomUUID(), name: `Halaman ${name}`, scopes: 'read', days: '30' }
      expect((await visit.post('/account/tokens', sent)).status).toBe(200)
    }
    const { tokens } = (await officer.get('/tokens')).json
    const made = tokens.filter((one: { name: string }) => one.name.startsWith('Halaman'))
    expect(made).toHaveLength(5)
    for (const { token } of made) expect((await officer.send('DELETE', `/tokens/${token}`)).status).toBe(204)
  })
})
