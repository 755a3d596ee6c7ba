// A backup beside a running office, restored elsewhere: dossiers, files and queued work go on as if nothing had been.
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { keepSeal } from '../src/adapters/signing/key-folder.ts'
import { makeKeyFile } from '../src/adapters/signing/make-key-file.ts'
import { startEmbeddedPostgres } from '../src/main/embedded-postgres.ts'
import { projectRoot } from '../src/main/root.ts'
import { sealDay } from '../src/store/daily-roots.ts'
import { ensureInstallation } from '../src/store/installation.ts'
import { migrate } from '../src/store/migrate.ts'
import { mipp } from './support/command-line.ts'
import { createEmptyDatabase } from './support/database.ts'
import { installedPostgres } from './support/installed-postgres.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { post, sideTasks, subdomainForm, submitted, toTechnician, type Walk, walkOf } from './support/walk.ts'

let office: TestOffice
/** Its request is being made by a job that is queued and that nobody takes. */
let walk: Walk
let places: string
const SEAL_PASSPHRASE = 'sandi segel kantor'

beforeAll(async () => {
  places = await mkdtemp(join(tmpdir(), 'mipp-backup-'))
  office = await startOffice({ works: false })
  walk = await submitted(office, subdomainForm('arsip'))
  await toTechnician(walk)
  await walk.finish({ mode: 'system' })
  const years = { from: '2020-01-01T00:00:00.000Z', to: '2049-12-31T00:00:00.000Z' }
  const seal = await makeKeyFile({ name: 'Dinas Uji', ...years, isDemo: false, passphrase: SEAL_PASSPHRASE })
  await keepSeal({ folder: join(office.dataFolder, 'seals'), agency: 'demak' }, seal, SEAL_PASSPHRASE)
  const now = office.office.tools.now()
  await sealDay(office.office.tools.store, 'demak', { day: now.slice(0, 10), now })
})
afterAll(async () => {
  await office.stop()
  await rm(places, { recursive: true })
})

const envOf = ({ ownerUrl, dataFolder }: Pick<TestOffice, 'ownerUrl' | 'dataFolder'>) => ({
  DATABASE_URL: ownerUrl,
  MIPP_DATA: dataFolder,
})

/** @returns the folder that was made */
const backUp = async (env: Record<string, string> = envOf(office)): Promise<string> => {
  const into = await mkdtemp(join(places, 'to-'))
  const { code, out, err } = await mipp(['backup', '--to', into, '--json'], env)
  expect({ code, err }).toMatchObject({ code: 0 })
  return JSON.parse(out).folder
}

/** An empty database, and a data folder that is not there yet. */
const elsewhere = async () => {
  const { ownerUrl, drop } = await createEmptyDatabase()
  onTestFinished(drop)
  return { ownerUrl, dataFolder: join(await mkdtemp(join(places, 'data-')), 'data') }
}

const ask = async <T extends object>(url: string, statement: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query<T>(statement)
    .then((result) => result.rows)
    .finally(() => client.end())
}

/** Everything that a database holds, as hashes that can be compared. */
const contents = async (url: string): Promise<Record<string, string>> => {
  const tables = await ask<{ name: string }>(
    url,
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migration', 'session')`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await ask<{ all: string }>(
      url,
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as all from ${name} t`,
    )
    found[name] = row?.all ?? ''
  }
  return found
}

const queued = (url: string) =>
  ask(
    url,
    `select t.identifier, j.payload, j.key, j.attempts, j.locked_by from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  )

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8)

