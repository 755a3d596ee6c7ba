// What whoever keeps the books does on their pages and by programs, and what everybody else may not.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { printedWords } from '../../../../test/support/printed.ts'
import { type Answer, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { address, deed, entering, everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People
let keeper: Visit
let program: Program
let now = '2026-11-23T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => now })
  await on(now)
})
afterAll(() => office.stop())

/** Sessions and tokens do not live through the night. */
const on = async (moment: string): Promise<void> => {
  now = moment
  at = await everybody(office)
  keeper = await office.as('sekretariat')
  program = await programOf(office, 'sekretariat')
}

const OUT = '/agenda?book=outgoing'
const paper = {
  do: 'write',
  on: '2026-11-23',
  addressee: 'Camat Demak',
  subject: 'Undangan rapat koordinasi',
  signatory: 'kepala-dinas',
  sentHow: 'kurir',
}
const letterIn = { do: 'register', sender: 'Camat Demak', receivedOn: '2026-11-23', subject: 'Undangan rapat' }
const write = (over: object = {}) => keeper.post('/agenda/write', { key: randomUUID(), ...paper, ...over })
const register = (over: object = {}) => keeper.post('/agenda/register', { key: randomUUID(), ...letterIn, ...over })
const entryOf = (answer: Answer): string => String(answer.headers.location ?? '')
const words = async (path: string, visit = keeper): Promise<string> =>
  // A number may break behind each of its strokes.
  wordsOf((await visit.get(path)).text).replaceAll('/ ', '/')
const rowsOut = async () => (await program.get('/agenda/outgoing')).json.rows

describe('Numbers of letters', () => {
  test('lie in reserve with what they are for, one after the other, however often the form is sent', async () => {
    const form = { do: 'reserve', key: randomUUID(), count: '3', purpose: 'Undangan rapat koordinasi' }
    await keeper.post('/agenda/reserve', form)
    await keeper.post('/agenda/reserve', form)
    expect((await rowsOut()).map((row: { seq: number }) => row.seq)).toEqual([3, 2, 1])
    expect(await words(OUT)).toContain('500.12/3/DINKOMINFO/XI/2026 23 November 2026 Dipesan')
  })

  test('in reserve are used for a letter on paper, with its scan', async () => {
    const [third] = await rowsOut()
    const path = `/agenda/outgoing/${third.entry}`
    const { json } = await program.post(`/agenda/outgoing/${third.entry}/use`, {
      on: '2026-11-23',
      addressee: 'Camat Demak',
      subject: 'Undangan rapat',
      signatory: 'kepala-dinas',
      sentHow: 'kurir',
    })
    expect(json.entries).toEqual([{ entry: third.entry, number: third.number }])
    const shown = await words(path)
    expect(shown).toContain('Terpakai')
    expect(shown).toContain('Kepada Camat Demak')
    expect(shown).toContain('Nomor dipakai untuk surat kertas')
    const again = await program.post(`/agenda/outgoing/${third.entry}/use`, {
      on: '2026-11-23',
      addressee: 'Lain',
      subject: 'Lain',
      signatory: 'kepala-dinas',
      sentHow: 'kurir',
    })
    expect(JSON.stringify(again.json)).toContain('tidak lagi menunggu dipakai')
  })

  test('that are void stay in the book with their reason and are never given again', async () => {
    const [, second] = await rowsOut()
    const path = `/agenda/outgoing/${second.entry}`
    expect((await keeper.post(path, { do: 'cancel', key: randomUUID(), reason: '' })).text).toContain('Tulis alasannya')
    await keeper.post(path, { do: 'cancel', key: randomUUID(), reason: 'Rapat tidak jadi' })
    expect(await words(path)).toContain('Batal')
    const four = await write()
    expect(await words(entryOf(four))).toContain('500.12/4/DINKOMINFO/XI/2026')
    expect(await words(`${OUT}&state=void`)).toContain('Rapat tidak jadi')
  })

  test('of a letter that comes late stand behind the number of its day, and only with a reason', async () => {
    await on('2026-11-25T02:00:00.000Z')
    await write({ on: '2026-11-25' })
    const late = await write({ on: '2026-11-24', late: 'Naskah tertinggal di kendaraan dinas' })
    const again = await write({ on: '2026-11-24', late: 'Satu lagi' })
    expect(await words(entryOf(late))).toContain('500.12/4.a/DINKOMINFO/XI/2026')
    expect(await words(entryOf(again))).toContain('500.12/4.b/DINKOMINFO/XI/2026')
    const shown = await words(OUT)
    expect(shown.indexOf('500.12/5/')).toBeLessThan(shown.indexOf('500.12/4.b/'))
    expect(shown.indexOf('500.12/4.a/')).toBeLessThan(shown.indexOf('500.12/4/'))
    expect((await write({ on: '2025-12-30', late: 'Lupa' })).text).toContain('Buku tahun itu sudah ditutup')
    expect((await write({ on: '2026-11-25', late: 'Lupa' })).text).toContain('Surat hari ini memakai nomor hari ini')
  })

  test('of a kind with its own series are counted by themselves', async () => {
    const order = await write({ on: '2026-11-25', kind: 'surat-tugas' })
    expect(await words(entryOf(order))).toContain('800.1/1/ST/DINKOMINFO/XI/2026')
  })

  test('are refused kindly for a code, a post, a day or a link that cannot be', async () => {
    const { text } = await write({ on: '2026-12-01', classification: '999', signatory: 'lurah' })
    expect(text).toContain('Kode klasifikasi ini tidak ada')
    expect(text).toContain('Jabatan ini tidak ada')
    expect(text).toContain('Tanggal ini belum tiba')
    const [row] = await rowsOut()
    const external = { do: 'external', key: randomUUID(), number: 'SRK-1', link: 'javascript:alert(1)' }
    expect((await keeper.post(`/agenda/outgoing/${row.entry}`, external)).text).toContain('Tautan harus berawalan')
  })
})

