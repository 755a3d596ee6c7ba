import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from '../../../test/support/api.ts'
import type { TestOffice } from '../../../test/support/office.ts'
import { walkOf } from '../../../test/support/walk.ts'
import { startOfficeOfWays } from '../../../test/support/ways.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOfficeOfWays({ works: false })
})
afterAll(() => office.stop())

const ORDER = { procedure: 'uji-jaringan', client: '_office', channel: 'order', form: { lokasi: 'Balai Desa' } }

describe('an order by a program', () => {
  test.each(['staf-jaringan', 'sekretaris', 'pemohon'])(
    'is not given by %s, whose post is not of the first step',
    async (role) => {
      const program = await programOf(office, role)
      const answer = await program.post('/dossiers', ORDER)
      expect(answer.status).toBe(403)
    },
  )

  test('is not given for a service without orders, for a client, or with a token that only reads', async () => {
    const kabid = await programOf(office, 'kabid')
    expect((await kabid.post('/dossiers', { ...ORDER, procedure: 'subdomain-hosting' })).status).toBe(403)
    expect((await kabid.post('/dossiers', { ...ORDER, client: 'dinas-arsip' })).status).toBe(422)
    const reading = await programOf(office, 'kabid', { scopes: ['read'] })
    expect((await reading.post('/dossiers', ORDER)).status).toBe(403)
  })

  test('stands under its post, and is taken back by it alone', async () => {
    const kabid = await programOf(office, 'kabid')
    const filed = await kabid.post('/dossiers', ORDER)
    expect(filed.status).toBe(201)
    const id = String((filed.json as { dossier: string }).dossier)
    expect(await walkOf(office, 'demak', id).see()).toMatchObject({ channel: 'order', orderedBy: 'kabid-aptika' })
    const staf = await programOf(office, 'staf-jaringan')
    expect((await staf.post(`/dossiers/${id}/withdraw`, { reason: 'Tidak mau' })).status).toBe(403)
    expect((await kabid.post(`/dossiers/${id}/withdraw`, { reason: 'Jadwal diubah' })).status).toBe(200)
    expect((await walkOf(office, 'demak', id).see()).status).toBe('withdrawn')
  })
})

describe('a company by a program', () => {
  test('asks only for what is open to companies, and an agency does not ask for that', async () => {
    const company = await programOf(office, 'pemohon-perusahaan')
    const asking = { procedure: 'rekomendasi-kabel', client: 'pt-contoh-jaringan', form: { rute: 'Demak ke Kudus' } }
    expect((await company.post('/dossiers', asking)).status).toBe(201)
    const agency = await programOf(office, 'pemohon')
    expect((await agency.post('/dossiers', { ...asking, client: 'dinas-arsip' })).status).toBe(403)
    expect((await agency.post('/dossiers', asking)).status).toBe(403)
  })
})
