// From the release before to this one: a backup is taken by itself, everything is there and goes on, and the backup can be restored.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../src/main/root.ts'
import { sealDay } from '../src/store/daily-roots.ts'
import { migrate, migrationFiles } from '../src/store/migrate.ts'
import { secretsOf } from '../src/store/secrets.ts'
import dossiers from './fixtures/office-0004/dossiers.json' with { type: 'json' }
import { mipp } from './support/command-line.ts'
import { createEmptyDatabase, type TestDatabase } from './support/database.ts'
import { type Statement, sayAgain } from './support/heard-statements.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { wordsOf } from './support/visit.ts'
import { post, sideTasks, type Walk, walkOf } from './support/walk.ts'
import { loadOffice } from './support/written-office.ts'

/** What the release before left behind, and the last file of its schema (test/fixtures/README.md). */
const LEFT = join(projectRoot(), 'test/fixtures/office-0004')
const OLD = '0004-roles.sql'
const MIPP_SECRET_KEY = '0'.repeat(64)

type Place = { database: TestDatabase; dataFolder: string; env: Record<string, string>; remove: () => Promise<void> }

const emptyPlace = async (): Promise<Place> => {
  const database = await createEmptyDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'mipp-upgrade-'))
  const remove = async () => {
    await database.drop()
    await rm(dataFolder, { recursive: true })
  }
  return {
    database,
    dataFolder,
    env: { DATABASE_URL: database.ownerUrl, MIPP_DATA: dataFolder, MIPP_SECRET_KEY },
    remove,
  }
}

const oldOffice = async (): Promise<Place> => {
  const place = await emptyPlace()
  const { ownerUrl } = place.database
  await migrate({ ownerUrl, root: projectRoot(), upTo: OLD })
  await loadOffice({ ownerUrl, dataFolder: place.dataFolder }, LEFT)
  return place
}

/** Some days after the office was left: this program takes it up. */
const takeUp = ({ database, dataFolder }: Place): Promise<TestOffice> => {
  let at = Date.parse('2026-11-25T01:30:00.000Z')
  const now = () => {
    at += 1000
    return new Date(at).toISOString()
  }
  return startOffice({ on: { ownerUrl: database.ownerUrl, dataFolder }, now, env: { MIPP_SECRET_KEY } })
}

