// What is done with a dossier beside its steps, through the machine interface: corrected, withdrawn, talked about, attached to.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { uploaded } from '../../../test/support/filing.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { post, subdomainForm, submitted, toTechnician, type Walk } from '../../../test/support/walk.ts'
import { secretsOf } from '../../store/secrets.ts'

let office: TestOffice
let applicant: Program
let clerk: Program

beforeAll(async () => {
  office = await startOffice()
  applicant = await programOf(office, 'pemohon')
  clerk = await programOf(office, 'pelaksana')
})
afterAll(() => office.stop())

const fresh = (name: string): Promise<Walk> => submitted(office, subdomainForm(name))
const returned = async (name: string): Promise<{ walk: Walk; at: string }> => {
  const walk = await fresh(name)
  await walk.send(post('pelaksana'), { type: 'return', task: (await walk.task()).task, reason: 'Nomor surat keliru' })
  return { walk, at: `/dossiers/${walk.id}/tasks/${(await walk.task()).task}/correct` }
}

describe('a returned request', () => {
  test('is corrected: what is left out stays, what is sent counts, the letter that was uploaded too', async () => {
    const { walk, at } = await returned('perbaikan-satu')
    const before = await walk.see()
    const answer = await applicant.post(at, { form: { 'nomor-surat': '045/99/2026' } })
    expect(answer).toMatchObject({ status: 200, json: { repeated: false } })
    const after = await walk.see()
    expect(after.form).toEqual({ ...before.form, 'nomor-surat': '045/99/2026' })
    expect(after.papers).toEqual(before.papers)
    expect((await walk.task()).step).toBe('catat')
  })

  test('takes a new letter, or makes it anew when asked', async () => {
    const one = await returned('perbaikan-dua')
    const upload = await uploaded(applicant, 'Surat baru', 'baru.pdf')
    await applicant.post(one.at, { form: {}, files: { 'surat-permohonan': upload } })
    expect((await one.walk.see()).papers.map(({ name }) => name)).toEqual(['baru.pdf'])
    const two = await returned('perbaikan-tiga')
    await applicant.post(two.at, { form: {}, remake: ['surat-permohonan'] })
    expect((await two.walk.see()).papers.map(({ name }) => name)).toEqual(['Surat Permohonan.pdf'])
  })

  test('is done once under one key, and judged like the first time', async () => {
    const { walk, at } = await returned('perbaikan-empat')
    const wrong = await applicant.post(at, { form: { 'nama-domain': 'www', 'pj-teknis': '', lain: 'x' } })
    expect(wrong.json.errors.map((one: { path: string }) => one.path)).toEqual(
      expect.arrayContaining(['/form/lain', '/form/nama-domain', '/form/pj-teknis/email']),
    )
    const key = { 'idempotency-key': randomUUID() }
    const body = { form: { keperluan: 'Diperjelas' } }
    const first = await applicant.post(at, body, key)
    const again = await applicant.post(at, body, key)
    expect([first.json.repeated, again.json.repeated]).toEqual([false, true])
    expect((await applicant.post(at, body)).json.code).toBe('already-done')
    expect((await walk.see()).form.keperluan).toBe('Diperjelas')
  })

  test('is corrected by nobody else, and nothing is corrected that was not returned', async () => {
    const { at } = await returned('perbaikan-lima')
    expect((await clerk.post(at, { form: {} })).json.code).toBe('not-yours')
    const narrow = await programOf(office, 'pemohon', { scopes: ['read', 'work'] })
    expect((await narrow.post(at, { form: {} })).json.code).toBe('narrow-token')
    const walk = await fresh('perbaikan-enam')
    const { task } = await walk.task()
    expect((await applicant.post(`/dossiers/${walk.id}/tasks/${task}/correct`, { form: {} })).status).toBe(404)
    expect((await clerk.post(`/dossiers/${walk.id}/tasks/${task}/correct`, { form: {} })).json.code).toBe('not-open')
  })
})

