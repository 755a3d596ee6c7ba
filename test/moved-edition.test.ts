// A dossier begun on an edition that is no longer in force: it finishes there, or is moved by somebody who may, with a reason.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../src/core/dossier/commands.ts'
import { putInForce, ratifySource } from '../src/store/edition-acts.ts'
import { aProcedure } from '../src/store/editions.fixture.ts'
import { programOf } from './support/api.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { client, post, type Walk, walkOf } from './support/walk.ts'

const AGENCY = 'demak'
const NOW = '2026-11-20T02:12:00.000Z'
const BY = { person: null, now: NOW }

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
})
afterAll(() => office.stop())

const publish = async (procedure: string, edition: string, step: string) => {
  const { store } = office.office
  const source = aProcedure(edition, { procedure, step })
  await ratifySource(store, AGENCY, { procedure, edition, source, post: 'kepala-dinas', decree: '1/2026' }, BY)
}
const force = async (procedure: string, edition: string, from = '2026-11-20') => {
  const days = { procedure, edition, from, today: '2026-11-20', reason: '1/2026' }
  expect(await putInForce(office.office.store, AGENCY, days, BY)).toEqual({ ok: true })
}

/** A dossier on the edition `1`, while `2` has come into force; its step is called differently there, if asked. */
const overtaken = async (step = 'serahkan'): Promise<Walk & { procedure: string }> => {
  const procedure = `alat-${randomUUID().slice(0, 8)}`
  await publish(procedure, '1', 'serahkan')
  await publish(procedure, '2', step)
  const { tools, store } = office.office
  const { person } = await store.inAgency(AGENCY, (db) =>
    db.selectFrom('person').select('person').where('demo_role', '=', 'pemohon').executeTakeFirstOrThrow(),
  )
  const id = randomUUID()
  const command: Command = {
    type: 'submit',
    form: { alat: 'Proyektor' },
    papers: [],
    client: 'dinas-arsip',
    applicant: person,
    channel: 'online',
    trackingCode: randomUUID().slice(0, 10).toUpperCase(),
  }
  const by = client('dinas-arsip', person)
  const done = await tools.handle({
    agency: AGENCY,
    dossier: id,
    by,
    command,
    key: randomUUID(),
    edition: { procedure, edition: '1' },
  })
  if (!done.ok) throw new Error(done.refusal.sentence.en)
  await force(procedure, '2')
  return { ...walkOf(office, AGENCY, id), procedure }
}

const rowOf = (id: string) =>
  office.office.store.inAgency(AGENCY, async (db) => {
    const { edition } = await db
      .selectFrom('dossier')
      .select('edition')
      .where('dossier', '=', id)
      .executeTakeFirstOrThrow()
    const tasks = await db
      .selectFrom('task')
      .select(['step', 'posts'])
      .where('dossier', '=', id)
      .where('closed_at', 'is', null)
      .execute()
    const waiting = await db.selectFrom('waiting').select('post').where('dossier', '=', id).execute()
    return { edition, tasks, waiting: waiting.map((one) => one.post) }
  })

describe('a dossier begun on an edition that has ended', () => {
  test('says so on its page and finishes on its own edition', async () => {
    const walk = await overtaken('antar')
    const page = await (await office.as('pelaksana')).get(`/dossiers/${walk.id}`)
    expect(page.text).toContain('Berkas ini tetap menurut edisinya; edisi yang berlaku sekarang:')
    expect(page.text).toContain(`/services/${walk.procedure}/compare?a=1&amp;b=2`)
    await walk.send(post('pelaksana'), {
      type: 'finish-step',
      task: (await walk.task()).task,
      answer: { note: 'Diserahkan' },
    })
    expect(await walk.see()).toMatchObject({ status: 'finished', moves: [] })
    expect(await rowOf(walk.id)).toMatchObject({ edition: '1' })
  })

  test('is moved on its page, after the plan, with a reason that its history tells', async () => {
    const walk = await overtaken('antar')
    const admin = await office.as('admin')
    const address = `/dossiers/${walk.id}/edition`
    const plan = await admin.get(address)
    expect(plan.text).toContain('Langkah &quot;Menyerahkan alat&quot; yang sedang berjalan tidak ada pada edisi 2')
    const unchosen = await admin.post(address, { do: 'move', key: randomUUID(), reason: 'SOP baru' })
    expect({ status: unchosen.status, text: unchosen.text }).toMatchObject({
      status: 409,
      text: expect.stringContaining('Pilih langkah penggantinya'),
    })
    const fields = { key: randomUUID(), 'step-serahkan': 'antar' }
    const replanned = await admin.post(address, { do: 'plan', ...fields })
    expect(replanned.text).not.toContain('yang sedang berjalan tidak ada')
    expect((await admin.post(address, { do: 'move', ...fields, reason: '' })).status).toBe(409)
    const moved = await admin.post(address, { do: 'move', ...fields, reason: 'Disposisi Kepala Dinas' })
    expect(moved.status).toBe(303)
    expect(await rowOf(walk.id)).toEqual({
      edition: '2',
      tasks: [{ step: 'antar', posts: ['pelaksana'] }],
      waiting: ['pelaksana'],
    })
    const page = await admin.get(`/dossiers/${walk.id}`)
    expect(page.text).toContain('Dipindahkan dari edisi 1 ke edisi 2 SOP ini')
    expect(page.text).toContain('Disposisi Kepala Dinas')
    expect(page.text).not.toContain('/edition"')
    expect((await admin.get(address)).status).toBe(404)
    await walk.finish({ note: 'Diantar' })
    expect(await walk.see()).toMatchObject({ status: 'finished' })
    expect((await admin.get(`/dossiers/${walk.id}`)).text).toContain('Menyerahkan alat')
  })

  test('is moved by a program of a superior, once, and only to the edition that is in force', async () => {
    const walk = await overtaken()
    const program = await programOf(office, 'kabid')
    const at = `/dossiers/${walk.id}/edition`
    expect((await program.get(at)).json).toMatchObject({ edition: '1', inForce: '2', mayMove: true, bar: null })
    const body = { edition: '2', reason: 'SOP baru' }
    expect((await program.post(at, { ...body, edition: '3' })).status).toBe(403)
    const key = { 'idempotency-key': randomUUID() }
    expect((await program.post(at, body, key)).json).toMatchObject({ repeated: false, version: 5 })
    expect((await program.post(at, body, key)).json).toMatchObject({ repeated: true, version: 5 })
    expect((await program.post(at, body)).status).toBe(409)
    expect(await rowOf(walk.id)).toMatchObject({ edition: '2' })
  })

  test.each(['pelaksana', 'pemohon'])('is not moved by whoever works on it or asked for it (%s)', async (role) => {
    const walk = await overtaken()
    const visit = await office.as(role)
    expect((await visit.get(`/dossiers/${walk.id}/edition`)).status).toBe(404)
    const body = { do: 'move', key: randomUUID(), reason: 'Ingin cepat' }
    expect((await visit.post(`/dossiers/${walk.id}/edition`, body)).status).toBe(404)
    const program = await programOf(office, role)
    const answer = await program.post(`/dossiers/${walk.id}/edition`, { edition: '2', reason: 'Ingin cepat' })
    expect([403, 404]).toContain(answer.status)
    expect(await rowOf(walk.id)).toMatchObject({ edition: '1' })
  })
})