const ask = async <T extends object>(url: string, statement: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query<T>(statement, values)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** A daily root as the program before makes it: over the heads of all dossiers at its moment. */
const sealAsThen = ({ database }: Place, day: string, now: string) =>
  ask(
    database.ownerUrl,
    `insert into daily_root (agency, on_day, dossiers, root, sealed_at)
     select 'demak', $1, count(*), encode(sha256(convert_to(string_agg(dossier || ':' || version || ':' || head_hash || E'\\n', '' order by dossier), 'UTF8')), 'hex'), $2
     from dossier where agency = 'demak'`,
    [day, now],
  )

const applied = async ({ database }: Place): Promise<string[]> =>
  (await ask<{ name: string }>(database.ownerUrl, 'select name from migration order by name')).map(({ name }) => name)

/** From the technician's hands to its end. */
const toTheEnd = async (office: TestOffice, walk: Walk): Promise<void> => {
  await office.jobsDone()
  await walk.finish({ phase: 'ask-initials', draft: 'Mohon segera dipakai.' }, 'surat-akun')
  const [initial] = await sideTasks(walk)
  const answer = { verdict: 'initialed' }
  await walk.send(post('kabid-aptika'), { type: 'finish-step', task: initial?.task ?? '', answer })
  await walk.finish({ phase: 'send', draft: 'Mohon segera dipakai.' })
  await office.jobsDone()
  await walk.finish({})
  await office.jobsDone()
  expect((await walk.see()).status).toBe('finished')
}

describe('an office of the release before, brought to this one', () => {
  let place: Place
  let office: TestOffice
  let said: string
  beforeAll(async () => {
    place = await oldOffice()
    const { code, out, err } = await mipp(['migrate'], place.env)
    expect({ code, err }).toMatchObject({ code: 0 })
    said = out
    office = await takeUp(place)
  })
  afterAll(async () => {
    await office.stop()
    await place.remove()
  })

  test('was backed up first, into the place that is named, and has the schema of this release', async () => {
    const [backup = ''] = await readdir(join(place.dataFolder, 'backups'))
    expect(said).toContain('Mencadangkan dahulu')
    expect(said).toContain(join(place.dataFolder, 'backups', backup))
    expect(await applied(place)).toEqual(await migrationFiles(projectRoot()))
  })

  test('has nothing more to do when it is asked again, and makes no second backup', async () => {
    const { code, out } = await mipp(['migrate'], place.env)
    expect({ code, out }).toEqual({ code: 0, out: 'Skema mutakhir (peragaan). / The schema is up to date (demo).' })
    expect(await readdir(join(place.dataFolder, 'backups'))).toHaveLength(1)
  })

  test('opens every dossier to both sides, gives out the letter, and shows the password that was sealed then', async () => {
    const officer = await office.as('pelaksana')
    const applicant = await office.as('pemohon')
    for (const [id, name] of [
      [dossiers.finished, 'arsip'],
      [dossiers.returned, 'museum'],
      [dossiers.fulfilling, 'perpustakaan'],
    ] as const)
      for (const page of [await officer.get(`/dossiers/${id}`), await applicant.get(`/mine/${id}`)])
        expect([page.status, wordsOf(page.text)]).toEqual([200, expect.stringContaining(`${name}.demakkab.go.id`)])
    expect(wordsOf((await officer.get(`/dossiers/${dossiers.finished}`)).text)).toContain('Nama sudah diperiksa.')

    const [letter] = await ask<{ paper: string }>(
      place.database.ownerUrl,
      'select paper from paper where letter is not null',
    )
    const download = await applicant.get(`/mine/${dossiers.finished}/papers/${letter?.paper}`)
    expect([download.status, download.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    const [secret] = await secretsOf(office.office.store, 'demak', dossiers.finished)
    const opened = await applicant.post(`/mine/${dossiers.finished}/secrets/${secret?.secret}`, {})
    expect([opened.status, wordsOf(opened.text)]).toEqual([
      200,
      expect.stringContaining('arsip @ arsip.demakkab.go.id'),
    ])
  })

  test('has its dossiers in the lists, the registers and the search', async () => {
    const officer = await office.as('pelaksana')
    for (const [page, words] of [
      ['/work', 'MIPP/2026/0003'],
      ['/search?q=museum', 'MIPP/2026/0002'],
      ['/search?q=MIPP/2026/0001', 'arsip.demakkab.go.id'],
      ['/registers/subdomain', 'arsip.demakkab.go.id'],
    ] as const)
      expect([page, wordsOf((await officer.open(page)).text)]).toEqual([page, expect.stringContaining(words)])
    const mine = wordsOf((await (await office.as('pemohon')).get('/mine')).text)
    for (const number of ['0001', '0002', '0003']) expect(mine).toContain(`MIPP/2026/${number}`)
  })

  test('does the job that lay in the queue, and its request goes on to the end', async () => {
    await toTheEnd(office, walkOf(office, 'demak', dossiers.fulfilling))
    expect(await ask(place.database.ownerUrl, 'select from graphile_worker.jobs')).toEqual([])
    expect(await ask(place.database.ownerUrl, "select from mail where state <> 'sent'")).toEqual([])
  })

  test('goes on for the applicant to whom a request was returned', async () => {
    const walk = walkOf(office, 'demak', dossiers.returned)
    const { task, forApplicant } = await walk.task()
    expect(forApplicant).toBe(true)
    const applicant = await office.as('pemohon')
    const page = await applicant.get(`/mine/${walk.id}/correct`)
    expect([task.length, page.status, wordsOf(page.text)]).toEqual([
      36,
      200,
      expect.stringContaining('Surat belum ditandatangani.'),
    ])
  })

  test('is whole, with the daily roots of then and of now, and with one of a worker that was forgotten', async () => {
    const { tools } = office.office
    const seal = (day: string) => sealDay(tools.store, 'demak', { day, now: tools.now() })
    await seal('2026-11-25')
    await sealAsThen(place, '2026-11-26', tools.now())
    await walkOf(office, 'demak', dossiers.returned).send(post('pelaksana'), {
      type: 'comment',
      text: 'Ditanyakan lewat telepon.',
      visibleToApplicant: false,
    })
    await seal('2026-11-27')
    const { code, out } = await mipp(['events', 'verify', '--agency', 'demak'], place.env)
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('5 akar harian') })
  })

  test('can be had back from its backup, in another database', async () => {
    const there = await createEmptyDatabase()
    onTestFinished(there.drop)
    const [backup = ''] = await readdir(join(place.dataFolder, 'backups'))
    const env = { ...place.env, DATABASE_URL: there.ownerUrl, MIPP_DATA: join(place.dataFolder, 'anew') }
    const { code, out } = await mipp(['restore', join(place.dataFolder, 'backups', backup)], env)
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('utuh / whole') })
    expect(await ask(there.ownerUrl, 'select from search_entry')).toHaveLength(3)
    expect(await ask(there.ownerUrl, 'select from graphile_worker.jobs')).toHaveLength(3)
  })
})