describe('besides its tasks', () => {
  test('a request is withdrawn by its applicant alone, with a reason', async () => {
    const walk = await fresh('cabut')
    const at = `/dossiers/${walk.id}/withdraw`
    expect((await clerk.post(at, { reason: 'x' })).json.code).toBe('not-allowed')
    expect((await applicant.post(at, { reason: ' ' })).json.errors[0].path).toBe('/reason')
    expect((await applicant.post(at, { reason: 'Tidak jadi' })).status).toBe(200)
    expect(await walk.see()).toMatchObject({ status: 'withdrawn', reason: 'Tidak jadi' })
    expect((await applicant.post(at, { reason: 'Lagi' })).json.code).toBe('not-open')
  })

  test('an applicant’s message is never hidden from themselves, and one key writes one', async () => {
    const walk = await fresh('pesan')
    const key = { 'idempotency-key': randomUUID() }
    const body = { text: 'Mohon dipercepat' }
    await applicant.post(`/dossiers/${walk.id}/comments`, body, key)
    await applicant.post(`/dossiers/${walk.id}/comments`, body, key)
    expect((await walk.see()).comments).toMatchObject([{ text: 'Mohon dipercepat', visibleToApplicant: true }])
  })

  test('a file is attached by either side, once, and hidden where the officer says so', async () => {
    const walk = await fresh('lampiran')
    const at = `/dossiers/${walk.id}/attachments`
    const mine = await uploaded(applicant, 'Denah', 'denah.pdf')
    const key = { 'idempotency-key': randomUUID() }
    const first = await applicant.post(at, { upload: mine, note: 'Denah ruang' }, key)
    const again = await applicant.post(at, { upload: mine, note: 'Denah ruang' }, key)
    expect([first.json.repeated, again.json.repeated]).toEqual([false, true])
    const theirs = await uploaded(clerk, 'Nota', 'nota.pdf')
    expect((await clerk.post(at, { upload: theirs })).status).toBe(200)
    const foreign = await applicant.post(at, { upload: theirs })
    expect([foreign.status, foreign.json.errors[0].path]).toEqual([422, '/upload'])
    const names = async (program: Program) =>
      (await program.get(`/dossiers/${walk.id}/papers`)).json.papers.map((one: { name: string }) => one.name)
    expect(await names(clerk)).toEqual(expect.arrayContaining(['denah.pdf', 'nota.pdf', 'surat.pdf']))
    expect(await names(applicant)).not.toContain('nota.pdf')
    const paper = (await walk.see()).attachments[1]?.paper.id
    expect((await applicant.get(`/dossiers/${walk.id}/papers/${paper}/content`)).status).toBe(404)
    expect((await clerk.get(`/dossiers/${walk.id}/papers/${paper}/content`)).status).toBe(200)
  })

  test('a paper comes as the very bytes that were sent, to be kept and never run', async () => {
    const walk = await fresh('unduh')
    const { json } = await applicant.get(`/dossiers/${walk.id}/papers`)
    const [paper] = json.papers
    const { headers, bytes } = await applicant.get(`/dossiers/${walk.id}/papers/${paper.paper}/content`)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256)
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toMatch(/^attachment/)
    expect((await applicant.get(`/dossiers/${walk.id}/papers/${randomUUID()}/content`)).status).toBe(404)
    expect([bytes.length, headers['content-length']]).toEqual([paper.bytes, String(paper.bytes)])
  })

  test('a step without proof is closed by a post that disposed of the dossier, and by no other', async () => {
    const walk = await fresh('tanpabukti')
    await toTechnician(walk)
    const { task } = await walk.task()
    const at = `/dossiers/${walk.id}/tasks/${task}/override-proof`
    const body = { reason: 'Mitra tutup' }
    expect((await clerk.post(at, body)).json.code).toBe('not-allowed')
    expect((await applicant.post(at, body)).json.code).toBe('not-allowed')
    const head = await programOf(office, 'kabid')
    expect((await head.post(`/dossiers/${walk.id}/tasks/${randomUUID()}/override-proof`, body)).status).toBe(404)
    expect((await head.post(at, body)).status).toBe(200)
    expect((await walk.see()).tasks.find((one) => one.task === task)?.overridden).toBe('Mitra tutup')
  })

  test('an initial password is opened by the applicant alone, listed to nobody, and gone after its minute', async () => {
    const walk = await fresh('sandi')
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    const secret = (await secretsOf(office.office.store, 'demak', walk.id))[0]?.secret ?? ''
    const at = `/dossiers/${walk.id}/secrets/${secret}/open`
    expect((await clerk.post(at)).json.code).toBe('not-allowed')
    const reader = await programOf(office, 'pemohon', { scopes: ['read', 'work'] })
    expect((await reader.post(at)).json.code).toBe('narrow-token')
    expect((await clerk.get(`/dossiers/${walk.id}`)).json.secrets).toEqual([])
    const listed = await applicant.get(`/dossiers/${walk.id}`)
    expect(listed.json.secrets).toMatchObject([{ secret, openedAt: null }])
    const { json } = await applicant.post(at)
    expect(json.password.length).toBeGreaterThan(8)
    for (const program of [clerk, applicant])
      for (const page of ['', '/events', '/papers'])
        expect((await program.get(`/dossiers/${walk.id}${page}`)).bytes.toString('utf8')).not.toContain(json.password)
    expect((await applicant.get(`/dossiers/${walk.id}`)).json.secrets[0].openedAt).not.toBeNull()
    const other = await fresh('sandilain')
    expect((await applicant.post(`/dossiers/${other.id}/secrets/${secret}/open`)).status).toBe(404)
    const { store } = office.office
    await store.inAgency('demak', (db) =>
      db.updateTable('secret').set({ opened_at: '2026-01-01T00:00:00.000Z' }).where('secret', '=', secret).execute(),
    )
    expect((await applicant.post(at)).json.code).toBe('not-open')
  })
})
