// Programs do the work of a procedure with fields at its steps: told what is asked, judged as the pages judge, to the end.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from './support/api.ts'
import { askedForFieldWork, type FieldOffice, startFieldOffice } from './support/field-work.ts'
import { uploaded } from './support/filing.ts'
import type { Walk } from './support/walk.ts'

let field: FieldOffice
let hats: Record<'pemohon' | 'pelaksana' | 'kabid' | 'kepala-dinas', Program>
beforeAll(async () => {
  field = await startFieldOffice(undefined, { works: true })
  const [pemohon, pelaksana, kabid, head] = await Promise.all(
    ['pemohon', 'pelaksana', 'kabid', 'kepala-dinas'].map((role) => programOf(field.office, role)),
  )
  if (!pemohon || !pelaksana || !kabid || !head) throw new Error('somebody has no token')
  hats = { pemohon, pelaksana, kabid, 'kepala-dinas': head }
})
afterAll(() => field.stop())

const addressOf = async (walk: Walk): Promise<string> => `/dossiers/${walk.id}/tasks/${(await walk.task()).task}`

const finish = async (walk: Walk, who: keyof typeof hats, body: object) =>
  hats[who].post(`${await addressOf(walk)}/finish`, body, { 'idempotency-key': randomUUID() })

const must = async (walk: Walk, who: keyof typeof hats, body: object): Promise<void> => {
  const { status, json } = await finish(walk, who, body)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(json)}`)
}

const placesOf = ({ json }: { json: { errors: { path: string }[] } }): string[] =>
  json.errors.map(({ path }) => path).toSorted()

const atMeasuring = async (): Promise<Walk> => {
  const walk = await askedForFieldWork(field.office)
  await must(walk, 'pelaksana', { act: 'enter', urgency: 'biasa', secrecy: 'biasa' })
  await must(walk, 'kabid', { act: 'analyse', note: 'Kabel cukup' })
  return walk
}

const FIGURES = { latensi: '12,5', pukul: '09:30', 'titik-ukur': [{ nama: 'Loket', redaman: '-18,5' }] }

describe('A step that asks for fields', () => {
  test('takes no answer from whoever it does not wait for, and no file of somebody else', async () => {
    const walk = await atMeasuring()
    const foto = await uploaded(hats.kabid, 'Foto', 'foto.pdf')
    const body = { act: 'measure', form: FIGURES, files: { foto } }
    expect((await finish(walk, 'kabid', body)).status).toBe(403)
    const stolen = await finish(walk, 'pelaksana', body)
    expect(stolen.status).toBe(422)
    expect(placesOf(stolen)).toEqual(['/files/foto'])
    expect((await walk.task()).step).toBe('ukur')
  })

  test('says what it asks, with types, units, limits, columns and rows', async () => {
    const walk = await atMeasuring()
    const { json } = await hats.pelaksana.get(await addressOf(walk))
    expect(json.act).toBe('measure')
    const [group] = json.asks
    const named = (name: string) => group.fields.find((one: { field: string }) => one.field === name)
    expect(group).toMatchObject({ group: 'hasil-ukur', at: 'ukur' })
    expect(named('latensi')).toMatchObject({ type: 'number', unit: 'ms', required: true, expected: { max: 50 } })
    expect(named('titik-ukur')).toMatchObject({
      type: 'table',
      rows: 3,
      columns: [{ column: 'nama', required: true }, {}],
    })
    expect(named('foto')).toMatchObject({ type: 'file', accept: ['pdf', 'png'] })
    expect(named('sandi-perangkat')).toMatchObject({ confidential: true })
  })

  test('tells every fault at its place, cells of a table and the note included', async () => {
    const walk = await atMeasuring()
    const wrong = await finish(walk, 'pelaksana', {
      act: 'measure',
      form: { latensi: 'cepat', 'titik-ukur': [{ redaman: 'besar' }, { nama: 'B', lain: 'x' }], asing: 'x', foto: 'x' },
    })
    expect(wrong.status).toBe(422)
    expect(placesOf(wrong)).toEqual([
      '/files/foto',
      '/form/asing',
      '/form/foto',
      '/form/latensi',
      '/form/pukul',
      '/form/titik-ukur/0/nama',
      '/form/titik-ukur/0/redaman',
      '/form/titik-ukur/1/lain',
    ])
    const foto = await uploaded(hats.pelaksana, 'Foto', 'foto.pdf')
    const odd = { act: 'measure', form: { ...FIGURES, latensi: '80' }, files: { foto } }
    expect(placesOf(await finish(walk, 'pelaksana', odd))).toEqual(['/form/latensi', '/note'])
    await must(walk, 'pelaksana', { ...odd, note: 'Kabel rusak' })
    expect((await walk.see()).form).toMatchObject({
      latensi: '80',
      'titik-ukur': [{ nama: 'Loket', redaman: '-18,5' }],
    })
  })

  test('is the only one that takes fields', async () => {
    const walk = await askedForFieldWork(field.office)
    await must(walk, 'pelaksana', { act: 'enter', urgency: 'biasa', secrecy: 'biasa' })
    const stray = await finish(walk, 'kabid', { act: 'analyse', note: 'Cukup', form: { tempat: 'Lain' } })
    expect(stray.status).toBe(422)
    expect(placesOf(stray)).toEqual(['/form/tempat'])
    expect((await walk.see()).form.tempat).toBe('Balai Desa')
  })
})

describe('A whole procedure', () => {
  test('goes from its filing to the signed letter by tokens alone, once round its loop', async () => {
    const { pemohon, pelaksana } = hats
    const { json: procedure } = await pemohon.get('/procedures/uji-lapangan')
    expect(procedure.starts).toEqual(['client'])
    const filed = await pemohon.post('/dossiers', {
      procedure: 'uji-lapangan',
      client: 'dinas-arsip',
      form: {
        tempat: 'Kantor Camat',
        perangkat: [{ nama: 'Router', alamat: '192.0.2.1' }],
        titik: '-6.8943, 110.6386',
      },
    })
    expect(filed.status).toBe(201)
    const { dossier } = filed.json
    const work = async (who: keyof typeof hats, answer: object): Promise<void> => {
      const { json } = await hats[who].get(`/dossiers/${dossier}`)
      const [wait] = json.waits
      const at = `/dossiers/${dossier}/tasks/${wait.task}`
      const { json: task } = await hats[who].get(at)
      const done = await hats[who].post(`${at}/finish`, { act: task.act, ...answer })
      if (done.status !== 200) throw new Error(`${wait.step}: ${JSON.stringify(done.json)}`)
    }
    const measure = async (latensi: string) =>
      work('pelaksana', {
        form: { ...FIGURES, latensi },
        files: { foto: await uploaded(pelaksana, `Foto ${latensi}`, `foto-${latensi}.pdf`) },
      })
    await work('pelaksana', { urgency: 'biasa', secrecy: 'biasa' })
    await work('kabid', { note: 'Kabel cukup' })
    await measure('30')
    await work('pelaksana', { note: 'Sudah diukur' })
    await work('kabid', { exit: 'ulang', note: 'Ukur pada jam sibuk' })
    await measure('40')
    await work('pelaksana', { note: 'Sudah diukur lagi' })
    await work('kabid', { exit: 'cukup' })
    await work('pemohon', { form: { hasil: 'baik' }, files: { bukti: await uploaded(pemohon, 'Bukti', 'bukti.pdf') } })
    await work('pelaksana', { draft: 'Latensi 40 ms.' })
    await work('kabid', { verdict: 'initialed' })
    await work('kepala-dinas', { phase: 'send' })
    await field.office.jobsDone()
    await work('pemohon', { note: 'Diterima' })
    const { json } = await pelaksana.get(`/dossiers/${dossier}`)
    expect(json).toMatchObject({ status: 'finished', form: { latensi: '40', hasil: 'baik' } })
    expect(json.inside.letters).toMatchObject([{ draft: 'Latensi 40 ms.', initials: [{ post: 'kabid-aptika' }] }])
    const current = json.papers.filter((one: { current: boolean }) => one.current)
    expect(current.map((one: { kind: string }) => one.kind).toSorted()).toEqual([
      'bukti-uji',
      'foto-hasil',
      'surat-balasan',
    ])
  })

  test('sends a draft back inside the office by its own deed alone', async () => {
    const walk = await atMeasuring()
    const foto = await uploaded(hats.pelaksana, 'Foto', 'foto.pdf')
    await must(walk, 'pelaksana', { act: 'measure', form: FIGURES, files: { foto } })
    await must(walk, 'pelaksana', { act: 'report', note: 'Sudah' })
    await must(walk, 'kabid', { act: 'check', exit: 'cukup' })
    const bukti = await uploaded(hats.pemohon, 'Bukti', 'bukti.pdf')
    await must(walk, 'pemohon', { act: 'do', form: { hasil: 'baik' }, files: { bukti } })
    await must(walk, 'pelaksana', { act: 'draft', draft: 'Baik.' })
    const back = await finish(walk, 'kabid', { act: 'initial', verdict: 'sent-back', note: 'Kurang' })
    expect(back.status).toBe(422)
    const { json } = await hats.kabid.get(await addressOf(walk))
    expect(json.choices.verdict.map(({ value }: { value: string }) => value)).toEqual(['initialed'])
    expect(json.may).toContain('return')
    const returned = await hats.kabid.post(`${await addressOf(walk)}/return`, { reason: 'Sebutkan angkanya' })
    expect(returned.status).toBe(200)
    expect((await walk.task()).step).toBe('susun')
    expect((await hats.pemohon.get(`/dossiers/${walk.id}`)).json.returns).toEqual([])
    expect((await hats.kabid.get(`/dossiers/${walk.id}`)).json.returns).toMatchObject([
      { to: 'susun', reason: 'Sebutkan angkanya' },
    ])
  })
})
