import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../../../test/support/listen.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { post, subdomainForm, submitted, toTechnician } from '../../../../test/support/walk.ts'
import { aRequest, deed, disposing, entering, everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People
let now = '2026-11-23T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ now: () => now })
  at = await everybody(office)
})
afterAll(() => office.stop())

const clock = (wib: string): void => {
  now = new Date(`2026-11-23T${wib.replace('.', ':')}:00+07:00`).toISOString()
}

describe('The work list', () => {
  test('says kindly that nothing waits', async () => {
    expect(wordsOf((await at.kasubag.get('/work')).text)).toContain('Meja Anda bersih')
  })

  test('shows what is to be done, about what, for whom, since when and how much of the standard time is used', async () => {
    clock('09.00')
    const walk = await submitted(office, subdomainForm('daftar-kerja'))
    clock('09.03')
    const list = wordsOf((await at.pelaksana.get('/work')).text)
    expect(list).toContain('Memproses permohonan melalui MIPP')
    expect(list).toContain('Subdomain daftar-kerja.demakkab.go.id')
    expect(list).toContain('Dinas Perpustakaan dan Kearsipan')
    expect(list).toContain((await walk.see()).number)
    expect(list).toContain('batas hari ini 09.05')
    expect(list).toContain('sejak hari ini 09.00, terpakai 3 menit dari 5 menit')
    clock('09.12')
    expect(wordsOf((await at.pelaksana.get('/work')).text)).toContain('lewat 7 menit')
    await deed(at.pelaksana, walk, entering)
  })

  test('puts the nearest due first and marks the urgent', async () => {
    clock('10.00')
    const old = await submitted(office, subdomainForm('lebih-dulu'))
    clock('10.04')
    const young = await submitted(office, subdomainForm('lebih-nanti'))
    const list = (await at.pelaksana.get('/work')).text
    expect(list.indexOf('lebih-dulu')).toBeLessThan(list.indexOf('lebih-nanti'))
    await deed(at.pelaksana, old, { ...entering, urgency: 'sangat-segera' })
    await deed(at.pelaksana, young, entering)
    expect(wordsOf((await at.kadin.get('/work')).text)).toContain('Sangat segera')
  })

  test('is not for applicants, and strangers are asked to sign in', async () => {
    expect((await at.pemohon.get('/work')).status).toBe(404)
    expect((await office.visitor().get('/work')).location).toBe('/sign-in?to=%2Fwork')
  })

  test('goes on page by page, each task once', async () => {
    clock('10.30')
    for (let count = 0; count < 55; count += 1) await aRequest(office)
    const first = await at.pelaksana.get('/work')
    const next = /href="(\/work\?after=[^"]+)"/.exec(first.text)?.[1] ?? ''
    const second = await at.pelaksana.get(next)
    const rows = (html: string): string[] =>
      [...html.matchAll(/id="work-([0-9a-f-]{36})"/g)].map((found) => found[1] ?? '')
    expect(rows(first.text)).toHaveLength(50)
    expect(rows(second.text).length).toBeGreaterThanOrEqual(5)
    expect(new Set([...rows(first.text), ...rows(second.text)]).size).toBe(
      rows(first.text).length + rows(second.text).length,
    )
    expect(second.text).not.toContain('rel="next"')
  })

  test('begins at the start when somebody has changed the address by hand', async () => {
    expect((await at.pelaksana.get('/work?after=bukan-penanda')).status).toBe(200)
  })

  test('shows apart the work that failed for good, so that somebody tries again', async () => {
    const walk = await submitted(office, subdomainForm('gagal-total'))
    await toTechnician(walk)
    const { task } = await walk.task()
    const stopped = await startStuck(task, walk.id)
    expect(stopped).toBe(true)
    const list = wordsOf((await at.pelaksana.get('/work')).text)
    expect(list).toContain('Perlu perhatian')
    const page = wordsOf((await at.pelaksana.get(`/dossiers/${walk.id}`)).text)
    expect(page).toContain('Pekerjaan ini belum berhasil Server nama menolak')
    expect(page).toContain('Coba lagi')
  })
})

/** An effect that an outside server refused, as its job would say it. */
const startStuck = async (task: string, dossier: string): Promise<boolean> => {
  const { tools } = office.office
  const order = { agency: 'demak', dossier }
  const reason = { id: 'Server nama menolak', en: 'The name server refused' }
  const started = await tools.handle({
    ...order,
    by: post('pelaksana'),
    key: randomUUID(),
    command: { type: 'finish-step', task, answer: { mode: 'system' } },
  })
  const failed = await tools.handle({
    ...order,
    by: { kind: 'system', job: 'fulfil' },
    key: randomUUID(),
    command: { type: 'record-failure', task, effect: 'fulfil', reason, final: true },
  })
  return started.ok && failed.ok
}

describe('News for an open work list', () => {
  test('arrives when a task reaches the desk', async () => {
    clock('10.40')
    const news = listen(at.sekretaris)
    await news.heard('ready')
    const walk = await submitted(office, subdomainForm('kabar-baru'))
    await deed(at.pelaksana, walk, entering)
    await deed(at.kadin, walk, disposing)
    await news.heard('event: tasks')
    news.stop()
  })

  test('is for whoever is signed in: a stranger is told not to ask again', async () => {
    expect((await office.visitor().get('/live')).status).toBe(204)
  })

  test('ends when the office closes, so that nothing keeps it open', async () => {
    const closing = await startOffice()
    const news = listen(await closing.as('kabid'))
    await news.heard('ready')
    await closing.stop()
    await news.ended
  })
})
