// The chains of events are walked from the command line: whole, or the first broken link by the number of its dossier.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTamperedOffice, type TamperedOffice } from '../../../test/support/tampered-office.ts'

let office: TamperedOffice
beforeEach(async () => {
  office = await openTamperedOffice()
})
afterEach(() => office.close())

describe('the chains of events', () => {
  test('that nobody touched are whole, before and after the days are sealed', async () => {
    const { dossier } = await office.twoDossiers()
    expect(await office.verify()).toMatchObject({ code: 0, err: '' })
    await office.seal('2026-11-20')
    await office.enter(dossier)
    await office.submit()
    await office.seal('2026-11-21')
    await office.seal('2026-11-22')
    const { code, out } = await office.verify('--agency', 'demak')
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('3 akar harian') })
    expect(out).toContain('3 berkas / dossiers')
    expect(out).toContain('utuh / whole')
  })

  test('still hold when a payload was destroyed by law', async () => {
    const { dossier } = await office.twoDossiers()
    await office.owner.query('update event set payload = null, salt = null where dossier = $1 and seq = 1', [dossier])
    expect((await office.verify()).code).toBe(0)
  })

  test.each<[string, (dossier: string) => Promise<unknown>, string]>([
    [
      'a payload that was changed',
      (dossier) =>
        office.owner.query(
          `update event set payload = replace(payload, 'arsip', 'gudang') where dossier = $1 and seq = 1`,
          [dossier],
        ),
      'peristiwa 1: isinya telah diubah',
    ],
    [
      'a payload that was changed together with its hash',
      (dossier) =>
        office.owner.query(
          `update event set payload = '{}', payload_hash = encode(sha256(convert_to(salt || '{}', 'UTF8')), 'hex') where dossier = $1 and seq = 2`,
          [dossier],
        ),
      'peristiwa 2: hash-nya tidak menyambung',
    ],
    [
      'two events that were swapped',
      async (dossier) => {
        for (const [from, to] of [
          [2, 99],
          [3, 2],
          [99, 3],
        ])
          await office.owner.query('update event set seq = $3 where dossier = $1 and seq = $2', [dossier, from, to])
      },
      'peristiwa 2: hash-nya tidak menyambung',
    ],
    [
      'an event taken out of the middle',
      (dossier) => office.owner.query('delete from event where dossier = $1 and seq = 2', [dossier]),
      'peristiwa 2: hilang di tengah rantai',
    ],
    [
      'a last event that was taken away',
      (dossier) =>
        office.owner.query(
          'delete from event where dossier = $1 and seq = (select max(seq) from event where dossier = $1)',
          [dossier],
        ),
      'ujung rantai terpotong mulai dari sini',
    ],
    [
      'a head that was changed',
      (dossier) => office.owner.query(`update dossier set head_hash = md5('x') where dossier = $1`, [dossier]),
      'kepala pada berkas tidak sama',
    ],
    [
      'an event whose time was moved',
      (dossier) =>
        office.owner.query(`update event set at = at - interval '1 day' where dossier = $1 and seq = 2`, [dossier]),
      'peristiwa 2: jenis atau waktunya',
    ],
  ])('show %s, by the number of the dossier', async (_, tamper, says) => {
    const { dossier, number } = await office.twoDossiers()
    await tamper(dossier)
    const { code, out } = await office.verify()
    expect(code).toBe(1)
    expect(out).toContain(`Berkas ${number}`)
    expect(out).toContain(says)
    expect(out).toContain('RUSAK / BROKEN: 1')
  })
})

test('as data it says the same, with every fault by its kind', async () => {
  const { dossier, number } = await office.twoDossiers()
  await office.owner.query('delete from event where dossier = $1 and seq = 2', [dossier])
  const { code, out } = await office.verify('--json')
  expect(code).toBe(1)
  const said = JSON.parse(out)
  expect(said.whole).toBe(false)
  expect(said.agencies.find((one: { agency: string }) => one.agency === 'demak')).toMatchObject({
    dossiers: 2,
    broken: 1,
    faults: [{ dossier, number, seq: 2, what: 'event-missing' }],
  })
})

test('an agency that is not there is refused, an option that is not there is wrong use', async () => {
  expect(await office.verify('--agency', 'gaib')).toMatchObject({ code: 1, err: expect.stringContaining('"gaib"') })
  const wrong = await office.verify('--agensi', randomUUID())
  expect(wrong.code).toBe(2)
  expect(wrong.err).toContain('mipp events verify [--agency A]')
})
