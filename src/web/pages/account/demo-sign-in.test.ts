import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { agencyNamed } from '../../../core/agency/catalogue.ts'

let demo: TestOffice
let real: TestOffice

beforeAll(async () => {
  demo = await startOffice({ works: false })
  real = await startOffice({ isDemo: false, works: false })
})
afterAll(async () => {
  await demo.stop()
  await real.stop()
})

describe('in the demo', () => {
  test('the sign-in page says plainly that it is one, and has a button for each role', async () => {
    const page = (await demo.visitor().get('/sign-in')).text
    expect(wordsOf(page)).toContain('Ini peragaan')
    const roles = [...page.matchAll(/<button[^>]*name="role" value="([^"]+)"/g)].map((one) => one[1])
    expect(roles).toEqual(rolesOfCatalogue())
    expect(roles).toEqual(
      expect.arrayContaining(['pemohon', 'pelaksana', 'kepala-dinas', 'ketua-tim-aplikasi', 'admin']),
    )
    expect(wordsOf(page)).toContain('Kepala Bidang Aplikasi Informatika')
  })

  test.each([
    ['pelaksana', '/work', 'Pelaksana / Pranata Komputer'],
    ['kepala-dinas', '/work', 'Kepala Dinas'],
    ['pemohon', '/mine', 'Dinas Perpustakaan dan Kearsipan'],
    ['admin', '/work', 'Kepala Subbagian Umum dan Kepegawaian'],
  ])('%s is in with one press and lands on %s', async (role, landing, hat) => {
    const visit = demo.visitor()
    expect(await visit.post('/demo/sign-in', { role })).toMatchObject({ status: 303, location: landing })
    expect(wordsOf((await visit.get('/account')).text)).toContain(`Anda sekarang: ${hat}`)
  })

  test('the strip on every page changes the role, shows who one is, and leads to the mails', async () => {
    const visit = await demo.as('sekretaris')
    const page = (await visit.get('/account')).text
    expect(page).toMatch(/<option value="sekretaris" selected/)
    expect(page).toMatch(/<form class="demo-roles" action="\/demo\/sign-in" method="post">/)
    expect(page).toContain('class="demo-link" href="/outbox"')
    const before = visit.cookies.get('mipp_session') ?? ''
    await visit.post('/demo/sign-in', { role: 'kabid' }, [], '/account')
    expect((await visit.get('/account')).text).toMatch(/<option value="kabid" selected/)
    const old = demo.visitor()
    old.cookies.set('mipp_session', before)
    expect((await old.get('/account')).status).toBe(303)
  })

  test.each(['', 'bupati', "admin' or '1'='1"])('a role that does not exist lets nobody in: %j', async (role) => {
    const visit = demo.visitor()
    expect((await visit.post('/demo/sign-in', { role })).status).toBe(404)
    expect(visit.cookies.has('mipp_session')).toBe(false)
  })

  test('its people have no password that could be guessed', async () => {
    const answer = await demo
      .visitor()
      .post('/sign-in', { email: 'admin@dinkominfo.example', password: 'apa saja boleh ya' })
    expect(answer.status).toBe(422)
  })
})

describe('outside the demo', () => {
  test('there are neither buttons nor strip, and nobody gets in by a role', async () => {
    const page = (await real.visitor().get('/sign-in')).text
    expect(page).not.toContain('/demo/sign-in')
    expect(page).not.toContain('name="role"')
    const visit = real.visitor()
    expect((await visit.post('/demo/sign-in', { role: 'admin' })).status).toBe(404)
    expect(visit.cookies.has('mipp_session')).toBe(false)
  })

  test('not even when a process is told that it is a demo, and somebody in the database has a role', async () => {
    const { personOfDemoRole } = await import('../../../store/people.ts')
    const { store } = real.office
    const person = {
      agency: 'demak',
      person: crypto.randomUUID(),
      name: 'Sisa',
      email: 'sisa@dinas.example',
      state: 'active',
      demo_role: 'admin',
      created_at: '2026-11-20T02:00:00.000Z',
    } as const
    await store.inAgency('demak', (db) => db.insertInto('person').values(person).execute())
    expect(await personOfDemoRole(store, 'demak', 'admin')).toBeNull()
    expect(await personOfDemoRole(demo.office.store, 'demak', 'admin')).not.toBeNull()
  })
})

const rolesOfCatalogue = () => agencyNamed(demo.office.catalogue, 'demak')?.agency.demo.map((one) => one.role)
