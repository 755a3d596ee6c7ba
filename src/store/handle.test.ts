// Commands against a real PostgreSQL: one dossier from start to end, keys, crowds, numbers.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import {
  byClient,
  byPost,
  bySystem,
  type Handling,
  openHandling,
  paperRef,
  passedProof,
} from '../../test/support/handling.ts'
import { openMainTasks } from '../core/dossier/dossier.ts'
import { SEALED } from '../core/dossier/letters/sealed.fixture.ts'
import type { Handled } from './handle.ts'

let database: TestDatabase
let office: Handling

beforeAll(async () => {
  database = await createTestDatabase()
  office = await openHandling(database)
})

afterAll(async () => {
  await office.close()
  await database.drop()
})

const ENTERED = { urgency: 'segera', secrecy: 'biasa' }

const taskOf = async (dossier: string, step: string): Promise<string> =>
  openMainTasks(await office.read(dossier)).find((task) => task.step === step)?.task ?? ''

const mustBeDone = (handled: Handled): void => {
  if (!handled.ok) throw new Error(handled.refusal.sentence.en)
}

describe('a dossier', () => {
  test('goes from submit to finish, and the lists tell what its events tell', async () => {
    const { dossier, number } = await office.submit()
    expect(number).toMatch(/^MIPP\/2026\/\d{4}$/)
    mustBeDone(await office.finish(dossier, 'catat', ENTERED))
    for (const step of ['disposisi-kadin', 'disposisi-sekretaris', 'disposisi-kabid']) {
      mustBeDone(await office.finish(dossier, step, { instructions: ['Proses lebih lanjut'] }))
    }
    await prove(dossier)
    await sendLetter(dossier)
    mustBeDone(await office.finish(dossier, 'terima'))
    mustBeDone(await office.send(dossier, byClient, { type: 'rate', score: 4, comment: 'Baik' }))

    const state = await office.read(dossier)
    expect(state).toMatchObject({ status: 'finished', number, rating: { score: 4 } })
    const rows = await office.store.inAgency(office.agency, async (db) => ({
      dossier: await db.selectFrom('dossier').selectAll().where('dossier', '=', dossier).executeTakeFirstOrThrow(),
      tasks: await db.selectFrom('task').selectAll().where('dossier', '=', dossier).execute(),
      agenda: await db.selectFrom('agenda').selectAll().where('dossier', '=', dossier).executeTakeFirstOrThrow(),
      items: await db.selectFrom('register_item').selectAll().where('dossier', '=', dossier).execute(),
      papers: await db.selectFrom('paper').selectAll().where('dossier', '=', dossier).execute(),
      events: await db.selectFrom('event').selectAll().where('dossier', '=', dossier).execute(),
    }))
    expect(rows.dossier).toMatchObject({
      status: 'finished',
      version: state.version,
      agenda_number: state.agenda?.number,
    })
    expect(rows.events).toHaveLength(state.version)
    expect(rows.tasks).toHaveLength(state.tasks.length)
    expect(rows.tasks.filter((task) => task.closed_at === null)).toEqual([])
    expect(rows.agenda).toMatchObject({ number: state.agenda?.number, letter_number: '045/77/2026', urgency: 'segera' })
    expect(rows.items.map((item) => [item.register, item.key]).sort()).toEqual([
      ['hosting', 'arsip.demakkab.go.id'],
      ['subdomain', 'arsip.demakkab.go.id'],
    ])
    expect(rows.papers.map((paper) => [paper.kind, paper.number]).sort()).toEqual([
      ['surat-akun', state.letters[0]?.number],
      ['surat-permohonan', null],
    ])
  })

  test('that nobody knows is refused with a sentence', async () => {
    const handled = await office.send(randomUUID(), byClient, { type: 'withdraw', reason: '' })
    expect(handled).toMatchObject({ ok: false, refusal: { sentence: { id: 'Berkas tidak ditemukan.' } } })
  })

  test('whose name is no name at all is refused in the same way', async () => {
    const handled = await office.send("1' or 1=1", byClient, { type: 'withdraw', reason: '' })
    expect(handled).toMatchObject({ ok: false, refusal: { sentence: { id: 'Berkas tidak ditemukan.' } } })
  })

  test('keeps what people typed, but for marks that nobody sees and that turn the reading direction around', async () => {
    const { dossier } = await office.submit()
    const text = 'Baris satu\nbaris "dua" \\ {seq} \u0000 \ud83d\ude00 \ud83d \u202e'
    mustBeDone(await office.send(dossier, byClient, { type: 'comment', text, visibleToApplicant: true }))
    const [comment] = (await office.read(dossier)).comments
    expect(comment?.text).toBe('Baris satu\nbaris "dua" \\ {seq}  \ud83d\ude00')
  })
})

