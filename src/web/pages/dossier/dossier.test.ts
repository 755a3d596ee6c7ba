import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { makePerson } from '../../../../test/support/people.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { sideTasks, toTechnician } from '../../../../test/support/walk.ts'
import { address, aRequest, deed, disposing, entering, everybody, type People } from './desk.fixture.ts'

let office: TestOffice
let at: People

beforeAll(async () => {
  office = await startOffice()
  at = await everybody(office)
})
afterAll(() => office.stop())

describe('The front office', () => {
  test('sees what is asked, enters the letter and is told the agenda number', async () => {
    const walk = await aRequest(office)
    const page = await at.pelaksana.get(address(walk))
    expect(page.status).toBe(200)
    expect(wordsOf(page.text)).toContain('Langkah 2 dari 8, giliran Anda')
    expect(wordsOf(page.text)).toContain('diberikan saat disimpan')
    expect(wordsOf(page.text)).toContain('terlampir: surat.pdf')
    const answer = await deed(at.pelaksana, walk, entering)
    expect([answer.status, answer.location]).toEqual([303, '/work'])
    const { agenda } = await walk.see()
    const list = wordsOf((await at.pelaksana.open('/work')).text)
    expect(list).toContain(`: tercatat dengan nomor agenda ${agenda?.number}`)
    expect(list).toContain('di meja Kepala Dinas')
  })

  test('is told beside the field what is missing, and keeps what was typed', async () => {
    const walk = await aRequest(office)
    const answer = await deed(at.pelaksana, walk, {
      ...entering,
      receivedOn: '2999-01-01',
      note: 'Catatan yang panjang',
    })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Tulis tanggal yang benar, paling lambat hari ini.')
    expect(answer.text).toContain('Catatan yang panjang')
    expect((await walk.see()).agenda).toBeNull()
  })

  test('returns a request with a reason; corrected and sent again it is entered as usual', async () => {
    const walk = await aRequest(office)
    const returned = await deed(at.pelaksana, walk, { do: 'return', reason: 'Surat belum ditandatangani' })
    expect([returned.status, returned.location]).toEqual([303, '/work'])
    const page = wordsOf((await at.pelaksana.get(address(walk))).text)
    expect(page).toContain('Menunggu OPD. Anda tidak perlu berbuat apa-apa.')
    expect(page).toContain('Surat belum ditandatangani')
    const { form } = await walk.see()
    await walk.finish({ form: { ...form, keperluan: 'Sudah diperbaiki' } })
    expect((await deed(at.pelaksana, walk, entering)).status).toBe(303)
    expect(await walk.see()).toMatchObject({ form: { keperluan: 'Sudah diperbaiki' }, agenda: { urgency: 'segera' } })
  })

  test('must write a reason to return', async () => {
    const walk = await aRequest(office)
    const answer = await deed(at.pelaksana, walk, { do: 'return', reason: '  ' })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Tulis alasannya.')
    expect((await walk.see()).returns).toEqual([])
  })
})

describe('The Head of Agency', () => {
  test('reads the letter and disposes in one form; the sheet shows the initial with the post', async () => {
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, entering)
    const page = await at.kadin.get(address(walk))
    expect(wordsOf(page.text)).toContain('Paraf dan teruskan kepada Sekretaris')
    expect(page.text.indexOf('task-panel')).toBeLessThan(page.text.indexOf('class="paper"'))
    const answer = await deed(at.kadin, walk, disposing)
    expect(answer.status).toBe(303)
    const sheet = wordsOf((await at.sekretaris.get(address(walk))).text)
    expect(sheet).toContain('Mohon diproses')
    expect(sheet).toContain('Paraf dan tanggal Kepala Dinas')
  })

  test('forwards also to another post, whose answer does not hold up the dossier', async () => {
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, entering)
    await deed(at.kadin, walk, { ...disposing, alsoTo: ['kasubag-umum'] })
    expect((await walk.task()).step).toBe('disposisi-sekretaris')
    const list = wordsOf((await at.kasubag.get('/work')).text)
    expect(list).toContain('Tanggapi disposisi')
    const [side] = await sideTasks(walk)
    const page = wordsOf((await at.kasubag.get(address(walk))).text)
    expect(page).toContain('Kepala Dinas meneruskan berkas ini juga kepada Anda')
    const answer = await deed(at.kasubag, walk, { do: 'finish', task: side?.task ?? '', note: 'Tidak ada keberatan' })
    expect(answer.location).toBe('/work')
    expect(await sideTasks(walk)).toEqual([])
    expect(wordsOf((await at.kadin.get(address(walk))).text)).toContain('Tidak ada keberatan')
  })

  test('prints the disposition sheet as a PDF', async () => {
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, entering)
    const pdf = await at.kadin.get(`${address(walk)}/disposition-sheet.pdf`)
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('The Head of Division', () => {
  test('refuses with a reason, and the dossier ends with that reason', async () => {
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, entering)
    await deed(at.kadin, walk, disposing)
    await deed(at.sekretaris, walk, disposing)
    const without = await deed(at.kabid, walk, { do: 'reject', reason: '' })
    expect(without.status).toBe(422)
    const answer = await deed(at.kabid, walk, { do: 'reject', reason: 'Nama itu milik layanan lain' })
    expect(answer.status).toBe(303)
    expect(await walk.see()).toMatchObject({ status: 'rejected', reason: 'Nama itu milik layanan lain' })
    const page = wordsOf((await at.kabid.get(address(walk))).text)
    expect(page).toContain('Permohonan ini ditolak dengan alasan berikut. Nama itu milik layanan lain')
  })

  test('cannot refuse where the policy does not allow it', async () => {
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, entering)
    const answer = await deed(at.kadin, walk, { do: 'reject', reason: 'Tidak setuju' })
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toContain('Permohonan tidak dapat ditolak dari langkah ini.')
    expect((await walk.see()).status).toBe('open')
  })
})

