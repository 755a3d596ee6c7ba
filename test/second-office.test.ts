// The second office in the same installation, with the worker running: its fifteen rows, its own zone, its own numbers.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePdf } from '../src/adapters/files/samples.fixture.ts'
import type { Command } from '../src/core/dossier/commands.ts'
import { openMainTasks } from '../src/core/dossier/dossier.ts'
import type { Form } from '../src/core/procedure/form.ts'
import { outbox } from '../src/store/outbox.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { CONTACT, client, type Walk, walkOf } from './support/walk.ts'

const AGENCY = 'tulungagung'
const ASKED: Form = {
  jenis: 'baru',
  'nama-domain': 'sekolah',
  keperluan: 'Laman sekolah',
  tujuan: 'hosting',
  'pj-administratif': CONTACT,
  'pj-teknis': CONTACT,
  persetujuan: 'ya',
}
const LETTER: Form = { 'nomor-surat': '421/7/2026', 'tanggal-surat': '2026-11-19' }

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

/** With its bytes in the store: a paper whose file is not there is a trouble that administrators are told of. */
const paper = async (kind: string) => {
  const kept = await office.office.tools.files.put([await makePdf()], { maxBytes: 100_000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  return { id: randomUUID(), paper: kind, ...kept.value, mime: 'application/pdf', name: `${kind}.pdf` }
}

const submit = async (): Promise<Walk> => {
  const { tools, store } = office.office
  const { person } = await store.inAgency(AGENCY, (db) =>
    db.selectFrom('person').select('person').where('demo_role', '=', 'pemohon').executeTakeFirstOrThrow(),
  )
  const id = randomUUID()
  const command: Command = {
    type: 'submit',
    form: ASKED,
    papers: [],
    client: 'dinas-pendidikan',
    applicant: person,
    channel: 'online',
    trackingCode: randomUUID().slice(0, 10).toUpperCase(),
  }
  const edition = { procedure: 'pengajuan-subdomain-hosting', edition: 'tanpa-tanggal' }
  const by = client('dinas-pendidikan', person)
  const done = await tools.handle({ agency: AGENCY, dossier: id, by, command, key: randomUUID(), edition })
  if (!done.ok) throw new Error(done.refusal.sentence.en)
  return walkOf(office, AGENCY, id)
}

const open = async (walk: Walk): Promise<string[]> => openMainTasks(await walk.see()).map((task) => task.step)

const subjects = async (): Promise<string[]> =>
  (await outbox(office.office.store, AGENCY, 50)).map((mail) => mail.subject.replace(/^\[.*\] /, ''))

describe('a request to Tulungagung', () => {
  test('goes through its three questions, its fork and its join, and its account letter goes out once', async () => {
    const walk = await submit()
    expect((await walk.see()).number).toMatch(/^EL\/\d{4}\/0001$/)

    await walk.finish({ exit: 'tidak', note: 'Sebutkan keperluannya' })
    await walk.finish({ form: { ...ASKED, keperluan: 'Laman seluruh sekolah negeri' } })
    await walk.finish({ exit: 'ya' })
    await walk.finish({}, 'cetak-form')
    await expect(walk.finish({ form: LETTER }, 'ajukan-surat')).rejects.toThrow('is not attached')
    await walk.finish({
      form: LETTER,
      papers: await Promise.all(['surat-permohonan', 'form-bertanda-tangan'].map(paper)),
    })
    for (const step of ['disposisi-kepala', 'disposisi-kabid', 'disposisi-kasi']) await walk.finish({}, step)

    await walk.finish({ mode: 'system' }, 'tambah-ubah')
    await office.jobsDone()
    const answer = await office.office.tools.dns(AGENCY)?.ask('sekolah.tulungagung.go.id', 'A')
    expect(answer).toMatchObject({ ok: true, value: { authoritative: true } })
    await walk.finish({}, 'periksa-sistem')

    // A mistake was found: the same name is set once more over itself, which must not count as taken.
    await walk.finish({ exit: 'ya', note: 'Periksa ulang' }, 'periksa-hasil')
    await walk.finish({ mode: 'system' }, 'tambah-ubah')
    await office.jobsDone()
    expect(await open(walk)).toEqual(['periksa-sistem'])
    await walk.finish({}, 'periksa-sistem')
    await walk.finish({ exit: 'tidak' }, 'periksa-hasil')
    expect(await open(walk)).toEqual(['kirim-email', 'periksa-konsep'])

    await walk.finish({ phase: 'send' }, 'kirim-email')
    await office.jobsDone()
    await walk.finish({ exit: 'ya', note: 'Alamat salah' }, 'periksa-konsep')
    await walk.finish({ exit: 'tidak' }, 'periksa-hasil')
    expect(await open(walk)).toEqual(['periksa-konsep'])
    await walk.finish({ exit: 'tidak' }, 'periksa-konsep')
    await walk.finish({ phase: 'send' }, 'tanda-tangan')
    await office.jobsDone()
    await walk.finish({}, 'terima')
    await office.jobsDone()

    const dossier = await walk.see()
    expect(dossier.status).toBe('finished')
    expect(dossier.form).toMatchObject({ ...LETTER, keperluan: 'Laman seluruh sekolah negeri' })
    expect(dossier.letters.map((letter) => [letter.letter, letter.number, letter.paper !== null])).toEqual([
      ['email-persetujuan', expect.stringMatching(/^500\.12\/1\/DISKOMINFO\//), true],
      ['surat-balasan', expect.stringMatching(/^500\.12\/2\/DISKOMINFO\//), true],
    ])
    expect(dossier.items.map((item) => item.register)).toEqual(['subdomain', 'hosting'])
  })

  test('tells its applicant by mail whenever it is their turn, in the words of that moment', async () => {
    expect((await subjects()).toSorted()).toEqual([
      'Permohonan diterima',
      'Permohonan menunggu Anda',
      'Permohonan menunggu Anda',
      'Permohonan menunggu Anda',
      'Permohonan selesai',
      'Surat untuk Anda tersedia',
      'Surat untuk Anda tersedia',
    ])
    const [turn] = (await outbox(office.office.store, AGENCY, 50)).filter((mail) => mail.body.includes('Sebutkan'))
    expect(turn?.body).toContain('Memperbaiki data pengajuan pada aplikasi E-Layanan')
  })

  test('is nothing that the other office sees', async () => {
    expect(await outbox(office.office.store, 'demak', 50)).toEqual([])
    const seen = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('dossier').select('number').execute(),
    )
    expect(seen).toEqual([])
  })
})
