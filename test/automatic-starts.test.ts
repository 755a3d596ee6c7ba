// What the office begins without being asked: by the calendar, and because a site does not answer or says what it must not.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../src/core/clock/instant.ts'
import { followRules } from '../src/jobs/follow-rules.ts'
import { lookAround } from '../src/jobs/look-around.ts'
import { automaticStarts } from '../src/store/automatic-starts.ts'
import { OFFICE_CLIENT } from '../src/store/clients.ts'
import { putInForce, ratifySource } from '../src/store/edition-acts.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { client, walkOf } from './support/walk.ts'

const AGENCY = 'demak'
let now: Instant
let office: TestOffice

beforeAll(async () => {
  now = '2026-11-20T02:12:00.000Z'
  office = await startOffice({ works: false, now: () => now })
})
afterAll(() => office.stop())
beforeEach(() => {
  now = '2026-11-20T02:12:00.000Z'
})

/** Things under this name are looked after; `starts` says what the office does about them. */
const procedure = (id: string, starts: string): string => `
procedure: ${id}
edition: '1'
title: Perawatan ${id}
starts: [{ by: client }, ${starts}]
actors:
  opd: { label: OPD, is: applicant }
  petugas: { label: Petugas, post: pelaksana }
form:
  - group: isian
    label: Isian
    fields:
      - { field: situs, type: text, label: Situs, required: true }
      - { field: uraian, type: long-text, label: Uraian, required: true }
      - { field: surat, type: file, label: Surat, paper: surat, accept: [pdf], required: true }
subject: 'Situs {situs}'
steps:
  - { step: ajukan, actor: opd, act: submit, activity: Mengajukan, makes: [surat] }
  - { step: rawat, actor: petugas, act: do, activity: Merawat, needs: [surat], makes: [hasil] }
  - { step: terima, actor: opd, act: receive, activity: Menerima, needs: [hasil] }
registers: [{ register: '${id}', key: situs, columns: [uraian] }]
remarks: [{ says: Contoh untuk uji }]
`

const publish = async (starts: (id: string) => string): Promise<string> => {
  const id = `rawat-${randomUUID().slice(0, 8)}`
  const { store } = office.office
  const by = { person: null, now }
  const source = procedure(id, starts(id))
  await ratifySource(store, AGENCY, { procedure: id, edition: '1', source, post: 'kepala-dinas', decree: '1/2026' }, by)
  const days = { procedure: id, edition: '1', from: '2026-11-20', today: '2026-11-20', reason: '1/2026' }
  expect(await putInForce(store, AGENCY, days, by)).toEqual({ ok: true })
  return id
}

/** A thing in the register, of the agency that asked for it. */
const lookedAfter = async (id: string, situs: string): Promise<void> => {
  const person = randomUUID()
  const dossier = randomUUID()
  const done = await office.office.tools.handle({
    agency: AGENCY,
    dossier,
    by: client('dinas-arsip', person),
    key: randomUUID(),
    edition: { procedure: id, edition: '1' },
    command: {
      type: 'submit',
      form: { situs, uraian: 'Portal arsip' },
      papers: [
        { id: randomUUID(), paper: 'surat', sha256: 'a'.repeat(64), bytes: 1, mime: 'application/pdf', name: 's.pdf' },
      ],
      client: 'dinas-arsip',
      applicant: person,
      channel: 'online',
      trackingCode: dossier.slice(0, 8),
    },
  })
  expect(done).toMatchObject({ ok: true })
  const walk = walkOf(office, AGENCY, dossier)
  await walk.finish({})
  await walk.send(client('dinas-arsip', person), { type: 'finish-step', task: (await walk.task()).task, answer: {} })
}

type Begun = { dossier: string; client: string; channel: string; status: string; subject: string }

const begun = (id: string): Promise<Begun[]> =>
  office.office.store.inAgency(AGENCY, (db) =>
    db
      .selectFrom('dossier')
      .select(['dossier', 'client', 'channel', 'status', 'subject'])
      .where('procedure', '=', id)
      .where('channel', '!=', 'online')
      .orderBy('number')
      .execute(),
  )

const follow = () => followRules(office.office.tools, {}, 1)
const look = () => lookAround(office.office.tools, {}, 1)
const at = (moment: Instant) => {
  now = moment
}

