// Housekeeping: what has served its time goes, by the clock of the office; what somebody still needs stays.
import { randomUUID } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf } from '../src/adapters/files/places.ts'
import { tidy } from '../src/jobs/tidy.ts'
import { parkForm } from '../src/store/parked-forms.ts'
import { countTry } from '../src/store/rate-limit.ts'
import { beginSession, personOfSession } from '../src/store/sessions.ts'
import { DRAFT_DAYS } from '../src/store/tidy.ts'
import { fillIn, SERVICE, typed, upload } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import { letterPdf, subdomainForm, submitted } from './support/walk.ts'

const AGENCY = 'demak'
let office: TestOffice
let pemohon: Visit
let person: string
beforeAll(async () => {
  office = await startOffice({ works: false })
  pemohon = await office.as('pemohon')
  const [row] = await asOwner<{ person: string }>(`select person from person where agency = $1 and demo_role = $2`, [
    AGENCY,
    'pemohon',
  ])
  person = row?.person ?? ''
})
afterAll(() => office.stop())

const asOwner = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((result) => result.rows)
    .finally(() => client.end())
}
const days = (count: number): string =>
  new Date(Date.parse(office.office.tools.now()) + count * 86_400_000).toISOString()
/** The nightly round as it will be so many days from now. */
const tidyIn = (count: number): Promise<void> => tidy({ ...office.office.tools, now: () => days(count) }, {}, 1)
const folder = (): string => join(office.dataFolder, 'files')
const age = (sha256: string, count: number): Promise<void> =>
  utimes(placeOf(folder(), sha256), new Date(days(count)), new Date(days(count)))
