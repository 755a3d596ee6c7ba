// The working calendars through the machine interface.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'

let office: TestOffice
let officer: Program

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => '2026-11-20T02:12:00.000Z' })
  officer = await programOf(office, 'pelaksana')
})
afterAll(() => office.stop())

describe('a program of anybody signed in', () => {
  test('reads which calendars there are, and what one is made of', async () => {
    const { json } = await officer.get('/calendars')
    expect(json.calendars).toMatchObject([
      { calendar: 'utama', zone: 'Asia/Jakarta', follows: null, version: 1, units: [] },
      { calendar: 'helpdesk', follows: 'utama' },
    ])
    const { json: utama } = await officer.get('/calendars/utama')
    expect(utama.periods[0]).toMatchObject({
      from: null,
      assumed: true,
      week: { friday: ['07.30-11.30', '13.00-16.30'] },
    })
    expect(utama.holidays).toContainEqual({
      on: '2026-03-19',
      name: 'Hari Suci Nyepi',
      kind: 'holiday',
      decree: expect.stringContaining('SKB 3 Menteri'),
      origin: 'import',
    })
    expect((await (await programOf(office, 'pemohon')).get('/calendars')).status).toBe(200)
  })

  test('reads what each day of a year is, with the holidays that a calendar follows', async () => {
    const { json } = await officer.get('/calendars/utama/days?year=2027')
    expect({ days: json.days.length, workingDays: json.workingDays }).toEqual({ days: 365, workingDays: 242 })
    const { json: helpdesk } = await officer.get('/calendars/helpdesk/days')
    expect(helpdesk.year).toBe(2026)
    expect(helpdesk.days).toContainEqual({ on: '2026-12-25', state: 'holiday', minutes: 0, name: 'Hari Raya Natal' })
    expect(helpdesk.days).toContainEqual({ on: '2026-11-21', state: 'work', minutes: 300, name: null })
  })

  test.each(['/calendars/tidak-ada', '/calendars/tidak-ada/days'])('%s is not found', async (path) => {
    expect((await officer.get(path)).status).toBe(404)
  })

  test('a year that there is not is told at its place', async () => {
    expect((await officer.get('/calendars/utama/days?year=99')).status).toBe(422)
  })
})

test('a stranger reads no calendar', async () => {
  expect((await (await programOf(office, null)).get('/calendars')).status).toBe(401)
})
