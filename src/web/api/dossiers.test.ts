import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { subdomainForm, submitted, type Walk } from '../../../test/support/walk.ts'

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
