// Durable transitions per second through `store/handle` in one process, beside pgbench making the same calls of the
// same functions on the same server and data. `--connections` are those of Node, `--only handle|commit` leaves one out.

import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type Load, moreOpen, takeAndRelease, wholeJourneys } from './support/calls.ts'
import { cpuSecondsOf, cpuSecondsOfEnded } from './support/cpu.ts'
import { median, table } from './support/figures.ts'
import { filledOffice } from './support/filled-office.ts'
import { AGENCY, type BenchOffice, mustFind, openBenchOffice } from './support/office.ts'
import { runPgbench, scriptOf, storeCalls } from './support/pgbench.ts'
import { type Measured, measuredServer } from './support/server.ts'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '1,8,16,64' },
    connections: { type: 'string', default: '10' },
    calls: { type: 'string', default: '4000' },
    only: { type: 'string', default: '' },
  },
})

/** Every count of clients divides it. */
const DOSSIERS_TOUCHED = 192
const MOST_FOR_JOURNEYS = 100_000

type Way = { title: string; names: string[]; node: (office: BenchOffice, load: Load, n: number) => Promise<unknown> }

const WAYS: Record<string, Way> = {
  handle: {
    title: 'load + decide + commit',
    names: ['load_for_command', 'commit_transition'],
    node: (office, load, n) => {
      const { order, ids } = mustFind(load.transitions[n])
      return office.handle(order, ids)
    },
  },
  commit: {
    title: 'commit of a prepared change',
    names: ['commit_transition'],
    node: (office, load, n) => {
      const { calls } = mustFind(load.transitions[n])
      return office.store.pool.query(mustFind(calls.find(({ name }) => name === 'commit_transition')))
    },
  },
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')
const hundredths = (value: number): string => value.toFixed(2)

type Sample = { perSecond: number; loadCpu: number; serverCpu: number }

const main = async () => {
  const filled = await filledOffice({ count: Number(options.count) })
  const server = await measuredServer(filled.url)
  const office = await openBenchOffice(server.url, Number(options.connections))
  const series = await server.ask('select agency, series, year, last from number_series')
  const added = await enoughOpen(server, office)
  try {
    console.log(await introduction(server))
    const rows: string[][] = []
    for (const load of await loads(server, office)) {
      await storeCalls(server, load.transitions)
      for (const [name, way] of Object.entries(WAYS).filter(([name]) => name.includes(options.only))) {
        for (const clients of options.clients.split(',').map(Number)) {
          process.stderr.write(`${load.title}, ${name}, ${clients} clients\n`)
          rows.push(await compare({ server, office, load, way }, clients))
        }
      }
      await load.reset()
    }
    console.log(table(HEAD, rows))
  } finally {
    await added.remove()
    for (const { agency, series: name, year, last } of series)
      await server.ask('update number_series set last = $4 where agency = $1 and series = $2 and year = $3', [
        agency,
        name,
        year,
        last,
      ])
    await server.ask('drop table if exists bench_call, bench_kept, bench_key')
    await office.close()
    await server.close()
    await filled.stop()
  }
}

const HEAD = [
  'what',
  'clients',
  'pgbench /s',
  'Node /s',
  'ratio',
  'lowest-highest',
  'PostgreSQL µs with pgbench',
  'with Node',
  'pgbench µs',
  'Node µs',
]

const introduction = async (server: Measured): Promise<string> => {
  const [row] = await server.ask<{ count: number }>('select count(*)::int as count from dossier')
  const [cpu] = cpus()
  return `${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} x ${cpu?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}; PostgreSQL ${server.version}, fsync and synchronous_commit on; ${whole(row?.count ?? 0)} dossiers stored; ${options.connections} connections of Node; medians of ${options.rounds} alternating rounds of ${options.calls} transitions; µs of processor for each transition\n`
}

/** Spread over the whole store, in an order that has nothing to do with their age. */
const openDossiers = async (server: Measured): Promise<string[]> => {
  const rows = await server.ask<{ dossier: string }>(
    `select dossier from task where agency = $1 and closed_at is null and kind = 'main' and not for_applicant
       and not waits_for_effect and taken_by is null group by dossier having count(*) = 1 order by md5(dossier::text) limit $2`,
    [AGENCY, DOSSIERS_TOUCHED * 10],
  )
  return rows.map(({ dossier }) => dossier)
}

const enoughOpen = async (server: Measured, office: BenchOffice) => {
  const missing = DOSSIERS_TOUCHED - (await openDossiers(server)).length
  return moreOpen({ server, office }, Math.max(0, missing))
}

const loads = async (server: Measured, office: BenchOffice): Promise<Load[]> => {
  const calls = Number(options.calls)
  const open = await openDossiers(server)
  const some = open.slice(0, Math.floor(open.length / DOSSIERS_TOUCHED) * DOSSIERS_TOUCHED)
  const passes = Math.max(1, Math.round(calls / some.length / 2))
  const short = await takeAndRelease({ server, office }, some, passes)
  // New dossiers are taken away again after each round; among very many that takes minutes, as nothing leads from a
  // dossier to its rows of agenda and registers. The program itself never takes one away.
  if (Number(options.count) > MOST_FOR_JOURNEYS) return [short]
  const journeys = Math.max(1, Math.round(calls / 14 / 64)) * 64
  return [short, await wholeJourneys({ server, office }, journeys)]
}

type Comparison = { server: Measured; office: BenchOffice; load: Load; way: Way }

const compare = async (comparison: Comparison, clients: number): Promise<string[]> => {
  const { server, load, way } = comparison
  const script = await scriptOf(server, mustFind(load.transitions[0]), way.names)
  const samples: { pgbench: Sample; node: Sample }[] = []
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const asPgbench = () => sample(comparison, () => byPgbench(comparison, script, clients))
    const asNode = () => sample(comparison, () => byNode(comparison, clients))
    // The second of a pair finds the machine as the first has left it: they take turns.
    const first = round % 2 === 0 ? await asPgbench() : await asNode()
    const second = round % 2 === 0 ? await asNode() : await asPgbench()
    samples.push(round % 2 === 0 ? { pgbench: first, node: second } : { pgbench: second, node: first })
  }
  const ratios = samples.map(({ pgbench, node }) => node.perSecond / pgbench.perSecond)
  const of = (side: 'pgbench' | 'node', what: keyof Sample) => median(samples.map((one) => one[side][what]))
  return [
    `${load.title}, ${way.title}`,
    `${clients}`,
    whole(of('pgbench', 'perSecond')),
    whole(of('node', 'perSecond')),
    hundredths(median(ratios)),
    `${hundredths(Math.min(...ratios))}-${hundredths(Math.max(...ratios))}`,
    whole(of('pgbench', 'serverCpu')),
    whole(of('node', 'serverCpu')),
    whole(of('pgbench', 'loadCpu')),
    whole(of('node', 'loadCpu')),
  ]
}

