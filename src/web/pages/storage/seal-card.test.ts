// A seal that ends is told of in time, to those who can mend it.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { keepSeal } from '../../../adapters/signing/key-folder.ts'
import { makeKeyFile } from '../../../adapters/signing/make-key-file.ts'
import { watchSeals } from '../../../jobs/watch-seals.ts'

const NOW = '2026-03-02T03:00:00.000Z'
const PASSPHRASE = 'kata-sandi'

let office: TestOffice
let admin: Visit
beforeAll(async () => {
  office = await startOffice({ now: () => NOW })
  admin = await office.as('admin')
})
afterAll(() => office.stop())

const sealFrom = async (from: string, to: string): Promise<void> => {
  const file = await makeKeyFile({ name: 'Kantor', from, to, isDemo: false, passphrase: PASSPHRASE })
  await keepSeal({ folder: join(office.dataFolder, 'seals'), agency: 'demak' }, file, PASSPHRASE)
}

const page = async (): Promise<string> => wordsOf((await admin.get('/storage')).text)
const health = async () => JSON.parse((await office.visitor().get('/readyz')).text)

test('a seal for years says whose it is and until when, and warns of nothing', async () => {
  await sealFrom('2026-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z')
  const words = await page()
  expect(words).toContain('Segel Kantor')
  expect(words).not.toContain('mipp seal import')
  expect(await health()).toMatchObject({ ok: true, seals: { ending: 0, unusable: 0 } })
})

test.each([
  ['ends on the sixtieth day', '2026-01-01T00:00:00.000Z', '2026-05-01T02:00:00.000Z', 'berakhir dalam 59 hari', 1, 0],
  ['has ended', '2026-01-01T00:00:00.000Z', '2026-03-02T03:00:00.000Z', 'sudah berakhir', 0, 1],
  ['is not valid yet', '2026-03-03T00:00:00.000Z', '2028-01-01T00:00:00.000Z', 'belum mulai berlaku', 0, 1],
])('a seal that %s is told of to administrators and machines', async (_, from, to, says, ending, unusable) => {
  await sealFrom(from, to)
  const words = await page()
  expect(words).toContain(says)
  expect(words).toContain('mipp seal import')
  expect(await health()).toMatchObject({ ok: true, seals: { ending, unusable, endsAt: to } })
})

test('the sixty days are full days: on the day before them nothing is said', async () => {
  await sealFrom('2026-01-01T00:00:00.000Z', '2026-05-01T03:00:00.000Z')
  expect(await page()).not.toContain('mipp seal import')
})

test('a seal that cannot be opened, or is not there, is told of with its reason', async () => {
  await keepSeal({ folder: join(office.dataFolder, 'seals'), agency: 'demak' }, Buffer.from('bukan segel'), 'x')
  expect(await page()).toContain('bukan PKCS#12')
  expect(await health()).toMatchObject({ ok: true, seals: { unusable: 1, endsAt: null } })
  // Outside of a demo nothing makes a seal by itself.
  const plain = await startOffice({ now: () => NOW, isDemo: false })
  try {
    const seals = JSON.parse((await plain.visitor().get('/readyz')).text).seals
    expect(seals).toEqual({ ending: 0, unusable: 1, endsAt: null })
  } finally {
    await plain.stop()
  }
})

test('its end is told to each administrator by mail, once at each mark, and anew for another certificate', async () => {
  const { tools, store } = office.office
  const mails = async (): Promise<string[]> => {
    const book = await store.inAgency('demak', (db) =>
      db.selectFrom('mail').select('subject').where('agency', '=', 'demak').orderBy('made_at').execute(),
    )
    return book.map(({ subject }) => subject).filter((subject) => subject.includes('segel'))
  }
  const at = (day: string) => watchSeals({ ...tools, now: () => `${day}T03:00:00.000Z` }, {}, 1)
  await sealFrom('2026-01-01T00:00:00.000Z', '2026-08-01T03:00:00.000Z')
  await at('2026-06-02')
  expect(await mails()).toEqual([])
  for (const day of ['2026-06-03', '2026-06-04', '2026-07-03', '2026-07-03', '2026-07-31', '2026-08-01', '2026-08-02'])
    await at(day)
  const told = ['berakhir dalam 59 hari', 'berakhir dalam 29 hari', 'berakhir dalam 1 hari', 'sudah berakhir'] as const
  expect(await mails()).toEqual(told.map((words) => `Sertifikat segel kantor ${words}`))
  await sealFrom('2026-08-01T00:00:00.000Z', '2026-09-01T03:00:00.000Z')
  await at('2026-08-03')
  expect((await mails()).slice(4)).toEqual(['Sertifikat segel kantor berakhir dalam 29 hari'])
})

test('nobody but an administrator sees it', async () => {
  expect((await (await office.as('pemohon')).get('/storage')).status).toBe(404)
})