describe('a rule of the calendar', () => {
  test('begins one dossier for each thing of the register on its day, in the name of whose it is, and no second one', async () => {
    const id = await publish(
      (own) =>
        `{ by: schedule, rule: 'FREQ=MONTHLY;BYMONTHDAY=1', each: ${own}, form: { situs: '{key}', uraian: 'Rutin {day}, {uraian}' } }`,
    )
    await lookedAfter(id, 'a.demakkab.go.id')
    await lookedAfter(id, 'b.demakkab.go.id')
    await follow()
    expect(await begun(id)).toEqual([])
    expect((await (await office.as('kabid')).get('/automatic')).text).toContain('1 Desember 2026')
    at('2026-12-01T00:30:00.000Z')
    await follow()
    await follow()
    await Promise.all([follow(), follow()])
    expect(await begun(id)).toMatchObject([
      { client: 'dinas-arsip', channel: 'schedule', subject: 'Situs a.demakkab.go.id' },
      { client: 'dinas-arsip', channel: 'schedule', subject: 'Situs b.demakkab.go.id' },
    ])
    const [first] = await begun(id)
    const dossier = await walkOf(office, AGENCY, first?.dossier ?? '').see()
    expect(dossier.form).toEqual({ situs: 'a.demakkab.go.id', uraian: 'Rutin 2026-12-01, Portal arsip' })
  })

  test('that was missed for months begins once when the worker is back, and goes on from there', async () => {
    const id = await publish(
      () => "{ by: schedule, rule: 'FREQ=MONTHLY;BYMONTHDAY=1', form: { situs: kantor, uraian: Rutin } }",
    )
    await follow()
    at('2027-03-15T02:00:00.000Z')
    await follow()
    expect(await begun(id)).toMatchObject([{ client: OFFICE_CLIENT, channel: 'schedule' }])
    at('2027-04-01T02:00:00.000Z')
    await follow()
    expect(await begun(id)).toHaveLength(2)
  })

  test('is carried to its end without the applicant whom nobody has', async () => {
    const id = await publish(() => '{ by: schedule, rule: FREQ=DAILY, form: { situs: kantor, uraian: Rutin } }')
    await follow()
    const [one] = await begun(id)
    await walkOf(office, AGENCY, one?.dossier ?? '').finish({})
    expect(await begun(id)).toMatchObject([{ status: 'finished' }])
  })

  test('whose prefilled form is refused begins nothing, and does not hold up the others', async () => {
    const bad = await publish(
      () => `{ by: schedule, rule: FREQ=DAILY, form: { situs: '${'x'.repeat(300)}', uraian: Rutin } }`,
    )
    const fine = await publish(() => '{ by: schedule, rule: FREQ=DAILY, form: { situs: kantor, uraian: Rutin } }')
    await follow()
    expect(await begun(bad)).toEqual([])
    expect(await begun(fine)).toHaveLength(1)
    const page = (await (await office.as('kabid')).get('/automatic')).text
    for (const part of ['Tidak dapat dimulai', 'Situs paling panjang 200 huruf']) expect(page).toContain(part)
  })
})

describe('a probe', () => {
  const space = async (name: string): Promise<void> => {
    const hosting = office.office.tools.hosting(AGENCY)
    if (!hosting?.automatic) throw new Error('The demo has a hosting server')
    expect(await hosting.createSpace(name)).toMatchObject({ ok: true })
  }
  const gone = async (name: string): Promise<void> => {
    const hosting = office.office.tools.hosting(AGENCY)
    if (hosting?.automatic) await hosting.removeSpace(name)
  }
  const down = (own: string) =>
    `{ by: monitor, probe: site-down, register: ${own}, every: 15 menit, form: { situs: '{key}', uraian: '{found}' } }`

  test('lets a site that answers alone, and begins one dossier when it was gone twice in a row', async () => {
    const id = await publish(down)
    const name = `situs-${id}.demakkab.go.id`
    await space(name)
    await lookedAfter(id, name)
    await look()
    await gone(name)
    at('2026-11-20T02:20:00.000Z')
    await look()
    at('2026-11-20T02:30:00.000Z')
    await look()
    expect(await begun(id)).toEqual([])
    at('2026-11-20T02:50:00.000Z')
    await look()
    at('2026-11-20T03:10:00.000Z')
    await look()
    expect(await begun(id)).toMatchObject([{ channel: 'monitor', client: OFFICE_CLIENT, subject: `Situs ${name}` }])
    const [one] = await begun(id)
    const walk = walkOf(office, AGENCY, one?.dossier ?? '')
    expect((await walk.see()).form).toMatchObject({ uraian: 'Situs menjawab dengan galat 404.' })
    await walk.finish({})
    at('2026-11-20T03:30:00.000Z')
    await look()
    expect(await begun(id)).toMatchObject([{ status: 'finished' }, { status: 'open' }])
    const seen = (await automaticStarts(office.office.store, AGENCY)).find((one) => one.item === name)
    for (const address of ['/automatic', '/api/v1/automatic'])
      expect((await office.visitor().get(address)).text).not.toContain(name)
    const page = (await (await office.as('kabid')).get('/automatic')).text
    for (const part of [name, 'Situs menjawab dengan galat 404.', '15 menit']) expect(page).toContain(part)
    expect(seen).toMatchObject({ badStreak: 4, found: { id: 'Situs menjawab dengan galat 404.' } })
  })

  test('finds words that must not stand on a page, and says which', async () => {
    const id = await publish(
      (own) =>
        `{ by: monitor, probe: site-words, register: ${own}, every: 1 jam, words: [slot-gacor, togel], form: { situs: '{key}', uraian: '{found}' } }`,
    )
    const name = `slot-gacor-${id}.demakkab.go.id`
    const quiet = `arsip-${id}.demakkab.go.id`
    for (const one of [name, quiet]) {
      await space(one)
      await lookedAfter(id, one)
    }
    await look()
    const found = await begun(id)
    expect(found).toMatchObject([{ channel: 'monitor', subject: `Situs ${name}` }])
    const dossier = await walkOf(office, AGENCY, found[0]?.dossier ?? '').see()
    expect(dossier.form.uraian).toMatch(/^Halaman memuat: slot-gacor \(sidik SHA-256 [0-9a-f]{16}\)\.$/)
  })
})
