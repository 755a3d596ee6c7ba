// Texts of letters on their pages: who may, how one is written, looked at, ratified and put in force, and what a letter remembers.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { post, subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { ratifyTemplate } from '../../../store/letter-template-acts.ts'
import { createTemplateDraft, readTemplateDraft } from '../../../store/letter-template-drafts.ts'

const AGENCY = 'demak'
const NOW = '2026-11-20T02:12:00.000Z'
const BY = { person: null, now: NOW }

let office: TestOffice
let admin: Visit
beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
  admin = await office.as('admin')
})
afterAll(() => office.stop())

const textOf = (letter: string, body = 'Isi surat ini.'): string =>
  `---\nletter: ${letter}\ntitle: Surat Uji\nsubject: Uji\n---\n${body}\n`

const drafted = async (letter: string, source = textOf(letter)) => {
  const draft = randomUUID()
  await createTemplateDraft(office.office.store, AGENCY, { draft, letter, base: null, source, isImport: false }, BY)
  return { draft, letter, source, at: `/letters/${letter}/drafts/${draft}` }
}

const newKind = (): string => `surat-${randomUUID().slice(0, 8)}`
const storedOf = (draft: string) => readTemplateDraft(office.office.store, AGENCY, draft)

describe('the pages of letter texts', () => {
  test('exist only for whoever keeps them', async () => {
    const { at, letter } = await drafted(newKind())
    const visits = [await office.as('pelaksana'), await office.as('pemohon'), office.visitor()]
    for (const path of ['/letters', '/letters/new', `/letters/${letter}`, at, `${at}/file`, `${at}/preview.pdf`]) {
      for (const visit of visits)
        expect([path, [303, 404]]).toEqual([path, expect.arrayContaining([(await visit.get(path)).status])])
      expect([path, (await admin.get(path)).status]).toEqual([path, 200])
    }
    const [officer] = visits
    for (const path of [at, `${at}/preview`, `/letters/${letter}`])
      expect((await officer?.post(path, { do: 'save', version: '1', source: 'x' }))?.status).toBe(404)
    expect(await storedOf(at.split('/').at(-1) ?? '')).toMatchObject({ version: 1 })
  })

  test('list every kind with the edition in force, and lead to its text, its picture and its file', async () => {
    const list = wordsOf((await admin.get('/letters')).text)
    expect(list).toContain('Surat Akun Subdomain dan Hosting')
    expect((await admin.get('/letters/surat-akun')).text).toContain('/letters/surat-akun/editions/1')
    const edition = await admin.get('/letters/surat-akun/editions/1')
    expect(wordsOf(edition.text)).toContain('Menindaklanjuti surat permohonan Saudara')
    const picture = await admin.get('/letters/surat-akun/editions/1/pages/1.png')
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png'])
    const file = await admin.get('/letters/surat-akun/editions/1/file')
    expect(file.text).toMatch(/^---\n[\s\S]*letter: surat-akun/)
    expect((await admin.get('/letters/surat-akun/editions/9')).status).toBe(404)
  })

  test('lead from nothing to a letter in force: begun, written, ratified by a decree, in force from a day', async () => {
    const draft = randomUUID()
    expect((await admin.post('/letters/new', { draft, title: '' })).status).toBe(422)
    const begun = await admin.post('/letters/new', { draft, title: 'Surat Tugas Uji' })
    expect(begun.location).toBe(`/letters/surat-tugas-uji/drafts/${draft}`)
    const kind = '/letters/surat-tugas-uji'
    const ratify = { do: 'ratify', draft, version: '1', post: 'kepala-dinas' }
    expect((await admin.post(kind, { ...ratify, decree: '' })).status).toBe(422)
    expect((await admin.post(kind, { ...ratify, decree: 'Keputusan 12/2026' })).status).toBe(303)
    const force = { do: 'in-force', edition: '1', reason: 'Keputusan 12/2026' }
    expect(wordsOf((await admin.post(kind, { ...force, from: '2026-11-19' })).text)).toContain('berlaku surut')
    expect((await admin.post(kind, { ...force, from: '2026-11-20' })).status).toBe(303)
    const seen = wordsOf((await admin.get(kind)).text)
    for (const said of [
      'sejak Jumat, 20 November 2026',
      'Keputusan 12/2026',
      'Edisi 1 disahkan',
      'Edisi 1 diberlakukan',
    ])
      expect(seen).toContain(said)
    expect((await admin.post(kind, { do: 'withdraw', edition: '1', reason: 'Tidak dipakai' })).status).toBe(303)
    expect(wordsOf((await admin.get('/letters')).text)).toContain('naskah umum')
  })

  test('take a text from a file, under the name that it says, and give it back byte for byte', async () => {
    const letter = newKind()
    const draft = randomUUID()
    const file = (source: string | Buffer) => [
      { field: 'file', name: 'naskah.md', type: 'text/markdown', bytes: Buffer.from(source) },
    ]
    const begun = await admin.post('/letters/new', { draft, title: '' }, file(textOf(letter)))
    expect(begun.location).toBe(`/letters/${letter}/drafts/${draft}`)
    expect((await admin.get(`${begun.location}/file`)).text).toBe(textOf(letter))
    const broken = await admin.post(begun.location, { do: 'replace', version: '1' }, file(Buffer.from([0xff, 0xfe, 0])))
    expect(wordsOf(broken.text)).toContain('bukan teks UTF-8')
    const other = textOf(letter, 'Isi dari berkas.')
    expect((await admin.post(begun.location, { do: 'replace', version: '1' }, file(other))).status).toBe(303)
    expect(await storedOf(draft)).toMatchObject({ source: other, version: 2 })
    expect((await admin.post(begun.location, { do: 'delete', reason: '' })).status).toBe(422)
    expect((await admin.post(begun.location, { do: 'delete', reason: 'Salah mulai' })).status).toBe(303)
    expect((await admin.post(begun.location, { do: 'save', version: '2', source: other })).status).toBe(409)
  })
})

