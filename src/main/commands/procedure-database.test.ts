import { appendFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mipp } from '../../../test/support/command-line.ts'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { commandTable } from '../command-table.ts'
import { projectRoot } from '../root.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const run = (...words: string[]) => mipp(words, { DATABASE_URL: database.ownerUrl })

const asOwner = async (statement: string) => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

describe('the procedures of the running office', () => {
  test('are listed, shown and checked from the database, not from the files', async () => {
    expect((await run('procedure', 'list', '--database', '--json')).out).toBe('[]')
    expect((await run('procedure', 'show', 'demak/subdomain-hosting', '--database')).code).toBe(1)
    const made = await run('agency', 'create', 'demak', '--json')
    expect({ code: made.code, data: JSON.parse(made.out) }).toMatchObject({ code: 0, data: { agency: 'demak' } })

    const listed = await run('procedure', 'list', '--database')
    expect(listed.out).toMatch(/demak\/subdomain-hosting@2025-05 .*berlaku \/ in force: /)
    const shown = await run('procedure', 'show', 'demak/subdomain-hosting', '--database')
    expect(shown.out).toBe((await run('procedure', 'show', 'demak/subdomain-hosting')).out)
    const checked = await run('procedure', 'lint', '--database')
    expect({ code: checked.code, err: checked.err }).toEqual({ code: 0, err: '' })

    await asOwner(`delete from post where post = 'kabid-aptika'`)
    const faulty = await run('procedure', 'lint', '--database', '--json')
    expect(faulty.code).toBe(1)
    expect(JSON.parse(faulty.out)).toContainEqual({
      file: 'demak/subdomain-hosting@2025-05',
      line: expect.any(Number),
      severity: 'error',
      id: expect.stringContaining('"kabid-aptika"'),
      en: expect.any(String),
    })
    await asOwner(`update procedure_edition set source = 'procedure: [' where procedure = 'subdomain-hosting'`)
    expect((await run('procedure', 'list', '--database')).err).toContain('tidak terbaca')
    expect((await run('procedure', 'show', 'demak/subdomain-hosting@2025-05', '--database')).err).toContain(
      'procedure lint --database',
    )
  })

  test('whose ratified files have changed is refused with the path of the file', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'mipp-changed-'))
    await cp(join(projectRoot(), 'catalogue'), copy, { recursive: true })
    const file = join(copy, 'tulungagung/procedures/pengajuan-subdomain-hosting.yaml')
    const env = { DATABASE_URL: database.ownerUrl, MIPP_CATALOGUE: copy }
    expect(await mipp(['agency', 'create', 'tulungagung'], env)).toMatchObject({ code: 0 })
    await appendFile(file, '# lain\n')
    const { code, err } = await mipp(['agency', 'create', 'tulungagung'], env)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`${file}: pengajuan-subdomain-hosting@`) })
    await rm(copy, { recursive: true })
  })

  test('files and database at once are wrong use, and so is neither', async () => {
    expect((await run('procedure', 'lint', '--database', 'berkas.yaml')).code).toBe(2)
    expect((await run('procedure', 'lint')).code).toBe(2)
  })
})

test('a database without the schema is told plainly by every command that reads it', async () => {
  const empty = await createEmptyDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'mipp-empty-'))
  try {
    for (const words of [
      ['procedure', 'list', '--database'],
      ['dossier', 'list'],
      ['events', 'verify'],
      ['backup', '--to', folder],
      ['agency', 'create', 'demak'],
    ])
      expect(await mipp(words, { DATABASE_URL: empty.ownerUrl })).toMatchObject({
        code: 1,
        err: expect.stringMatching(/127\.0\.0\.1.*MIPP_DATA atau DATABASE_URL.*mipp migrate/),
      })
  } finally {
    expect(await readdir(folder)).toEqual([])
    await empty.drop()
    await rm(folder, { recursive: true })
  }
})

test('help explains each command in both languages, and every one that prints facts prints them as data', async () => {
  const SPEAKS_ONLY = ['serve', 'work']
  const WRITES_A_FILE = [
    'procedure sheet',
    'procedure monitoring',
    'procedure svg',
    'procedure bpmn',
    'organisation export',
  ]
  for (const { name, load } of commandTable) {
    const { out, code } = await run('help', ...name.split(' '))
    expect(code).toBe(0)
    expect(out).toContain(`mipp ${name}`)
    const { about, usage } = await load()
    expect(about).toContain(' / ')
    if (![...SPEAKS_ONLY, ...WRITES_A_FILE].includes(name)) expect(`${name} ${usage}`).toContain('[--json]')
  }
})
