// Searching what papers and answers say: what is found, by whom, and what never is.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { letterPdf, post, subdomainForm, submitted, type Walk, walkOf } from '../../test/support/walk.ts'
import { lockedPaper } from '../adapters/pdf-pictures/papers.fixture.ts'
import { trackingCodeFrom } from '../core/paper/code.ts'
import type { Actor } from '../core/person/may.ts'
import { PUBLIC_CLIENT } from './clients.ts'
import { searchDossiers } from './search.ts'
import type { SearchFilter } from './search-texts.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

const actor = (posts: string[], clients: string[] = []): Pick<Actor, 'posts' | 'clients'> => ({ posts, clients })
const OFFICER = actor(['sekretaris'])
const OWNER = actor([], ['dinas-arsip'])

let count = 0
const aDossier = (more = {}): Promise<Walk> => submitted(office, subdomainForm(`surat-${++count}`, more))

/** A paper of this text, added by an officer. */
const attach = async (walk: Walk, bytes: Uint8Array, { isOpen = true, mime = 'application/pdf' } = {}) => {
  const kept = await office.office.tools.files.put([bytes], { maxBytes: 1e7 })
  if (!kept.ok) throw new Error(kept.reason.en)
  const paper = { id: randomUUID(), paper: 'lampiran', ...kept.value, mime, name: 'lampiran.pdf' }
  const done = await walk.send(post('pelaksana'), { type: 'attach', paper, note: '', visibleToApplicant: isOpen })
  if (!done.ok) throw new Error(done.refusal.sentence.en)
}

const find = async (query: string, who = OFFICER, filter: SearchFilter = {}): Promise<string[]> => {
  await office.jobsDone()
  const found = await searchDossiers(office.office.store, 'demak', { query, actor: who, after: null, filter })
  expect(found.count).toBe(found.rows.length)
  return found.rows.map(({ dossier }) => dossier)
}

