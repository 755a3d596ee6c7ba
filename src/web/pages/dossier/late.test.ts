// The page of a dossier that is late: asked why in a form of its own or beside the work, and noted by a superior.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import type { Walk } from '../../../../test/support/walk.ts'
import { ring } from '../../../jobs/ring.ts'
import { address, aRequest, deed, entering, everybody, type People } from './desk.fixture.ts'

let office: TestOffice
let at: People
let now = ''
const clock = (wall: string): void => {
  now = new Date(`2026-11-20T${wall.replace('.', ':')}:00+07:00`).toISOString()
}

beforeAll(async () => {
  clock('08.00')
  office = await startOffice({ works: false, now: () => now })
  at = await everybody(office)
})
afterAll(() => office.stop())

/** Entered at nine, late since five past. */
const lateOne = async (): Promise<Walk> => {
  clock('09.00')
  const walk = await aRequest(office)
  clock('09.30')
  await ring(office.office.tools, {}, 1)
  return walk
}

describe('A step that is late', () => {
  test('says so, and asks the post that holds it; the work list too', async () => {
    const walk = await lateOne()
    const page = await at.pelaksana.get(address(walk))
    const words = wordsOf(page.text)
    expect(words).toContain('Keterlambatan')
    expect(words).toContain('Terlambat 25 menit kerja')
    expect(words).toContain('Alasan diminta dari Pelaksana')
    expect(page.text).toContain('value="explain"')
    expect(wordsOf((await at.pelaksana.get('/work')).text)).toContain('Alasan diminta')
    const other = await at.kadin.get(address(walk))
    expect(wordsOf(other.text)).toContain('Alasan diminta dari Pelaksana')
    expect(other.text).not.toContain('value="explain"')
  })

  test('takes the reason, and shows it to the superior, who takes note', async () => {
    const walk = await lateOne()
    const { task } = await walk.task()
    const given = await deed(at.pelaksana, walk, {
      do: 'explain',
      'late-reason': 'beban-kerja',
      'late-note': 'Tiga surat',
    })
    expect([given.status, given.location]).toEqual([303, address(walk)])
    expect(wordsOf((await at.pelaksana.open(address(walk))).text)).toContain('Pekerjaan terlalu banyak : Tiga surat')
    const above = await at.kabid.get(address(walk))
    expect(above.text).toContain('value="acknowledge"')
    expect((await deed(at.sekretaris, walk, { do: 'acknowledge', task })).status).toBe(409)
    const noted = await deed(at.kabid, walk, { do: 'acknowledge', task, note: 'Akan dibantu' })
    expect(noted.status).toBe(303)
    const words = wordsOf((await at.kabid.open(address(walk))).text)
    expect(words).toContain('Sudah diketahui atasan')
    expect(words).toContain('Akan dibantu')
  })

  test('asks for a choice, and for words where the reason is another one', async () => {
    const walk = await lateOne()
    const empty = await deed(at.pelaksana, walk, { do: 'explain', 'late-reason': '' })
    expect(empty.status).toBe(422)
    expect(wordsOf(empty.text)).toContain('Pilih satu alasan dari daftar.')
    const silent = await deed(at.pelaksana, walk, { do: 'explain', 'late-reason': 'lainnya', 'late-note': ' ' })
    expect(wordsOf(silent.text)).toContain('tulis penjelasannya pada catatan')
  })

  test('can be finished with its reason in one form, or without any; then it is asked afterwards', async () => {
    const told = await lateOne()
    expect(wordsOf((await at.pelaksana.get(address(told))).text)).toContain('Langkah ini lewat batas waktunya')
    await deed(at.pelaksana, told, { ...entering, 'late-reason': 'pejabat-tidak-di-tempat', 'late-note': '' })
    const { breaches, agenda } = await told.see()
    expect(breaches).toMatchObject([{ step: 'catat', reason: 'pejabat-tidak-di-tempat' }])
    expect(agenda).not.toBeNull()
    const silent = await lateOne()
    await deed(at.pelaksana, silent, { ...entering, 'late-reason': '', 'late-note': '' })
    expect((await silent.see()).agenda).not.toBeNull()
    expect(wordsOf((await at.pelaksana.get(address(silent))).text)).toContain('Selesai terlambat 25 menit kerja')
  })

  test('in time nobody is asked', async () => {
    clock('10.00')
    const walk = await aRequest(office)
    const page = await at.pelaksana.get(address(walk))
    expect(wordsOf(page.text)).not.toContain('Keterlambatan')
    expect(page.text).not.toContain('late-reason')
  })
})

describe('Programs', () => {
  test('read the delay, give the reason and take note by the same rules', async () => {
    const walk = await lateOne()
    const { task } = await walk.task()
    const holder = await programOf(office, 'pelaksana')
    const path = `/dossiers/${walk.id}/breaches`
    const { json } = await holder.get(path)
    expect(json.items).toMatchObject([{ clock: task, step: 'catat', posts: ['pelaksana'], reason: null }])
    const applicant = await programOf(office, 'pemohon')
    expect((await applicant.get(path)).status).toBe(403)
    const reason = { reason: 'beban-kerja', note: '' }
    expect((await applicant.post(`${path}/${task}/explain`, reason)).status).toBe(403)
    const head = await programOf(office, 'kepala-dinas')
    expect((await head.post(`${path}/${task}/explain`, reason)).json.code).toBe('not-yours')
    expect((await head.post(`${path}/${task}/acknowledge`, {})).json.code).toBe('not-open')
    expect((await holder.post(`${path}/${task}/explain`, { ...reason, reason: 'malas' })).status).toBe(422)
    expect((await holder.post(`${path}/${task}/explain`, reason)).status).toBe(200)
    expect((await holder.post(`${path}/${task}/acknowledge`, {})).json.code).toBe('not-allowed')
    expect((await head.post(`${path}/${task}/acknowledge`, { remark: 'Baik' })).status).toBe(200)
    expect((await holder.get(path)).json.items[0].acknowledged.remark).toBe('Baik')
  })

  test('see nothing of another dossier’s clock', async () => {
    const walk = await lateOne()
    const holder = await programOf(office, 'pelaksana')
    const path = `/dossiers/${walk.id}/breaches/promise/explain`
    expect((await holder.post(path, { reason: 'beban-kerja' })).json.code).toBe('not-open')
  })
})
