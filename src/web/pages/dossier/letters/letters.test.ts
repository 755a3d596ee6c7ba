// Letters beside the path through the officers' pages and by programs: begun, written, initialed, signed, sent, received, withdrawn.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOf, type Program, programOf } from '../../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../../test/support/office.ts'
import { printedWords } from '../../../../../test/support/printed.ts'
import { type FormFields, wordsOf } from '../../../../../test/support/visit.ts'
import type { Walk } from '../../../../../test/support/walk.ts'
import { type Dossier, openTasks, type Task } from '../../../../core/dossier/dossier.ts'
import type { Letter } from '../../../../core/dossier/letters/letter.ts'
import { letterOfCheckCode } from '../../../../store/letter-check.ts'
import { address, aRequest, deed, everybody, type People } from '../desk.fixture.ts'

let office: TestOffice
let at: People
let clerk: Program
beforeAll(async () => {
  office = await startOffice()
  at = await everybody(office)
  clerk = await programOf(office, 'pelaksana')
})
afterAll(() => office.stop())

const BEGINNING = {
  kind: 'surat-balasan',
  draft: 'Dua orang ditugaskan.',
  to: 'inside',
  signer: 'kepala-dinas',
  initial: ['kabid-aptika', 'sekretaris'],
}

const begin = async (walk: Walk, fields: FormFields = {}) =>
  at.pelaksana.post(`${address(walk)}/letters/new`, { ...BEGINNING, key: randomUUID(), ...fields })

const last = ({ letters }: Dossier): Letter => {
  const letter = letters.at(-1)
  if (!letter) throw new Error('There is no letter')
  return letter
}

const side = async (walk: Walk, post: string): Promise<Task> => {
  const found = openTasks(await walk.see()).find((task) => task.kind !== 'main' && task.posts.includes(post))
  if (!found) throw new Error(`${post} is not asked`)
  return found
}

const answer = async (who: keyof People, walk: Walk, post: string, fields: FormFields) =>
  deed(at[who], walk, { do: 'finish', task: (await side(walk, post)).task, ...fields })

const version = async (walk: Walk): Promise<string> => String(last(await walk.see()).versions.length)

/** Signed and made. */
const issue = (walk: Walk): Promise<Letter> => issueFrom(walk, 'Dua orang ditugaskan.')

const letterPage = async (who: keyof People, walk: Walk, letter: Letter): Promise<string> =>
  wordsOf((await at[who].get(`${address(walk)}/letters/${letter.id}`)).text)

