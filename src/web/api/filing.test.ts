// Uploading and asking through the machine interface: the same judge as the pages, once under one key.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { filing, sendFile, uploaded } from '../../../test/support/filing.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { letterPdf, subdomainForm, submitted, walkOf } from '../../../test/support/walk.ts'
import { readDossier } from '../../store/dossiers.ts'
import filingExample from './shapes/filing-example.json' with { type: 'json' }

let office: TestOffice
let applicant: Program
let clerk: Program

beforeAll(async () => {
  office = await startOffice()
  applicant = await programOf(office, 'pemohon')
  clerk = await programOf(office, 'pelaksana')
})
afterAll(() => office.stop())

const pathsOf = (answer: { json: { errors?: { path: string }[] } }): string[] =>
  (answer.json.errors ?? []).map(({ path }) => path)

describe('an upload', () => {
  test('is answered by what its bytes are, under a name that says so', async () => {
    const bytes = await letterPdf()
    const { status, json } = await sendFile(applicant, bytes, { name: 'surat.exe' })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      name: 'surat.pdf',
      bytes: bytes.length,
      mime: 'application/pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  test('is refused with the reason when nobody could read it, when there is no file, and to a token that only reads', async () => {
    const text = await sendFile(applicant, Buffer.from('halo'))
    const empty = await sendFile(applicant, Buffer.alloc(0))
    const missing = await sendFile(applicant, Buffer.from('halo'), { field: 'lain' })
    expect([text, empty, missing].map(({ status }) => status)).toEqual([422, 422, 422])
    expect(text.json.errors[0]).toMatchObject({ path: '/file', detail: expect.stringContaining('bukan PDF') })
    const reader = await programOf(office, 'pemohon', { scopes: ['read'] })
    expect((await sendFile(reader, await letterPdf())).json.code).toBe('narrow-token')
    const json = await applicant.post('/uploads', {})
    expect(json.json.code).toBe('wrong-media-type')
  })

  test('is of no use to anybody else', async () => {
    const upload = await uploaded(clerk)
    const answer = await applicant.post('/dossiers', filing('unggahanorang', { files: { 'surat-permohonan': upload } }))
    expect([answer.status, pathsOf(answer)]).toEqual([422, ['/files/surat-permohonan']])
  })
})