describe('a backup of a running office', () => {
  test('restored elsewhere holds every row, file and queued job; the request goes on there to its end', async () => {
    const before = await contents(office.ownerUrl)
    const jobs = await queued(office.ownerUrl)
    expect(jobs.map((job) => job)).toContainEqual(expect.objectContaining({ identifier: 'fulfil' }))
    const session = await office.as('pelaksana')
    const folder = await backUp()
    const there = await elsewhere()
    const { code, out, err } = await mipp(['restore', folder], envOf(there))
    expect(code).toBe(0)
    expect(err).toContain('mipp seal import --agency demak')
    expect(out).toContain('utuh / whole')
    expect(out).toContain('perlu masuk lagi')
    expect(await contents(there.ownerUrl)).toEqual(before)
    expect(await queued(there.ownerUrl)).toEqual(jobs)
    expect(await ask(there.ownerUrl, 'select from session where ended_at is null')).toEqual([])
    expect((await session.get('/work')).status).toBe(200)
    expect(await readFile(join(there.dataFolder, 'secret-key'), 'utf8')).toBe(
      await readFile(join(office.dataFolder, 'secret-key'), 'utf8'),
    )

    const second = await startOffice({ on: there })
    onTestFinished(second.stop)
    const restored = walkOf(second, 'demak', walk.id)
    const [letter] = (await restored.see()).papers
    const page = await (await second.as('pelaksana')).get(`/dossiers/${walk.id}/papers/${letter?.id}`)
    expect(Buffer.from((await second.office.tools.files.read(letter?.sha256 ?? '')) ?? []).toString('latin1')).toMatch(
      /^%PDF-/,
    )
    expect(page.status).toBe(200)
    await second.jobsDone()
    expect((await restored.see()).tasks.find(({ step }) => step === 'buat')?.outcome).toBe('finished')
    await restored.finish({ phase: 'ask-initials', draft: 'Mohon segera dipakai.' })
    const [initial] = await sideTasks(restored)
    await restored.send(post('kabid-aptika'), {
      type: 'finish-step',
      task: initial?.task ?? '',
      answer: { verdict: 'initialed' },
    })
    await restored.finish({ phase: 'send', draft: 'Mohon segera dipakai.' })
    await second.jobsDone()
    await restored.finish({})
    await second.jobsDone()
    expect((await restored.see()).status).toBe('finished')
    expect((await mipp(['events', 'verify'], envOf(there))).code).toBe(0)
    // New work does not meet old numbers: the sequences came along.
    await submitted(second, subdomainForm('baru'))
    expect((await restored.see()).status).toBe('finished')
  })

  test('made while requests are coming in is whole at one moment: every paper has its file, every number its request', async () => {
    let isOver = false
    const load = (async () => {
      for (let at = 0; !isOver; at += 1) await submitted(office, subdomainForm(`ramai-${at}`))
    })()
    const folders = [await backUp(), await backUp()]
    isOver = true
    await load
    for (const folder of folders) {
      const there = await elsewhere()
      expect((await mipp(['restore', folder], envOf(there))).code).toBe(0)
      const papers = await ask<{ sha256: string }>(there.ownerUrl, 'select sha256 from paper')
      for (const { sha256 } of papers)
        await expect(
          stat(join(there.dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)),
        ).resolves.toBeTruthy()
      const [row] = await ask<{ last: number; dossiers: number }>(
        there.ownerUrl,
        `select (select max(last) from number_series where agency = 'demak' and series = 'dossier')::int as last, (select count(*) from dossier)::int as dossiers`,
      )
      expect(row?.last).toBe(row?.dossiers)
    }
  })

  test("a job that a worker holds is nobody's in the copy, an upload on its way begins anew, and the seal seals", async () => {
    const key = { MIPP_SECRET_KEY: 'a'.repeat(64) }
    await ask(
      office.ownerUrl,
      `insert into upload_arriving (agency, upload, person, name, bytes, begun_at, touched_at)
       select agency, gen_random_uuid(), person, 'setengah.pdf', 9, now(), now() from person limit 1`,
    )
    await ask(office.ownerUrl, `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'orang'`)
    const folder = await backUp({ ...envOf(office), ...key })
    await ask(office.ownerUrl, 'update graphile_worker._private_jobs set locked_at = null, locked_by = null')
    await ask(office.ownerUrl, 'delete from upload_arriving')
    const there = await elsewhere()
    const { code, err } = await mipp(['restore', folder], { ...envOf(there), ...key })
    expect({ code, tellsOfSeal: err.includes('seal import') }).toEqual({ code: 0, tellsOfSeal: false })
    expect(await queued(there.ownerUrl)).toEqual(await queued(office.ownerUrl))
    expect(await ask(there.ownerUrl, 'select from upload_arriving')).toEqual([])
    const seal = await mipp(['seal', 'show', '--agency', 'demak'], { ...envOf(there), ...key })
    expect(seal).toMatchObject({ code: 0, out: expect.stringContaining('Dinas Uji') })
    for (const name of await readdir(join(there.dataFolder, 'seals')))
      expect(await modeOf(join(there.dataFolder, 'seals', name))).toBe('600')
    const closed = await readFile(join(folder, 'seals/demak.sealed'))
    expect(closed.includes(SEAL_PASSPHRASE)).toBe(false)
  })

  test('is open to its owner alone, and says loudly that it holds the key', async () => {
    const into = await mkdtemp(join(places, 'to-'))
    const { out } = await mipp(['backup', '--to', into], envOf(office))
    expect(out).toContain('PERHATIAN: cadangan ini memuat data pribadi dan kunci instalasi')
    const [name = ''] = await readdir(into)
    for (const path of await readdir(join(into, name), { recursive: true, withFileTypes: true }))
      expect(await modeOf(join(path.parentPath, path.name))).toBe(path.isDirectory() ? '700' : '600')
    const given = await mipp(['backup', '--to', into], { ...envOf(office), MIPP_SECRET_KEY: 'a'.repeat(64) })
    expect(given.out).toContain('MIPP_SECRET_KEY) tidak ada di dalamnya')
  })

  test('tells of papers whose file is gone from the store, and of files whose bytes have changed', async () => {
    const dataFolder = await mkdtemp(join(places, 'damaged-'))
    await cp(join(office.dataFolder, 'files'), join(dataFolder, 'files'), { recursive: true })
    const [paper] = (await walk.see()).papers
    const file = join(dataFolder, 'files', ...placeOf(paper?.sha256 ?? ''))
    await writeFile(file, 'rusak')
    const env = { DATABASE_URL: office.ownerUrl, MIPP_DATA: dataFolder }
    const first = await mipp(['backup'], env)
    expect(first.out).toContain('belum mempunyai kunci')
    expect(first.out).toContain(`Berkas ${paper?.sha256} di penyimpanan sudah rusak`)
    await rm(file)
    const { out } = await mipp(['backup', '--to', join(dataFolder, 'lain')], env)
    expect(out).toContain('1 surat di pangkalan data tidak mempunyai berkas')
  })
})

