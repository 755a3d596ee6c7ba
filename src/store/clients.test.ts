import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { listClients, OFFICE_CLIENT, PUBLIC_CLIENT, readClient } from './clients.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false })
})
afterAll(() => office.stop())

describe('who asks', () => {
  test('the public and the office stand in the book once, and are never offered where somebody is chosen', async () => {
    const { store } = office.office
    expect(await readClient(store, 'demak', PUBLIC_CLIENT)).toMatchObject({ kind: 'public', name: 'Masyarakat' })
    expect(await readClient(store, 'demak', OFFICE_CLIENT)).toMatchObject({
      kind: 'office',
      name: 'Dinas Komunikasi dan Informatika Kabupaten Demak',
    })
    const offered = await listClients(store, 'demak')
    expect(offered.map((one) => one.client)).toContain('dinas-arsip')
    expect(offered.map((one) => one.kind)).not.toContain('public')
    expect(offered.map((one) => one.kind)).not.toContain('office')
    const front = await office.as('pelaksana')
    const counter = await front.get('/counter')
    for (const name of [PUBLIC_CLIENT, OFFICE_CLIENT]) expect(counter.text).not.toContain(name)
    expect((await office.visitor().get('/register')).text).not.toContain(PUBLIC_CLIENT)
    expect((await office.visitor().get('/api/v1/clients')).text).not.toContain(OFFICE_CLIENT)
  })

  test('a second public or a second office is refused by the book itself', async () => {
    const { store } = office.office
    const second = store.inAgency('demak', (db) =>
      db
        .insertInto('client')
        .values({
          agency: 'demak',
          client: 'warga',
          name: 'Warga',
          head_title: '',
          address: '',
          kind: 'public',
          created_at: '2026-11-20T02:00:00Z',
        })
        .execute(),
    )
    await expect(second).rejects.toThrow('client_only_one')
  })

  test('a company that waits for approval is not offered, and gives its people no hat', async () => {
    const { store } = office.office
    const row = { agency: 'demak', head_title: 'Direktur', address: 'Demak', created_at: '2026-11-20T02:00:00Z' }
    await store.inAgency('demak', async (db) => {
      await db
        .insertInto('client')
        .values({ ...row, client: 'nib-1', name: 'PT Menunggu', kind: 'company', is_approved: false })
        .execute()
      await db
        .insertInto('client')
        .values({ ...row, client: 'nib-2', name: 'PT Disetujui', kind: 'company' })
        .execute()
      const { person } = await db
        .selectFrom('person')
        .select('person')
        .where('demo_role', '=', 'pemohon')
        .executeTakeFirstOrThrow()
      for (const client of ['nib-1', 'nib-2'])
        await db.insertInto('membership').values({ agency: 'demak', person, client, job_title: '' }).execute()
    })
    const names = (await listClients(store, 'demak')).map((one) => one.name)
    expect(names).toContain('PT Disetujui')
    expect(names).not.toContain('PT Menunggu')
    expect((await listClients(store, 'demak', ['agency'])).map((one) => one.name)).not.toContain('PT Disetujui')
    const home = await (await office.as('pemohon')).get('/')
    expect(home.text).toContain('PT Disetujui')
    expect(home.text).not.toContain('PT Menunggu')
  })
})
