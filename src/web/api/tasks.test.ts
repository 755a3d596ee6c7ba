// The work list and its tasks through the machine interface, over real HTTP with a real token.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { subdomainForm, submitted } from '../../../test/support/walk.ts'

let office: TestOffice
let officer: Program

beforeAll(async () => {
  office = await startOffice()
  officer = await programOf(office, 'pelaksana')
})
afterAll(() => office.stop())

const fresh = async (name: string) => {
  const walk = await submitted(office, subdomainForm(name))
  const { task } = await walk.task()
  return { walk, at: `/dossiers/${walk.id}/tasks/${task}` }
}

const ENTER = { act: 'enter', urgency: 'biasa', secrecy: 'biasa' }

describe('a program with a token', () => {
  test('learns who it speaks for', async () => {
    const { json } = await officer.get('/me')
    expect(json).toMatchObject({ hats: [{ kind: 'post', post: 'pelaksana' }] })
  })

  test('finds a task in the work list, reads what it takes, and finishes it', async () => {
    const { walk, at } = await fresh('arsip-satu')
    const { json: list } = await officer.get('/tasks')
    expect(list.tasks.map((one: { dossier: string }) => one.dossier)).toContain(walk.id)
    const { json: task } = await officer.get(at)
    expect(task).toMatchObject({ act: 'enter', step: 'catat', takenBy: null })
    const done = await officer.post(`${at}/finish`, ENTER)
    expect(done).toMatchObject({ status: 200, json: { dossier: walk.id, repeated: false } })
    expect((await walk.see()).agenda?.urgency).toBe('biasa')
  })

  test('is told the field, in its language, when an answer is not right', async () => {
    const { at } = await fresh('arsip-dua')
    const id = await officer.post(`${at}/finish`, { ...ENTER, urgency: 'kemarin' })
    const en = await officer.post(`${at}/finish`, { ...ENTER, urgency: 'kemarin' }, { 'accept-language': 'en' })
    expect([id.status, id.json.code, id.json.errors[0].path]).toEqual([422, 'invalid', '/urgency'])
    expect(id.json.title).toBe('Isian belum benar')
    expect(en.json.title).toBe('A value is not right')
    expect(en.json.errors[0].detail).not.toBe(id.json.errors[0].detail)
    expect(id.headers['content-language']).toBe('id')
  })

  test('is done once under one key, and told when the key is used for something else', async () => {
    const { at, walk } = await fresh('arsip-tiga')
    const key = { 'idempotency-key': randomUUID() }
    const first = await officer.post(`${at}/finish`, ENTER, key)
    const again = await officer.post(`${at}/finish`, ENTER, key)
    expect(again.json).toEqual({ ...first.json, repeated: true })
    const other = await officer.post(`${at}/finish`, { ...ENTER, urgency: 'segera' }, key)
    expect([other.status, other.json.code]).toEqual([422, 'key-reused'])
    expect((await walk.see()).agenda?.urgency).toBe('biasa')
  })

  test('is told when the task has changed since it was read, and then nothing is done', async () => {
    const { at, walk } = await fresh('arsip-empat')
    const { headers } = await officer.get(at)
    await officer.post(`${at}/take`)
    const late = await officer.post(`${at}/finish`, ENTER, { 'if-match': headers.etag ?? '' })
    expect([late.status, late.json.code]).toEqual([412, 'changed-meanwhile'])
    expect((await walk.task()).step).toBe('catat')
    const now = await officer.get(at)
    expect((await officer.post(`${at}/finish`, ENTER, { 'if-match': now.headers.etag ?? '' })).status).toBe(200)
  })

  test('is told how often it may ask', async () => {
    const { headers } = await officer.get('/me')
    expect(headers['ratelimit-policy']).toMatch(/^"minute";q=\d+;w=60$/)
    expect(headers.ratelimit).toMatch(/^"minute";r=\d+;t=\d+$/)
  })
})

describe('the machine interface refuses', () => {
  test('whoever has no token, a wrong one, or one that does not reach so far', async () => {
    const { at } = await fresh('arsip-lima')
    const stranger = await programOf(office, null)
    const reader = await programOf(office, 'pelaksana', { scopes: ['read'] })
    const none = await stranger.get('/tasks')
    const wrong = await stranger.get('/tasks', { authorization: 'Bearer mipp_salah' })
    const narrow = await reader.post(`${at}/finish`, ENTER)
    expect([none, wrong, narrow].map(({ status, json }) => [status, json.code])).toEqual([
      [401, 'no-token'],
      [401, 'bad-token'],
      [403, 'narrow-token'],
    ])
    expect(none.headers['www-authenticate']).toContain('Bearer')
  })

  test('a task of another post, and shows nothing of what the caller may not see', async () => {
    const { at } = await fresh('arsip-enam')
    const head = await programOf(office, 'kepala-dinas')
    const nobody = await programOf(office, 'admin')
    expect((await head.post(`${at}/finish`, ENTER)).json.code).toBe('not-yours')
    expect((await nobody.get('/tasks?as=client')).json.code).toBe('not-allowed')
    const applicant = await programOf(office, 'pemohon')
    expect((await applicant.get('/tasks?as=post')).json.code).toBe('not-allowed')
    expect((await applicant.get('/tasks')).json.tasks).toEqual([])
    const elsewhere = await programOf(office, 'pelaksana', { agency: 'tulungagung' })
    expect((await elsewhere.get(at)).status).toBe(404)
  })

  test('the session of a browser: a page of another origin could make that one ask', async () => {
    const { at, walk } = await fresh('arsip-kuki')
    const visit = await office.as('pelaksana')
    const headers = { 'content-type': 'application/json' }
    const asked = await visit.send('POST', `/api/v1${at}/finish`, headers, Buffer.from(JSON.stringify(ENTER)))
    expect([asked.status, JSON.parse(asked.text).code]).toEqual([401, 'no-token'])
    expect((await walk.task()).step).toBe('catat')
  })

  test('an address, a method or a body that it does not know', async () => {
    const { at } = await fresh('arsip-tujuh')
    const unknown = await officer.get('/gudang')
    const method = await officer.send('DELETE', '/me')
    const text = await officer.send('POST', `${at}/finish`, { body: 'halo', headers: { 'content-type': 'text/plain' } })
    const cut = await officer.send('POST', `${at}/finish`, {
      body: '{"act":',
      headers: { 'content-type': 'application/json' },
    })
    expect([unknown, method, text, cut].map(({ status }) => status)).toEqual([404, 405, 415, 400])
    expect(method.headers.allow).toBe('GET')
  })
})
