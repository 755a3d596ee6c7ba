// The pages of a dossier's time over real HTTP: what officer, applicant and public read, and the extension by its form.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import type { Visit } from '../../../../test/support/visit.ts'
import { post, subdomainForm, submitted, type Walk } from '../../../../test/support/walk.ts'

let office: TestOffice
let officer: Visit
let applicant: Visit
const START = '2026-11-18T02:00:00.000Z'
let now = START

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => now })
  officer = await office.as('pelaksana')
  applicant = await office.as('pemohon')
})
afterAll(() => office.stop())

let count = 0
const fresh = async (): Promise<Walk> => {
  now = START
  return submitted(office, subdomainForm(`laman${++count}`))
}

const extend = (visit: Visit, walk: Walk, more: Record<string, string> = {}) =>
  visit.post(
    `/dossiers/${walk.id}/time`,
    { amount: '2', unit: 'hari', reason: 'Menunggu alat dari gudang', key: randomUUID(), ...more },
    [],
    `/dossiers/${walk.id}/time`,
  )

describe('the time of a dossier', () => {
  test('is explained to its officers: limit, days that do not count, and who is waited for', async () => {
    const walk = await fresh()
    now = '2026-11-19T03:00:00.000Z'
    const nextDay = await office.as('pelaksana')
    const { text, status } = await nextDay.get(`/dossiers/${walk.id}/time`)
    expect(status).toBe(200)
    expect(text).toContain('7 hari kerja')
    expect(text).toContain('27 November 2026 09.00 WIB')
    expect(text).toContain('Sabtu, 21 November 2026')
    expect(text).toContain('Pelaksana / Pranata Komputer')
    // A working day and an hour; of the night and the lunch break nobody is accused.
    expect(text).toContain('8 jam 30 menit kerja, 16 jam 30 menit di luar jam kerja')
  })

  test('is read by its applicant, and by the public without what anybody wrote', async () => {
    const walk = await fresh()
    await extend(officer, walk)
    const own = await applicant.get(`/mine/${walk.id}/time`)
    expect(own.text).toContain('Menunggu alat dari gudang')
    const track = await office.visitor().get(`/track/${(await walk.see()).trackingCode}`)
    expect(track.text).toContain('Siapa yang ditunggu')
    expect(track.text).toContain('2 hari kerja: dari')
    expect(track.text).not.toContain('Menunggu alat dari gudang')
  })

  test('is closed to whoever may not see the dossier', async () => {
    const walk = await fresh()
    expect((await office.visitor().get(`/mine/${walk.id}/time`)).status).toBe(303)
    expect((await applicant.get(`/dossiers/${walk.id}/time`)).status).toBe(404)
    expect((await officer.get(`/mine/${walk.id}/time`)).status).toBe(404)
  })

  test('of a secret dossier says nothing in public', async () => {
    const walk = await fresh()
    await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-11-18' })
    const track = await office.visitor().get(`/track/${(await walk.see()).trackingCode}`)
    expect(track.text).not.toContain('Siapa yang ditunggu')
  })

  test('that stands still says for whom, and what is left', async () => {
    const walk = await fresh()
    now = '2026-11-18T03:00:00.000Z'
    await walk.send(post('pelaksana'), { type: 'return', task: (await walk.task()).task, reason: 'Nama belum tepat' })
    const { text } = await applicant.get(`/mine/${walk.id}/time`)
    expect(text).toContain('berhenti; dihitung lagi setelah yang ditunggu menjawab')
    expect(text).toContain('masih berlangsung')
    expect((await applicant.get(`/mine/${walk.id}`)).text).toContain('waktunya berhenti selama menunggu')
  })
})

describe('the promise', () => {
  test('is extended by the form, once; then the form is gone', async () => {
    const walk = await fresh()
    expect((await officer.get(`/dossiers/${walk.id}/time`)).text).toContain('Perpanjang batas waktu')
    expect((await extend(officer, walk)).status).toBe(303)
    const { text } = await officer.get(`/dossiers/${walk.id}/time`)
    expect(text).toContain('1 Desember 2026 09.00 WIB')
    expect(text).not.toContain('id="extend"')
    expect((await extend(officer, walk)).status).toBe(409)
  })

  test('is not extended too far: the form comes back with what was typed', async () => {
    const walk = await fresh()
    const answer = await extend(officer, walk, { amount: '9' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('paling lama 3 hari')
    expect(answer.text).toContain('Menunggu alat dari gudang')
  })

  test('is extended neither by a post without the dossier nor by the applicant', async () => {
    const walk = await fresh()
    expect((await extend(await office.as('sekretariat'), walk)).status).toBe(409)
    expect((await extend(applicant, walk)).status).toBe(404)
    expect((await walk.see()).extension).toBeNull()
  })
})
