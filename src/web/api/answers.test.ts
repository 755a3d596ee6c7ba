// A task says what it takes: what may be chosen, what may be done with it, and after it was answered what is waited for.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiAnswer, type Program, programOf } from '../../../test/support/api.ts'
import { uploaded } from '../../../test/support/filing.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { post, subdomainForm, submitted, toTechnician } from '../../../test/support/walk.ts'

let office: TestOffice
let applicant: Program
let clerk: Program
let head: Program
let secretary: Program
let chief: Program

beforeAll(async () => {
  office = await startOffice()
  const roles = ['pemohon', 'pelaksana', 'kepala-dinas', 'sekretaris', 'kabid']
  const programs = await Promise.all(roles.map((role) => programOf(office, role)))
  ;[applicant, clerk, head, secretary, chief] = programs as [Program, Program, Program, Program, Program]
})
afterAll(() => office.stop())

const fresh = async (name: string) => {
  const walk = await submitted(office, subdomainForm(name))
  const at = async (kind = 'main') => {
    const { tasks } = await walk.see()
    const open = tasks.find((one) => one.closedAt === null && one.kind === kind)
    return `/dossiers/${walk.id}/tasks/${open?.task}`
  }
  return { walk, at }
}
const ENTERED = { urgency: 'biasa', secrecy: 'biasa' }
const EN = { 'accept-language': 'en' }
const valuesOf = (list: { value: string }[]): string[] => list.map(({ value }) => value)
const pathsOf = ({ json }: ApiAnswer): string[] => (json.errors ?? []).map((one: { path: string }) => one.path)

describe('a disposition', () => {
  test('finds its instructions and recipients with the task, and what is not among them is told by its place', async () => {
    const { walk, at } = await fresh('pilihan-satu')
    await walk.finish(ENTERED)
    const { json } = await head.get(await at())
    expect(json.act).toBe('dispose')
    expect(valuesOf(json.choices.instructions)).toContain('Proses lebih lanjut')
    const posts = valuesOf(json.choices.alsoTo)
    expect(posts).toContain('kabid-aptika')
    expect(posts).not.toContain('kepala-dinas')
    expect(posts).not.toContain('sekretaris')
    const body = { act: 'dispose', instructions: ['Proses lebih lanjut', 'Terbangkan'], alsoTo: ['raja'] }
    const wrong = await head.post(`${await at()}/finish`, body)
    expect([wrong.status, pathsOf(wrong)]).toEqual([422, ['/instructions/1', '/alsoTo/0']])
    const right = { act: 'dispose', instructions: ['Proses lebih lanjut'], alsoTo: ['kabid-aptika'] }
    expect((await head.post(`${await at()}/finish`, right)).json).toMatchObject({ closed: true, waitsForEffect: false })
    const side = (await walk.see()).tasks.find((one) => one.kind === 'attention')
    expect(side?.posts).toEqual(['kabid-aptika'])
  })
})

describe('what may be done with a task', () => {
  test('is told to whoever holds it, as its page offers it, and nobody else', async () => {
    const { at } = await fresh('boleh-satu')
    const mayOf = async (program: Program) => (await program.get(await at())).json.may
    expect(await mayOf(clerk)).toEqual(['finish', 'take', 'return'])
    // Whoever stands above shares the work out, but does not do it.
    expect(await mayOf(head)).toEqual(['hand-over'])
    await clerk.post(`${await at()}/take`)
    expect(await mayOf(clerk)).toContain('release')
    await clerk.post(`${await at()}/release`)
    const before = await at()
    await clerk.post(`${before}/finish`, { act: 'enter', ...ENTERED })
    expect((await clerk.get(before)).json).toMatchObject({ may: [], choices: {} })
    expect(await mayOf(head)).toEqual(['finish'])
  })

  test('does not name what the policy of this step refuses', async () => {
    const { walk, at } = await fresh('boleh-dua')
    await toTechnician(walk)
    expect((await clerk.get(await at())).json.may).toEqual(['finish', 'take'])
    for (const deed of ['return', 'reject'])
      expect((await clerk.post(`${await at()}/${deed}`, { reason: 'Uji' })).json.code, deed).toBe('not-allowed')
  })

  test('an applicant learns nothing of the office’s own tasks, also by acting on them', async () => {
    const { at } = await fresh('boleh-tiga')
    const task = await at()
    expect((await applicant.get(task)).status).toBe(404)
    expect((await applicant.post(`${task}/finish`, { act: 'enter', ...ENTERED })).status).toBe(404)
  })
})

test('a request that came back names the address that takes the corrected form', async () => {
  const { walk, at } = await fresh('kembali-satu')
  await walk.send(post('pelaksana'), { type: 'return', task: (await walk.task()).task, reason: 'Perbaiki' })
  expect((await applicant.get(await at())).json).toMatchObject({ act: 'submit', may: ['correct'] })
  for (const act of ['submit', 'do']) {
    const answer = await applicant.post(`${await at()}/finish`, { act, form: {} }, EN)
    const plain = act === 'do' ? await applicant.post(`${await at()}/finish`, { act }, EN) : answer
    expect([plain.status, pathsOf(plain)[0], plain.json.errors[0].detail]).toEqual([
      422,
      '/act',
      expect.stringContaining('/correct'),
    ])
  }
})