describe('the editor', () => {
  test('shows the printed page beside the text, on the paper that is chosen', async () => {
    const { at } = await drafted('surat-akun', (await admin.get('/letters/surat-akun/editions/1/file')).text)
    const page = await admin.get(at)
    expect(page.text).toContain(`${at}/pages/1.png`)
    const a4 = await admin.get(`${at}/preview.pdf?paper=a4`)
    const f4 = await admin.get(`${at}/preview.pdf?paper=f4`)
    const heightOf = (pdf: Buffer) => /MediaBox\s*\[0 0 [\d.]+ ([\d.]+)\]/.exec(pdf.toString('latin1'))?.[1]
    expect([heightOf(a4.bytes), heightOf(f4.bytes)].map((pt) => Math.round((Number(pt) / 72) * 25.4))).toEqual([
      297, 330,
    ])
  })

  test('tells each fault with its line, shows no page of it, and lets nobody ratify it', async () => {
    const letter = newKind()
    const source = textOf(letter, 'Isi {pemohon.namma}.\n\n[jika jenis = baru]\nTanpa akhir.')
    const { at, draft } = await drafted(letter, source)
    const page = await admin.get(at)
    expect(page.text).toMatch(/href="#line-\d+" data-line="\d+"/)
    expect(page.text).toContain('id="line-8"')
    expect(page.text).not.toContain('pages/1.png')
    const ratify = { do: 'ratify', draft, version: '1', post: 'kepala-dinas', decree: 'Keputusan 1/2026' }
    const refused = await admin.post(`/letters/${letter}`, ratify)
    expect([refused.status, wordsOf(refused.text)]).toEqual([409, expect.stringContaining('kesalahan lebih dahulu')])
    expect(await storedOf(draft)).toMatchObject({ version: 1 })
  })

  test('previews what is only typed, and keeps nothing of it', async () => {
    const { at, draft, source, letter } = await drafted(newKind())
    const typed = textOf(letter, 'Kalimat yang baru diketik.')
    const look = await admin.post(`${at}/preview`, { do: 'save', version: '1', source: typed, with: '', paper: 'own' })
    expect(look.status).toBe(200)
    const png = Buffer.from(/data-png="([^"]+)"/.exec(look.text)?.[1] ?? '', 'base64')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(await storedOf(draft)).toMatchObject({ version: 1, source })
  })

  test('of two who write nobody loses anything: the second sees both texts and keeps what was typed', async () => {
    const { at, draft, letter } = await drafted(newKind())
    const [mine, theirs] = [textOf(letter, 'Kalimat saya.'), textOf(letter, 'Kalimat rekan.')]
    expect((await admin.post(at, { do: 'save', version: '1', source: theirs })).status).toBe(303)
    const second = await admin.post(at, { do: 'save', version: '1', source: mine })
    expect(second.status).toBe(409)
    const words = wordsOf(second.text)
    for (const said of ['Kalimat saya.', 'Kalimat rekan.', 'Tulisan Anda masih ada']) expect(words).toContain(said)
    expect(/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(second.text)?.[1]).toContain('Kalimat saya.')
    const version = /name="version" value="(\d+)"/.exec(second.text)?.[1] ?? ''
    expect((await admin.post(at, { do: 'save', version, source: mine })).status).toBe(303)
    expect(await storedOf(draft)).toMatchObject({ version: 3, source: mine })
  })

  test('answers a text that is far too long or would print a book with a sentence, and goes on', async () => {
    const { at, draft, letter } = await drafted(newKind())
    const long = textOf(letter, 'Kata '.repeat(60_000))
    const refused = await admin.post(at, { do: 'save', version: '1', source: long })
    expect([refused.status, wordsOf(refused.text)]).toEqual([422, expect.stringContaining('terlalu panjang')])
    const book = textOf(letter, `| A | B |\n${'| kata | kata |\n'.repeat(5_500)}`)
    const look = await admin.post(`${at}/preview`, { source: book, with: '', paper: 'own' })
    expect([look.status, wordsOf(look.text)]).toEqual([200, expect.stringMatching(/terlalu|paling banyak|lebih dari/i)])
    expect(await storedOf(draft)).toMatchObject({ version: 1 })
    expect((await admin.get(at)).status).toBe(200)
  })

  test('prints what looks like commands of the printer or of a page as plain words', async () => {
    const nasty = '#import "/etc/hosts" <script>alert(1)</script> $x$ =1+1 *tebal'
    const { at } = await drafted(newKind(), textOf('surat-uji', nasty).replace('surat-uji', 'surat-uji'))
    const page = await admin.get(at)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<script>alert')
  })

  test('shows the text with a dossier that the officer may see, and with no other', async () => {
    const walk = await submitted(office, subdomainForm('pratinjau'))
    const { at } = await drafted('surat-akun', (await admin.get('/letters/surat-akun/editions/1/file')).text)
    expect((await admin.get(at)).text).toContain(`dossier:${walk.id}`)
    expect((await admin.get(`${at}/preview.pdf?with=dossier:${walk.id}`)).headers['content-type']).toBe(
      'application/pdf',
    )
    await walk.finish({ urgency: 'biasa', secrecy: 'rahasia', receivedOn: '2026-01-05' })
    const look = await admin.post(`${at}/preview`, {
      source: textOf('surat-akun'),
      with: `dossier:${walk.id}`,
      paper: 'own',
    })
    expect(wordsOf(look.text)).toContain('tidak terbuka bagi Anda')
    expect((await admin.get(`${at}/preview.pdf?with=dossier:${walk.id}`)).status).toBe(409)
  })

  test('compares a draft with an edition line by line', async () => {
    const source = (await admin.get('/letters/surat-akun/editions/1/file')).text
    const { draft } = await drafted('surat-akun', source.replace('Keperluan   ', 'Kegunaan    '))
    const page = wordsOf((await admin.get(`/letters/surat-akun/compare?a=1&b=${draft}`)).text)
    expect(page).toContain('1 baris berubah.')
    expect(page).toContain('Kegunaan')
    expect((await admin.get(`/letters/surat-akun/compare?a=1&b=${randomUUID()}`)).status).toBe(404)
  })
})

