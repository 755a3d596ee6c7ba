// `mipp clock explain` on a dossier of a real database.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mipp } from '../../../test/support/command-line.ts'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { type Handling, openHandling } from '../../../test/support/handling.ts'

let database: TestDatabase
let handling: Handling
let one: { dossier: string; number: string }

beforeAll(async () => {
  database = await createTestDatabase()
  handling = await openHandling(database)
  one = await handling.submit()
})
afterAll(async () => {
  await handling.close()
  await database.drop()
})

const run = (...words: string[]) => mipp(['clock', 'explain', ...words], { DATABASE_URL: database.ownerUrl })

describe('clock explain', () => {
  test('tells by number or identity how the due dates came to be and who is waited for', async () => {
    const { code, out } = await run(one.number)
    expect(code).toBe(0)
    expect(out).toContain('Janji / promise')
    expect(out).toContain('7 hari kerja sejak')
    expect(out).toContain('Memproses permohonan')
    expect(out).toMatch(/Pelaksana \/ Pranata Komputer: .* kerja, .* di luar jam kerja/)
    expect((await run(one.dossier)).out).toContain(`${one.number}: `)
  })

  test('as data', async () => {
    const { out } = await run(one.number, '--json')
    const data = JSON.parse(out)
    expect(data.clocks).toMatchObject([
      { clock: 'promise', limit: { amount: 7, unit: 'day' } },
      { step: 'catat', limit: { amount: 5, unit: 'minute' } },
    ])
    expect(data.clocks[0].dueAt).toMatch(/\+07:00$/)
    expect(data.waits).toMatchObject([{ waitedFor: { kind: 'posts', posts: ['pelaksana'] } }])
  })

  test('says that there is no such dossier', async () => {
    expect(await run('MIPP/2026/9999')).toMatchObject({ code: 1 })
  })
})