const placeOf = (sha256: string): string[] => [sha256.slice(0, 2), sha256.slice(2, 4), sha256]

describe('a restore', () => {
  test('writes over nothing', async () => {
    const folder = await backUp()
    const { code, err } = await mipp(['restore', folder], envOf(office))
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('tidak kosong') })
    const there = await elsewhere()
    await mkdir(there.dataFolder, { recursive: true })
    await writeFile(join(there.dataFolder, 'secret-key'), 'b'.repeat(64))
    expect((await mipp(['restore', folder], envOf(there))).err).toContain('bukan kunci cadangan ini')
  })

  test.each<[string, (folder: string) => Promise<unknown>, string]>([
    ['was interrupted', (folder) => rm(join(folder, 'manifest.json')), 'bukan cadangan yang utuh'],
    ['lacks a table', (folder) => rm(join(folder, 'tables/public.event.copy.gz')), 'public.event.copy.gz'],
    [
      'had a table changed',
      async (folder) => {
        const path = join(folder, 'tables/public.event.copy.gz')
        const bytes = await readFile(path)
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
        await writeFile(path, bytes)
      },
      'public.event.copy.gz',
    ],
    [
      'is of a newer MIPP',
      async (folder) => {
        const path = join(folder, 'manifest.json')
        await writeFile(path, (await readFile(path, 'utf8')).replaceAll('0004-roles.sql', '9999-future.sql'))
      },
      '9999-future.sql',
    ],
  ])('of a backup that %s is refused before anything is touched', async (_, harm, says) => {
    const folder = await backUp()
    await harm(folder)
    const there = await elsewhere()
    const { code, err } = await mipp(['restore', folder], envOf(there))
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(says) })
    expect(await ask(there.ownerUrl, `select from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([])
  })

  test('that did not end leaves a database on which MIPP does not start', async () => {
    const folder = await backUp()
    const [paper] = (await walk.see()).papers
    await writeFile(join(folder, 'files', ...placeOf(paper?.sha256 ?? '')), 'rusak')
    const there = await elsewhere()
    const broken = await mipp(['restore', folder], envOf(there))
    expect({ code: broken.code, err: broken.err }).toEqual({
      code: 1,
      err: expect.stringContaining('Cadangan ini rusak'),
    })
    for (const words of [['migrate'], ['serve'], ['work']])
      expect(await mipp(words, { ...envOf(there), MIPP_PORT: '38471' })).toMatchObject({
        code: 1,
        err: expect.stringContaining('dimulai dan tidak selesai'),
      })
    expect((await mipp(['restore', folder], envOf(there))).err).toContain('tidak kosong')
  })
})

describe('the built-in database', () => {
  test('is backed up while MIPP runs on it, and restored into a new folder', async () => {
    const dataFolder = await mkdtemp(join(places, 'embedded-'))
    // An older server when one is installed: a backup moves to a newer one.
    const binaries = installedPostgres('15')
    const folder = join(dataFolder, 'postgres')
    const running = await startEmbeddedPostgres({ folder, unsafe: true, ...(binaries && { binaries }) })
    const backup = await (async () => {
      try {
        await migrate({ ownerUrl: running.url, root: projectRoot() })
        await ensureInstallation(running.url, { isDemo: true })
        const first = await startOffice({ on: { ownerUrl: running.url, dataFolder }, works: false })
        await submitted(first, subdomainForm('bawaan'))
        await first.stop()
        return await backUp({ MIPP_DATA: dataFolder })
      } finally {
        await running.stop()
      }
    })()
    const into = join(places, 'embedded-anew')
    const { code, out } = await mipp(['restore', backup, '--into', into], {})
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('1 berkas / dossiers') })
    const anew = await startEmbeddedPostgres({ folder: join(into, 'postgres'), unsafe: true })
    onTestFinished(anew.stop)
    expect(await ask(anew.url, 'select subject from dossier')).toHaveLength(1)
    expect((await mipp(['events', 'verify'], { MIPP_DATA: into })).code).toBe(0)
  })
})

describe('a backup on a full disk', () => {
  test('says so plainly and leaves nothing that looks like a backup', async () => {
    const into = await mkdtemp(join(places, 'full-'))
    const node = [process.execPath, join(projectRoot(), 'src/main/cli.ts'), 'backup', '--to', into]
    const script = `mount -t tmpfs -o size=24k tmpfs "$0" && { "$@"; code=$?; echo "left: $(ls -A "$0")"; exit $code; }`
    const child = spawn('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script, into, ...node], {
      env: { ...process.env, ...envOf(office) },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece))
    const code = await new Promise((done) => child.once('close', done))
    expect(said).toContain(`Cakram tujuan ${into} penuh`)
    expect(said).toMatch(/left: *$/m)
    expect(code).toBe(1)
  })
})