/** @returns its rate, and the processor that each side used up, in microseconds a transition */
const sample = async ({ server, load }: Comparison, run: () => Promise<number>): Promise<Sample> => {
  await load.reset()
  await server.ask('checkpoint').catch(() => undefined)
  const used = async () => ({ load: cpuSecondsOf('self') + cpuSecondsOfEnded(), server: await server.cpuSeconds() })
  const before = await used()
  const perSecond = await run()
  const after = await used()
  const count = load.transitions.length
  await mustBeDone(server, load)
  return {
    perSecond,
    loadCpu: ((after.load - before.load) * 1e6) / count,
    serverCpu: ((after.server - before.server) * 1e6) / count,
  }
}

/** A conflict would be quick, and no transition. */
const mustBeDone = async (server: Measured, load: Load): Promise<void> => {
  const keys = load.transitions.map(({ order }) => order.key)
  const [row] = await server.ask<{ count: number }>(
    'select count(*)::int as count from command_key where agency = $1 and key = any($2)',
    [AGENCY, keys],
  )
  if (row?.count !== keys.length) throw new Error(`Only ${row?.count} of ${keys.length} transitions were committed`)
}

const byPgbench = ({ server, load }: Comparison, script: string, clients: number): Promise<number> =>
  runPgbench(server, script, { clients, transitions: load.transitions.length })

const byNode = async ({ office, load, way }: Comparison, clients: number): Promise<number> => {
  const begun = performance.now()
  const client = async (first: number) => {
    for (let n = first; n < load.transitions.length; n += clients) await way.node(office, load, n)
  }
  await Promise.all(Array.from({ length: clients }, (_, first) => client(first)))
  return (load.transitions.length * 1000) / (performance.now() - begun)
}

await main()
