// What a program got wrong is told where it stands and in words that say what is expected there, in both languages.
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiAnswer, type Program, programOf } from '../../../test/support/api.ts'
import { sendFile } from '../../../test/support/filing.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { letterPdf, subdomainForm, submitted } from '../../../test/support/walk.ts'

let office: TestOffice
let clerk: Program
let applicant: Program
let administrator: Program

beforeAll(async () => {
  office = await startOffice()
  clerk = await programOf(office, 'pelaksana', { scopes: ['read', 'work', 'tokens'] })
  applicant = await programOf(office, 'pemohon')
  administrator = await programOf(office, 'admin')
})
afterAll(() => office.stop())

const EN = { 'accept-language': 'en' }
const pathsOf = ({ json }: ApiAnswer): string[] => (json.errors ?? []).map((one: { path: string }) => one.path)
const saidOf = ({ json }: ApiAnswer): string[] => (json?.errors ?? []).map((one: { detail: string }) => one.detail)
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
      'This name is not known here. Known are: `urgency`, `secrecy`, `receivedOn`, `classification`, `attachments`, `late`, `note`, `exit`, `act`.',
    )
    expect((await walk.task()).step).toBe('catat')
  })

  test.each([
    ['nothing', {}, '/act', 'Missing: send one of: `enter`, `dispose`, `check`, `analyse`, `do`, '],
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

describe('a file', () => {
  test('that is too big is told so with the limit, and nothing of it is kept', async () => {
    const answer = await sendFile(clerk, Buffer.alloc(11 * 1024 * 1024, 'a'))
    expect([answer.status, answer.json.code]).toEqual([413, 'too-big'])
    expect(answer.json.detail).toContain('paling besar 10,5 MB')
  })

  test('that the storage cannot take now is no fault of the sender: it is told to come again', async () => {
    const [folder, away] = [join(office.dataFolder, 'files'), join(office.dataFolder, 'files-away')]
    await rename(folder, away)
    await writeFile(folder, '')
    const answer = await sendFile(clerk, await letterPdf())
    await rm(folder)
    await rename(away, folder)
    expect([answer.status, answer.json.code, answer.headers['retry-after']]).toEqual([503, 'away', '15'])
    expect((await sendFile(clerk, await letterPdf())).status).toBe(201)
  })

  test('too many within an hour are told so, and how long to wait', async () => {
    const eager = await programOf(office, 'pemohon', { agency: 'tulungagung' })
    let answer = await sendFile(eager, Buffer.from('%PDF-1.7'))
    // Twice as many as an hour allows: the hour may end in between.
    for (let sent = 1; answer.status === 422 && sent < 241; sent += 1)
      answer = await sendFile(eager, Buffer.from('%PDF-1.7'))
    expect([answer.status, answer.json.code]).toEqual([429, 'too-often'])
    const seconds = Number(answer.headers['retry-after'])
    expect(seconds > 0 && seconds <= 3600).toBe(true)
  })

  test('under another name, twice, or as a text is told where it belongs', async () => {
    const pdf = await letterPdf()
    const other = await sendFile(clerk, pdf, { field: 'berkas' })
    const text = '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nhalo\r\n--x--\r\n'
    const file = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhalo\r\n'
    const headers = { 'content-type': 'multipart/form-data; boundary=x', ...EN }
    const asText = await clerk.send('POST', '/uploads', { body: text, headers })
    const twice = await clerk.send('POST', '/uploads', { body: `${file}${file}--x--\r\n`, headers })
    expect([other, asText, twice].map(({ status }) => status)).toEqual([422, 422, 422])
    expect([other, asText, twice].map(pathsOf)).toEqual([['/file'], ['/file'], ['/file']])
    expect(saidOf(asText)).toEqual(['Send one file under the name `file`.'])
  })
})

describe('a form', () => {
  test('is told all its faults at once, each at its very part', async () => {
    const form = {
      ...subdomainForm('salah'),
      'pj-teknis': { nama: 5, surel: 'x', email: 'bukan', telepon: '0291 685000' },
      'pj-administratif': ['orang'],
      persetujuan: true,
      keperluan: 7,
      'tanggal-surat': 'kemarin',
      'tidak-ada': 'x',
    }
    const body = {
      procedure: 'subdomain-hosting',
      client: 'dinas-arsip',
      form,
      files: { lain: 'x', 'surat-permohonan': 9 },
    }
    const answer = await applicant.post('/dossiers', body, EN)
    const said = Object.fromEntries(pathsOf(answer).map((path, index) => [path, saidOf(answer)[index]]))
    expect(said).toMatchObject({
      '/form/pj-teknis/nama': 'Expected here: text.',
      '/form/pj-teknis/surel': expect.stringContaining('Known are: `nama`'),
      '/form/pj-teknis/email': expect.stringContaining('e-mail address'),
      '/form/pj-administratif': expect.stringContaining('nama, jabatan, email, telepon'),
      '/form/persetujuan': 'Send the text `ya` for a tick.',
      '/form/keperluan': 'Expected here: text.',
      '/form/tanggal-surat': expect.stringContaining('2026-11-20'),
      '/form/tidak-ada': expect.any(String),
      '/files/lain': expect.any(String),
      '/files/surat-permohonan': expect.stringContaining('no such upload'),
    })
    expect(Object.keys(said)).toHaveLength(10)
  })

  test('in the name of a client that is not the caller’s own names the client', async () => {
    const body = { procedure: 'subdomain-hosting', client: 'dinas-kesehatan', form: subdomainForm('asing') }
    const answer = await applicant.post('/dossiers', body)
    expect([answer.status, pathsOf(answer)]).toEqual([403, ['/client']])
  })
})

test('a token that does not reach so far is told which scope it lacks, and a body of the wrong kind which it should be', async () => {
  const reader = await programOf(office, 'pemohon', { scopes: ['read', 'work'] })
  const { walk, at } = await fresh('lingkup')
  const written = await reader.post(`/dossiers/${walk.id}/comments`, { text: 'Halo' }, EN)
  expect([written.json.code, written.json.detail]).toEqual(['narrow-token', expect.stringContaining('scope apply')])
  const sent = await reader.post(`/dossiers/${walk.id}/withdraw`, { reason: 'x' }, EN)
  expect(sent.json.detail).toContain('scope apply')
  const text = await clerk.send('POST', `${at}/finish`, { body: 'halo', headers: { 'content-type': 'text/plain' } })
  expect([text.status, text.json.detail]).toEqual([415, expect.stringContaining('application/json')])
  const json = await clerk.post('/uploads', {})
  expect(json.json.detail).toContain('multipart/form-data')
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
