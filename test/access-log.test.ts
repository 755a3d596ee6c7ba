// Who opened a secret dossier, page, paper or program, and who was refused: kept, and read by administrators and the head.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { address, aRequest, deed, entering, everybody, type People } from '../src/web/pages/dossier/desk.fixture.ts'
import { programOf } from './support/api.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { AGENCY } from './support/people.ts'
import { wordsOf } from './support/visit.ts'
import type { Walk } from './support/walk.ts'

let office: TestOffice
let at: People
let secret: Walk
let open: Walk
let now = '2026-11-20T02:00:00.000Z'

const entries = (walk: Walk) =>
  office.office.store.inAgency(AGENCY, (db) =>
    db
      .selectFrom('access_log')
      .select(['hat', 'what', 'over', 'is_refused'])
      .where('agency', '=', AGENCY)
      .where('dossier', '=', walk.id)
      .orderBy('entry')
      .execute(),
  )

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => now })
  at = await everybody(office)
  secret = await aRequest(office)
  await deed(at.pelaksana, secret, { ...entering, secrecy: 'rahasia' })
  open = await aRequest(office)
  await deed(at.pelaksana, open, entering)
})
afterAll(() => office.stop())

describe('the access log', () => {
  test('keeps nothing of a dossier that is for everybody, and nothing of applicants reading their own', async () => {
    await at.kadin.get(address(open))
    await at.kabid.get(address(open))
    expect(await entries(open)).toEqual([])
    const before = await entries(secret)
    expect((await at.pemohon.get(`/mine/${secret.id}`)).status).toBe(200)
    expect(await entries(secret)).toEqual(before)
  })

  test('keeps a refusal, which looks to whoever was refused as if there were nothing', async () => {
    expect((await at.kabid.get(address(secret))).status).toBe(404)
    const program = await programOf(office, 'kabid')
    expect((await program.get(`/dossiers/${secret.id}`)).status).toBe(404)
    const refused = (await entries(secret)).filter((one) => one.is_refused)
    expect(refused).toEqual([
      { hat: 'Kepala Bidang Aplikasi Informatika', what: 'dossier', over: 'pages', is_refused: true },
      { hat: 'Kepala Bidang Aplikasi Informatika', what: 'dossier', over: 'api', is_refused: true },
    ])
  })

  test('keeps who opened the page, the papers and the sheet, once in ten minutes', async () => {
    const mine = async () => (await entries(secret)).filter((one) => one.hat === 'Kepala Dinas')
    await at.kadin.get(address(secret))
    await at.kadin.get(address(secret))
    expect((await mine()).map((one) => one.what)).toEqual(['dossier'])
    const [paper] = (await secret.see()).papers
    await at.kadin.get(`${address(secret)}/papers/${paper?.id}`)
    const program = await programOf(office, 'kepala-dinas')
    expect((await program.get(`/dossiers/${secret.id}/papers/${paper?.id}/content`)).status).toBe(200)
    expect((await mine()).map(({ what, over }) => [what, over])).toEqual([
      ['dossier', 'pages'],
      ['paper', 'pages'],
      ['dossier', 'api'],
      ['paper', 'api'],
    ])
    now = '2026-11-20T02:11:00.000Z'
    await at.kadin.get(address(secret))
    expect((await mine()).map((one) => one.what)).toEqual(['dossier', 'paper', 'dossier', 'paper', 'dossier'])
  })

  test('is read by administrators and the head, on the dossier and as a whole, by nobody else', async () => {
    for (const path of ['/access-log', `/dossiers/${secret.id}/access`]) {
      for (const visit of [at.pemohon, at.pelaksana, at.sekretaris, at.kabid])
        expect([path, (await visit.get(path)).status]).toEqual([path, 404])
      for (const visit of [at.kadin, at.kasubag]) {
        const page = await visit.get(path)
        expect([path, page.status]).toEqual([path, 200])
        expect(wordsOf(page.text)).toContain('Pejabat Kepala Bidang Aptika')
        expect(wordsOf(page.text)).toContain('Ditolak')
      }
    }
    expect((await at.kasubag.get(`/dossiers/${secret.id}/access`)).text).not.toContain((await secret.see()).subject)
  })

  test('is given to their programs, and to no others', async () => {
    const clerk = await programOf(office, 'pelaksana')
    expect((await clerk.get('/access-log')).status).toBe(403)
    const head = await programOf(office, 'kepala-dinas')
    const { json } = await head.get(`/access-log?dossier=${secret.id}`)
    expect(json.entries.at(-1)).toMatchObject({ dossier: secret.id, number: (await secret.see()).number })
  })
})
