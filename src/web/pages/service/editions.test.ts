// What anybody may read of the editions of a procedure: their files, their schema, and the difference of two.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { EDITION_2022 } from '../../../core/procedure/compare/edition-2022.fixture.ts'
import { readProcedureFile } from '../../../exchange/read-file.ts'
import { ratifySource } from '../../../store/edition-acts.ts'

const HERE = '/services/subdomain-hosting'
const OLD = '2022-02.uji'
const SOURCE = EDITION_2022.replace('edition: 2022-02', `edition: ${OLD}`)

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false })
})
afterAll(() => office.stop())

const ratifyOld = () =>
  ratifySource(
    office.office.store,
    'demak',
    { procedure: 'subdomain-hosting', edition: OLD, source: SOURCE, post: 'kepala-dinas', decree: '1/2022' },
    { person: null, now: '2026-01-05T01:00:00.000Z' },
  )

describe('the editions of a procedure', () => {
  test('are compared by anybody once there are two: sentences first, marks in words, the unchanged folded', async () => {
    const stranger = office.visitor()
    await ratifyOld()
    const page = await stranger.get(`${HERE}/compare?a=${OLD}&b=2025-05`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('8 menjadi 7 langkah.')
    expect(page.text).toContain('Kolom Sub Koor SPA ditiadakan.')
    expect(page.text).toMatch(/Disposisi Kadis[\s\S]*Disposisi Kabid/)
    expect(page.text).toContain('ditambahkan')
    expect(page.text).toMatch(/\d+ baris tidak berubah/)
    expect((await stranger.get(HERE)).text).toContain(`${HERE}/compare?a=${OLD}&amp;b=2025-05`)
    const english = await stranger.get(`${HERE}/compare?a=${OLD}&b=2025-05`, { 'accept-language': 'en' })
    expect(english.text).toContain('8 steps become 7.')
  })

  test('are compared for programs by the same rules', async () => {
    await ratifyOld()
    const answer = await office.visitor().get(`/api/v1/procedures/subdomain-hosting/comparison?a=${OLD}`)
    expect(JSON.parse(answer.text)).toMatchObject({
      isSame: false,
      before: { edition: OLD },
      after: { edition: '2025-05' },
    })
    const unknown = await office.visitor().get('/api/v1/procedures/subdomain-hosting/comparison?a=1999')
    expect(unknown.status).toBe(404)
  })

  test('are asked for in vain where there is none of that name', async () => {
    const stranger = office.visitor()
    for (const address of [
      '/compare?a=1999',
      '/compare?b=1999',
      '/procedure.yaml?edition=1999',
      '/procedure.bpmn?edition=%00',
    ])
      expect((await stranger.get(`${HERE}${address}`)).status).toBe(404)
    expect((await stranger.get('/services/tidak-ada/compare')).status).toBe(404)
  })

  test.each(['yaml', 'json', 'bpmn'])(
    'are taken along by anybody as %s, and are the same procedure again',
    async (format) => {
      const stranger = office.visitor()
      await ratifyOld()
      const file = await stranger.get(`${HERE}/procedure.${format}?edition=${OLD}`)
      expect(file.status).toBe(200)
      expect(file.headers['content-disposition']).toContain(`subdomain-hosting`)
      const read = await readProcedureFile({ name: `a.${format}`, bytes: file.bytes })
      const original = await readProcedureFile({ name: 'a.yaml', bytes: new TextEncoder().encode(SOURCE) })
      expect(read.ok && read.file).toEqual(original.ok && original.file)
      if (format === 'yaml') expect(file.text).toBe(SOURCE)
      const standing = await stranger.get(`${HERE}/procedure.${format}`)
      expect(standing.text).toContain('2025-05')
    },
  )

  test('have a schema at an address that stays', async () => {
    const answer = await office.visitor().get('/schema/procedure.json')
    expect(answer.headers['content-type']).toContain('application/schema+json')
    expect(JSON.parse(answer.text).properties.steps.type).toBe('array')
  })
})
