import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { sideTasks, toTechnician, type Walk } from '../../../../test/support/walk.ts'
import type { Command } from '../../../core/dossier/commands.ts'
import type { Proof } from '../../../core/dossier/events.ts'
import { address, aRequest, deed, everybody, type People } from './desk.fixture.ts'

let office: TestOffice
let at: People

// Without a worker, so that the office says itself what an outside system answered.
beforeAll(async () => {
  office = await startOffice({ works: false })
  at = await everybody(office)
})
afterAll(() => office.stop())

const answerOf = async (walk: Walk, job: string, command: Command) => {
  const done = await office.office.tools.handle({
    agency: 'demak',
    dossier: walk.id,
    by: { kind: 'system', job },
    command,
    key: randomUUID(),
  })
  expect(done.ok).toBe(true)
}

const proof = (passed: boolean, fulfil: Proof['fulfil']): Proof => ({
  fulfil,
  passed,
  byHand: true,
  checks: [
    {
      what: { id: 'Jawaban server nama', en: 'Answer' },
      asked: 'A nama',
      expected: '192.0.2.80',
      got: passed ? '192.0.2.80' : 'tidak ada',
      passed,
    },
  ],
  reason: passed ? null : { id: 'Server nama belum menjawab dengan alamat itu.', en: 'Not yet.' },
  secret: null,
})

const atTechnician = async (): Promise<Walk> => {
  const walk = await aRequest(office)
  await toTechnician(walk)
  return walk
}

describe('While the system is at work', () => {
  test('the page of the technician renews itself without scripts and asks for nothing that would get lost', async () => {
    const walk = await atTechnician()
    await deed(at.pelaksana, walk, { do: 'finish', mode: 'system' })
    const page = await at.pelaksana.get(address(walk))
    expect(page.headers.refresh).toBe('2')
    expect(wordsOf(page.text)).toContain('Sistem sedang bekerja dan memeriksa hasilnya')
    expect(wordsOf(page.text)).not.toContain('Tulis catatan')
    expect((await at.kabid.get(address(walk))).headers.refresh).toBeUndefined()
  })

  test('it cannot be started a second time', async () => {
    const walk = await atTechnician()
    await deed(at.pelaksana, walk, { do: 'finish', mode: 'system' })
    const again = await deed(at.pelaksana, walk, { do: 'finish', mode: 'system' })
    expect(again.status).toBe(409)
    expect(wordsOf(again.text)).toContain('Pekerjaan ini sedang berjalan di sistem.')
  })
})

describe('When it did not succeed', () => {
  test('the reason is told in plain words with what was looked at, and it can be tried again', async () => {
    const walk = await atTechnician()
    await deed(at.pelaksana, walk, { do: 'finish', mode: 'by-hand' })
    const { task, attempt } = await walk.task()
    await answerOf(walk, 'fulfil', { type: 'record-proof', task, attempt, proofs: [proof(false, 'dns-record')] })
    const page = wordsOf((await at.pelaksana.get(address(walk))).text)
    expect(page).toContain('Pekerjaan ini belum berhasil Server nama belum menjawab dengan alamat itu.')
    expect(page).toContain('Jawaban server nama Belum sesuai Ditanyakan A nama Diharapkan 192.0.2.80 Dijawab tidak ada')
    expect((await deed(at.pelaksana, walk, { do: 'finish', mode: 'system' })).status).toBe(303)
    expect((await walk.task()).attempt).toBe(2)
  })

  test('a superior who disposed of the dossier closes the step without proof, with a reason; nobody else can', async () => {
    const walk = await atTechnician()
    await deed(at.pelaksana, walk, { do: 'finish', mode: 'by-hand' })
    const { task, attempt } = await walk.task()
    await answerOf(walk, 'fulfil', { type: 'record-proof', task, attempt, proofs: [proof(false, 'dns-record')] })
    expect(wordsOf((await at.kabid.get(address(walk))).text)).toContain('Tutup langkah ini tanpa bukti')
    expect(wordsOf((await at.kasubag.get(address(walk))).text)).not.toContain('Tutup langkah ini tanpa bukti')
    expect((await deed(at.kasubag, walk, { do: 'override', reason: 'Saya mau' })).status).toBe(409)
    expect((await deed(at.kabid, walk, { do: 'override', reason: '' })).status).toBe(422)
    expect((await deed(at.kabid, walk, { do: 'override', reason: 'Server sedang dipindahkan' })).status).toBe(303)
    expect((await walk.task()).step).toBe('surat-akun')
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toContain('Langkah ditutup tanpa bukti')
  })
})

test('a letter that could not be printed keeps its number and is made again', async () => {
  const walk = await atTechnician()
  await deed(at.pelaksana, walk, { do: 'finish', mode: 'by-hand' })
  const making = await walk.task()
  const proofs = [proof(true, 'hosting-space'), proof(true, 'dns-record')]
  await answerOf(walk, 'fulfil', { type: 'record-proof', task: making.task, attempt: making.attempt, proofs })
  await deed(at.pelaksana, walk, { do: 'finish', phase: 'ask-initials', draft: '' })
  const [side] = await sideTasks(walk)
  await deed(at.kabid, walk, { do: 'finish', task: side?.task ?? '', verdict: 'initialed' })
  await deed(at.pelaksana, walk, { do: 'finish', phase: 'send', draft: '' })
  expect((await at.pelaksana.get(address(walk))).headers.refresh).toBe('2')
  const { task } = await walk.task()
  const reason = { id: 'Surat belum dapat dibuat.', en: 'Not made.' }
  await answerOf(walk, 'make-letter', { type: 'record-failure', task, effect: 'make-letter', reason, final: true })
  const number = (await walk.see()).letters[0]?.number ?? ''
  const page = wordsOf((await at.pelaksana.get(address(walk))).text)
  expect(page).toContain(`Nomor ${number} tetap dipakai.`)
  expect((await deed(at.pelaksana, walk, { do: 'retry-letter' })).status).toBe(303)
  expect((await walk.see()).letters[0]?.number).toBe(number)
  expect((await walk.task()).effectSince).not.toBeNull()
})
