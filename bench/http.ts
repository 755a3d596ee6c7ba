// Durable transitions per second through the machine interface: a token, connections that stay open, tasks taken and
// released; with few and with very many dossiers stored, in turns within one run.
import { randomBytes, randomUUID } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { tokenText } from '../src/core/person/access-token.ts'
import { createToken } from '../src/store/access-tokens.ts'
import { keepOpenDossiers, moreOpen } from './support/calls.ts'
import { cpuSecondsOf } from './support/cpu.ts'
import { median, table } from './support/figures.ts'
import { filledOffice } from './support/filled-office.ts'
import { openLine } from './support/keep-alive.ts'
import { AGENCY, type BenchOffice, mustFind, openBenchOffice } from './support/office.ts'
import { startProgram } from './support/running-server.ts'
import { measuredServer } from './support/server.ts'

const { values: options } = parseArgs({
  options: {
    counts: { type: 'string', default: '1000,1000000' },
    clients: { type: 'string', default: '1,8,64' },
    rounds: { type: 'string', default: '5' },
    /** Dossiers, each taken and released once in a round; every count of clients divides it. */
    dossiers: { type: 'string', default: '1024' },
  },
})

type Place = Awaited<ReturnType<typeof openPlace>>
type Task = { dossier: string; task: string; token: string }

const openPlace = async (count: number) => {
  const filled = await filledOffice({ count })
  const database = await measuredServer(filled.url)
  const office = await openBenchOffice(filled.url, 8)
  const series = await database.ask('select agency, series, year, last from number_series')
  await forgetTokens(database.ask)
  const tokens = await tokensByPost(office)
  const wanted = Number(options.dossiers)
  const missing = wanted - (await openTasks(database.ask, tokens, wanted)).length
  const added = await moreOpen({ server: database, office }, Math.max(0, missing))
  const tasks = await openTasks(database.ask, tokens, wanted)
  const server = await startProgram(filled, { unheard: true, env: { MIPP_API_PER_MINUTE: '10000000' } })
  const reset = await keepOpenDossiers(
    database,
    tasks.map(({ dossier }) => dossier),
  )
  const close = async () => {
    await server.stop()
    await reset()
    await added.remove()
    for (const { agency, series: name, year, last } of series)
      await database.ask('update number_series set last = $4 where agency = $1 and series = $2 and year = $3', [
        agency,
        name,
        year,
        last,
      ])
    await database.ask('drop table if exists bench_kept, bench_key')
    await forgetTokens(database.ask)
    await office.close()
    await database.close()
    await filled.stop()
  }
  return { count, database, server, tasks, reset, close }
}

/** One token for everybody of the demo who holds a post. */
const tokensByPost = async ({ store }: BenchOffice): Promise<Map<string, string>> => {
  const holders = await store.inAgency(AGENCY, (db) =>
    db
      .selectFrom('mandate')
      .select(['post', 'person'])
      .where('agency', '=', AGENCY)
      .where('to_on', 'is', null)
      .execute(),
  )
  const tokens = new Map<string, string>()
  const [now, expiresAt] = [new Date(), new Date(Date.now() + 86_400_000)].map((at) => at.toISOString())
  for (const { post, person } of holders) {
    const text = tokenText(randomBytes(32).toString('base64url'))
    const made = { token: randomUUID(), text, person, name: 'bench', scopes: ['work'] as const, mail: randomUUID() }
    const letter = () => ({ subject: 'bench', body: 'bench' })
    await createToken(store, AGENCY, { ...made, now: now ?? '', expiresAt: expiresAt ?? '', letter })
    tokens.set(post, text)
  }
  return tokens
}

/** Nobody may have very many. */
const forgetTokens = async (ask: Ask): Promise<void> => {
  await ask(
    `delete from mail using access_token a where mail.agency = a.agency and mail.once = 'token:' || a.token and a.name = 'bench'`,
  )
  await ask(`delete from access_token where name = 'bench'`)
}

type Ask = Awaited<ReturnType<typeof measuredServer>>['ask']