test('a letter goes from draft to post: each try says what is waited for, and its text is sent as initialed', async () => {
  const { walk, at } = await fresh('surat-satu')
  await toTechnician(walk)
  const begun = await clerk.post(`${await at()}/finish`, { act: 'fulfil' })
  expect(begun.json).toMatchObject({ closed: false, waitsForEffect: true })
  expect((await clerk.get(await at())).json.may).toEqual([])
  await office.jobsDone()
  const first = (await clerk.get(await at())).json
  expect([first.act, valuesOf(first.choices.phase)]).toEqual(['send', ['ask-initials']])
  const asked = await clerk.post(`${await at()}/finish`, { act: 'send', phase: 'ask-initials', draft: 'Mohon dipakai' })
  expect(asked.json).toMatchObject({ closed: false, waitsForEffect: false })
  for (const program of [chief, secretary, head]) {
    const { tasks } = await walk.see()
    for (const { task } of tasks.filter((one) => one.closedAt === null && one.kind === 'initial')) {
      const place = `/dossiers/${walk.id}/tasks/${task}`
      if (!(await program.get(place)).json.may.includes('finish')) continue
      const silent = await program.post(`${place}/finish`, { act: 'initial', verdict: 'sent-back' })
      expect([silent.status, pathsOf(silent)]).toEqual([422, ['/note']])
      expect((await program.post(`${place}/finish`, { act: 'initial', verdict: 'initialed' })).status).toBe(200)
    }
  }
  expect(valuesOf((await clerk.get(await at())).json.choices.phase)).toEqual(['send', 'ask-initials'])
  const sent = await clerk.post(`${await at()}/finish`, { act: 'send', phase: 'send' })
  expect([sent.status, sent.json.waitsForEffect]).toEqual([200, true])
  expect((await walk.see()).letters.at(-1)?.draft.note).toBe('Mohon dipakai')
  await office.jobsDone()
  const { papers } = (await applicant.get(`/dossiers/${walk.id}/papers`)).json
  const letter = papers.find((paper: { letter: string | null }) => paper.letter !== null)
  const stranger = await programOf(office, null)
  expect((await stranger.get(`/letters/${letter.checkCode}`)).json).toMatchObject({ number: letter.number })
})

describe('the work list', () => {
  test('of an applicant is what waits for them, and names the client by key and by name', async () => {
    const { walk, at } = await fresh('daftar-pemohon')
    const mine = async () =>
      (await applicant.get('/tasks')).json.tasks.filter((one: { dossier: string }) => one.dossier === walk.id)
    expect(await mine()).toEqual([])
    const [row] = (await clerk.get('/tasks')).json.tasks.filter((one: { dossier: string }) => one.dossier === walk.id)
    const names = { client: 'dinas-arsip', clientName: 'Dinas Perpustakaan dan Kearsipan' }
    expect(row).toMatchObject(names)
    await walk.send(post('pelaksana'), { type: 'return', task: (await walk.task()).task, reason: 'Perbaiki' })
    const [waiting] = await mine()
    expect(waiting).toMatchObject({ ...names, forApplicant: true, urgency: null, secrecy: null })
    expect(await at()).toBe(`/dossiers/${walk.id}/tasks/${waiting.task}`)
    const other = await programOf(office, 'pemohon', { agency: 'tulungagung' })
    expect((await other.get('/tasks')).json.tasks).toEqual([])
  })

  test('of an applicant goes on from page to page', async () => {
    for (let count = 0; count < 52; count += 1) {
      const { walk } = await fresh(`antre${count}`)
      await walk.send(post('pelaksana'), { type: 'return', task: (await walk.task()).task, reason: 'Perbaiki' })
    }
    const first = (await applicant.get('/tasks')).json
    const second = (await applicant.get(`/tasks?after=${first.next}`)).json
    const tasks = [...first.tasks, ...second.tasks].map((one: { task: string }) => one.task)
    expect([first.tasks.length, second.next]).toEqual([50, null])
    expect(new Set(tasks).size).toBe(tasks.length)
    expect(tasks.length).toBeGreaterThanOrEqual(52)
  })
})

test('what was added is named in the answer, also when it is told again', async () => {
  const { walk } = await fresh('ditambah')
  const key = () => ({ 'idempotency-key': randomUUID() })
  const [one, two] = [key(), key()]
  const upload = await uploaded(applicant, 'Denah', 'denah.pdf')
  const first = await applicant.post(`/dossiers/${walk.id}/attachments`, { upload }, one)
  const comment = await applicant.post(`/dossiers/${walk.id}/comments`, { text: 'Denah terlampir' }, two)
  const again = await applicant.post(`/dossiers/${walk.id}/attachments`, { upload }, one)
  const told = await applicant.post(`/dossiers/${walk.id}/comments`, { text: 'Denah terlampir' }, two)
  expect([again.json, told.json]).toEqual([
    { ...first.json, repeated: true },
    { ...comment.json, repeated: true },
  ])
  const { papers } = (await applicant.get(`/dossiers/${walk.id}/papers`)).json
  expect(papers.find((paper: { name: string }) => paper.name === 'denah.pdf').paper).toBe(first.json.paper)
  const { events } = (await applicant.get(`/dossiers/${walk.id}/events`)).json
  expect(events.find((event: { seq: number }) => event.seq === comment.json.seq)).toMatchObject({
    type: 'commented',
    note: { id: 'Denah terlampir' },
  })
})
