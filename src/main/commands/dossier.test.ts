import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mipp } from '../../../test/support/command-line.ts'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { type Handling, openHandling } from '../../../test/support/handling.ts'

let database: TestDatabase
let handling: Handling
let first: { dossier: string; number: string }
let second: { dossier: string; number: string }

beforeAll(async () => {
  database = await createTestDatabase()
  handling = await openHandling(database)
  first = await handling.submit()
  second = await handling.submit()
  await handling.finish(first.dossier, 'catat', { urgency: 'segera', secrecy: 'rahasia', receivedOn: '2026-11-20' })
})
afterAll(async () => {
  await handling.close()
  await database.drop()
})

const run = (...words: string[]) => mipp(['dossier', ...words], { DATABASE_URL: database.ownerUrl })

const asOwner = async (statement: string, values: unknown[]) => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(statement, values).finally(() => client.end())
}

describe('dossier list', () => {
  test('shows the dossiers of every agency to the owner, the secret ones too', async () => {
    const { code, out } = await run('list')
    expect(code).toBe(0)
    for (const { number } of [first, second]) expect(out).toContain(`demak/${number}  open  subdomain-hosting`)
    const data = JSON.parse((await run('list', '--json')).out)
    expect(data.map((row: { number: string }) => row.number).sort()).toEqual([first.number, second.number].sort())
    expect(data.find((row: { number: string }) => row.number === first.number)).toMatchObject({ secrecy: 'rahasia' })
  })

  test('by agency, status, procedure and number of lines', async () => {
    const count = async (...words: string[]) => JSON.parse((await run('list', '--json', ...words)).out).length
    expect(await count('--agency', 'demak', '--status', 'open', '--procedure', 'subdomain-hosting')).toBe(2)
    expect(await count('--limit', '1')).toBe(1)
    expect(await count('--agency', 'tulungagung')).toBe(0)
    expect(await count('--status', 'finished')).toBe(0)
    expect(await count('--procedure', 'lain')).toBe(0)
  })

  test.each([
    ['--limit', '0'],
    ['--limit', 'banyak'],
    ['--status', 'terbuka'],
    ['--warna', 'merah'],
  ])('wrong use is said: %s %s', async (...words) => {
    expect(await run('list', ...words)).toMatchObject({ code: 2, out: '' })
  })
})

describe('dossier show', () => {
  test('by number and by identity the same: where it stands, its tasks and its papers', async () => {
    const { code, out } = await run('show', first.number)
    expect(code).toBe(0)
    expect(out).toContain('subdomain-hosting@2025-05')
    expect(out).toMatch(/disposisi-kadin.*terbuka \/ open/)
    expect(out).toContain('surat-permohonan.pdf')
    expect((await run('show', first.dossier)).out).toBe(out)
    const data = JSON.parse((await run('show', first.number, '--json')).out)
    expect(data).toMatchObject({ dossier: first.dossier, tasks: expect.any(Array), papers: [expect.any(Object)] })
  })

  test('one that is not there is refused; two agencies with the same number are asked for', async () => {
    expect(await run('show', 'TIDAK/ADA')).toMatchObject({ code: 1, err: expect.stringContaining('TIDAK/ADA') })
    expect((await run('show', randomUUID())).code).toBe(1)
    expect((await run('show')).code).toBe(2)
    await asOwner(
      `insert into client select 'tulungagung', client, name, head_title, address, created_at from client where agency = 'demak' and client = 'dinas-arsip' on conflict do nothing`,
      [],
    )
    await asOwner(
      `insert into procedure_edition select 'tulungagung', procedure, edition, sha256, source, null, null, stored_at from procedure_edition where agency = 'demak' on conflict do nothing`,
      [],
    )
    await asOwner(
      `insert into dossier select (jsonb_populate_record(d, '{"agency": "tulungagung"}')).* from dossier d where number = $1`,
      [second.number],
    )
    const { code, err } = await run('show', second.number)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('demak, tulungagung') })
    expect((await run('show', second.number, '--agency', 'demak')).code).toBe(0)
    await asOwner(`delete from dossier where agency = 'tulungagung'`, [])
  })
})

describe('dossier events', () => {
  test('shows what happened with every payload, and says which was destroyed', async () => {
    const { code, out } = await run('events', first.number)
    expect(code).toBe(0)
    expect(out).toMatch(/ 1 {2}2026-11-20T02:12:00\.000Z {2}submitted/)
    expect(out).toContain('keperluan: Katalog arsip daerah')
    expect(out).toContain('secrecy: rahasia')
    const events = JSON.parse((await run('events', first.dossier, '--json')).out)
    expect(events[0]).toMatchObject({ seq: 1, type: 'submitted', payload: { subject: expect.any(String) } })
    await asOwner('update event set payload = null, salt = null where dossier = $1 and seq = 1', [second.dossier])
    expect((await run('events', second.number)).out).toContain('isi dimusnahkan / payload destroyed')
  })

  test('what an applicant wrote cannot move the cursor of the terminal', async () => {
    const { dossier, number } = await handling.submit()
    await asOwner(`update dossier set subject = E'merah \\x1b[31m' where dossier = $1`, [dossier])
    for (const words of [['show', number], ['list']]) {
      const { out } = await run(...words)
      expect(out).toContain('merah')
      expect(out).not.toContain('\x1b')
    }
  })
})
