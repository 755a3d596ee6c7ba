import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor, fillIn, lockedPdf, SERVICE, summaryFields, typed, upload } from '../../../../test/support/apply.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { fieldValue, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { letterPdf, subdomainForm, submitted, walkOf } from '../../../../test/support/walk.ts'

let office: TestOffice
let pemohon: Visit

beforeAll(async () => {
  office = await startOffice({ works: false })
  pemohon = await office.as('pemohon')
})
afterAll(() => office.stop())

const dossiers = (): Promise<number> =>
  office.office.store.inAgency(
    'demak',
    async (db) => (await db.selectFrom('dossier').select('dossier').execute()).length,
  )

describe('the way to the form', () => {
  test('somebody who is not signed in is led to the sign-in and back', async () => {
    const answer = await office.visitor().get(`${SERVICE}/apply`)
    expect([answer.status, answer.location]).toEqual([303, `/sign-in?to=${encodeURIComponent(`${SERVICE}/apply`)}`])
  })

  test('an officer who asks for no agency finds no form', async () => {
    const kadin = await office.as('kepala-dinas')
    expect((await kadin.get(`${SERVICE}/apply`)).status).toBe(404)
  })

  test('a service that is not in force has no form', async () => {
    expect((await pemohon.get('/services/tidak-ada/apply')).status).toBe(404)
  })

  test('nobody applies for an agency that is not theirs', async () => {
    expect((await pemohon.get(`${SERVICE}/apply?client=dinas-kesehatan`)).status).toBe(404)
    const answer = await pemohon.post(`${SERVICE}/apply?client=dinas-kesehatan`, { do: 'check', ...typed('asing') })
    expect(answer.status).toBe(404)
  })

  test('every field stands on the page, and one that depends on another says when it applies', async () => {
    const { text } = await pemohon.get(`${SERVICE}/apply`)
    const words = wordsOf(text)
    expect(words).toContain('Nama subdomain yang diinginkan')
    expect(words).toContain(
      'Diisi hanya bila Tujuan subdomain: Alamat IP server sendiri dan Jenis permohonan: Permohonan baru atau Perubahan.',
    )
    expect(words).toContain('halaman pelacakan publik tidak menampilkan nama orang')
    expect(text).toContain('data-check-url="/services/subdomain-hosting/check-name?field=nama-domain"')
  })
})

describe('wrong answers', () => {
  test('all faults are told at once, each beside its field, and nothing typed is lost', async () => {
    const answer = await fillIn(
      pemohon,
      typed('salah', { jenis: '', 'pj-teknis.email': 'bukan-email', 'tanggal-surat': '2026-02-30', persetujuan: '' }),
    )
    expect(answer.status).toBe(422)
    const words = wordsOf(answer.text)
    expect(words).toContain('Ada isian yang perlu diperbaiki')
    for (const fault of [
      'Jenis permohonan belum diisi.',
      'Tulis alamat surel penanggung jawab teknis yang benar',
      'Tulis tanggal yang benar',
      'Beri tanda setuju untuk melanjutkan.',
    ])
      expect(words.split(fault).length - 1).toBe(2)
    expect(answer.text).toContain('href="#field-pj-teknis-email"')
    expect(fieldValue(answer.text, 'pj-teknis.email')).toBe('bukan-email')
    expect(words).toContain('Laman arsip daerah untuk masyarakat')
  })

  test('an oversized answer is refused with its length and comes back whole', async () => {
    const answer = await fillIn(pemohon, typed('panjang', { keperluan: 'a'.repeat(2001) }))
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Keperluan paling panjang 2000 huruf; sekarang 2001.')
    expect(answer.text).toContain('a'.repeat(2001))
  })

  test('the address of a server is asked for only when the name points to it', async () => {
    const needed = await fillIn(pemohon, typed('ipku', { tujuan: 'alamat-ip', 'alamat-ip': '999.1.1.1' }))
    expect(needed.status).toBe(422)
    expect(wordsOf(needed.text)).toContain('Tulis alamat IP yang benar')
    const ignored = await fillIn(pemohon, typed('ipku', { tujuan: 'hosting', 'alamat-ip': '999.1.1.1' }))
    expect(ignored.location).toBe(`${SERVICE}/summary`)
  })

  test('a choice that the form does not offer is no answer', async () => {
    const answer = await fillIn(pemohon, typed('aneh', { tujuan: 'bulan' }))
    expect([answer.status, wordsOf(answer.text).includes('Pilih salah satu yang tersedia.')]).toEqual([422, true])
  })
})