describe('Searching', () => {
  test('finds a dossier by what an attached paper says, in any form of the word, also together with its names', async () => {
    const walk = await aDossier()
    await attach(walk, await letterPdf('Mengingat penandatanganan perjanjian kerinduan 045/0077/2026 di Wirasaba'))
    const { number } = await walk.see()
    for (const query of [
      'Wirasaba',
      'wirasab',
      'kerinduan',
      'rindu',
      'perjanjian dirindukan',
      'janji',
      '045/0077/2026',
      '45/77/2O26',
      'wirasaba 77',
      'wirasaba di dinas arsip',
      `wirasaba ${number}`,
    ])
      expect([query, await find(query)]).toEqual([query, [walk.id]])
    for (const query of ['wirasaba tidakada', 'rasaba', '78 wirasaba'])
      expect([query, await find(query)]).toEqual([query, []])
  })

  test('finds a dossier by the long answers of its form', async () => {
    const walk = await aDossier({ keperluan: 'Untuk pendaftaran pawai kemerdekaan' })
    expect(await find('pawai merdeka')).toEqual([walk.id])
    expect(await find('pawai', OWNER)).toEqual([walk.id])
  })

  test('shows nothing of a paper that officers keep to themselves to its applicant, and nobody anything of others', async () => {
    const walk = await aDossier()
    await attach(walk, await letterPdf('catatan telaahan rajawali'), { isOpen: false })
    expect(await find('rajawali')).toEqual([walk.id])
    expect(await find('rajawali', OWNER)).toEqual([])
    expect(await find('rajawali', actor(['sekretaris'], ['dinas-arsip']))).toEqual([walk.id])
    await attach(walk, await letterPdf('jawaban cendrawasih'))
    expect(await find('cendrawasih', OWNER)).toEqual([walk.id])
    expect(await find('cendrawasih rajawali')).toEqual([walk.id])
    expect(await find('cendrawasih', actor([], ['bappeda']))).toEqual([])
    expect(await find('cendrawasih', actor([]))).toEqual([])
  })

  test('finds what is secret only for those through whose hands it goes, from the moment on that it is', async () => {
    const walk = await aDossier()
    await attach(walk, await letterPdf('perkara kasuari'), { isOpen: false })
    expect(await find('kasuari')).toEqual([walk.id])
    await walk.finish({ urgency: 'biasa', secrecy: 'rahasia' })
    expect(await find('kasuari')).toEqual([])
    expect(await find('kasuari', actor(['kepala-dinas']))).toEqual([walk.id])
    // Who asks for the client sees the dossier, but no more of it than the client.
    expect(await find('kasuari', actor(['sekretaris'], ['dinas-arsip']))).toEqual([])
  })

  test('reads no paper that is locked, broken or a picture, and says so in its book', async () => {
    const walk = await aDossier()
    await attach(walk, await lockedPaper())
    await attach(walk, Buffer.from('%PDF-1.4 and nothing more'))
    await attach(walk, Buffer.from('gambar'), { mime: 'image/png' })
    await office.jobsDone()
    const states = await office.office.tools.store.inAgency('demak', (db) =>
      db.selectFrom('paper_text').select('state').where('dossier', '=', walk.id).execute(),
    )
    expect(states.map(({ state }) => state).sort()).toEqual(['broken', 'locked', 'not-text', 'read', 'read'])
  })

  test('is narrowed by client, procedure, status and time', async () => {
    const walk = await aDossier({ 'nama-domain': 'elang.demakkab.go.id' })
    await attach(walk, await letterPdf('laporan merpati'))
    const { submittedAt } = await walk.see()
    const later = new Date(Date.parse(submittedAt) + 1).toISOString()
    const yes: SearchFilter[] = [
      { client: 'dinas-arsip' },
      { procedure: 'subdomain-hosting' },
      { status: 'open' },
      { from: submittedAt, before: later },
    ]
    const no: SearchFilter[] = [
      { client: 'bappeda' },
      { client: "o'brien\\" },
      { procedure: 'email-goid' },
      { status: 'finished' },
      { from: later },
      { before: submittedAt },
    ]
    for (const query of ['merpati', 'elang']) {
      for (const filter of yes)
        expect([query, filter, await find(query, OFFICER, filter)]).toEqual([query, filter, [walk.id]])
      for (const filter of no) expect([query, filter, await find(query, OFFICER, filter)]).toEqual([query, filter, []])
    }
  })

  test('never finds what the public sent by its words, and nothing told in confidence', async () => {
    const { tools } = office.office
    const kept = await tools.files.put([await letterPdf('saya pelapor bernama Dewantari')], { maxBytes: 1e7 })
    if (!kept.ok) throw new Error(kept.reason.en)
    const id = randomUUID()
    const done = await tools.handle({
      agency: 'demak',
      dossier: id,
      by: { kind: 'public' },
      command: {
        type: 'submit',
        form: {
          situs: 'Situs judi',
          alamat: [{ url: 'https://judi.example/', keterangan: '' }],
          kategori: 'judi-online',
          alasan: 'Saya Dewantari melihat perjudian di sana',
          'nama-pelapor': 'Dewantari',
        },
        papers: [
          { id: randomUUID(), paper: 'bukti-konten', ...kept.value, mime: 'application/pdf', name: 'bukti.pdf' },
        ],
        client: PUBLIC_CLIENT,
        clientKind: 'public',
        applicant: null,
        channel: 'public',
        trackingCode: trackingCodeFrom(randomUUID()),
      },
      key: randomUUID(),
      edition: { procedure: 'konten-negatif', edition: '2025-05' },
    })
    if (!done.ok) throw new Error(done.refusal.sentence.en)
    await office.jobsDone()
    const states = await tools.store.inAgency('demak', (db) =>
      db.selectFrom('paper_text').select(['state', 'text']).where('dossier', '=', id).execute(),
    )
    expect(states).toEqual([
      { state: 'withheld', text: '' },
      { state: 'withheld', text: '' },
    ])
    const { tasks } = await walkOf(office, 'demak', id).see()
    const handling = actor(tasks.flatMap(({ posts }) => posts))
    expect(await find('dewantari', handling)).toEqual([])
    expect(await find('melihat', handling)).toEqual([])
    expect(await find('judi', handling)).toEqual([id])
  })
})
