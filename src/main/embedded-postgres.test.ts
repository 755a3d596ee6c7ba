import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { projectRoot } from './root.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-postgres-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('the built-in database', () => {
  test('keeps its data from one start to the next', async () => {
    const first = await startEmbeddedPostgres({ folder })
    await ask(first.url, 'create table note as select 7 as seven')
    await first.stop()
    const second = await startEmbeddedPostgres({ folder })
    expect(await ask(second.url, 'select seven from note')).toEqual([{ seven: 7 }])
    await second.stop()
  })

  test('gives an owner who is no superuser, in UTF-8 and UTC', async () => {
    const postgres = await startEmbeddedPostgres({ folder, unsafe: true })
    const rows = await ask(
      postgres.url,
      "select usesuper, current_setting('server_encoding') encoding, current_setting('timezone') zone from pg_user where usename = current_user",
    )
    await postgres.stop()
    expect(rows).toEqual([{ usesuper: false, encoding: 'UTF8', zone: 'UTC' }])
  })

  test('keeps its passwords from other users of the machine and asks for them', async () => {
    const postgres = await startEmbeddedPostgres({ folder, unsafe: true })
    const wrong = new URL(postgres.url)
    wrong.password = 'guessed'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
    for (const file of ['secrets.json', 'running-url']) {
      expect((await stat(join(folder, file))).mode & 0o077).toBe(0)
    }
    await postgres.stop()
  })

  test('is refused in plain words while another MIPP runs on the folder, and can be joined by short commands', async () => {
    const running = await startEmbeddedPostgres({ folder, unsafe: true })
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(`Another MIPP is running on the data in ${folder}`)
    expect(await findRunningPostgres(folder)).toBe(running.url)
    await running.stop()
    expect(await findRunningPostgres(folder)).toBeUndefined()
  })

  test('starts again with what was committed after MIPP was killed, and the old server goes', async () => {
    const { child, url } = await startInChild(folder)
    await ask(url, 'create table kept as select 1 as one')
    const serverPid = Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
    const isDead = once(child, 'exit')
    child.kill('SIGKILL')
    await isDead
    const again = await startEmbeddedPostgres({ folder })
    expect(() => process.kill(serverPid, 0)).toThrow('ESRCH')
    expect(await ask(again.url, 'select one from kept')).toEqual([{ one: 1 }])
    await again.stop()
  })

  test('stops in the end even when one of its processes has just been killed and all is being mended', async () => {
    const postgres = await startEmbeddedPostgres({ folder, patienceSeconds: 1 })
    await ask(postgres.url, 'create table kept as select 1 as one')
    await killOwnConnection(postgres.url)
    await postgres.stop()
    const again = await startEmbeddedPostgres({ folder })
    expect(await ask(again.url, 'select one from kept')).toEqual([{ one: 1 }])
    await again.stop()
  })

  test('starts although an earlier server is left that hears no polite request to stop', async () => {
    const first = await startEmbeddedPostgres({ folder, unsafe: true })
    await first.stop()
    const deaf = spawn(process.execPath, ['-e', DEAF, join(folder, 'cluster')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(deaf.stdout, 'data')
    await writeFile(join(folder, 'cluster', 'postmaster.pid'), `${deaf.pid}\n`)
    const second = await startEmbeddedPostgres({ folder, unsafe: true, patienceSeconds: 1 })
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
  })

  test('starts although the number of the dead server now belongs to another program', async () => {
    const first = await startEmbeddedPostgres({ folder, unsafe: true })
    const note = await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')
    await first.stop()
    await writeFile(join(folder, 'cluster', 'postmaster.pid'), note.replace(/^\d+/, String(process.pid)))
    const second = await startEmbeddedPostgres({ folder, unsafe: true })
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
  })

  test('says so when the data come from another major version', async () => {
    const first = await startEmbeddedPostgres({ folder, unsafe: true })
    await first.stop()
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '13\n')
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow('were made by PostgreSQL 13')
  })
})

test.runIf(process.getuid?.() === 0)('as root without user namespaces the server runs as nobody', async () => {
  // A folder of programs in which `unshare` always fails stands in for a container that forbids namespaces.
  const programs = await mkdtemp(join(tmpdir(), 'mipp-programs-'))
  await symlink('/bin/false', join(programs, 'unshare'))
  const path = process.env.PATH
  process.env.PATH = `${programs}:${path}`
  try {
    const first = await startEmbeddedPostgres({ folder, unsafe: true })
    expect((await stat(join(folder, 'cluster'))).uid).toBe(65534)
    await first.stop()
    process.env.PATH = path
    const second = await startEmbeddedPostgres({ folder, unsafe: true })
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
  } finally {
    process.env.PATH = path
    await rm(programs, { recursive: true })
  }
})

/** Takes the first signal for no reason to go, as PostgreSQL does when it is asked while it mends itself. */
const DEAF = `process.on('SIGINT', () => {}); setInterval(() => {}, 1000); console.log('here')`

/** @returns when PostgreSQL has noticed and is mending itself */
async function killOwnConnection(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
  while (!(await readFile(join(folder, 'postgres.log'), 'utf8')).includes('database system was interrupted'))
    await new Promise((done) => setTimeout(done, 5))
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

function startInChild(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(projectRoot(), 'src/main/embedded-postgres.ts'))}
    const { url } = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} })
    console.log(url)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the child has ended too early')))
    child.stdout.once('data', (url) => resolve({ child, url: String(url).trim() }))
  })
}