describe('names', () => {
  const judged = async (name: string, jenis = 'baru') => {
    const answer = await pemohon.get(
      `${SERVICE}/check-name?field=nama-domain&value=${encodeURIComponent(name)}&jenis=${jenis}`,
    )
    return wordsOf(answer.text).trim()
  }

  test('are checked while they are typed', async () => {
    expect(await judged('Arsip Baru!')).toContain('hanya boleh huruf kecil a-z')
    expect(await judged('www')).toContain('dicadangkan untuk keperluan kantor')
    expect(await judged('ns2')).toContain('dicadangkan')
    expect(await judged('a'.repeat(64))).toContain('paling panjang 63 huruf')
    expect(await judged('nsawit')).toBe('nsawit.demakkab.go.id dapat dipakai.')
    expect(await judged('belum-ada', 'hapus')).toContain('belum ada, sehingga tidak dapat diubah atau dihapus')
    expect(await judged('apa-saja', '')).toContain('Isi dahulu "Jenis permohonan"')
  })

  test('are not told to people who are not signed in', async () => {
    const answer = await office.visitor().get(`${SERVICE}/check-name?field=nama-domain&value=arsip&jenis=baru`)
    expect(answer.status).toBe(303)
  })

  test('that stand on the name server already are refused', async () => {
    const dns = office.office.tools.dns('demak')
    if (!dns?.automatic) throw new Error('the demo has a name server of its own')
    await dns.put({ name: 'lama.demakkab.go.id', type: 'A', value: '192.0.2.9', ttlSeconds: 300 })
    expect(await judged('lama')).toContain('sudah ada di server nama')
    const answer = await fillIn(pemohon, typed('lama'))
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('lama.demakkab.go.id sudah ada di server nama. Pilih nama lain.')
    expect(await judged('lama', 'ubah')).toContain('ada di server nama')
  })

  test('that somebody else is asking for are refused, also when that began after the form was checked', async () => {
    const filled = await fillIn(pemohon, typed('rebutan'), [upload(await letterPdf())])
    expect(filled.location).toBe(`${SERVICE}/summary`)
    const fields = await summaryFields(pemohon)
    const rival = await submitted(office, subdomainForm('rebutan'))
    const sent = await pemohon.post(`${SERVICE}/summary`, fields)
    expect(sent.status).toBe(422)
    expect(wordsOf(sent.text)).toContain(`sudah Anda minta dengan nomor ${(await rival.see()).number}`)
    expect(fieldValue(sent.text, 'nama-domain')).toBe('rebutan')
  })

  test('can be asked about by a button where scripts are off, without the rest being judged', async () => {
    const answer = await pemohon.post(`${SERVICE}/apply`, {
      do: 'check-name:nama-domain',
      jenis: 'baru',
      'nama-domain': 'tanpa-skrip',
    })
    expect(answer.status).toBe(200)
    expect(wordsOf(answer.text)).toContain('tanpa-skrip.demakkab.go.id dapat dipakai.')
    expect(wordsOf(answer.text)).not.toContain('belum diisi')
  })
})