test('a letter remembers the edition it was numbered with, also when the text is replaced the same day', async () => {
  const rejected = async (name: string) => {
    const walk = await submitted(office, subdomainForm(name))
    await walk.finish({ urgency: 'segera', secrecy: 'biasa', receivedOn: '2026-11-20' })
    await walk.finish({ instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' })
    await walk.finish({ note: 'Teruskan' })
    const { task, posts } = await walk.task('disposisi-kabid')
    const done = await walk.send(post(posts[0] ?? ''), { type: 'reject', task, reason: 'Belum dapat dipenuhi' })
    expect(done).toMatchObject({ ok: true })
    return walk
  }
  const first = await rejected('ingat-satu')
  expect((await first.see()).letters).toMatchObject([
    { letter: 'surat-penolakan', templateEdition: 'surat-penolakan@1' },
  ])
  const source = (await admin.get('/letters/surat-penolakan/editions/1/file')).text
  const { draft } = await drafted(
    'surat-penolakan',
    source.replace('belum dapat kami penuhi', 'tidak dapat kami penuhi'),
  )
  const post2 = { draft, version: 1, post: 'kepala-dinas', decree: 'Keputusan 3/2026' }
  expect(await ratifyTemplate(office.office.store, AGENCY, post2, BY)).toEqual({ ok: true, edition: 2 })
  const force = { do: 'in-force', edition: '2', from: '2026-11-20', reason: 'Keputusan 3/2026' }
  expect((await admin.post('/letters/surat-penolakan', force)).status).toBe(303)
  const second = await rejected('ingat-dua')
  expect((await second.see()).letters).toMatchObject([{ templateEdition: 'surat-penolakan@2' }])
  expect((await first.see()).letters).toMatchObject([{ templateEdition: 'surat-penolakan@1' }])
})
