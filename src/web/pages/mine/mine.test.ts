import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor, typed, upload } from '../../../../test/support/apply.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { makePerson, signIn } from '../../../../test/support/people.ts'
import { fieldValue, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { letterPdf, post, sideTasks, toTechnician, type Walk } from '../../../../test/support/walk.ts'
import { secretsOf } from '../../../store/secrets.ts'

let office: TestOffice
let pemohon: Visit
let asing: Visit

beforeAll(async () => {
  office = await startOffice()
  pemohon = await office.as('pemohon')
  await makePerson(office, {
    email: 'pemohon@dinkes.example',
    membership: { client: 'dinas-kesehatan', jobTitle: 'Staf' },
  })
  asing = office.visitor()
  await signIn(asing, 'pemohon@dinkes.example')
})
afterAll(() => office.stop())

const at = (walk: Walk, page = ''): string => `/mine/${walk.id}${page === '' ? '' : `/${page}`}`
const see = async (walk: Walk, page = ''): Promise<string> => wordsOf((await pemohon.get(at(walk, page))).text)
const act = (walk: Walk, name: string, fields: Record<string, string>) =>
  pemohon.post(at(walk, name), { key: randomUUID(), act: name, ...fields }, [], at(walk))

const returned = async (walk: Walk, reason = 'Nomor surat belum sesuai.'): Promise<void> => {
  const task = await walk.task('catat')
  await walk.send(post('pelaksana'), { type: 'return', task: task.task, reason })
}

const delivered = async (walk: Walk): Promise<void> => {
  await toTechnician(walk)
  await walk.finish({ mode: 'system' })
  await office.jobsDone()
  await walk.finish({ phase: 'ask-initials', draft: '' })
  const [initial] = await sideTasks(walk)
  await walk.send(post('kabid-aptika'), {
    type: 'finish-step',
    task: initial?.task ?? '',
    answer: { verdict: 'initialed' },
  })
  await walk.finish({ phase: 'send', draft: '' })
  await office.jobsDone()
}

describe('where a request stands', () => {
  test('is told in one sentence in the list, on the first page and on its own page', async () => {
    const walk = await applyFor(office, pemohon, 'letak')
    await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20' })
    const list = wordsOf((await pemohon.get('/mine')).text)
    expect(list).toMatch(/Langkah 3 dari 8, di meja Kepala Dinas sejak .+, batas /)
    expect(wordsOf((await pemohon.get('/')).text)).toContain('Langkah 3 dari 8, di meja Kepala Dinas')
    const words = await see(walk)
    for (const part of [
      'Langkah 3 dari 8',
      'standar 10 menit',
      'Diagendakan dengan nomor',
      'surat.pdf',
      'Laman arsip daerah',
    ])
      expect(words).toContain(part)
    expect(words).not.toContain('Petugas Pelaksana')
  })

  test('is nobody else’s matter: to another applicant and to an officer the page does not exist', async () => {
    const walk = await applyFor(office, pemohon, 'rahasiaku')
    const paper = (await walk.see()).papers[0]
    const kadin = await office.as('kepala-dinas')
    for (const page of ['', 'receipt', 'receipt.pdf', 'correct', `papers/${paper?.id}`]) {
      expect((await asing.get(at(walk, page))).status).toBe(404)
      expect((await kadin.get(at(walk, page))).status).toBe(404)
    }
    expect(wordsOf((await asing.get('/mine')).text)).not.toContain('rahasiaku')
    for (const deed of ['withdraw', 'comment', 'rate', 'finish'])
      expect((await asing.post(at(walk, deed), { key: randomUUID(), reason: 'x', text: 'x', score: '4' })).status).toBe(
        404,
      )
    expect((await walk.see()).status).toBe('open')
  })

  test('a paper is downloaded, never shown by the browser', async () => {
    const walk = await applyFor(office, pemohon, 'unduhan')
    const paper = (await walk.see()).papers[0]
    const answer = await pemohon.get(at(walk, `papers/${paper?.id}`))
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(/^attachment/)
    expect(answer.headers['content-security-policy']).toContain('sandbox')
    expect((await pemohon.get(at(walk, `papers/${randomUUID()}`))).status).toBe(404)
  })
})

describe('a returned request', () => {
  test('says why, comes back with everything in it, and is sent again with the papers it had', async () => {
    const walk = await applyFor(office, pemohon, 'perbaiki')
    const before = await walk.see()
    await returned(walk)
    expect(await see(walk)).toContain('Nomor surat belum sesuai.')
    expect(wordsOf((await pemohon.get('/mine')).text)).toContain('Menunggu Anda')
    const { text } = await pemohon.get(at(walk, 'correct'))
    expect([fieldValue(text, 'nama-domain'), fieldValue(text, 'pj-teknis.email')]).toEqual([
      'perbaiki',
      'laman@arsip.example',
    ])
    expect(wordsOf(text)).toContain('Yang berlaku sekarang: surat.pdf')
    const fields = {
      key: fieldValue(text, 'key') ?? '',
      task: fieldValue(text, 'task') ?? '',
      ...typed('perbaiki', { 'nomor-surat': '045/99/2026' }),
    }
    const sent = await pemohon.post(at(walk, 'correct'), { do: 'send', ...fields })
    expect([sent.status, sent.location]).toEqual([303, at(walk)])
    const twice = await pemohon.post(at(walk, 'correct'), { do: 'send', ...fields })
    expect(wordsOf((await pemohon.open(twice.location)).text)).toContain('Isian sudah dikirim ke kantor.')
    const after = await walk.see()
    expect(after.form['nomor-surat']).toBe('045/99/2026')
    expect(after.papers).toEqual(before.papers)
    expect((await walk.task()).step).toBe('catat')
  })

  test('tells its faults like the first time, and keeps what was typed', async () => {
    const walk = await applyFor(office, pemohon, 'masih-salah')
    await returned(walk)
    const answer = await pemohon.post(
      at(walk, 'correct'),
      { do: 'send', key: randomUUID(), ...typed('www', { keperluan: 'Diubah' }) },
      [upload(Buffer.from('x'))],
    )
    expect(answer.status).toBe(422)
    const words = wordsOf(answer.text)
    for (const part of ['dicadangkan untuk keperluan kantor', 'Isi berkas ini bukan PDF', 'Diubah'])
      expect(words).toContain(part)
    expect(fieldValue((await pemohon.get(at(walk, 'correct'))).text, 'nama-domain')).toBe('www')
    expect((await walk.see()).form['nama-domain']).toBe('masih-salah.demakkab.go.id')
  })

  test('may bring a new letter in place of the old one, or have it made anew', async () => {
    const walk = await applyFor(office, pemohon, 'surat-baru')
    await returned(walk)
    await pemohon.post(at(walk, 'correct'), { do: 'send', key: randomUUID(), ...typed('surat-baru') }, [
      upload(await letterPdf('baru'), 'pengganti.pdf'),
    ])
    expect((await walk.see()).papers.map((paper) => paper.name)).toEqual(['pengganti.pdf'])
    await returned(walk)
    await pemohon.post(at(walk, 'correct'), {
      do: 'send',
      key: randomUUID(),
      'surat-permohonan.remake': 'yes',
      ...typed('surat-baru'),
    })
    expect((await walk.see()).papers.map((paper) => paper.name)).toEqual(['Surat Permohonan.pdf'])
  })

  test('cannot be corrected while it lies with the office', async () => {
    const walk = await applyFor(office, pemohon, 'di-kantor')
    const answer = await pemohon.open(at(walk, 'correct'))
    expect(wordsOf(answer.text)).toContain('tidak sedang menunggu isian dari Anda')
  })
})

describe('withdrawing', () => {
  test('asks for a reason and ends the request', async () => {
    const walk = await applyFor(office, pemohon, 'cabut')
    const empty = await act(walk, 'withdraw', { reason: '  ' })
    expect([empty.status, wordsOf(empty.text).includes('Tulis alasan pencabutan.')]).toEqual([422, true])
    const done = await act(walk, 'withdraw', { reason: 'Sudah tidak diperlukan' })
    expect(done.location).toBe(at(walk))
    expect(await walk.see()).toMatchObject({ status: 'withdrawn', reason: 'Sudah tidak diperlukan' })
    expect(await see(walk)).toContain('Sudah tidak diperlukan')
  })

  test('is not offered and not taken once the technical work has begun; what was typed stays', async () => {
    const walk = await applyFor(office, pemohon, 'terlambat')
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    expect(await see(walk)).not.toContain('Cabut permohonan')
    const answer = await act(walk, 'withdraw', { reason: 'Berubah pikiran' })
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toContain('tidak dapat dicabut lagi')
    expect((await walk.see()).status).not.toBe('withdrawn')
  })
})

describe('messages', () => {
  test('reach the office, and inner notes of the office do not reach the applicant', async () => {
    const walk = await applyFor(office, pemohon, 'pesan')
    await act(walk, 'comment', { text: 'Mohon dipercepat.\nTerima kasih.' })
    await walk.send(post('pelaksana'), { type: 'comment', text: 'Hanya untuk kantor', visibleToApplicant: false })
    await walk.send(post('pelaksana'), { type: 'comment', text: 'Sedang kami proses', visibleToApplicant: true })
    const words = await see(walk)
    expect(words).toContain('Mohon dipercepat.')
    expect(words).toContain('Sedang kami proses')
    expect(words).not.toContain('Hanya untuk kantor')
    const empty = await act(walk, 'comment', { text: '' })
    expect(empty.status).toBe(422)
  })
})

describe('the end of the way', () => {
  test('the applicant reads the password once, downloads the letter, confirms and rates', async () => {
    const walk = await applyFor(office, pemohon, 'tuntas')
    await delivered(walk)
    const words = await see(walk)
    expect(words).toContain('giliran Anda')
    expect(words).toMatch(/Surat nomor 500\.12\//)
    const [secret] = await secretsOf(office.office.store, 'demak', walk.id)
    expect(words).toContain('Tampilkan sekali')
    const foreign = await asing.post(at(walk, `secrets/${secret?.secret}`), {})
    expect(foreign.status).toBe(404)
    const [one, two] = await Promise.all([
      pemohon.post(at(walk, `secrets/${secret?.secret}`), {}),
      pemohon.post(at(walk, `secrets/${secret?.secret}`), {}),
    ])
    // A button pressed twice shows the password in the answer that the browser keeps, whichever that is.
    for (const answer of [one, two]) expect(answer.text).toMatch(/<span class="code">[^<]{12,}<\/span>/)
    expect(await see(walk)).toContain('Sudah ditampilkan')

    const task = await walk.task()
    const done = await act(walk, 'finish', { task: task.task, note: 'Sudah dicoba' })
    expect(done.location).toBe(at(walk))
    expect((await walk.see()).status).toBe('finished')
    const late = await act(walk, 'finish', { task: task.task, note: '' })
    expect([late.status, wordsOf(late.text).includes('sudah diselesaikan sebelumnya')]).toEqual([409, true])

    const none = await act(walk, 'rate', { comment: 'Cepat' })
    expect([none.status, wordsOf(none.text).includes('Pilih nilai satu sampai empat.')]).toEqual([422, true])
    expect(none.text).toContain('Cepat')
    await act(walk, 'rate', { score: '4', comment: 'Cepat' })
    expect((await walk.see()).rating).toMatchObject({ score: 4, comment: 'Cepat' })
    expect(await see(walk)).toContain('Anda memberi nilai 4 dari 4')
    const again = await act(walk, 'rate', { score: '1' })
    expect(again.status).toBe(409)
  })
})

test('what was typed to the office before the session ended comes back in its own form', async () => {
  const walk = await applyFor(office, pemohon, 'sesi')
  const visit = await office.as('pemohon')
  await office.office.store.inAgency('demak', (db) =>
    db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00.000Z' }).where('csrf', '=', visit.csrf).execute(),
  )
  const fields = { key: randomUUID(), act: 'comment', text: 'Kapan selesai?' }
  const answer = await visit.post(at(walk, 'comment'), fields, [], at(walk))
  const back = new URL(answer.location, 'http://x').searchParams.get('to') ?? ''
  const again = await office.as('pemohon')
  for (const [name, value] of visit.cookies) if (name !== 'mipp_session') again.cookies.set(name, value)
  const { text } = await again.get(back)
  expect(text.slice(text.indexOf('<main'))).toContain('Kapan selesai?')
  expect((await walk.see()).comments).toEqual([])
})
