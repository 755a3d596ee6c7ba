// Dossiers through the machine interface: found, read by each side as its pages show them, and acted upon.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { uploaded } from '../../../test/support/filing.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { letterPdf, post, subdomainForm, submitted, toTechnician, type Walk } from '../../../test/support/walk.ts'
import { secretsOf } from '../../store/secrets.ts'

let office: TestOffice
let applicant: Program
let clerk: Program
let beside: Program

beforeAll(async () => {
  office = await startOffice()
  applicant = await programOf(office, 'pemohon')
  clerk = await programOf(office, 'pelaksana')
  beside = await programOf(office, 'admin')
})
afterAll(() => office.stop())

const fresh = (name: string): Promise<Walk> => submitted(office, subdomainForm(name))
const entered = async (name: string, secrecy: 'biasa' | 'rahasia' = 'biasa'): Promise<Walk> => {
  const walk = await fresh(name)
  await walk.finish({ urgency: 'segera', secrecy, receivedOn: '2026-01-05', note: 'Catatan agenda' })
  return walk
}
const returned = async (name: string): Promise<{ walk: Walk; at: string }> => {
  const walk = await fresh(name)
  await walk.send(post('pelaksana'), { type: 'return', task: (await walk.task()).task, reason: 'Nomor surat keliru' })
  return { walk, at: `/dossiers/${walk.id}/tasks/${(await walk.task()).task}/correct` }
}

describe('the list', () => {
  test('shows each what they may see, narrowed by what they look for', async () => {
    const open = await fresh('daftar-satu')
    const secret = await entered('daftar-dua', 'rahasia')
    const gone = await fresh('daftar-tiga')
    await applicant.post(`/dossiers/${gone.id}/withdraw`, { reason: 'Batal' })
    const idsFor = async (program: Program, query: string) =>
      (await program.get(`/dossiers?${query}`)).json.dossiers.map((one: { dossier: string }) => one.dossier)
    expect(await idsFor(applicant, 'q=daftar')).toEqual([gone.id, secret.id, open.id])
    expect(await idsFor(beside, 'q=daftar')).toEqual([gone.id, open.id])
    expect(await idsFor(clerk, 'q=daftar&status=open')).toEqual([secret.id, open.id])
    expect(await idsFor(clerk, 'q=daftar&status=withdrawn&client=dinas-arsip&procedure=subdomain-hosting')).toEqual([
      gone.id,
    ])
    expect(await idsFor(clerk, 'client=dinas-kesehatan')).toEqual([])
    expect(await idsFor(clerk, `q=${(await open.see()).trackingCode}`)).toEqual([open.id])
    expect(await idsFor(clerk, 'q=%21%21')).toEqual([])
    expect((await clerk.get('/dossiers?status=hilang')).json.errors[0]).toMatchObject({ in: 'query', path: 'status' })
  })

  test('tells an applicant neither urgency nor secrecy, as their page does not', async () => {
    const walk = await entered('daftar-empat')
    const rowOf = async (program: Program) => (await program.get('/dossiers?q=daftar-empat')).json.dossiers[0]
    expect(await rowOf(applicant)).toMatchObject({ dossier: walk.id, urgency: null, secrecy: null })
    expect(await rowOf(clerk)).toMatchObject({ dossier: walk.id, urgency: 'segera', secrecy: 'biasa' })
  })

  test('goes on from page to page without leaving one out or telling one twice', async () => {
    for (let count = 0; count < 55; count += 1) await fresh(`halaman${count}`)
    const first = await applicant.get('/dossiers')
    const second = await applicant.get(`/dossiers?after=${first.json.next}`)
    const ids = [...first.json.dossiers, ...second.json.dossiers].map((one: { dossier: string }) => one.dossier)
    expect(first.json.dossiers).toHaveLength(50)
    expect(second.json.dossiers.length).toBeGreaterThanOrEqual(5)
    expect(new Set(ids).size).toBe(ids.length)
    const found = await applicant.get('/dossiers?q=halaman')
    const more = await applicant.get(`/dossiers?q=halaman&after=${found.json.next}`)
    expect(new Set([...found.json.dossiers, ...more.json.dossiers].map((one) => one.dossier)).size).toBe(55)
    expect(more.json.next).toBeNull()
  })
})

