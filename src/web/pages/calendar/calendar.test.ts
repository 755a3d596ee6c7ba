// The working calendar on its pages: who may, what a change does, what is kept when something is wrong.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { readCalendarJournal } from '../../../store/calendar-journal.ts'
import { listCalendars } from '../../../store/calendars.ts'

const AGENCY = 'demak'
const NOW = '2026-11-20T02:12:00.000Z'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
})
afterAll(() => office.stop())

const stored = async (name = 'utama') => {
  const found = (await listCalendars(office.office.store, AGENCY)).find((one) => one.calendar === name)
  if (!found) throw new Error(`no calendar ${name}`)
  return found
}

const versionOf = async (name?: string) => String((await stored(name)).version)

/** What the queue was told to work out anew. */
const reProjections = async (): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  const sql = `select payload from graphile_worker._private_jobs as j
    join graphile_worker._private_tasks as t on t.id = j.task_id where t.identifier = 're-project' order by j.id`
  const { rows } = await client.query<{ payload: Record<string, unknown> }>(sql).finally(() => client.end())
  return rows.map((row) => row.payload)
}

const NEW_HOLIDAY = '/calendar/of/utama/holidays/new'
const holiday = { on: '2026-12-03', name: 'Pilkades serentak', kind: 'holiday', reason: 'SE Bupati 12/2026' }

describe('the year', () => {
  test('says of each day what it is, why not, and the hours of a week', async () => {
    const officer = await office.as('pelaksana')
    const { status, text } = await officer.get('/calendar?year=2026')
    expect(status).toBe(200)
    expect(text).toContain('Hari Suci Nyepi')
    expect(text).toContain('Setahun 240 hari kerja')
    expect(text).toContain('37 jam 30 menit')
    expect(text).toContain('32 jam 30 menit')
    expect(text).not.toContain('belum memuat libur')
    expect(text).not.toContain(NEW_HOLIDAY)
  })

  test('of a further calendar has the holidays of the office that it follows', async () => {
    const officer = await office.as('pelaksana')
    const { text } = await officer.get('/calendar?calendar=helpdesk&year=2027')
    expect(text).toContain('Meja bantuan enam hari')
    expect(text).toContain('Tahun Baru 2027')
  })

  test('is open to applicants too, and to nobody who is not signed in', async () => {
    expect((await (await office.as('pemohon')).get('/calendar')).status).toBe(200)
    expect((await office.visitor().get('/calendar')).status).toBe(303)
  })
})

test.each([
  NEW_HOLIDAY,
  '/calendar/of/utama/holidays/0',
  '/calendar/of/utama/import',
  '/calendar/new',
  '/calendar/units',
])('changing it at %s is for its keepers only: for others there is no such page', async (path) => {
  for (const role of ['pelaksana', 'pemohon']) {
    const other = await office.as(role)
    expect((await other.get(path)).status).toBe(404)
    expect((await other.post(path, { ...holiday, version: '1' })).status).toBe(404)
  }
  expect((await (await office.as('admin')).get(path)).status).toBe(200)
})