describe('a letter beside the path', () => {
  test('is begun by whoever handles the dossier, with the posts up to the signer proposed; nobody else is offered it', async () => {
    const walk = await aRequest(office)
    expect((await at.sekretaris.get(`${address(walk)}/letters/new`)).status).toBe(404)
    const form = await at.pelaksana.get(`${address(walk)}/letters/new?kind=surat-balasan`)
    expect(form.text).toMatch(/name="initial"[\s\S]*?value="kabid-aptika" selected/)
    // What has no addressee does not go to the applicant by oversight.
    expect(form.text).toMatch(/name="to" value="applicant"[^>]* checked/)
    const order = await at.pelaksana.get(`${address(walk)}/letters/new?kind=surat-tugas`)
    expect(order.text).toMatch(/name="to" value="inside"[^>]* checked/)
    const kinds = wordsOf((await at.pelaksana.get(`${address(walk)}/letters/new`)).text)
    expect(kinds).toContain('Surat Pemberitahuan Hasil (surat-hasil-jaringan)')
    expect(
      (await at.pelaksana.post(`${address(walk)}/letters/new`, { kind: 'surat-hantu', key: randomUUID() })).status,
    ).toBe(422)
    expect((await begin(walk)).status).toBe(303)
    const page = wordsOf((await at.pelaksana.get(address(walk))).text)
    for (const said of ['Tulis surat', 'Dua orang ditugaskan.', 'Teruskan untuk diparaf Kepala Bidang'])
      expect(page).toContain(said)
    expect(wordsOf((await at.pelaksana.get('/work')).text)).toContain('Tulis surat')
  })

  test('rises in order, is corrected on the way, signed, and stands on its page with every version', async () => {
    const walk = await aRequest(office)
    await begin(walk)
    await answer('pelaksana', walk, 'pelaksana', { phase: 'forward', draft: 'Dua orang ditugaskan.', version: '1' })
    const kabid = wordsOf((await at.kabid.get(address(walk))).text)
    expect(kabid).toContain('Perbaiki teksnya sebelum memaraf')
    const { task } = await side(walk, 'kabid-aptika')
    const printed = await printedWords((await at.kabid.get(`${address(walk)}/tasks/${task}/draft.pdf`)).bytes)
    expect(printed).toMatch(/Kepala Dinas,.*Pejabat Kepala Dinas/)
    await answer('kabid', walk, 'kabid-aptika', { verdict: 'initialed', draft: 'Tiga orang ditugaskan.', version: '1' })
    await answer('sekretaris', walk, 'sekretaris', { verdict: 'sent-back', note: 'Sebut tanggalnya', version: '2' })
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toContain('Sebut tanggalnya')
    await office.jobsDone()
    const notices = await at.pelaksana.get('/notices')
    expect(wordsOf(notices.text)).toContain('Sekretaris mengembalikan draf surat: Sebut tanggalnya')
    const told = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('notice').select('occasion').where('dossier', '=', walk.id).orderBy('seq', 'desc').execute(),
    )
    expect(told[0]?.occasion).toBe('letter-sent-back')
    await answer('pelaksana', walk, 'pelaksana', {
      phase: 'save',
      draft: 'Tiga orang ditugaskan tanggal 5.',
      version: '2',
    })
    const letter = await issueFrom(walk, 'Tiga orang ditugaskan tanggal 5.')
    expect(letter.versions).toHaveLength(3)
    const page = await letterPage('kabid', walk, letter)
    for (const said of [
      'Versi 3',
      'Perubahan dari versi 2 ke versi 3',
      'ditambah:',
      'Lembar paraf',
      'Dikembalikan',
      letter.number ?? '?',
    ])
      expect(page).toContain(said)
    const seen = wordsOf((await at.pemohon.get(`/mine/${walk.id}`)).text)
    expect(seen).not.toContain(letter.number ?? '?')
    expect((await at.pemohon.get(`/mine/${walk.id}/papers/${letter.paper?.id}`)).status).toBe(404)
  })

  test('shows whoever initials again what has changed since they last read it', async () => {
    const walk = await aRequest(office)
    await begin(walk)
    await answer('pelaksana', walk, 'pelaksana', { phase: 'forward', draft: 'Dua orang ditugaskan.', version: '1' })
    await answer('kabid', walk, 'kabid-aptika', { verdict: 'sent-back', note: 'Kurang', version: '1' })
    await answer('pelaksana', walk, 'pelaksana', { phase: 'forward', draft: 'Empat orang ditugaskan.', version: '1' })
    const page = await at.kabid.get(address(walk))
    expect(wordsOf(page.text)).toContain('Yang berubah sejak versi 1')
    expect(page.text).toMatch(/<del[^>]*>[\s\S]*Dua[\s\S]*<\/del>[\s\S]*<ins[^>]*>[\s\S]*Empat/)
  })

  test('written by two at once loses nothing: the later one sees both and chooses', async () => {
    const walk = await aRequest(office)
    await begin(walk)
    await answer('pelaksana', walk, 'pelaksana', { phase: 'save', draft: 'Dari layar pertama.', version: '1' })
    const clash = await answer('pelaksana', walk, 'pelaksana', {
      phase: 'save',
      draft: 'Dari layar kedua.',
      version: '1',
    })
    expect(clash.status).toBe(409)
    for (const said of ['Dari layar pertama.', 'Dari layar kedua.', 'Versi 2 yang tersimpan'])
      expect(wordsOf(clash.text)).toContain(said)
    expect(clash.text).toContain('name="version" value="2"')
    expect(last(await walk.see()).draft.note).toBe('Dari layar pertama.')
    await answer('pelaksana', walk, 'pelaksana', { phase: 'save', draft: 'Dari layar kedua.', version: '2' })
    expect(last(await walk.see()).versions.map(({ draft }) => draft.note)).toEqual([
      'Dua orang ditugaskan.',
      'Dari layar pertama.',
      'Dari layar kedua.',
    ])
  })

  test('whose own text cannot be printed is told its line at saving; what was typed stays, and programs are told alike', async () => {
    const walk = await aRequest(office)
    await begin(walk)
    const typed = { draft: 'Catatan', text: 'Dengan hormat.\n\nKepada {tidak-ada-namanya}.', version: '1' }
    for (const phase of ['save', 'forward']) {
      const told = await answer('pelaksana', walk, 'pelaksana', { phase, ...typed })
      expect(told.status).toBe(422)
      expect(wordsOf(told.text)).toContain('Baris 3: Isian {tidak-ada-namanya} tidak dikenal untuk surat ini.')
      expect(told.text).toContain('Kepada {tidak-ada-namanya}.</textarea>')
    }
    const { task } = await side(walk, 'pelaksana')
    const { version: _, ...sent } = typed
    const byApi = await clerk.post(`/dossiers/${walk.id}/tasks/${task}/finish`, {
      act: 'write-letter',
      phase: 'save',
      ...sent,
    })
    expect([byApi.status, JSON.stringify(byApi.json)]).toEqual([422, expect.stringContaining('{tidak-ada-namanya}')])
    expect(last(await walk.see()).versions).toHaveLength(1)
    const begun = await begin(walk, { text: typed.text })
    expect([begun.status, wordsOf(begun.text).includes('Baris 3: Isian {tidak-ada-namanya}')]).toEqual([422, true])
  })

  test('signed twice at once is signed once; the other is told', async () => {
    const walk = await aRequest(office)
    await begin(walk, { initial: [] })
    await answer('pelaksana', walk, 'pelaksana', { phase: 'forward', version: '1', draft: 'Dua orang ditugaskan.' })
    const { task } = await side(walk, 'kepala-dinas')
    const sign = () => deed(at.kadin, walk, { do: 'finish', task, verdict: 'signed', version: '1' })
    const answers = await Promise.all([sign(), sign(), sign()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
    const told = answers.filter(({ status }) => status === 409).map(({ text }) => wordsOf(text))
    for (const one of told) expect(one).toMatch(/sudah ditandatangani|sudah diselesaikan/)
    await office.jobsDone()
    const { events } = await walkEvents(walk)
    expect(events.filter((type) => type === 'letter-numbered')).toHaveLength(1)
    expect(events.filter((type) => type === 'paper-filed')).toHaveLength(1)
  })

  test('asks what its template asks, also without scripts row by row', async () => {
    const walk = await aRequest(office)
    const path = `${address(walk)}/letters/new`
    const sent = {
      kind: 'surat-tugas',
      'isi-surat': '1',
      to: 'inside',
      signer: 'kepala-dinas',
      draft: '',
      key: randomUUID(),
    }
    const more = await at.pelaksana.post(path, { ...sent, 'petugas.0.nama': 'Petugas Jaringan', row: 'add:petugas' })
    expect(more.status).toBe(200)
    expect(more.text).toContain('name="petugas.1.nama"')
    expect(more.text).not.toContain('belum diisi')
    const missing = await at.pelaksana.post(path, sent)
    expect([missing.status, wordsOf(missing.text).includes('Kegiatan belum diisi')]).toEqual([422, true])
    const whole = {
      'dasar.0.isi': 'Disposisi Kepala Dinas',
      'petugas.0.nama': 'Petugas Jaringan',
      'petugas.0.jabatan': 'Pranata Komputer',
      kegiatan: 'pengukuran jaringan',
      tempat: 'Puskesmas Demak I',
      mulai: '2026-11-25',
    }
    expect((await at.pelaksana.post(path, { ...sent, ...whole })).status).toBe(303)
    expect(last(await walk.see()).draft.values).toMatchObject({ kegiatan: 'pengukuran jaringan' })
    const { task } = await side(walk, 'pelaksana')
    const draft = await at.pelaksana.get(`${address(walk)}/tasks/${task}/draft.pdf`)
    expect([draft.status, draft.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  test('with a body that cannot be read goes nowhere, and says at which line', async () => {
    const walk = await aRequest(office)
    await begin(walk)
    const answered = await answer('pelaksana', walk, 'pelaksana', {
      phase: 'forward',
      draft: 'x',
      text: '[selesai]',
      version: '1',
    })
    expect(answered.status).toBe(422)
    expect(wordsOf(answered.text)).toContain('Baris 1')
    expect(last(await walk.see()).draft.text).toBeUndefined()
  })
})

describe('an issued letter', () => {
  test('is withdrawn by its signer alone, replaced by another, and the check code tells of both', async () => {
    const walk = await aRequest(office)
    await begin(walk)
    const letter = await issue(walk)
    const bytes = letter.paper?.sha256
    const path = `${address(walk)}/letters/${letter.id}`
    const withdraw = { do: 'withdraw', reason: 'Salah nama', key: randomUUID() }
    expect((await at.pelaksana.post(path, withdraw)).status).toBe(409)
    expect((await at.kadin.post(path, { ...withdraw, reason: '', key: randomUUID() })).status).toBe(409)
    expect((await at.kadin.post(path, { ...withdraw, key: randomUUID() })).status).toBe(303)
    expect(await letterPage('pelaksana', walk, letter)).toContain('Salah nama')
    const checked = () => letterOfCheckCode(office.office.store, 'demak', letter.checkCode ?? '')
    expect(await checked()).toMatchObject({ number: letter.number, withdrawnOn: expect.any(String), replacedBy: null })
    const form = await at.pelaksana.get(`${address(walk)}/letters/new?replaces=${letter.id}`)
    expect(wordsOf(form.text)).toContain(`Surat ini menggantikan surat nomor ${letter.number}`)
    expect((await begin(walk, { replaces: letter.id })).status).toBe(303)
    const next = await issue(walk)
    expect(await checked()).toMatchObject({ replacedBy: { number: next.number, checkCode: next.checkCode } })
    expect((await walk.see()).letters.find(({ id }) => id === letter.id)?.paper?.sha256).toBe(bytes)
    expect(await letterPage('pelaksana', walk, letter)).toContain(next.number ?? '?')
  })

  test('to the applicant is read by the applicant, which is its receipt', async () => {
    const walk = await aRequest(office)
    await begin(walk, { to: 'applicant' })
    const letter = await issue(walk)
    expect(letter.sent).toMatchObject({ way: 'mipp' })
    const path = `/mine/${walk.id}/papers/${letter.paper?.id}`
    for (const _ of [1, 2]) expect((await at.pemohon.get(path)).status).toBe(200)
    const { events } = await walkEvents(walk)
    expect(events.filter((type) => type === 'letter-received')).toHaveLength(1)
    expect(await letterPage('pelaksana', walk, letter)).toContain('dibuka pemohon')
  })
})

describe('how a letter is filed', () => {
  const CHOSEN = { classification: '000.1', security: 'rahasia' }

  test('is set to what its text says, chosen in the form, printed on the line Sifat, and taken into the number', async () => {
    const walk = await aRequest(office)
    const form = await at.pelaksana.get(`${address(walk)}/letters/new?kind=daftar-akses-data-center`)
    for (const set of ['value="500.12" selected', 'value="terbatas" selected']) expect(form.text).toContain(set)
    await begin(walk, CHOSEN)
    expect(last(await walk.see()).draft).toMatchObject(CHOSEN)
    expect((await at.pelaksana.get(address(walk))).text).toContain('value="rahasia" selected')
    const usual = { classification: '500.12', security: 'biasa', draft: BEGINNING.draft }
    await answer('pelaksana', walk, 'pelaksana', { phase: 'save', version: '1', ...usual })
    expect(last(await walk.see()).draft).toEqual({ note: BEGINNING.draft })
    await answer('pelaksana', walk, 'pelaksana', { phase: 'save', version: '2', ...usual, ...CHOSEN })
    const letter = await issue(walk)
    expect(letter.place).toMatchObject(CHOSEN)
    expect(letter.number).toMatch(/^000\.1\//)
    const pdf = (await office.office.tools.files.read(letter.paper?.sha256 ?? '')) ?? new Uint8Array()
    expect(JSON.stringify(await office.office.tools.readPdf(pdf))).toMatch(/Sifat[^R]{1,9}Rahasia/)
    const page = await letterPage('pelaksana', walk, letter)
    for (const said of ['Kode klasifikasi 000.1', 'Sifat surat Rahasia']) expect(page).toContain(said)
  })

  test('that is in no list is told at its field, and nothing that was typed is lost', async () => {
    const walk = await aRequest(office)
    const wrong = { classification: '999.9', security: 'samar' }
    const refused = await begin(walk, wrong)
    expect(refused.status).toBe(422)
    for (const said of ['Kode klasifikasi "999.9" tidak ada', 'Pilih sifat surat dari daftar', BEGINNING.draft])
      expect(wordsOf(refused.text)).toContain(said)
    expect(refused.text).toContain('value="999.9" selected')
    await begin(walk)
    const saved = await answer('pelaksana', walk, 'pelaksana', { phase: 'save', draft: 'Ditunda.', ...wrong })
    expect([saved.status, wordsOf(saved.text).includes('Pilih sifat surat dari daftar')]).toEqual([422, true])
    expect(saved.text).toContain('Ditunda.')
    const path = `/dossiers/${walk.id}/letters`
    const asked = { ...(exampleOf('beginLetter') as object), classification: '999.9' }
    expect((await clerk.post(path, asked)).json.errors[0].path).toBe('/classification')
    expect((await clerk.post(path, { ...asked, ...CHOSEN })).status).toBe(200)
    const { letters } = (await clerk.get(path)).json
    expect(letters.at(-1).draft).toMatchObject(CHOSEN)
  })
})

describe('by programs', () => {
  test('the same letter is begun, written, initialed and read; what the pages refuse is refused', async () => {
    const walk = await aRequest(office)
    const path = `/dossiers/${walk.id}/letters`
    const kinds = (await clerk.get('/letter-kinds')).json.kinds as { kind: string }[]
    expect(kinds.map(({ kind }) => kind)).toContain('surat-balasan')
    const stranger = await programOf(office, 'sekretaris')
    expect((await stranger.post(path, exampleOf('beginLetter'))).status).toBe(403)
    const wrong = await clerk.post(path, { ...(exampleOf('beginLetter') as object), kind: 'surat-hantu' })
    expect(wrong.status).toBe(422)
    expect((await clerk.post(path, exampleOf('beginLetter'))).status).toBe(200)
    const { task } = await side(walk, 'pelaksana')
    const finish = `/dossiers/${walk.id}/tasks/${task}/finish`
    const stale = await clerk.post(finish, { act: 'write-letter', phase: 'save', draft: 'Lain', version: 7 })
    expect([stale.status, stale.json.code]).toEqual([412, 'changed-meanwhile'])
    expect(
      (await clerk.post(finish, { act: 'write-letter', phase: 'forward', text: '[selesai]', version: 1 })).status,
    ).toBe(422)
    expect((await clerk.post(finish, { act: 'write-letter', phase: 'forward', version: 1 })).status).toBe(200)
    const [letter] = (await clerk.get(path)).json.letters
    expect(letter).toMatchObject({ kind: 'surat-balasan', way: { draft: 'done', initials: 'now' }, may: ['drop'] })
    expect((await clerk.post(`${path}/${letter.id}/withdraw`, { reason: 'x' })).status).toBe(409)
    expect((await clerk.post(`${path}/${letter.id}/drop`, { reason: 'Tidak jadi' })).status).toBe(200)
    expect((await clerk.get(path)).json.letters[0]).toMatchObject({ dropped: { reason: 'Tidak jadi' }, may: [] })
    const applicant = await programOf(office, 'pemohon')
    expect((await applicant.get(path)).status).toBe(403)
  })
})

/** From the writer's desk to the signed paper. */
const issueFrom = async (walk: Walk, draft: string): Promise<Letter> => {
  await answer('pelaksana', walk, 'pelaksana', { phase: 'forward', draft, version: await version(walk) })
  await answer('kabid', walk, 'kabid-aptika', { verdict: 'initialed', version: await version(walk) })
  await answer('sekretaris', walk, 'sekretaris', { verdict: 'initialed', version: await version(walk) })
  await answer('kadin', walk, 'kepala-dinas', { verdict: 'signed', version: await version(walk) })
  await office.jobsDone()
  return last(await walk.see())
}

const walkEvents = async (walk: Walk): Promise<{ events: string[] }> => {
  const listed = (await clerk.get(`/dossiers/${walk.id}/events`)).json.events as { type: string }[]
  return { events: listed.map(({ type }) => type) }
}