describe('a dossier', () => {
  test('is told to an officer with agenda, dispositions, tasks and inner comments', async () => {
    const walk = await entered('utuh-satu')
    await walk.finish({ instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' })
    await clerk.post(`/dossiers/${walk.id}/comments`, { text: 'Hanya di dalam' })
    const { json } = await clerk.get(`/dossiers/${walk.id}`)
    expect(json).toMatchObject({ dossier: walk.id, status: 'open', channel: 'online', secrets: [] })
    expect(json.inside.agenda).toMatchObject({ urgency: 'segera', note: 'Catatan agenda' })
    expect(json.inside.dispositions).toMatchObject([{ note: 'Mohon diproses', by: { kind: 'post' } }])
    expect(json.comments).toMatchObject([{ text: 'Hanya di dalam', visibleToApplicant: false }])
    expect(json.waits).toMatchObject([{ forApplicant: false }])
    expect(json.steps.filter((one: { state: string }) => one.state === 'current')).toHaveLength(1)
    expect(json.papers).toMatchObject([{ kind: 'surat-permohonan', current: true, attachment: null }])
    expect(json.position.en).toMatch(/step/i)
  })

  test('is told to its applicant without anything of the office’s own', async () => {
    const walk = await entered('utuh-dua')
    await walk.finish({ instructions: ['Proses lebih lanjut'], note: 'Rahasia dapur' })
    await clerk.post(`/dossiers/${walk.id}/comments`, { text: 'Jangan terbaca' })
    await clerk.post(`/dossiers/${walk.id}/comments`, { text: 'Untuk Anda', visibleToApplicant: true })
    const whole = await applicant.get(`/dossiers/${walk.id}`)
    const events = await applicant.get(`/dossiers/${walk.id}/events`)
    expect(whole.json.inside).toBeNull()
    expect(whole.json.comments.map((one: { text: string }) => one.text)).toEqual(['Untuk Anda'])
    for (const { bytes } of [whole, events])
      for (const hidden of ['Rahasia dapur', 'Jangan terbaca', 'Catatan agenda'])
        expect(bytes.toString('utf8')).not.toContain(hidden)
    expect(events.json.events.map((one: { type: string }) => one.type)).toEqual([
      'submitted',
      'entered',
      'step-finished',
      'commented',
    ])
    expect(events.json.events.at(-1)).toMatchObject({ title: expect.any(Object), note: { id: 'Untuk Anda' } })
    expect(events.json.events.every((one: { facts: unknown }) => one.facts === null)).toBe(true)
  })

  test('tells an officer every fact in order, page by page', async () => {
    const walk = await entered('utuh-tiga')
    for (let count = 0; count < 50; count += 1)
      await clerk.post(`/dossiers/${walk.id}/comments`, { text: `Catatan ${count}` })
    const first = await clerk.get(`/dossiers/${walk.id}/events`)
    const second = await clerk.get(`/dossiers/${walk.id}/events?after=${first.json.next}`)
    const seqs = [...first.json.events, ...second.json.events].map((one: { seq: number }) => one.seq)
    expect(seqs).toEqual(Array.from({ length: (await walk.see()).version }, (_, index) => index + 1))
    expect(second.json.next).toBeNull()
    expect(first.json.latest).toBe(first.json.next)
    const on = async () => (await clerk.get(`/dossiers/${walk.id}/events?after=${second.json.latest}`)).json
    expect(await on()).toMatchObject({ events: [], next: null, latest: second.json.latest })
    await applicant.post(`/dossiers/${walk.id}/comments`, { text: 'Kabar baru' })
    expect((await on()).events).toMatchObject([{ type: 'commented', note: { en: 'Kabar baru' } }])
    expect(first.json.events[0]).toMatchObject({ type: 'submitted', facts: { channel: 'online' } })
  })

  test('keeps from its applicant what was seen at the office’s own tasks', async () => {
    const walk = await entered('utuh-empat')
    const { task } = await walk.task()
    expect((await applicant.get(`/dossiers/${walk.id}/tasks/${task}`)).status).toBe(404)
    expect((await clerk.get(`/dossiers/${walk.id}/tasks/${task}`)).status).toBe(200)
  })
})

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
    expect(bytes.length).toBe((await letterPdf()).length)
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