const openTasks = async (ask: Ask, tokens: Map<string, string>, most: number): Promise<Task[]> => {
  const rows = await ask<{ dossier: string; task: string; post: string }>(
    `select distinct on (md5(dossier::text)) dossier, task, posts[1] as post from task
       where agency = $1 and closed_at is null and kind = 'main' and not for_applicant and not waits_for_effect
         and taken_by is null and posts[1] = any($2) order by md5(dossier::text) limit $3`,
    [AGENCY, [...tokens.keys()], most],
  )
  return rows.map(({ dossier, task, post }) => ({ dossier, task, token: mustFind(tokens.get(post)) }))
}

type Sample = { perSecond: number; serverCpu: number; databaseCpu: number; loadCpu: number; p50: number; p99: number }

const sample = async ({ database, server, tasks, reset }: Place, clients: number): Promise<Sample> => {
  await reset()
  const used = async () => ({
    server: cpuSecondsOf(server.pid),
    database: await database.cpuSeconds(),
    load: cpuSecondsOf('self'),
  })
  const before = await used()
  const begun = performance.now()
  const times = (
    await Promise.all(Array.from({ length: clients }, (_, first) => client(server.port, tasks, { first, clients })))
  ).flat()
  const seconds = (performance.now() - begun) / 1000
  const after = await used()
  const each = (what: 'server' | 'database' | 'load') => ((after[what] - before[what]) * 1e6) / times.length
  const sorted = times.toSorted((a, b) => a - b)
  return {
    perSecond: times.length / seconds,
    serverCpu: each('server'),
    databaseCpu: each('database'),
    loadCpu: each('load'),
    p50: median(sorted),
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  }
}

/** @returns milliseconds of every answer */
const client = async (
  port: number,
  tasks: readonly Task[],
  { first, clients }: { first: number; clients: number },
): Promise<number[]> => {
  const line = await openLine(port)
  const times: number[] = []
  for (const act of ['take', 'release']) {
    for (let at = first; at < tasks.length; at += clients) {
      const { dossier, task, token } = mustFind(tasks[at])
      const begun = performance.now()
      const { status } = await line.ask({
        method: 'POST',
        path: `/api/v1/dossiers/${dossier}/tasks/${task}/${act}`,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
      })
      times.push(performance.now() - begun)
      if (status !== 200) throw new Error(`${act} was answered with ${status}`)
    }
  }
  line.close()
  return times
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')

const main = async (): Promise<void> => {
  const places: Place[] = []
  try {
    for (const count of options.counts.split(',').map(Number)) places.push(await openPlace(count))
    const rows: string[][] = []
    for (const clients of options.clients.split(',').map(Number)) {
      const samples: Sample[][] = places.map(() => [])
      for (let round = -1; round < Number(options.rounds); round += 1) {
        // Each goes first as often as the others; round -1 warms up.
        for (const at of places.keys()) {
          const turn = (at + round + places.length) % places.length
          const taken = await sample(mustFind(places[turn]), clients)
          if (round >= 0) samples[turn]?.push(taken)
        }
      }
      rows.push(...places.map(({ count }, at) => rowOf(clients, count, mustFind(samples[at]), mustFind(samples[0]))))
    }
    console.log(
      `${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} x ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}; medians of ${options.rounds} rounds of ${whole(2 * Number(options.dossiers))} requests; µs of processor for each request\n`,
    )
    console.log(table(HEAD, rows))
  } finally {
    for (const place of places) await place.close()
  }
}

const HEAD = [
  'stored',
  'clients',
  'requests /s',
  'of the first',
  'ms median',
  'ms p99',
  'server µs',
  'PostgreSQL µs',
  'load µs',
]

const rowOf = (clients: number, count: number, samples: Sample[], first: Sample[]): string[] => {
  const of = (what: keyof Sample) => median(samples.map((one) => one[what]))
  const ratio = median(samples.map(({ perSecond }, at) => perSecond / mustFind(first[at]).perSecond))
  return [
    whole(count),
    `${clients}`,
    whole(of('perSecond')),
    ratio.toFixed(2),
    of('p50').toFixed(1),
    of('p99').toFixed(1),
    whole(of('serverCpu')),
    whole(of('databaseCpu')),
    whole(of('loadCpu')),
  ]
}

await main()
