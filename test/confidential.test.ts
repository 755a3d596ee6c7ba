// What a procedure calls confidential, and dossiers that are secret from their first moment: who reads what, the refused first.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from './support/api.ts'
import { askedForFieldWork, FIELD_WORK, type FieldOffice, keptPaper, startFieldOffice } from './support/field-work.ts'
import { mailsTo } from './support/people.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import type { Walk } from './support/walk.ts'

const TOLD = 'Warga Sumber'
const KEPT = 'Di bawah pot'

const recorded = async ({ office }: FieldOffice): Promise<Walk> => {
  const walk = await askedForFieldWork(office, { pelapor: TOLD })
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-11-20', note: 'Biasa saja' })
  await walk.finish({ note: 'Kabel cukup' })
  await walk.finish({
    form: { latensi: '12', pukul: '09.30', 'sandi-perangkat': KEPT },
    papers: [await keptPaper(office, 'foto-hasil'), await keptPaper(office, 'denah-kunci')],
  })
  return walk
}

describe('A confidential answer', () => {
  let field: FieldOffice
  let walk: Walk
  let beside: { visit: Visit; program: Program }
  let own: { visit: Visit; program: Program }
  let handling: { visit: Visit; program: Program }
  let plan = ''
  beforeAll(async () => {
    field = await startFieldOffice()
    const hat = async (role: string) => ({
      visit: await field.office.as(role),
      program: await programOf(field.office, role),
    })
    ;[beside, own, handling] = await Promise.all([hat('sekretaris'), hat('pemohon'), hat('kabid')])
    walk = await recorded(field)
    plan = (await walk.see()).papers.find((one) => one.paper === 'denah-kunci')?.id ?? ''
  })
  afterAll(() => field.stop())

  const everything = async ({ program }: { program: Program }): Promise<string> => {
    const answers = await Promise.all(
      ['', '/events', '/papers'].map((more) => program.get(`/dossiers/${walk.id}${more}`)),
    )
    return JSON.stringify(answers.map(({ json }) => json))
  }

  test('is not read by an officer beside the way, on a page, by a program or as a file', async () => {
    const page = wordsOf((await beside.visit.get(`/dossiers/${walk.id}`)).text)
    expect(page).toContain('Balai Desa')
    expect(page).toContain('disembunyikan; hanya untuk jabatan yang menangani berkas ini')
    for (const secret of [TOLD, KEPT, 'denah-kunci.png']) {
      expect(page, secret).not.toContain(secret)
      expect(await everything(beside), secret).not.toContain(secret)
    }
    expect((await beside.visit.get(`/dossiers/${walk.id}/papers/${plan}`)).status).toBe(404)
    expect((await beside.visit.get(`/dossiers/${walk.id}/papers/${plan}/pages/1.png`)).status).toBe(404)
    expect((await beside.program.get(`/dossiers/${walk.id}/papers/${plan}/content`)).status).toBe(404)
  })

  test('recorded by the office is not read by the applicant, who reads their own', async () => {
    const page = wordsOf((await own.visit.get(`/mine/${walk.id}`)).text)
    for (const seen of [TOLD, '12 ms']) expect(page).toContain(seen)
    for (const hidden of [KEPT, 'Letak kunci', 'denah-kunci.png']) {
      expect(page, hidden).not.toContain(hidden)
      expect(await everything(own), hidden).not.toContain(hidden)
    }
    expect((await own.visit.get(`/mine/${walk.id}/papers/${plan}`)).status).toBe(404)
    expect((await own.program.get(`/dossiers/${walk.id}/papers/${plan}/content`)).status).toBe(404)
  })

  test('is found by nobody, also not by those who handle it', async () => {
    for (const { visit, program } of [beside, handling]) {
      expect(wordsOf((await visit.get('/search?q=Warga+Sumber')).text)).not.toContain('Balai Desa')
      expect((await program.get('/dossiers?q=Sumber')).json.dossiers).toEqual([])
    }
    expect(wordsOf((await beside.visit.get('/search?q=Balai+Desa')).text)).toContain('Uji Balai Desa')
  })

  test('is read by those through whose hands the dossier goes', async () => {
    const page = wordsOf((await handling.visit.get(`/dossiers/${walk.id}`)).text)
    for (const seen of [TOLD, KEPT, 'denah-kunci.png']) expect(page).toContain(seen)
    const { json } = await handling.program.get(`/dossiers/${walk.id}`)
    expect(json.form).toMatchObject({ pelapor: TOLD, 'sandi-perangkat': KEPT })
    expect((await handling.visit.get(`/dossiers/${walk.id}/papers/${plan}`)).status).toBe(200)
  })
})

describe('A procedure whose dossiers are secret', () => {
  let field: FieldOffice
  beforeAll(async () => {
    const yaml = FIELD_WORK.replace('  counter: true\n', '  counter: true\n  secrecy: rahasia\n')
    field = await startFieldOffice(yaml, { works: true })
  })
  afterAll(() => field.stop())

  test('hides them from the first moment: from lists, search, tracking and mail', async () => {
    const { office } = field
    const walk = await askedForFieldWork(office)
    const [beside, desk] = await Promise.all([office.as('sekretaris'), office.as('pelaksana')])
    expect((await beside.get(`/dossiers/${walk.id}`)).status).toBe(404)
    expect(wordsOf((await beside.get('/search?q=Balai+Desa')).text)).not.toContain('Uji Balai Desa')
    expect(wordsOf((await desk.get(`/dossiers/${walk.id}`)).text)).toContain('Rahasia')
    const program = await programOf(office, 'sekretaris')
    expect((await program.get(`/dossiers/${walk.id}`)).status).toBe(404)
    await office.jobsDone()
    const { trackingCode } = await walk.see()
    const tracked = await office.visitor().get(`/track/${trackingCode}`)
    const told = await (await programOf(office, null)).get(`/tracking/${trackingCode}`)
    expect([tracked.status, told.status]).toEqual([200, 200])
    for (const page of [tracked.text, JSON.stringify(told.json)])
      for (const secret of ['Balai Desa', 'Warga Sumber']) expect(page).not.toContain(secret)
    const mails = await mailsTo(office, 'pemohon@arsip.example')
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.map(({ body }) => body).join()).not.toContain('Balai Desa')
  })

  test('lets the front office lower the grade only with a reason, which stands in the record', async () => {
    const { office } = field
    const walk = await askedForFieldWork(office)
    const desk = await office.as('pelaksana')
    const { task } = await walk.task()
    expect((await desk.get(`/dossiers/${walk.id}`)).text).toMatch(/value="rahasia"[^>]*checked/)
    const lower = { do: 'finish', task, urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-01-05' }
    const silent = await desk.post(`/dossiers/${walk.id}`, { ...lower, note: ' ' })
    expect(silent.status).toBe(422)
    expect(wordsOf(silent.text)).toContain('Tulis di sini mengapa diturunkan.')
    await expect(walk.finish({ urgency: 'biasa', secrecy: 'terbatas' })).rejects.toThrow('higher grade of secrecy')
    expect((await desk.post(`/dossiers/${walk.id}`, { ...lower, note: 'Pelapor setuju dibuka' })).status).toBe(303)
    expect(await walk.see()).toMatchObject({ secrecy: 'biasa', agenda: { note: 'Pelapor setuju dibuka' } })
  })
})
