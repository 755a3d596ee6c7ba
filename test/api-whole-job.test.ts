// The whole job by programs alone: from the upload to the letter in hand and the name answering, each hat by its own token.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOf, type Program, programOf } from './support/api.ts'
import { uploaded } from './support/filing.ts'
import { startOffice, type TestOffice } from './support/office.ts'

let office: TestOffice
let hats: Record<'pemohon' | 'pelaksana' | 'kepala-dinas' | 'sekretaris' | 'kabid', Program>
beforeAll(async () => {
  office = await startOffice()
  const [pemohon, pelaksana, head, sekretaris, kabid] = await Promise.all([
    programOf(office, 'pemohon', { scopes: ['read', 'apply'] }),
    programOf(office, 'pelaksana', { scopes: ['read', 'work'] }),
    programOf(office, 'kepala-dinas', { scopes: ['read', 'work'] }),
    programOf(office, 'sekretaris', { scopes: ['work'] }),
    programOf(office, 'kabid', { scopes: ['work'] }),
  ])
  hats = { pemohon, pelaksana, 'kepala-dinas': head, sekretaris, kabid }
})
afterAll(() => office.stop())

const must = async (program: Program, path: string, body: unknown) => {
  const answer = await program.post(path, body, { 'idempotency-key': randomUUID() })
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.json)}`)
  return answer.json
}

/** Finds the task of this dossier in the work list of a post, reads it, and finishes the very state that was read. */
const work = async (program: Program, dossier: string, answer: object): Promise<void> => {
  const { json } = await program.get('/tasks')
  const row = json.tasks.find((one: { dossier: string }) => one.dossier === dossier)
  if (!row) throw new Error('nothing waits here')
  const at = `/dossiers/${dossier}/tasks/${row.task}`
  const read = await program.get(at)
  const headers = { 'idempotency-key': randomUUID(), 'if-match': read.headers.etag ?? '' }
  const done = await program.post(`${at}/finish`, { act: read.json.act, ...answer }, headers)
  if (done.status !== 200) throw new Error(`${read.json.step}: ${JSON.stringify(done.json)}`)
}

/** Finishes what waits for the applicant. */
const confirm = async (dossier: string): Promise<void> => {
  const { json } = await hats.pemohon.get(`/dossiers/${dossier}`)
  const wait = json.waits.find((one: { forApplicant: boolean }) => one.forApplicant)
  await must(hats.pemohon, `/dossiers/${dossier}/tasks/${wait.task}/finish`, { act: 'receive', note: 'Diterima' })
}

describe('programs take one request', () => {
  let dossier = ''
  let trackingCode = ''

  test('from the upload to a filed request, judged before', async () => {
    const { pemohon } = hats
    const { json: me } = await pemohon.get('/me')
    const client = me.hats.find((one: { kind: string }) => one.kind === 'client').client
    const { json: list } = await pemohon.get('/procedures')
    const { procedure } = list.procedures.find(
      (one: { procedure: string; inForce: boolean }) => one.inForce && one.procedure === 'subdomain-hosting',
    )
    const body = { ...Object(exampleOf('fileDossier')), client, procedure }
    expect((await pemohon.post('/dossiers/check', body)).json.faults).toEqual([])
    const files = { 'surat-permohonan': await uploaded(pemohon, 'Permohonan', 'permohonan.pdf') }
    const filed = await must(pemohon, '/dossiers', { ...body, files })
    dossier = filed.dossier
    trackingCode = filed.trackingCode
    const { json } = await pemohon.get(`/dossiers/${dossier}`)
    expect(json).toMatchObject({ status: 'open', papers: [{ name: 'permohonan.pdf' }] })
  })

  test('back for a correction and forth again, with a message, a map and an answer', async () => {
    const { pemohon, pelaksana } = hats
    const { json } = await pelaksana.get('/tasks')
    const { task } = json.tasks.find((one: { dossier: string }) => one.dossier === dossier)
    await must(pelaksana, `/dossiers/${dossier}/tasks/${task}/return`, { reason: 'Nomor surat keliru' })
    const { json: back } = await pemohon.get(`/dossiers/${dossier}`)
    expect(back.returns).toMatchObject([{ reason: 'Nomor surat keliru' }])
    await must(pemohon, `/dossiers/${dossier}/tasks/${back.waits[0].task}/correct`, exampleOf('correctDossier'))
    await must(pemohon, `/dossiers/${dossier}/comments`, exampleOf('commentDossier'))
    const upload = await uploaded(pemohon, 'Denah', 'denah.pdf')
    await must(pemohon, `/dossiers/${dossier}/attachments`, { ...Object(exampleOf('attachToDossier')), upload })
    const { json: whole } = await pelaksana.get(`/dossiers/${dossier}`)
    expect(whole.form['nomor-surat']).toBe('045/13/2026')
    expect(whole.papers.map((one: { kind: string }) => one.kind).toSorted()).toEqual(['lampiran', 'surat-permohonan'])
  })

  test('through entry and dispositions to the technician, whose work is proven from outside', async () => {
    await work(hats.pelaksana, dossier, { urgency: 'segera', secrecy: 'biasa', receivedOn: '2026-11-20' })
    await work(hats['kepala-dinas'], dossier, { instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' })
    await work(hats.sekretaris, dossier, { note: 'Teruskan' })
    await work(hats.kabid, dossier, { note: 'Kerjakan' })
    await work(hats.pelaksana, dossier, { mode: 'system' })
    await office.jobsDone()
    const { json } = await hats.pelaksana.get(`/dossiers/${dossier}`)
    const name = json.form['nama-domain']
    const answer = await office.office.tools.dns('demak')?.ask(name, 'A')
    expect(answer).toMatchObject({ ok: true, value: { authoritative: true, records: [{ value: '127.0.0.1' }] } })
    const made = json.inside.tasks.find((one: { step: string }) => one.step === 'buat')
    const { json: task } = await hats.pelaksana.get(`/dossiers/${dossier}/tasks/${made.task}`)
    expect(task.proofs.map((one: { passed: boolean }) => one.passed)).toEqual([true, true])
  })

  test('by initials to the letter, which its applicant holds in hand', async () => {
    await work(hats.pelaksana, dossier, { phase: 'ask-initials', draft: 'Mohon segera dipakai.' })
    await work(hats.kabid, dossier, { verdict: 'initialed' })
    await work(hats.pelaksana, dossier, { phase: 'send', draft: 'Mohon segera dipakai.' })
    await office.jobsDone()
    const { json } = await hats.pemohon.get(`/dossiers/${dossier}/papers`)
    const letter = json.papers.find((one: { letter: string | null }) => one.letter !== null)
    expect(letter.number).toMatch(/^500\.12\/1\//)
    const { bytes, headers } = await hats.pemohon.get(`/dossiers/${dossier}/papers/${letter.paper}/content`)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(headers['content-type']).toBe('application/pdf')
  })

  test('to the password that is opened once, the confirmation, the rating and the registers', async () => {
    const { pemohon, pelaksana } = hats
    const { json: before } = await pemohon.get(`/dossiers/${dossier}`)
    const opened = await must(pemohon, `/dossiers/${dossier}/secrets/${before.secrets[0].secret}/open`, undefined)
    expect(opened.password).not.toBe('')
    await confirm(dossier)
    await must(pemohon, `/dossiers/${dossier}/rating`, exampleOf('rateDossier'))
    const { json: after } = await pelaksana.get(`/dossiers/${dossier}`)
    expect(after).toMatchObject({ status: 'finished', rating: { score: 4 }, waits: [] })
    expect(after.inside.items.map((one: { register: string }) => one.register).toSorted()).toEqual([
      'hosting',
      'subdomain',
    ])
    const stranger = await programOf(office, null)
    expect((await stranger.get(`/tracking/${trackingCode}`)).json).toMatchObject({ status: 'finished' })
    const { json: events } = await pelaksana.get(`/dossiers/${dossier}/events`)
    expect(events.events.at(-1)).toMatchObject({ type: 'rated', by: { kind: 'client' } })
  })
})
