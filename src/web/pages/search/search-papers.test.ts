// The search page and its twin of the API: what is in papers is found, shown with its place, and narrowed by the address.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { letterPdf, post, subdomainForm, submitted, type Walk } from '../../../../test/support/walk.ts'
import { readOldPapers } from '../../../jobs/read-old-papers.ts'
import { readTextsOf } from '../../../jobs/texts-of.ts'
import { everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People
let walk: Walk

beforeAll(async () => {
  office = await startOffice()
  at = await everybody(office)
  walk = await submitted(office, subdomainForm('tersembunyi', { keperluan: 'Menerbitkan majalah <i>Kawung</i>' }))
  const bytes = await letterPdf('Bersama ini dikirimkan risalah musyawarah <b>gotong royong</b> para perajin')
  const kept = await office.office.tools.files.put([bytes], { maxBytes: 1e7 })
  if (!kept.ok) throw new Error(kept.reason.en)
  const paper = { id: randomUUID(), paper: 'lampiran', ...kept.value, mime: 'application/pdf', name: 'risalah.pdf' }
  await walk.send(post('pelaksana'), { type: 'attach', paper, note: '', visibleToApplicant: false })
  await office.jobsDone()
})
afterAll(() => office.stop())

const find = async (query: string, who: keyof People = 'pelaksana'): Promise<string> =>
  (await at[who].get(`/search?q=${query}`)).text

describe('The search page', () => {
  test('shows in which paper the words stand, marked, and as text whatever the paper says', async () => {
    const html = await find('musyawarah+perajin')
    expect(html).toContain(`found-${walk.id}`)
    expect(wordsOf(html)).toContain('Dalam risalah.pdf:')
    expect(html).toContain('<mark>musyawarah</mark> &lt;b>gotong royong&lt;/b> para <mark>perajin</mark>')
    expect(await find('majalah')).toContain('<mark>majalah</mark> &lt;i>Kawung')
    expect(wordsOf(await find('majalah'))).toContain('Dalam isian permohonan:')
    expect(await find('tersembunyi')).not.toContain('class="found-in"')
  })

  test('does not show the applicant what officers keep to themselves, not even where other words of it are found', async () => {
    expect(await find('musyawarah', 'pemohon')).not.toContain(`found-${walk.id}`)
    const own = await find('majalah', 'pemohon')
    expect(own).toContain(`found-${walk.id}`)
    expect(own).not.toContain('risalah')
  })

  test('does not show them what came while the papers of their dossier were being read either', async () => {
    const other = await submitted(office, subdomainForm('sela'))
    await office.jobsDone()
    const kept = await office.office.tools.files.put([await letterPdf('Catatan penelaahan belaka')], { maxBytes: 1e7 })
    if (!kept.ok) throw new Error(kept.reason.en)
    const paper = { id: randomUUID(), paper: 'lampiran', ...kept.value, mime: 'application/pdf', name: 'nota.pdf' }
    const { tools } = office.office
    let isSent = false
    const procedureOf: typeof tools.procedureOf = async (...asked) => {
      if (!isSent) {
        isSent = true
        await other.send(post('pelaksana'), { type: 'attach', paper, note: '', visibleToApplicant: false })
        await office.jobsDone()
      }
      return tools.procedureOf(...asked)
    }
    await readTextsOf({ ...tools, procedureOf }, 'demak', other.id)
    expect(isSent).toBe(true)
    expect(await find('penelaahan')).toContain(`found-${other.id}`)
    expect(await find('penelaahan', 'pemohon')).not.toContain(`found-${other.id}`)
  })

  test('is narrowed by the address, which every page of results keeps', async () => {
    const year = new Date().getUTCFullYear()
    const page = await find(`majalah&year=${year}&procedure=subdomain-hosting&status=open&client=dinas-arsip`)
    expect(page).toContain(`found-${walk.id}`)
    expect(wordsOf(page)).toContain('Dipersempit (4)')
    for (const narrower of ['year=2019', 'procedure=email-goid', 'status=finished', 'client=bappeda'])
      expect([narrower, (await find(`majalah&${narrower}`)).includes(`found-${walk.id}`)]).toEqual([narrower, false])
    for (const strange of ['year=x', 'status=%00', 'client=%27;--', 'procedure=../..'])
      expect([strange, (await find(`majalah&${strange}`)).includes(`found-${walk.id}`)]).toEqual([strange, true])
  })

  test('is not the only door: a program finds the same', async () => {
    const program = await programOf(office, 'pelaksana')
    const ids = async (query: string) =>
      (await program.get(`/dossiers?${query}`)).json.dossiers.map(({ dossier }: { dossier: string }) => dossier)
    expect(await ids('q=musyawarah')).toEqual([walk.id])
    expect(await ids('q=musyawarah&status=finished')).toEqual([])
    const own = await programOf(office, 'pemohon')
    expect((await own.get('/dossiers?q=musyawarah')).json.dossiers).toEqual([])
  })

  test('says that old papers are still being read, and goes on with them where it was', async () => {
    const { tools } = office.office
    const { store } = tools
    await store.inAgency('demak', async (db) => {
      await db.deleteFrom('text_entry').where('agency', '=', 'demak').execute()
      await db.insertInto('text_backfill').values({ agency: 'demak', done: 0, total: 1 }).execute()
    })
    expect(wordsOf(await find('majalah'))).toContain('sedang dibaca: 0 dari 1 berkas')
    expect(await find('majalah')).not.toContain(`found-${walk.id}`)
    await readOldPapers(tools, {}, 1)
    const page = await find('majalah')
    expect(page).toContain(`found-${walk.id}`)
    expect(wordsOf(page)).not.toContain('sedang dibaca')
  })
})
