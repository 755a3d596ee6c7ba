// A client written by a public generator from the published description takes one request through the whole job.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleOf, programOf } from './support/api.ts'
import { type GeneratedClient, generateClient } from './support/generated-client.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { letterPdf } from './support/walk.ts'

const ROLES = ['pelaksana', 'kepala-dinas', 'sekretaris', 'kabid'] as const

let office: TestOffice
let client: GeneratedClient
let applicant: string
let officers: string[]

beforeAll(async () => {
  // With one public address the office has one agency, and every host is its.
  office = await startOffice({ env: { MIPP_PUBLIC_URL: 'http://127.0.0.1' } })
  client = await generateClient(office.url)
  applicant = (await programOf(office, 'pemohon')).token
  officers = await Promise.all(ROLES.map(async (role) => (await programOf(office, role)).token))
})
afterAll(async () => {
  await client.remove()
  await office.stop()
})

/** What the walk reads out of the answers; each has some of it, and a step without its part fails. */
type Told = {
  upload: string
  dossier: string
  act: string
  tasks: { dossier: string; task: string; waitsForEffect: boolean }[]
  waits: { task: string; forApplicant: boolean }[]
  papers: { letter: unknown }[]
}

/** Calls and expects success. */
const must = async (token: string, id: string, given: Record<string, unknown> = {}): Promise<Told> => {
  const { status, data } = await client.call(token, id, given)
  if (status >= 300) throw new Error(`${id}: ${JSON.stringify(data)}`)
  return data as Told
}

/** What each act is answered with; the letter asks for initials first. */
const ANSWERS: Record<string, (asked: number) => object> = {
  enter: () => ({ urgency: 'segera', secrecy: 'biasa' }),
  dispose: () => ({ instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' }),
  fulfil: () => ({ mode: 'system' }),
  send: (asked) => ({ phase: asked === 0 ? 'ask-initials' : 'send', draft: 'Mohon dipakai' }),
  initial: () => ({ verdict: 'initialed' }),
}

/** Every officer in turn does what stands in their work list. @returns how many tasks were finished */
const workOnce = async (letters: { asked: number }): Promise<number> => {
  let finished = 0
  for (const token of officers) {
    const { tasks } = await must(token, 'listTasks')
    for (const { dossier, task, waitsForEffect } of tasks) {
      if (waitsForEffect) continue
      const { act } = await must(token, 'getTask', { dossier, task })
      const finish = { act, ...ANSWERS[act]?.(letters.asked) }
      await must(token, 'finishTask', { dossier, task, idempotencyKey: randomUUID(), finish })
      if (act === 'send') letters.asked += 1
      finished += 1
    }
  }
  return finished
}

test('the generated client files a request, every post does its part, and the applicant ends with the letter', async () => {
  const file = new Blob([Buffer.from(await letterPdf())], { type: 'application/pdf' })
  const { upload } = await must(applicant, 'uploadFile', { body: { file } })
  const filing = { ...Object(exampleOf('fileDossier')), files: { 'surat-permohonan': upload } }
  const { dossier } = await must(applicant, 'fileDossier', { idempotencyKey: randomUUID(), filing })

  const letters = { asked: 0 }
  let rounds = 0
  while ((await workOnce(letters)) > 0 && rounds < 20) {
    await office.jobsDone()
    rounds += 1
  }
  const before = await must(applicant, 'getDossier', { dossier })
  const task = before.waits.find((one) => one.forApplicant)?.task
  await must(applicant, 'finishTask', { dossier, task, finish: { act: 'receive' } })
  await must(applicant, 'rateDossier', { dossier, body: { score: 4, comment: 'Cepat' } })

  expect(await must(applicant, 'getDossier', { dossier })).toMatchObject({ status: 'finished', rating: { score: 4 } })
  const { papers } = await must(applicant, 'listPapers', { dossier })
  expect(papers.some((one) => one.letter !== null)).toBe(true)
})

test('the generated client is given problems as data, with their code', async () => {
  const refused = await client.call(applicant, 'readAgenda')
  expect(refused).toMatchObject({ status: 403, data: { code: 'not-allowed' } })
  const stranger = await client.call('', 'listTasks')
  expect(stranger).toMatchObject({ status: 401, data: { code: 'no-token' } })
})