describe('Letters that came in', () => {
  test('are entered late between the numbers of their days', async () => {
    await register({ receivedOn: '2026-11-25' })
    await on('2026-11-26T02:00:00.000Z')
    await register({ receivedOn: '2026-11-26', sender: 'Bappeda' })
    const late = await register({ receivedOn: '2026-11-25', late: 'Terselip di meja loket', sender: 'Kecamatan Demak' })
    expect(await words(entryOf(late))).toContain('Agenda 1.a')
    const walk = await submitted(office, subdomainForm('susulan'))
    await deed(at.pelaksana, walk, { ...entering, receivedOn: '2026-11-25', late: 'Listrik padam' })
    expect((await walk.see()).agenda).toMatchObject({ number: '1.b', sub: 'b', late: 'Listrik padam' })
    const book = await words('/agenda')
    expect(book.indexOf('Bappeda')).toBeLessThan(book.indexOf('susulan.demakkab.go.id'))
    expect(book.indexOf('susulan.demakkab.go.id')).toBeLessThan(book.indexOf('Kecamatan Demak'))
  })

  test('of a dossier whose SOP enters none stand in the book with it, once', async () => {
    const walk = await submitted(office, subdomainForm('tanpa-catat'))
    const { number } = await walk.see()
    const typed = number.toLowerCase()
    const entry = entryOf(await register({ receivedOn: '2026-11-26', urgency: 'segera', dossierNumber: typed }))
    const shown = await keeper.get(entry)
    expect(shown.text).toContain(`/dossiers/${walk.id}`)
    // The sheet that goes round with the paper has the same number as the book.
    const agenda = /Agenda (\d+)/.exec(wordsOf(shown.text))?.[1]
    expect(agenda).toBeDefined()
    expect(wordsOf((await at.pelaksana.get(address(walk))).text)).toContain(`26 November 2026 No. Agenda ${agenda}`)
    const sheet = await printedWords((await at.pelaksana.get(`${address(walk)}/disposition-sheet.pdf`)).bytes)
    expect(sheet).toMatch(new RegExp(`Diterima Tgl ?: ?26 November 2026.*No\\. Agenda ?: ?${agenda}\\b`))
    expect((await register({ receivedOn: '2026-11-26', dossierNumber: number })).text).toContain('sudah tercatat')
    expect((await register({ receivedOn: '2026-11-26', dossierNumber: 'X/1' })).text).toContain('Tidak ada berkas')
  })

  test('keep the number of another system beside ours: it finds the letter and its dossier', async () => {
    const walk = await submitted(office, subdomainForm('srikandi'))
    await deed(at.pelaksana, walk, { ...entering, receivedOn: '2026-11-26' })
    const { rows } = (await program.get('/agenda?words=srikandi.demakkab')).json
    const link = 'https://srikandi.example/surat/9981'
    await program.post(`/agenda/${rows[0].entry}/external`, { number: 'SRK-9981', link })
    expect(await words('/agenda?words=SRK-9981')).toContain('srikandi.demakkab.go.id')
    expect((await keeper.get(`/agenda/incoming/${rows[0].entry}`)).text).toContain(link)
    expect(await words('/search?q=SRK-9981')).toContain('srikandi.demakkab.go.id')
  })

  test('are narrowed by month, classification and words, and the address keeps it', async () => {
    const asked = '/agenda?year=2026&month=11&classification=500.12&words=Bappeda'
    const { text } = await keeper.get(asked)
    expect(wordsOf(text)).toContain('Bappeda')
    expect(wordsOf(text)).not.toContain('Kecamatan Demak')
    expect(text).toContain('/agenda.csv?year=2026&amp;month=11&amp;classification=500.12&amp;words=Bappeda')
    expect(wordsOf((await keeper.get('/agenda?month=10')).text)).toContain('Tidak ada yang cocok')
  })
})