describe('a key', () => {
  test('that comes twice is done once and answered alike', async () => {
    const order = office.submitOrder()
    const first = await office.handle(order)
    const second = await office.handle(order)
    expect(first).toMatchObject({ ok: true, isRepeated: false })
    expect(second).toEqual({ ...first, isRepeated: true })
  })

  test('that comes twice for a submit is answered with the first dossier, whatever name the second was given', async () => {
    const order = office.submitOrder()
    const first = await office.handle(order)
    const second = await office.handle({ ...order, dossier: randomUUID() })
    expect(second).toEqual({ ...first, isRepeated: true })
  })

  test.each(['the same dossier', 'a dossier each'])(
    'that comes five times at once for %s is done once',
    async (how) => {
      const order = office.submitOrder()
      const before = await dossiers()
      const handled = await Promise.all(
        Array.from({ length: 5 }, () =>
          office.handle(how === 'the same dossier' ? order : { ...order, dossier: randomUUID() }),
        ),
      )
      expect(handled.filter((one) => one.ok && !one.isRepeated)).toHaveLength(1)
      expect(new Set(handled.map((one) => one.ok && `${one.dossier} ${one.version} ${one.number}`)).size).toBe(1)
      expect((await dossiers()) - before).toBe(1)
    },
  )

  test('that comes five times at once for a step is done once', async () => {
    const { dossier } = await office.submit()
    const task = await taskOf(dossier, 'catat')
    const key = randomUUID()
    const by = byPost('pelaksana')
    const handled = await Promise.all(
      Array.from({ length: 5 }, () => office.send(dossier, by, { type: 'finish-step', task, answer: ENTERED }, key)),
    )
    expect(handled.filter((one) => one.ok && !one.isRepeated)).toHaveLength(1)
    expect(handled.filter((one) => one.ok)).toHaveLength(5)
  })

  test('of a submit does not make a second dossier under the same name', async () => {
    const order = office.submitOrder()
    const first = await office.handle(order)
    const other = office.submitOrder({ dossier: order.dossier })
    expect(await office.handle(other)).toMatchObject({ ok: false, refusal: { code: 'already-done' } })
    const both = office.submitOrder()
    const handled = await Promise.all([office.handle(both), office.handle({ ...both, key: randomUUID() })])
    expect(handled.filter((one) => one.ok)).toHaveLength(1)
    expect(first.ok).toBe(true)
  })
})

describe('a crowd', () => {
  test('of thirty submits at once takes numbers without a gap', async () => {
    const before = await lastNumber('dossier')
    const handled = await Promise.all(Array.from({ length: 30 }, () => office.submit()))
    const numbers = handled.map((one) => Number(one.number.split('/').at(-1))).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => before + index + 1))
  })

  test('takes no number for what is refused', async () => {
    const { dossier } = await office.submit()
    const before = await lastNumber('agenda')
    const task = await taskOf(dossier, 'catat')
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        office.send(dossier, byPost('pelaksana'), { type: 'finish-step', task, answer: ENTERED }),
      ),
    )
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(await lastNumber('agenda')).toBe(before + 1)
  })

  test('of two officers on one task lets one win and tells the other in a sentence', async () => {
    const { dossier } = await office.submit()
    const task = await taskOf(dossier, 'catat')
    const [a, b] = await Promise.all(
      [byPost('pelaksana'), byPost('pelaksana')].map((by) =>
        office.send(dossier, by, { type: 'finish-step', task, answer: ENTERED }),
      ),
    )
    const lost = [a, b].find((one) => one && !one.ok)
    expect([a?.ok, b?.ok].toSorted()).toEqual([false, true])
    expect(lost).toMatchObject({
      refusal: {
        code: 'already-done',
        sentence: { id: 'Tugas ini sudah diselesaikan sebelumnya; tidak ada yang diubah.' },
      },
    })
  })

  test('of different matters on one dossier is tried again until all are done', async () => {
    const { dossier } = await office.submit()
    const comment = (text: string) =>
      office.send(dossier, byClient, { type: 'comment', text, visibleToApplicant: true })
    const handled = await Promise.all(['satu', 'dua', 'tiga'].map(comment))
    expect(handled.map((one) => one.ok)).toEqual([true, true, true])
    expect((await office.read(dossier)).comments.map((one) => one.text).toSorted()).toEqual(['dua', 'satu', 'tiga'])
  })
})

const prove = async (dossier: string): Promise<void> => {
  const task = await taskOf(dossier, 'buat')
  mustBeDone(await office.finish(dossier, 'buat'))
  const proofs = [passedProof('hosting-space'), passedProof('dns-record')]
  mustBeDone(await office.send(dossier, bySystem, { type: 'record-proof', task, attempt: 1, proofs }))
}

const sendLetter = async (dossier: string): Promise<void> => {
  mustBeDone(await office.finish(dossier, 'surat-akun', { phase: 'ask-initials' }))
  const side = (await office.read(dossier)).tasks.find((task) => task.kind === 'initial')
  const answer = { verdict: 'initialed' }
  mustBeDone(
    await office.send(dossier, byPost('kabid-aptika'), { type: 'finish-step', task: side?.task ?? '', answer }),
  )
  const task = await taskOf(dossier, 'surat-akun')
  mustBeDone(await office.finish(dossier, 'surat-akun', { phase: 'send' }))
  const paper = paperRef('surat-akun')
  mustBeDone(
    await office.send(dossier, bySystem, { type: 'file-letter', task, letter: 'surat-akun', paper, signature: SEALED }),
  )
}

const dossiers = (): Promise<number> =>
  office.store.inAgency(
    office.agency,
    async (db) => (await db.selectFrom('dossier').select('dossier').execute()).length,
  )

const lastNumber = (series: string): Promise<number> =>
  office.store.inAgency(office.agency, async (db) => {
    const row = await db.selectFrom('number_series').select('last').where('series', '=', series).executeTakeFirst()
    return row?.last ?? 0
  })