describe('a holiday entered by hand', () => {
  test('counts at once, is told in the history with its reason, and has open deadlines worked out anew', async () => {
    const admin = await office.as('admin')
    const before = await reProjections()
    const done = await admin.post(NEW_HOLIDAY, { ...holiday, version: await versionOf() })
    expect({ status: done.status, to: done.headers.location }).toEqual({
      status: 303,
      to: '/calendar?year=2026',
    })
    const { text } = await admin.get('/calendar?year=2026')
    expect(text).toContain('Setahun 239 hari kerja')
    expect(text).toContain('ditambah: Kamis, 3 Desember 2026: Pilkades serentak')
    expect(text).toContain('SE Bupati 12/2026')
    const added = (await reProjections()).slice(before.length)
    expect(added).toMatchObject([{ agency: AGENCY, calendar: 'utama', reason: 'SE Bupati 12/2026' }])
  })

  test('is refused at its fields, and what was typed is still there', async () => {
    const admin = await office.as('admin')
    const version = await versionOf()
    const twice = await admin.post(NEW_HOLIDAY, { ...holiday, on: '2026-12-25', reason: '', version })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('Tanggal itu sudah tercatat: &quot;Hari Raya Natal&quot;')
    expect(twice.text).toContain('Tulis alasannya')
    expect(twice.text).toContain('value="Pilkades serentak"')
    expect(await versionOf()).toBe(version)
  })

  test('over what somebody else has just changed is told, and not lost', async () => {
    const admin = await office.as('admin')
    const stale = await admin.post(NEW_HOLIDAY, { ...holiday, on: '2026-12-08', version: '0' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('baru saja diubah orang lain')
    expect(stale.text).toContain('value="2026-12-08"')
    expect((await stored()).data.holidays.some((one) => one.on === '2026-12-08')).toBe(false)
  })

  test('is taken out again with a reason only', async () => {
    const admin = await office.as('admin')
    const at = (await stored()).data.holidays.findIndex((one) => one.on === '2026-12-03')
    const path = `/calendar/of/utama/holidays/${at}`
    const version = await versionOf()
    expect((await admin.post(path, { do: 'remove', reason: '', version })).status).toBe(422)
    expect((await admin.post(path, { do: 'remove', reason: 'Pilkades ditunda', version })).status).toBe(303)
    expect((await stored()).data.holidays.some((one) => one.on === '2026-12-03')).toBe(false)
    const [last] = await readCalendarJournal(office.office.store, AGENCY, { calendar: 'utama' })
    expect(last).toMatchObject({ reason: 'Pilkades ditunda', detail: { changes: [{ before: { on: '2026-12-03' } }] } })
  })
})

describe('other rows', () => {
  test('a half day, a period and a closure are entered with their hours and days', async () => {
    const admin = await office.as('admin')
    const send = async (list: string, fields: Record<string, string>) =>
      admin.post(`/calendar/of/utama/${list}/new`, { reason: 'Surat edaran', version: await versionOf(), ...fields })
    const half = { on: '2026-12-31', name: 'Setengah hari', hours: '07:30 - 12.00' }
    expect((await send('special', half)).status).toBe(303)
    const ramadan = {
      label: 'Ramadan 1449 H',
      from: '2028-01-28',
      to: '2028-02-26',
      'week.monday': '08.00-12.00, 12.30-15.00',
    }
    expect((await send('periods', ramadan)).status).toBe(303)
    const closing = { unit: 'aptika', name: 'Pindah ruang', from: '2026-12-07', to: '2026-12-08' }
    expect((await send('closures', { ...closing, unit: 'tidak-ada' })).status).toBe(422)
    expect((await send('closures', { ...closing, to: '2026-12-01' })).text).toContain(
      'Penutupan berakhir sebelum mulai.',
    )
    const unit = 'aptika'
    expect((await send('closures', { ...closing, unit })).status).toBe(303)
    const { data } = await stored()
    expect(data.special).toContainEqual({
      on: '2026-12-31',
      name: 'Setengah hari',
      hours: ['07.30-12.00'],
      origin: 'hand',
    })
    expect(data.periods.at(-1)).toMatchObject({
      label: 'Ramadan 1449 H',
      week: { monday: ['08.00-12.00', '12.30-15.00'] },
    })
    expect(data.closures).toEqual([{ ...closing, unit }])
    const forUnit = await admin.get(`/calendar?year=2026&unit=${unit}`)
    expect(forUnit.text).toContain('Setahun 238 hari kerja')
    expect((await admin.get('/calendar?year=2026')).text).toContain('Setahun 240 hari kerja')
  })
})

describe('an import', () => {
  const file = 'tanggal;nama;jenis\n2028-01-01;Tahun Baru 2028;libur\n2028-02-30;Salah;libur\n'

  test('first says line by line what will happen, and changes nothing', async () => {
    const admin = await office.as('admin')
    const version = await versionOf()
    const { status, text } = await admin.post('/calendar/of/utama/import', { pasted: file })
    expect(status).toBe(200)
    expect(text).toContain('1 ditolak, 1 baru')
    expect(text).toContain('Bukan tanggal yang ada')
    expect(await versionOf()).toBe(version)
  })

  test('counts after a yes with its reason', async () => {
    const admin = await office.as('admin')
    const { text } = await admin.post('/calendar/of/utama/import', { pasted: file })
    const rows = /name="rows" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const yes = { do: 'take', rows, version: await versionOf() }
    expect((await admin.post('/calendar/of/utama/import', { ...yes, reason: '' })).status).toBe(422)
    const done = await admin.post('/calendar/of/utama/import', { ...yes, reason: 'SKB 2028' })
    expect(done.headers.location).toBe('/calendar?year=2028')
    expect((await stored()).data.holidays.at(-1)).toMatchObject({ on: '2028-01-01', origin: 'import' })
  })

  test('of what was exported changes nothing', async () => {
    const admin = await office.as('admin')
    for (const name of ['2026.csv', 'all.json']) {
      const exported = await admin.get(`/calendar/of/utama/${name}`)
      expect(exported.status).toBe(200)
      const { text } = await admin.post('/calendar/of/utama/import', { pasted: exported.text })
      expect(text).toContain('Tidak ada yang berubah')
    }
  })

  test('of nothing, or of what is no file of holidays, is told at its field', async () => {
    const admin = await office.as('admin')
    expect((await admin.post('/calendar/of/utama/import', {})).text).toContain('Pilih berkas, atau tempel isinya.')
    const odd = await admin.post('/calendar/of/utama/import', { pasted: '<html>' })
    expect(odd.status).toBe(422)
    expect(odd.text).toContain('Baris pertama harus memuat judul kolom')
  })
})

describe('a further calendar', () => {
  test('is made with the hours of another, and given to a unit whose posts then count by it', async () => {
    const admin = await office.as('admin')
    const made = {
      label: 'Tim lapangan malam',
      calendar: 'lapangan',
      like: 'utama',
      follows: 'yes',
      reason: 'Piket malam',
    }
    expect((await admin.post('/calendar/new', { ...made, calendar: 'utama' })).text).toContain('sudah dipakai')
    expect((await admin.post('/calendar/new', { ...made, calendar: 'Tim Malam' })).status).toBe(422)
    expect((await admin.post('/calendar/new', made)).status).toBe(303)
    expect((await stored('lapangan')).data).toMatchObject({ follows: 'utama', holidays: [] })
    const unit = 'aptika'
    const give = { unit, calendar: 'lapangan', reason: 'Piket malam' }
    expect((await admin.post('/calendar/units', { ...give, calendar: 'tidak-ada' })).status).toBe(422)
    const before = (await reProjections()).length
    expect((await admin.post('/calendar/units', give)).status).toBe(303)
    expect((await admin.get('/calendar/units')).text).toContain('Tim lapangan malam')
    expect((await reProjections()).slice(before)).toMatchObject([
      { agency: AGENCY, calendar: 'lapangan', reason: 'Piket malam' },
    ])
    expect((await admin.post('/calendar/units', { ...give, calendar: '' })).status).toBe(303)
  })
})

test('a unit that gets another calendar in the organisation is told in the history of the calendar, and counted anew', async () => {
  const program = await programOf(office, 'admin')
  const before = (await reProjections()).length
  const reason = 'Melayani enam hari'
  const patch = (fields: object) =>
    program.send('PATCH', '/organisation/units/sekretariat', {
      body: JSON.stringify({ ...fields, reason }),
      headers: { 'content-type': 'application/json' },
    })
  const done = await patch({ calendar: 'helpdesk' })
  expect(done.status).toBe(200)
  expect((await reProjections()).slice(before)).toMatchObject([{ calendar: 'helpdesk', reason }])
  const [last] = await readCalendarJournal(office.office.store, AGENCY, { calendar: 'helpdesk' })
  expect(last).toMatchObject({ reason, detail: { unit: { unit: 'sekretariat', before: null, after: 'helpdesk' } } })
  await patch({ name: 'Sekretariat Dinas' })
  expect(await reProjections()).toHaveLength(before + 1)
})

test.each([
  '/calendar?calendar=tidak-ada',
  '/calendar/of/utama/apa/new',
  '/calendar/of/utama/holidays/9999',
  '/calendar/of/utama/semua.csv',
])('%s is no page', async (path) => {
  expect((await (await office.as('admin')).get(path)).status).toBe(404)
})

test.each(['/calendar?year=abcd', '/calendar?year=0001', '/calendar?unit=tidak-ada'])(
  '%s shows this year',
  async (path) => {
    const { status, text } = await (await office.as('admin')).get(path)
    expect(status).toBe(200)
    expect(text).toContain('Kalender kerja 2026')
  },
)