describe('A secret letter', () => {
  test('is shown to those through whose hands it goes, and to others by its number alone: page, table, book and search', async () => {
    const secret = entryOf(
      await write({ on: '2026-11-26', security: 'sangat-rahasia', addressee: 'Kejaksaan', subject: 'Perkara X' }),
    )
    expect(await words(secret)).toContain('Perkara X')
    expect(await words(OUT, at.kadin)).toContain('Perkara X')
    for (const path of [OUT, '/agenda.csv?book=outgoing', `${OUT}&words=Perkara`])
      expect((await at.kabid.get(path)).text).not.toContain('Perkara X')
    expect(await words(OUT, at.kabid)).toContain('Isi tidak ditampilkan')
    expect((await at.kabid.get(secret)).status).toBe(404)
    expect((await at.kabid.get(`${secret}/card.pdf`)).status).toBe(404)
  })
})

describe('The books', () => {
  test('are kept by the front office and whoever keeps registers, and by nobody else', async () => {
    const [row] = await rowsOut()
    for (const visit of [at.kabid, at.kadin, at.pemohon]) {
      for (const path of ['reserve', 'write', 'register']) {
        expect((await visit.get(`/agenda/${path}`)).status).not.toBe(200)
        expect((await visit.post(`/agenda/${path}`, { ...paper, do: path, key: randomUUID() })).status).not.toBe(303)
      }
      const cancel = { do: 'cancel', key: randomUUID(), reason: 'Bukan urusan saya' }
      expect((await visit.post(`/agenda/outgoing/${row.entry}`, cancel)).status).not.toBe(303)
    }
    const kabid = await programOf(office, 'kabid')
    const refused = await kabid.post('/agenda/outgoing/reservations', { count: 1, purpose: 'Mencoba' })
    expect(refused.json.code).toBe('not-allowed')
    expect((await kabid.get('/agenda/outgoing')).status).toBe(200)
  })

  test('are taken away as a table in which nothing is calculated', async () => {
    await write({ on: '2026-11-26', addressee: '=HYPERLINK("http://jahat.example")', subject: '+1;"kutip"' })
    const { text, headers } = await keeper.get('/agenda.csv?book=outgoing')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(text).toContain(`"'=HYPERLINK(""http://jahat.example"")"`)
    expect(text).toContain(`"'+1;""kutip"""`)
    expect(text.split('\r\n')[0]).toContain(
      'Nomor surat;Tanggal;Kepada;Hal;Lampiran;Klasifikasi;Keamanan;Penanda tangan',
    )
  })

  test.each(['/agenda.pdf?month=11', '/agenda.pdf?book=outgoing&month=11', '/agenda.pdf?month=2'])(
    'are printed: %s',
    async (path) => {
      const answer = await at.kabid.get(path)
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(answer.text.startsWith('%PDF-')).toBe(true)
    },
  )

  test('and their cards are printed by programs as by pages, for those who may see them', async () => {
    const entry = entryOf(await write({ subject: 'Kartu untuk program' }))
    const papers = [
      ['/agenda.pdf?month=11', '/agenda/book.pdf?month=11'],
      ['/agenda.pdf?book=outgoing&month=11', '/agenda/outgoing/book.pdf?month=11'],
      [`${entry}/card.pdf`, `${entry}/card.pdf`],
    ] as const
    const asker = await programOf(office, 'pemohon')
    for (const [page, address] of papers) {
      const [shown, sent] = [await keeper.get(page), await program.get(address)]
      expect([sent.status, sent.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(sent.bytes.equals(shown.bytes)).toBe(true)
      expect([(await at.pemohon.get(page)).status, (await asker.get(address)).status]).toEqual([404, 403])
    }
    expect((await program.get(`/agenda/outgoing/${randomUUID()}/card.pdf`)).status).toBe(404)
  })

  test('begin anew at midnight of the office, not of the server', async () => {
    // 23.59 of 31 December in Demak, and two minutes later; in London it is five in the afternoon.
    await on('2026-12-31T16:59:00.000Z')
    const old = await keeper.post('/agenda/write', { key: randomUUID(), ...paper, on: '2026-12-31' })
    await on('2026-12-31T17:01:00.000Z')
    const young = await keeper.post('/agenda/write', { key: randomUUID(), ...paper, on: '2027-01-01' })
    expect(await words(entryOf(old))).toMatch(/500\.12\/\d+\/DINKOMINFO\/XII\/2026/)
    expect(await words(entryOf(young))).toContain('500.12/1/DINKOMINFO/I/2027')
    expect(await words('/agenda?book=outgoing')).toContain('2027')
    expect(await words('/agenda?book=outgoing&year=2026')).toContain('500.12/1/DINKOMINFO/XI/2026')
  })
})

test('A number in reserve is filed as the text of its kind says, unless whoever keeps the books says another', async () => {
  const reserve = async (over: object): Promise<{ number: string; security: string }> => {
    const form = { do: 'reserve', key: randomUUID(), count: '1', purpose: 'Akses tamu', ...over }
    expect((await keeper.post('/agenda/reserve', form)).status).toBe(303)
    return (await rowsOut())[0]
  }
  expect((await keeper.get('/agenda/reserve')).text).toContain('value="daftar-akses-data-center"')
  const kind = 'daftar-akses-data-center'
  expect((await reserve({ kind })).security).toBe('terbatas')
  expect((await reserve({ kind, security: 'rahasia' })).security).toBe('rahasia')
  const chosen = await reserve({ kind, classification: '000.1' })
  expect([chosen.security, chosen.number.startsWith('000.1/')]).toEqual(['terbatas', true])
  expect((await reserve({})).security).toBe('biasa')
})
