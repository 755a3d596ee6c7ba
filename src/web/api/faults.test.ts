// What a program got wrong is told where it stands and in words that say what is expected there, in both languages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiAnswer, type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { subdomainForm, submitted } from '../../../test/support/walk.ts'

let office: TestOffice
let clerk: Program
let administrator: Program

beforeAll(async () => {
  office = await startOffice()
  clerk = await programOf(office, 'pelaksana', { scopes: ['read', 'work', 'tokens'] })
  administrator = await programOf(office, 'admin')
})
afterAll(() => office.stop())

const EN = { 'accept-language': 'en' }
const pathsOf = ({ json }: ApiAnswer): string[] => (json.errors ?? []).map((one: { path: string }) => one.path)
const saidOf = ({ json }: ApiAnswer): string[] => (json.errors ?? []).map((one: { detail: string }) => one.detail)
const fresh = async (name: string) => {
  const walk = await submitted(office, subdomainForm(name))
  return { walk, at: `/dossiers/${walk.id}/tasks/${(await walk.task()).task}` }
}
const ENTER = { act: 'enter', urgency: 'biasa', secrecy: 'biasa' }

describe('what stands in the query', () => {
  test('under a name that the address does not know is refused, and the known ones are told', async () => {
    const one = await clerk.get('/dossiers?stauts=open', EN)
    expect([one.status, pathsOf(one)]).toEqual([422, ['stauts']])
    expect(saidOf(one)[0]).toContain('`status`, `procedure`, `client`, `q`, `after`')
    const none = await clerk.get('/me?siapa=saya')
    expect([none.status, pathsOf(none), saidOf(none)]).toEqual([422, ['siapa'], ['Nama ini tidak dikenal di sini.']])
  })

  test('as a place in a list that nobody gave is refused, and not read as the first page', async () => {
    for (const path of ['/tasks', '/dossiers', '/registers/subdomain', '/agenda']) {
      const answer = await clerk.get(`${path}?after=besok`, EN)
      expect([answer.status, pathsOf(answer), saidOf(answer)], path).toEqual([
        422,
        ['after'],
        ['Expected here: `next` of the page before, as it is; without `after` the list begins at its beginning.'],
      ])
    }
  })

  test('as a number beyond its bounds is refused with the bounds', async () => {
    for (const limit of ['0', '101', '1.5', 'banyak']) {
      const answer = await administrator.get(`/mails?limit=${limit}`, EN)
      expect([answer.status, pathsOf(answer), saidOf(answer)], limit).toEqual([
        422,
        ['limit'],
        ['Expected here: a whole number from 1 to 100.'],
      ])
    }
  })

  test('of a register that there is not leads nowhere', async () => {
    expect((await clerk.get('/registers/gudang')).status).toBe(404)
    expect((await clerk.get('/registers/subdomain')).status).toBe(200)
  })
})

describe('what stands in the body', () => {
  test('under a name that this act does not know is not lost in silence', async () => {
    const { at, walk } = await fresh('salahketik')
    const answer = await clerk.post(`${at}/finish`, { ...ENTER, 'catatan/lain': 'x', nota: 'y' }, EN)
    expect([answer.status, pathsOf(answer)]).toEqual([422, ['/catatan~1lain', '/nota']])
    expect(saidOf(answer)[0]).toBe(
      'This name is not known here. Known are: `urgency`, `secrecy`, `receivedOn`, `note`, `exit`, `act`.',
    )
    expect((await walk.task()).step).toBe('catat')
  })

  test.each([
    ['nothing', {}, '/act', 'Missing: send one of: `enter`, `dispose`, `check`, `do`, `receive`, '],
    ['an act that there is not', { act: 'tidur' }, '/act', 'Expected here: one of: `enter`, '],
    ['a word for a choice', { ...ENTER, urgency: 'kemarin' }, '/urgency', 'Expected here: one of: `biasa`, '],
    ['a number for a text', { ...ENTER, note: 5 }, '/note', 'Expected here: text of 2000 characters at most.'],
    [
      'a day that is none',
      { ...ENTER, receivedOn: 'besok' },
      '/receivedOn',
      'Expected here: a day such as 2026-11-20.',
    ],
    ['a text for the body', 'halo', '', 'Expected here: a JSON object'],
  ])('is told in English: %s', async (_, body, path, said) => {
    const { at } = await fresh('jawabankeliru')
    const answer = await clerk.post(`${at}/finish`, body, EN)
    expect([answer.status, pathsOf(answer)]).toEqual([422, [path]])
    expect(saidOf(answer)[0]).toContain(said)
  })

  test.each([
    ['a list', '/tokens', { name: 'Uji', scopes: 'read' }, '/scopes', 'Di sini diharapkan daftar (1 sampai 5) yang'],
    ['one of a list', '/tokens', { name: 'Uji', scopes: ['lari'] }, '/scopes/0', 'Di sini diharapkan salah satu dari'],
    ['what is missing', '/tokens', { scopes: ['read'] }, '/name', 'Belum ada; kirim teks 2 sampai 120 huruf.'],
  ])('is told in Indonesian: %s', async (_, path, body, place, said) => {
    const answer = await clerk.post(path, body)
    expect([answer.status, pathsOf(answer)]).toEqual([422, [place]])
    expect(saidOf(answer)[0]).toContain(said)
  })

  test('is told in whole sentences wherever the description lets one be wrong', async () => {
    const RAW = /undefined|NaN|Invalid|Input tidak|diterima|expected \w+, received|\[object/
    const { json } = await office
      .visitor()
      .get('/api/v1/openapi.json')
      .then(({ text }) => ({ json: JSON.parse(text) }))
    const [id] = ['0f8fad5b-d9cb-469f-a165-70867728950e']
    let told = 0
    for (const [path, methods] of Object.entries<Record<string, { requestBody?: { content: object } }>>(json.paths))
      for (const [method, { requestBody }] of Object.entries(methods)) {
        if (!requestBody || !('application/json' in requestBody.content)) continue
        for (const body of [{}, null, [], 7, { tidakada: 1, form: 5, text: true, reason: 5, note: [], score: 9 }]) {
          const answer = await administrator.send(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, id ?? ''), {
            headers: { 'content-type': 'application/json', ...EN },
            body: JSON.stringify(body),
          })
          for (const said of saidOf(answer)) {
            told += 1
            expect(said, `${method} ${path}`).toMatch(
              /^(Missing: send|Expected here:|This name is not known|[A-Z]).+\.$/,
            )
            expect(said, `${method} ${path}`).not.toMatch(RAW)
          }
        }
      }
    expect(told).toBeGreaterThan(50)
  })
})

describe('the language of an answer', () => {
  test.each([
    ['en;q=0.1, id;q=0.9', 'id'],
    ['jv, en;q=0.5', 'en'],
    ['en-GB', 'en'],
    ['en;q=0', 'id'],
    ['su, jv', 'id'],
    ['fr, id;q=0.2, en;q=0.8', 'en'],
  ])('asked for as %s is %s, on the pages too', async (asked, language) => {
    const { headers } = await clerk.get('/me', { 'accept-language': asked })
    expect(headers['content-language']).toBe(language)
    const { text } = await office.visitor().get('/', { 'accept-language': asked })
    expect(text).toContain(`<html lang="${language}"`)
  })
})
