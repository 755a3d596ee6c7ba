import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestOffice } from '../../../../test/support/office.ts'
import { fieldValue, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { letterPdf, walkOf } from '../../../../test/support/walk.ts'
import { startOfficeOfWays } from '../../../../test/support/ways.ts'

let office: TestOffice
let kabid: Visit
let staf: Visit

beforeAll(async () => {
  office = await startOfficeOfWays()
  kabid = await office.as('kabid')
  staf = await office.as('staf-jaringan')
})
afterAll(() => office.stop())

const ORDER = '/orders/uji-jaringan'

const give = async (lokasi: string): Promise<string> => {
  await kabid.post(`${ORDER}/apply`, { do: 'check', lokasi })
  const summary = (await kabid.get(`${ORDER}/summary`)).text
  const sent = await kabid.post(`${ORDER}/summary`, {
    draft: fieldValue(summary, 'draft') ?? '',
    seen: fieldValue(summary, 'seen') ?? '',
  })
  expect(sent.location).toMatch(/^\/dossiers\//)
  return sent.location.split('/')[2] ?? ''
}

describe('an order inside the office', () => {
  test('is offered to nobody but the post of the first step', async () => {
    for (const role of ['staf-jaringan', 'sekretaris', 'admin']) {
      const other = await office.as(role)
      expect((await other.get('/work')).text).not.toContain(`${ORDER}/apply`)
      for (const page of ['apply', 'summary', 'check-name', 'letter/denah', 'upload/denah'])
        expect([role, page, (await other.get(`${ORDER}/${page}`)).status]).toEqual([role, page, 404])
      expect((await other.post(`${ORDER}/apply`, { do: 'check', lokasi: 'Balai' })).status).toBe(404)
      expect((await other.post(`${ORDER}/summary`, { draft: 'x', seen: 'x' })).status).toBe(404)
    }
    expect((await office.visitor().get(`${ORDER}/apply`)).location).toContain('/sign-in')
    expect((await (await office.as('pemohon')).get(`${ORDER}/apply`)).status).toBe(404)
    expect((await kabid.get('/orders/subdomain-hosting/apply')).status).toBe(404)
  })

  test('is asked for by no applicant, who is told whose it is', async () => {
    const answer = await (await office.as('pemohon')).get('/services/uji-jaringan/apply')
    expect(answer.status).toBe(403)
    expect(wordsOf(answer.text)).toContain('dimulai oleh kantor sendiri')
  })

  test('comes back with its faults and what was typed, and its draft waits on the work list', async () => {
    const faulty = await kabid.post(`${ORDER}/apply`, { do: 'check', lokasi: '' })
    expect(faulty.status).toBe(422)
    expect(wordsOf(faulty.text)).toContain('Lokasi belum diisi.')
    const pdf = { field: 'denah', name: 'denah.pdf', type: 'application/pdf', bytes: await letterPdf() }
    await kabid.post(`${ORDER}/draft`, { do: 'save', lokasi: 'Balai Desa' }, [pdf])
    const work = (await kabid.get('/work')).text
    expect(work).toContain(`${ORDER}/apply`)
    expect(wordsOf(work)).toContain('draf disimpan')
    const form = (await kabid.get(`${ORDER}/apply`)).text
    expect(fieldValue(form, 'lokasi')).toBe('Balai Desa')
    expect(form).toContain('denah.pdf')
  })

  test('goes to the next desk under the post that gave it, and has no applicant', async () => {
    const id = await give('Balai Desa')
    const dossier = await walkOf(office, 'demak', id).see()
    expect(dossier).toMatchObject({ channel: 'order', orderedBy: 'kabid-aptika', applicant: null, client: '_office' })
    expect(wordsOf((await staf.get('/work')).text)).toContain('Uji Balai Desa')
    const page = await kabid.get(`/dossiers/${id}`)
    const words = wordsOf(page.text)
    expect(words).toContain('Perintah oleh Kepala Bidang Aplikasi Informatika, Pengujian jaringan')
    expect(words).toContain(`Perintah diberikan dengan nomor berkas ${dossier.number}`)
    expect(words.slice(words.indexOf('Perintah oleh'))).not.toMatch(/pemohon/i)
    const tracked = wordsOf((await office.visitor().get(`/track/${dossier.trackingCode}`)).text)
    expect(tracked).toContain('di meja Staf Jaringan')
    expect((await kabid.get(`/mine/${id}`)).status).toBe(404)
    expect((await (await office.as('pemohon')).get(`/dossiers/${id}`)).status).toBe(404)
  })

  test('sent twice is one order', async () => {
    await kabid.post(`${ORDER}/apply`, { do: 'check', lokasi: 'Kecamatan' })
    const summary = (await kabid.get(`${ORDER}/summary`)).text
    const sending = { draft: fieldValue(summary, 'draft') ?? '', seen: fieldValue(summary, 'seen') ?? '' }
    const one = await kabid.post(`${ORDER}/summary`, sending)
    const two = await kabid.post(`${ORDER}/summary`, sending)
    expect(two.location).toBe(one.location)
  })

  test('writes no mail to a contact that its form names: nobody asked for it', async () => {
    await kabid.post(`${ORDER}/apply`, {
      do: 'check',
      lokasi: 'Kelurahan',
      'penanggung-jawab.nama': 'Lurah',
      'penanggung-jawab.jabatan': 'Lurah',
      'penanggung-jawab.email': 'lurah@kelurahan.example',
      'penanggung-jawab.telepon': '0291000001',
    })
    const id = await give('Kelurahan')
    await office.jobsDone()
    const mails = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('mail').select('to_address').where('dossier', '=', id).execute(),
    )
    expect(mails).toEqual([])
  })

  test('is taken back by its post alone, with a reason, and only before anybody has begun', async () => {
    const id = await give('Pasar')
    const act = { do: 'withdraw', task: '', key: 'kunci-cabut-perintah' }
    expect((await staf.get(`/dossiers/${id}`)).text).not.toContain('Cabut perintah')
    expect((await staf.post(`/dossiers/${id}`, { ...act, reason: 'Tidak mau' })).status).toBe(409)
    expect((await kabid.post(`/dossiers/${id}`, { ...act, reason: '' })).status).toBe(422)
    const walk = walkOf(office, 'demak', id)
    expect((await walk.see()).status).toBe('open')
    const done = await kabid.post(`/dossiers/${id}`, { ...act, reason: 'Jadwal diubah' })
    expect(done.status).toBe(303)
    expect(await walk.see()).toMatchObject({ status: 'withdrawn', reason: 'Jadwal diubah' })
    expect(wordsOf((await staf.get('/work')).text)).not.toContain('Uji Pasar')
    expect(wordsOf((await kabid.get(`/dossiers/${id}`)).text)).toContain(
      'Perintah ini dicabut oleh yang memberikannya.',
    )

    const begun = await give('Terminal')
    const other = walkOf(office, 'demak', begun)
    await staf.post(`/dossiers/${begun}`, {
      do: 'take',
      task: (await other.task('uji')).task,
      key: 'kunci-ambil-tugas',
    })
    expect((await kabid.get(`/dossiers/${begun}`)).text).not.toContain('Ya, cabut perintah ini')
    expect((await kabid.post(`/dossiers/${begun}`, { ...act, reason: 'Terlambat' })).status).toBe(409)
    expect((await other.see()).status).toBe('open')
  })
})