describe('Wrong persons and stale pages', () => {
  test('somebody whose post is not waited for cannot finish the step, and loses nothing of what was typed', async () => {
    const walk = await aRequest(office)
    const answer = await deed(at.kadin, walk, { ...entering, note: 'Dari meja yang salah' })
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toContain('Anda tidak berwenang melakukan ini.')
    expect(wordsOf(answer.text)).toContain('Yang Anda ketik: Dari meja yang salah')
    expect((await walk.see()).agenda).toBeNull()
  })

  test('a step out of order is refused', async () => {
    const walk = await aRequest(office)
    const { tasks } = await walk.see()
    const first = tasks[0]?.task ?? ''
    const answer = await deed(at.pelaksana, walk, { ...entering, task: first })
    expect(answer.status).toBe(409)
    expect((await walk.task()).step).toBe('catat')
  })

  test('a form sent twice is done once', async () => {
    const walk = await aRequest(office)
    const fields = { ...entering, key: randomUUID() }
    const task = (await walk.task()).task
    const [one, two] = await Promise.all([
      deed(at.pelaksana, walk, { ...fields, task }),
      deed(at.pelaksana, walk, { ...fields, task }),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    expect((await walk.see()).tasks.filter((one) => one.step === 'disposisi-kadin')).toHaveLength(1)
  })

  test('of two officers with the same page one is told that the task is already done, with the note kept', async () => {
    const walk = await aRequest(office)
    const task = (await walk.task()).task
    const colleague = await office.as('pelaksana')
    expect((await deed(at.pelaksana, walk, { ...entering, task })).status).toBe(303)
    const late = await deed(colleague, walk, { ...entering, task, note: 'Catatan rekan' })
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('Tugas ini sudah diselesaikan sebelumnya')
    expect(wordsOf(late.text)).toContain('Catatan rekan')
  })

  test('a task taken by a colleague is not done under their hands', async () => {
    const walk = await aRequest(office)
    const mandate = { mandate: randomUUID(), post: 'pelaksana', capacity: 'definitive' as const, decree: '800/1' }
    const person = await makePerson(office, {
      email: 'rekan@dinkominfo.example',
      mandate: { ...mandate, fromOn: '2020-01-01' },
    })
    const colleague = { kind: 'post' as const, person, post: 'pelaksana', capacity: 'definitive' as const }
    const taken = await walk.send(colleague, { type: 'take', task: (await walk.task()).task })
    expect(taken.ok).toBe(true)
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toContain('Sedang dikerjakan rekan Anda')
    const answer = await deed(at.pelaksana, walk, entering)
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toContain('Tugas ini sedang dikerjakan rekan Anda.')
  })

  test('a form sent after the session ended comes back filled in after signing in again', async () => {
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, entering)
    const tab = await office.as('kepala-dinas')
    await tab.get(address(walk))
    const token = tab.cookies.get('mipp_session') ?? ''
    await office.office.store.inAgency('demak', (db) =>
      db.updateTable('session').set({ ended_at: new Date().toISOString() }).where('csrf', '=', tab.csrf).execute(),
    )
    const parked = await deed(tab, walk, { ...disposing, note: 'Diketik sebelum sesi berakhir' })
    expect(parked.location).toContain('/sign-in?to=')
    const back = decodeURIComponent(parked.location.split('to=')[1] ?? '')
    const again = await office.as('kepala-dinas')
    again.cookies.set('mipp_parked', tab.cookies.get('mipp_parked') ?? '')
    const page = await again.get(back)
    expect(page.text).toContain('Diketik sebelum sesi berakhir')
    expect(page.text).toMatch(/value="Proses lebih lanjut"[^>]*checked|checked[^>]*value="Proses lebih lanjut"/)
    expect(token).not.toBe('')
  })
})

describe('Who sees a dossier', () => {
  test('an applicant does not see the officers page, and a stranger is asked to sign in', async () => {
    const walk = await aRequest(office)
    expect((await at.pemohon.get(address(walk))).status).toBe(404)
    expect((await office.visitor().get(address(walk))).location).toContain('/sign-in')
  })

  test('a secret dossier is there only for the posts through whose hands it goes, its papers too', async () => {
    const walk = await aRequest(office)
    await deed(at.pelaksana, walk, { ...entering, secrecy: 'rahasia' })
    const paper = (await walk.see()).papers[0]?.id
    expect((await at.pelaksana.get(address(walk))).status).toBe(200)
    expect((await at.kadin.get(`${address(walk)}/papers/${paper}`)).status).toBe(200)
    for (const path of ['', `/papers/${paper}`, `/papers/${paper}/pages/1.png`, '/disposition-sheet.pdf']) {
      expect((await at.kasubag.get(`${address(walk)}${path}`)).status).toBe(404)
      expect((await at.kabid.get(`${address(walk)}${path}`)).status).toBe(404)
    }
  })

  test('a paper is downloaded as an attachment that cannot run', async () => {
    const walk = await aRequest(office)
    const paper = (await walk.see()).papers[0]?.id
    const answer = await at.pelaksana.get(`${address(walk)}/papers/${paper}`)
    expect(answer.headers['content-disposition']).toMatch(/^attachment/)
    expect(answer.headers['content-security-policy']).toContain('sandbox')
  })
})

describe('Comments', () => {
  test('are written by an officer and stay inside unless the applicant may read them', async () => {
    const walk = await aRequest(office)
    const answer = await deed(at.kabid, walk, { do: 'comment', task: '', text: 'Cek nama ini' })
    expect(answer.status).toBe(303)
    const [comment] = (await walk.see()).comments
    expect(comment).toMatchObject({ text: 'Cek nama ini', visibleToApplicant: false })
    expect(comment?.by).toMatchObject({ kind: 'post', post: 'kabid-aptika' })
  })
})

describe('A step of technical work', () => {
  test('says what will be made, runs it, and closes on proof', async () => {
    const walk = await aRequest(office)
    await toTechnician(walk)
    const before = wordsOf((await at.pelaksana.get(address(walk))).text)
    expect(before).toContain('Buat oleh sistem')
    const answer = await deed(at.pelaksana, walk, { do: 'finish', mode: 'system' })
    expect([answer.status, answer.location]).toEqual([303, address(walk)])
    await office.jobsDone()
    expect((await walk.task()).step).toBe('surat-akun')
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toContain('Terbukti: Alamat subdomain (DNS)')
  })
})

describe('A letter that needs an initial', () => {
  test('cannot be sent before the superior has initialed it; sent back it is asked for again; then it goes out', async () => {
    const walk = await aRequest(office)
    await toTechnician(walk)
    await deed(at.pelaksana, walk, { do: 'finish', mode: 'system' })
    await office.jobsDone()
    const early = await deed(at.pelaksana, walk, { do: 'finish', phase: 'send', draft: 'Selamat memakai' })
    expect(early.status).toBe(409)
    expect(wordsOf(early.text)).toContain('Surat ini belum diparaf. Mintakan paraf lebih dahulu.')
    expect(early.text).toContain('Selamat memakai')
    await deed(at.pelaksana, walk, { do: 'finish', phase: 'ask-initials', draft: 'Selamat memakai' })
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toContain(
      'Draf ini menunggu paraf Kepala Bidang Aplikasi Informatika',
    )

    const [side] = await sideTasks(walk)
    const draft = await at.kabid.get(`${address(walk)}/tasks/${(await walk.task()).task}/draft.pdf`)
    expect(draft.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const silent = await deed(at.kabid, walk, { do: 'finish', task: side?.task ?? '', verdict: 'sent-back', note: '' })
    expect(silent.status).toBe(422)
    await deed(at.kabid, walk, { do: 'finish', task: side?.task ?? '', verdict: 'sent-back', note: 'Perbaiki alinea' })
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toContain('mengembalikan draf: Perbaiki alinea')

    await deed(at.pelaksana, walk, { do: 'finish', phase: 'ask-initials', draft: 'Sudah diperbaiki' })
    const [again] = await sideTasks(walk)
    await deed(at.kabid, walk, { do: 'finish', task: again?.task ?? '', verdict: 'initialed', note: '' })
    const sent = await deed(at.pelaksana, walk, { do: 'finish', phase: 'send', draft: 'Sudah diperbaiki' })
    expect(sent.status).toBe(303)
    await office.jobsDone()
    expect((await walk.task()).step).toBe('terima')
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toMatch(/Surat 500\.12\/\d+\/DINKOMINFO\/\S+ terbit/)
  })

  test('is shown as it would be printed with what is typed now', async () => {
    const walk = await aRequest(office)
    await toTechnician(walk)
    await deed(at.pelaksana, walk, { do: 'finish', mode: 'system' })
    await office.jobsDone()
    const preview = await deed(at.pelaksana, walk, { do: 'finish', phase: 'preview', draft: 'Isi sementara' })
    expect([preview.status, preview.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await walk.see()).letters).toEqual([])
  })
})