const keep = async (words: string): Promise<string> => {
  const kept = await office.office.tools.files.put([Buffer.from(words)], { maxBytes: 1000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  await age(kept.value.sha256, -3)
  return kept.value.sha256
}
const isThere = async (sha256: string): Promise<boolean> => (await office.office.tools.files.read(sha256)) !== null
const aSession = async (expiresIn: number): Promise<string> => {
  const token = randomUUID()
  const times = { now: days(expiresIn - 0.4), expiresAt: days(expiresIn) }
  await beginSession(office.office.store, AGENCY, { token, person, csrf: 'x', ...times })
  return token
}
const whose = (token: string): Promise<string | null> => personOfSession(office.office.store, AGENCY, token)

test('whose session it was can be said for thirty days after its end, and no longer', async () => {
  const [recent, old] = [await aSession(-29), await aSession(-31)]
  await tidyIn(0)
  expect([await whose(recent), await whose(old)]).toEqual([person, null])
  expect((await pemohon.get('/mine')).status).toBe(200)
})

test('used and expired links to an account go, a link that still works stays', async () => {
  for (const [hash, expires, used] of [
    ['berlaku', days(1), null],
    ['terpakai', days(1), days(-2)],
    ['lewat', days(-2), null],
  ])
    await asOwner(
      `insert into account_token (agency, token_hash, person, purpose, expires_at, used_at) values ($1, $2, $3, 'password-reset', $4, $5)`,
      [AGENCY, hash, person, expires, used],
    )
  await tidyIn(0)
  const left = await asOwner<{ token_hash: string }>('select token_hash from account_token')
  expect(left.map((row) => row.token_hash)).toEqual(['berlaku'])
})

test('counts of tries go when no window is that long, and the window of today goes on counting', async () => {
  const { store } = office.office
  await countTry(store, AGENCY, { what: 'lama', windowStart: days(-1) })
  await countTry(store, AGENCY, { what: 'kini', windowStart: days(0) })
  await tidyIn(1.5)
  const left = await asOwner<{ what: string }>(`select what from rate_count where what in ('lama', 'kini')`)
  expect(left.map((row) => row.what)).toEqual(['kini'])
})

test('of forms that an ended session left, each person keeps the five newest, for a day', async () => {
  const park = (count: number) =>
    parkForm(office.office.store, AGENCY, {
      token: `simpan${count}`,
      person,
      path: `/halaman/${count}`,
      values: {},
      files: [],
      now: days(count / 1000),
    })
  for (let count = 1; count <= 8; count += 1) await park(count)
  const paths = async () =>
    (await asOwner<{ path: string }>('select path from parked_form order by path')).map((row) => row.path)
  expect(await paths()).toEqual([4, 5, 6, 7, 8].map((count) => `/halaman/${count}`))
  await tidyIn(0.5)
  expect(await paths()).toHaveLength(5)
  await tidyIn(1.1)
  expect(await paths()).toEqual([])
})

test('a draft nobody touched goes after the days that its list names, with its file; one day earlier it is there', async () => {
  expect((await fillIn(pemohon, typed('tertinggal'), [upload(await letterPdf('Draf'))])).location).not.toBe('')
  expect(wordsOf((await pemohon.get('/mine')).text)).toContain(`Draf yang ${DRAFT_DAYS} hari tidak diubah dihapus`)
  await submitted(office, subdomainForm('dipakai'))
  const [row] = await asOwner<{ sha256: string }>(`select files -> 0 -> 'paper' ->> 'sha256' as sha256 from draft`)
  const sha256 = row?.sha256 ?? ''
  await age(sha256, -3)
  await tidyIn(DRAFT_DAYS - 1)
  expect(await isThere(sha256)).toBe(true)
  pemohon = await office.as('pemohon')
  expect((await pemohon.get(`${SERVICE}/summary`)).status).toBe(200)
  await tidyIn(DRAFT_DAYS + 1)
  expect(await isThere(sha256)).toBe(false)
  pemohon = await office.as('pemohon')
  expect(wordsOf((await pemohon.get('/mine')).text)).not.toContain('tidak diubah')
})

test('files that no row refers to go after a day; papers, of whatever office, and parked forms keep theirs', async () => {
  const walk = await submitted(office, subdomainForm('arsip'))
  const other = await submitted(office, subdomainForm('lain'))
  const paper = (await walk.see()).papers[0]?.sha256 ?? ''
  await age(paper, -400)
  const [parked, left, fresh] = [await keep('diparkir'), await keep('ditinggalkan'), await keep('baru')]
  await age(fresh, -0.5)
  const files = [{ field: 'surat-permohonan', name: 'a.pdf', sha256: parked, bytes: 8, refused: null }]
  const now = office.office.tools.now()
  await parkForm(office.office.store, AGENCY, { token: 'p', person, path: '/', values: {}, files, now })
  await writeFile(join(folder(), 'incoming', 'separuh'), 'x')
  await utimes(join(folder(), 'incoming', 'separuh'), new Date(days(-3)), new Date(days(-3)))
  await tidyIn(0)
  expect([await isThere(paper), await isThere(parked), await isThere(left), await isThere(fresh)]).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(await readdir(join(folder(), 'incoming'))).toEqual([])
  expect((await other.see()).papers).toHaveLength(1)
})

test('a file that was sent ahead waits a day to be named in a command or a form; a paper made of it stays', async () => {
  const walk = await submitted(office, subdomainForm('program'))
  const paper = (await walk.see()).papers[0]?.sha256 ?? ''
  const waiting = await keep('dikirim program')
  for (const sha256 of [paper, waiting])
    await asOwner(
      `insert into upload (agency, upload, person, sha256, name, bytes, mime, at)
       values ($1, $2, $3, $4, 'a.pdf', 1, 'application/pdf', $5)`,
      [AGENCY, randomUUID(), person, sha256, days(0)],
    )
  await tidyIn(0.9)
  expect([await isThere(paper), await isThere(waiting)]).toEqual([true, true])
  await tidyIn(3)
  expect([await isThere(paper), await isThere(waiting)]).toEqual([true, false])
})

test('the page that waits for its signature, and the scan of a letter from outside, stay as long as it takes', async () => {
  const walk = await submitted(office, subdomainForm('menunggu'))
  const [prepared, scan, left] = [await keep('beku'), await keep('pindaian'), await keep('bukan milik siapa pun')]
  await asOwner(
    `insert into event (agency, dossier, seq, type, at, payload, payload_hash, hash)
     values ($1, $2, 90, 'letter-prepared', $3, $4, 'x', 'x')`,
    [AGENCY, walk.id, days(-30), JSON.stringify({ type: 'letter-prepared', paper: { sha256: prepared } })],
  )
  await asOwner(
    `insert into outgoing (agency, year, series, number, seq, state, on_day, scan, numbered_at, changed_at)
     values ($1, 2026, 'luar', '1', 1, 'used', '2026-11-20', $2, '2026-11-20', '2026-11-20')`,
    [AGENCY, JSON.stringify({ sha256: scan })],
  )
  await tidyIn(0)
  expect([await isThere(prepared), await isThere(scan), await isThere(left)]).toEqual([true, true, false])
})

test('every table that speaks of a file is asked before one is removed', async () => {
  const [asked] = await asOwner<{ body: string }>(`select prosrc as body from pg_proc where proname = 'files_in_use'`)
  const tables = await asOwner<{ name: string }>(
    `select distinct table_name as name from information_schema.columns
     where table_schema = 'public'
       and table_name not in ('procedure_edition', 'letter_template', 'letter_template_seed', 'migration', 'file_trouble', 'file_walk',
         'destruction_item' /* names files that go */)
       and (column_name = 'sha256' or column_name = 'files')`,
  )
  expect(tables.length).toBeGreaterThanOrEqual(4)
  for (const { name } of tables) expect(asked?.body).toContain(name)
})

test('which files are in use is told to the worker alone', async () => {
  await expect(office.office.store.pool.query(`select files_in_use('{}')`)).rejects.toThrow('permission denied')
})

test('the round is on the timetable of the queue', async () => {
  const served = await startOffice({ work: { isTimed: true } })
  try {
    const sql = 'select identifier from graphile_worker._private_known_crontabs order by 1'
    const client = new pg.Client({ connectionString: served.ownerUrl })
    await client.connect()
    const { rows } = await client.query<{ identifier: string }>(sql).finally(() => client.end())
    expect(rows.map((row) => row.identifier)).toEqual([
      'follow-rules',
      'look-around',
      'look-through-files',
      'read-old-papers',
      'release-notices',
      'release-taken',
      'ring',
      'scan-waiting',
      'seal-day',
      'tidy',
      'watch-seals',
    ])
  } finally {
    await served.stop()
  }
})