test('what the program before still writes and reads beside this one is taken in, found and carried on', async () => {
  const place = await oldOffice()
  onTestFinished(place.remove)
  await migrate({ ownerUrl: place.database.ownerUrl, root: projectRoot() })
  const statements: Statement[] = JSON.parse(await readFile(join(LEFT, 'statements.json'), 'utf8'))
  expect(await sayAgain(place.database, statements)).toEqual([])

  const office = await takeUp(place)
  onTestFinished(office.stop)
  const officer = await office.as('pelaksana')
  expect(wordsOf((await officer.get('/work')).text)).toContain('galeri.demakkab.go.id')
  expect(wordsOf((await officer.open('/search?q=galeri')).text)).toContain('MIPP/2026/0004')
  const walk = walkOf(office, 'demak', dossiers.another)
  await walk.finish({ mode: 'system' })
  await toTheEnd(office, walk)
  expect((await mipp(['events', 'verify'], place.env)).code).toBe(0)
})

test('no backup is taken of a database that is new, that is up to date, or when the operator says so', async () => {
  const { env, dataFolder, remove } = await emptyPlace()
  onTestFinished(remove)
  expect((await mipp(['migrate', '--demo'], env)).out).not.toContain('Mencadangkan')
  expect((await mipp(['migrate'], env)).out).not.toContain('Mencadangkan')
  await expect(readdir(join(dataFolder, 'backups'))).rejects.toThrow('ENOENT')
  expect((await mipp(['migrate', '--no-backup', '--backup', dataFolder], env)).code).toBe(2)
})

test('without its backup the schema stays as it was; told to go on without one, it goes on', async () => {
  const place = await oldOffice()
  onTestFinished(place.remove)
  const before = await applied(place)
  const file = join(place.dataFolder, 'berkas')
  await writeFile(file, 'bukan folder')
  const { code, err } = await mipp(['migrate', '--backup', join(file, 'cadangan')], place.env)
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('tidak dapat ditulisi') })
  expect(await applied(place)).toEqual(before)
  const without = await mipp(['migrate', '--no-backup', '--json'], place.env)
  expect(without.code).toBe(0)
  expect(JSON.parse(without.out)).toEqual({ isDemo: true })
  expect((await applied(place)).length).toBeGreaterThan(before.length)
})