describe('asking as an applicant', () => {
  test('makes the letter where none is sent, and answers number, code and place', async () => {
    const answer = await applicant.post('/dossiers', filingExample)
    expect(answer.status).toBe(201)
    const { json, headers } = answer
    expect(headers.location).toBe(`/api/v1/dossiers/${json.dossier}`)
    const dossier = await walkOf(office, 'demak', json.dossier).see()
    expect(json).toMatchObject({ number: dossier.number, trackingCode: dossier.trackingCode, repeated: false })
    expect(dossier).toMatchObject({ channel: 'online', client: 'dinas-arsip', status: 'open' })
    expect(dossier.form['nama-domain']).toBe('arsip-terbuka.demakkab.go.id')
    expect(dossier.papers.map(({ paper, mime }) => [paper, mime])).toEqual([['surat-permohonan', 'application/pdf']])
  })

  test('takes an uploaded letter as it is', async () => {
    const upload = await uploaded(applicant, 'Surat kami', 'Surat kami.pdf')
    const { json } = await applicant.post('/dossiers', filing('suratkami', { files: { 'surat-permohonan': upload } }))
    const dossier = await walkOf(office, 'demak', json.dossier).see()
    expect(dossier.papers.map(({ name }) => name)).toEqual(['Surat kami.pdf'])
  })

  test('is done once under one key, also when both tries arrive together, and when the name is its own by now', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const body = filing('sekalisaja')
    const [one, two] = await Promise.all([
      applicant.post('/dossiers', body, key),
      applicant.post('/dossiers', body, key),
    ])
    const later = await applicant.post('/dossiers', body, key)
    expect([one.status, two.status, later.status]).toEqual([201, 201, 201])
    expect(new Set([one, two, later].map(({ json }) => json.dossier)).size).toBe(1)
    expect([one.json.repeated, two.json.repeated].toSorted()).toEqual([false, true])
    expect(later.json).toMatchObject({ repeated: true, trackingCode: one.json.trackingCode })
    const other = await applicant.post('/dossiers', filing('duakalijadi'), key)
    expect([other.status, other.json.code]).toEqual([422, 'key-reused'])
  })

  test('under the key of somebody else makes a dossier of its own', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const mine = await applicant.post('/dossiers', filing('kuncisaya'), key)
    const scan = { 'surat-permohonan': await uploaded(clerk) }
    const theirs = await clerk.post('/dossiers', filing('kuncikamu', { files: scan }), key)
    expect([mine.status, theirs.status]).toEqual([201, 201])
    expect(theirs.json.dossier).not.toBe(mine.json.dossier)
  })

  test('is told every fault where it stands in the body, in its language', async () => {
    const form = {
      ...subdomainForm('www'),
      'pj-teknis': { nama: 'A', email: 'bukan', telepon: '0291 685000' },
      'pj-administratif': 'Pak Lurah',
      keperluan: '',
      warna: 'biru',
    }
    const body = filing('www', { form, files: { 'surat-permohonan': randomUUID(), foto: randomUUID() } })
    const answer = await applicant.post('/dossiers', body, { 'accept-language': 'en' })
    expect([answer.status, answer.json.code]).toEqual([422, 'invalid'])
    expect(pathsOf(answer)).toEqual(
      expect.arrayContaining([
        '/form/nama-domain',
        '/form/pj-teknis/email',
        '/form/pj-administratif',
        '/form/keperluan',
        '/form/warna',
        '/files/surat-permohonan',
        '/files/foto',
      ]),
    )
    const email = answer.json.errors.find((one: { path: string }) => one.path === '/form/pj-teknis/email')
    expect(email.detail).toContain('Write a real e-mail address')
  })

  test('is told before it asks, and nothing is filed', async () => {
    await submitted(office, subdomainForm('sudahdiminta'))
    const taken = await applicant.post('/dossiers/check', filing('sudahdiminta'))
    expect(taken.status).toBe(200)
    expect(taken.json.faults.map((one: { path: string }) => one.path)).toEqual(['/form/nama-domain'])
    expect(taken.json.names).toMatchObject([{ field: 'nama-domain', verdict: 'bad' }])
    const free = await applicant.post('/dossiers/check', filing('belumdiminta'))
    expect(free.json).toMatchObject({ faults: [], names: [{ verdict: 'good' }], willBeMade: ['surat-permohonan'] })
    const { json } = await applicant.post('/dossiers', filing('belumdiminta'))
    expect((await readDossier(office.office.store, 'demak', json.dossier))?.events.length).toBeGreaterThan(0)
  })

  test('is refused for another agency, with a token that only works, and for a service that is not there', async () => {
    const foreign = await applicant.post('/dossiers', filing('asing', { client: 'dinas-kesehatan' }))
    const worker = await programOf(office, 'pemohon', { scopes: ['work'] })
    const narrow = await worker.post('/dossiers', filing('sempit'))
    const unknown = await applicant.post('/dossiers', filing('tiada', { procedure: 'pembuatan-ktp' }))
    const stranger = await (await programOf(office, null)).post('/dossiers', filing('tamu'))
    expect([foreign, narrow, unknown, stranger].map(({ status, json }) => [status, json.code])).toEqual([
      [403, 'not-allowed'],
      [403, 'narrow-token'],
      [422, 'invalid'],
      [401, 'no-token'],
    ])
    expect(pathsOf(unknown)).toEqual(['/procedure'])
    expect(
      (await applicant.post('/dossiers', filing('kunci'), { 'idempotency-key': 'ada spasi' })).json.errors,
    ).toEqual([expect.objectContaining({ in: 'header', path: 'Idempotency-Key' })])
  })
})

describe('keying in at the counter', () => {
  test('files on behalf of a paper letter, for an account of the client', async () => {
    const me = await applicant.get('/me')
    const files = { 'surat-permohonan': await uploaded(clerk) }
    const { status, json } = await clerk.post(
      '/dossiers',
      filing('loketsatu', { files, channel: 'counter', applicant: me.json.person }),
    )
    expect(status).toBe(201)
    const dossier = await walkOf(office, 'demak', json.dossier).see()
    expect(dossier).toMatchObject({ channel: 'counter', applicant: me.json.person })
  })

  test('asks for the scan, a client that is there, and an account that is the client’s', async () => {
    const nobody = { applicant: randomUUID() }
    const answer = await clerk.post('/dossiers', filing('loketdua', nobody))
    expect(pathsOf(answer)).toEqual(['/files/surat-permohonan', '/applicant'])
    const unknown = await clerk.post('/dossiers', filing('lokettiga', { client: 'dinas-tiada' }))
    expect(pathsOf(unknown)).toEqual(['/client'])
  })

  test('is for posts with that duty alone', async () => {
    const head = await programOf(office, 'kepala-dinas')
    const files = { 'surat-permohonan': await uploaded(head) }
    expect((await head.post('/dossiers', filing('loketempat', { files }))).json.code).toBe('not-allowed')
    const asCounter = await applicant.post('/dossiers', filing('loketlima', { channel: 'counter' }))
    expect(asCounter.json.code).toBe('not-allowed')
  })
})
