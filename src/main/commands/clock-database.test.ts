// The commands of the clock on the running office: what was changed there counts, not the files.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mipp } from '../../../test/support/command-line.ts'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const made = await run('agency', 'create', 'demak')
  expect(made).toMatchObject({ code: 0 })
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const holiday = JSON.stringify([{ on: '2026-11-24', name: 'Pilkades serentak', kind: 'holiday' }])
  await client
    .query(
      `update working_calendar set data = jsonb_set(data, '{holidays}', (data->'holidays') || $1::jsonb)
       where calendar = 'utama'`,
      [holiday],
    )
    .finally(() => client.end())
})
afterAll(() => database.drop())

const run = (...words: string[]) => mipp(words, { DATABASE_URL: database.ownerUrl })
const due = ['clock', 'due', '--agency', 'demak', '--from', '2026-11-23T10:00', '--time', '1 hari', '--json']
const between = ['clock', 'between', '--agency', 'demak', '--from', '2026-11-23', '--to', '2026-11-26', '--json']

test('a due date is counted by the calendar of the running office', async () => {
  expect(JSON.parse((await run(...due)).out).due).toBe('2026-11-24T10:00:00+07:00')
  const told = JSON.parse((await run(...due, '--database')).out)
  expect(told).toMatchObject({ due: '2026-11-25T10:00:00+07:00', skipped: [{ name: 'Pilkades serentak' }] })
})

test('so is the time between two moments, by a further calendar with the holidays it follows', async () => {
  expect(JSON.parse((await run(...between)).out).workingMinutes).toBe(3 * 450)
  expect(JSON.parse((await run(...between, '--database')).out).workingMinutes).toBe(2 * 450)
  const helpdesk = await run(...between, '--database', '--calendar', 'helpdesk')
  expect(JSON.parse(helpdesk.out).workingMinutes).toBe(2 * 390)
})

test.each([
  [['--calendar', 'malam'], 'There is no calendar "malam"'],
  [['--agency', 'semarang'], 'The database has no agency "semarang"'],
])('what the office does not have is refused in a sentence: %j', async (more, sentence) => {
  const { code, err } = await run(...due, '--database', ...more)
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(sentence) })
})
