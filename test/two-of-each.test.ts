// Several processes on one database and one folder of papers: news cross over, nothing is done twice, a dead one is replaced.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { MailMessage } from '../src/adapters/mail/port.ts'
import { createLog } from '../src/main/log.ts'
import { projectRoot } from '../src/main/root.ts'
import { startWork } from '../src/main/work.ts'
import { outbox } from '../src/store/outbox.ts'
import { applyFor } from './support/apply.ts'
import { listen } from './support/listen.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { startTcp } from './support/servers/weather.ts'
import { subdomainForm, submitted, toTechnician, walkOf } from './support/walk.ts'

let one: TestOffice
let other: TestOffice

beforeAll(async () => {
  one = await startOffice({ works: false })
  other = await startOffice({ on: { ownerUrl: one.ownerUrl, dataFolder: one.dataFolder }, works: false })
})
afterAll(async () => {
  await other.stop()
  await one.stop()
})

const asOwner = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: one.ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((result) => result.rows)
    .finally(() => client.end())
}

test('what one server takes in is news on the other, and its papers can be opened there', async () => {
  const news = listen(await other.as('pelaksana'))
  await news.heard('ready')
  const { id } = await applyFor(one, await one.as('pemohon'), 'seberang')
  await news.heard('event: tasks')
  news.stop()
  const paper = (await walkOf(other, 'demak', id).see()).papers[0]
  const pemohon = await other.as('pemohon')
  expect((await pemohon.get(`/mine/${id}/papers/${paper?.id}`)).status).toBe(200)
})

test('a worker that is killed in the middle of a mail is replaced, and the mail leaves once', async () => {
  let isAt = (): void => undefined
  const taken = new Promise<void>((resolve) => {
    isAt = resolve
  })
  const silent = await startTcp(() => isAt())
  const worker = startWorker(`smtp://127.0.0.1:${silent.port}`)
  await worker.isWorking
  const walk = await submitted(one, subdomainForm('terbunuh'))
  await taken
  worker.child.kill('SIGKILL')
  await worker.ended
  const locked = await asOwner('select from graphile_worker._private_jobs where locked_by is not null')
  expect(locked.length).toBeGreaterThan(0)
  const sent: MailMessage[] = []
  const mail = {
    name: 'book',
    isStandIn: true,
    send: async (message: MailMessage) => {
      sent.push(message)
      return { ok: true as const, value: { acceptedBy: 'book', reply: '250' } }
    },
  }
  const tools = { ...other.office.tools, mail }
  const working = await startWork(one.ownerUrl, tools, createLog('silent'), { lookEveryMs: 100 })
  await one.jobsDone()
  await working.stop()
  await silent.stop()
  const { number } = await walk.see()
  expect(sent.filter((message) => message.subject.includes(number))).toHaveLength(1)
  const book = await outbox(one.office.store, 'demak', 50)
  expect(book.filter((one) => one.subject.includes(number)).map((one) => one.state)).toEqual(['sent'])
})

test('two workers at once do every task once', async () => {
  const log = createLog('silent')
  // There is one name server outside, whoever asks it.
  const { dns, hosting, probe } = one.office.tools
  const hands = [one, other].map(({ office }) => ({ ...office.tools, dns, hosting, probe }))
  const workers = await Promise.all(hands.map((tools) => startWork(one.ownerUrl, tools, log)))
  const walks = await Promise.all(
    Array.from({ length: 8 }, async (_, at) => {
      const office = at % 2 === 0 ? one : other
      const server = { tujuan: 'alamat-ip', 'alamat-ip': `192.0.2.${100 + at}` }
      const walk = await submitted(office, subdomainForm(`serentak${at}`, server))
      await toTechnician(walk)
      await walk.finish({ mode: 'system' })
      return walk
    }),
  )
  await one.jobsDone()
  for (const worker of workers) await worker.stop()
  for (const walk of walks) {
    const events = await asOwner<{ type: string }>('select type from event where dossier = $1', [walk.id])
    expect(events.filter(({ type }) => type === 'proof-recorded')).toHaveLength(1)
    expect((await walk.task()).step).toBe('surat-akun')
    const { number } = await walk.see()
    const book = await outbox(one.office.store, 'demak', 200)
    const subjects = book.map((mail) => mail.subject).filter((subject) => subject.includes(number))
    expect(new Set(subjects).size).toBe(subjects.length)
  }
})

/** The program in a process of its own, without its starter: killing that one would stop it in good order. */
function startWorker(smtp: string) {
  const env = {
    ...process.env,
    DATABASE_URL: one.ownerUrl,
    MIPP_DATA: one.dataFolder,
    MIPP_SMTP_URL: smtp,
    MIPP_MAIL_FROM: 'MIPP <mipp@demak.example>',
  }
  const program = join(projectRoot(), 'scripts/program.mjs')
  const child: ChildProcess = spawn(process.execPath, [program, 'work'], { env, cwd: projectRoot() })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const isWorking = new Promise<void>((resolve, reject) => {
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += chunk
        if (said.includes('Pekerja MIPP berjalan')) resolve()
      })
    void ended.then(() => reject(new Error(`the worker ended and said:\n${said}`)))
  })
  return { child, isWorking, ended }
}