describe('uploads', () => {
  const send = async (bytes: Uint8Array, name = 'surat.pdf') => fillIn(pemohon, typed('unggah'), [upload(bytes, name)])

  test.each([
    ['an empty file', async () => new Uint8Array(), 'Berkas ini kosong.'],
    ['a locked PDF', lockedPdf, 'PDF ini dikunci dengan kata sandi atau dienkripsi.'],
    [
      'a PDF cut off in the middle',
      async () => (await letterPdf()).slice(0, 400),
      'Berkas ini rusak atau tidak lengkap',
    ],
    [
      'a picture called .pdf',
      async () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'Isi berkas ini bukan PDF',
    ],
    [
      'a page called .pdf',
      async () => Buffer.from('<html><script>alert(1)</script></html>'),
      'Isi berkas ini bukan PDF',
    ],
    ['a file of more than 10 MB', async () => Buffer.alloc(10 * 1024 * 1024 + 1, 32), 'Berkas terlalu besar'],
  ])('%s is refused in a clear sentence, and the other answers stay', async (_, bytes, sentence) => {
    const answer = await send(await bytes())
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    expect(fieldValue(answer.text, 'nama-domain')).toBe('unggah')
  })

  test('a good file is kept in the draft while other faults are mended', async () => {
    const faulty = await fillIn(pemohon, typed('simpan', { 'nomor-surat': '' }), [
      upload(await letterPdf(), 'Surat Dinas.PDF'),
    ])
    expect(faulty.status).toBe(422)
    expect(wordsOf(faulty.text)).toContain('Tersimpan: Surat Dinas.PDF')
    const mended = await fillIn(pemohon, typed('simpan'))
    expect(mended.location).toBe(`${SERVICE}/summary`)
    expect(wordsOf((await pemohon.get(`${SERVICE}/summary`)).text)).toContain('Surat Dinas.PDF')
  })

  test('a faulty file does not push out the good one that was sent before', async () => {
    await fillIn(pemohon, typed('tukar'), [upload(await letterPdf(), 'yang-baik.pdf')])
    const answer = await fillIn(pemohon, typed('tukar'), [upload(Buffer.from('bukan pdf'), 'yang-buruk.pdf')])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Tersimpan: yang-baik.pdf')
  })

  test('what was uploaded is given back as a download that runs nowhere', async () => {
    await fillIn(pemohon, typed('unduh'), [upload(await letterPdf(), 'surat é\u202e;aneh.pdf')])
    const { headers, bytes } = await pemohon.get(`${SERVICE}/upload/surat-permohonan`)
    expect(headers['content-disposition']).toBe(
      `attachment; filename="surat __aneh.pdf"; filename*=UTF-8''surat%20%C3%A9%3Baneh.pdf`,
    )
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('drafts', () => {
  test('what was typed is saved by the script and stands there on the next visit', async () => {
    const saved = await pemohon.post(`${SERVICE}/draft`, {
      'nama-domain': 'setengah',
      keperluan: 'baris satu\nbaris dua',
      asing: 'dibuang',
    })
    expect(saved.status).toBe(204)
    const { text } = await (await office.as('pemohon')).get(`${SERVICE}/apply`)
    expect(fieldValue(text, 'nama-domain')).toBe('setengah')
    expect(text).toContain('baris satu\nbaris dua')
    expect(text).not.toContain('dibuang')
    expect(wordsOf((await pemohon.get('/mine')).text)).toContain('Draf yang belum dikirim')
    expect(wordsOf((await pemohon.get(SERVICE)).text)).toContain('Lanjutkan draf')
  })

  test('a draft saved while typing keeps the file that was sent before', async () => {
    await pemohon.post(`${SERVICE}/draft`, { do: 'save', 'nama-domain': 'berkas' }, [
      upload(await letterPdf(), 'tetap.pdf'),
    ])
    await pemohon.post(`${SERVICE}/draft`, { 'nama-domain': 'berkas-dua' })
    expect(wordsOf((await pemohon.get(`${SERVICE}/apply`)).text)).toContain('Tersimpan: tetap.pdf')
  })

  test('after the session has ended what was typed comes back with its file', async () => {
    const visit = await office.as('pemohon')
    await office.office.store.inAgency('demak', (db) =>
      db
        .updateTable('session')
        .set({ expires_at: '2020-01-01T00:00:00.000Z' })
        .where('csrf', '=', visit.csrf)
        .execute(),
    )
    const answer = await visit.post(`${SERVICE}/apply`, { do: 'check', ...typed('kembali') }, [
      upload(await letterPdf(), 'kembali.pdf'),
    ])
    expect(answer.location).toMatch(/^\/sign-in\?to=/)
    const back = new URL(answer.location, 'http://x').searchParams.get('to') ?? ''
    const again = await office.as('pemohon')
    for (const [name, value] of visit.cookies) if (name !== 'mipp_session') again.cookies.set(name, value)
    const { text } = await again.get(back)
    expect(fieldValue(text, 'nama-domain')).toBe('kembali')
    expect(wordsOf(text)).toContain('Tersimpan: kembali.pdf')
  })
})

describe('sending', () => {
  test('the summary shows every answer, and the letter as it will be made from the form', async () => {
    await fillIn(pemohon, typed('ringkas', { 'surat-permohonan.remove': 'yes' }))
    const words = wordsOf((await pemohon.get(`${SERVICE}/summary`)).text)
    for (const answer of [
      'Permohonan baru',
      'ringkas.demakkab.go.id',
      'Hosting di server Dinkominfo',
      'laman@arsip.example',
      '045/12/2026',
      '7 hari kerja',
    ])
      expect(words).toContain(answer)
    const letter = await pemohon.get(`${SERVICE}/letter/surat-permohonan`)
    expect([letter.status, letter.headers['content-type'], letter.bytes.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ])
  })

  test('a request without an upload carries the made letter, and the receipt has number and tracking code', async () => {
    await fillIn(pemohon, typed('suratku', { 'surat-permohonan.remove': 'yes' }))
    const sent = await pemohon.post(`${SERVICE}/summary`, await summaryFields(pemohon))
    const id = sent.location.split('/')[2] ?? ''
    const dossier = await walkOf(office, 'demak', id).see()
    expect(dossier.papers.map((paper) => [paper.paper, paper.name, paper.mime])).toEqual([
      ['surat-permohonan', 'Surat Permohonan.pdf', 'application/pdf'],
    ])
    expect(dossier.trackingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    const receipt = wordsOf((await pemohon.get(sent.location)).text)
    expect(receipt).toContain(dossier.number)
    expect(receipt).toContain(`${dossier.trackingCode.slice(0, 5)}-${dossier.trackingCode.slice(5)}`)
    const pdf = await pemohon.get(`${sent.location}.pdf`)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(fieldValue((await pemohon.get(`${SERVICE}/apply`)).text, 'nama-domain')).toBe('')
  })

  test('pressing the button twice makes one request', async () => {
    await fillIn(pemohon, typed('dua-kali'), [upload(await letterPdf())])
    const fields = await summaryFields(pemohon)
    const before = await dossiers()
    const [one, two] = await Promise.all([
      pemohon.post(`${SERVICE}/summary`, fields),
      pemohon.post(`${SERVICE}/summary`, fields),
    ])
    const late = await pemohon.post(`${SERVICE}/summary`, fields)
    expect(await dossiers()).toBe(before + 1)
    expect(one.location).toMatch(/^\/mine\/.+\/receipt$/)
    expect([two.location, late.location]).toEqual([one.location, one.location])
  })

  test('what was changed in another window is shown again before it is sent', async () => {
    await fillIn(pemohon, typed('jendela'), [upload(await letterPdf())])
    const fields = await summaryFields(pemohon)
    await pemohon.post(`${SERVICE}/draft`, typed('jendela', { keperluan: 'Keperluan yang baru' }))
    const before = await dossiers()
    const answer = await pemohon.post(`${SERVICE}/summary`, fields)
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toContain('Keperluan yang baru')
    expect(await dossiers()).toBe(before)
  })

  test('nobody sends a form from another site or in the name of somebody else’s draft', async () => {
    await fillIn(pemohon, typed('situs-lain'), [upload(await letterPdf())])
    const { draft, seen } = await summaryFields(pemohon)
    const foreign = await pemohon.send(
      'POST',
      `${SERVICE}/summary`,
      { origin: 'http://jahat.example', 'content-type': 'application/x-www-form-urlencoded' },
      Buffer.from(`draft=${draft}&seen=${seen}`),
    )
    expect(foreign.status).toBe(403)
    const walk = await applyFor(office, pemohon, 'milikku')
    const before = await walk.see()
    await pemohon.post(`${SERVICE}/summary`, { draft: walk.id, seen: seen ?? '' })
    expect(await walk.see()).toEqual(before)
  })
})
