// Letters that are given their numbers at the same moment: how fast one signer is, and how fast sixty-four who all want
// the next number of one series; and whether the book has a gap or a double afterwards.
import { randomUUID } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { openMainTasks } from '../src/core/dossier/dossier.ts'
import { readDossier } from '../src/store/dossiers.ts'
import type { Order } from '../src/store/handle.ts'
import { median, table } from './support/figures.ts'
import { filledOffice } from './support/filled-office.ts'
import { byPost, type Said, STAGES, submit } from './support/journey.ts'
import { AGENCY, type BenchOffice, mustFind, openBenchOffice } from './support/office.ts'
import { type Measured, measuredServer } from './support/server.ts'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    writers: { type: 'string', default: '1,8,64' },
    letters: { type: 'string', default: '640' },
    connections: { type: 'string', default: '64' },
  },
})

const IDS_EACH = 24
const PREPARING = 8

const main = async (): Promise<void> => {
  const filled = await filledOffice({ count: Number(options.count) })
  const server = await measuredServer(filled.url)
  const office = await openBenchOffice(server.url, Number(options.connections))
  try {
    const [cpu] = cpus()
    console.log(
      `${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} x ${cpu?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}; PostgreSQL ${server.version}, fsync and synchronous_commit on; ${options.connections} connections, medians of ${options.rounds} rounds of ${options.letters} letters\n`,
    )
    const writers = options.writers.split(',').map(Number)
    const rates = new Map<number, number[]>(writers.map((count) => [count, []]))
    for (let round = 0; round < Number(options.rounds); round += 1)
      for (const count of writers) rates.get(count)?.push(await measured(office, count))
    const one = median(rates.get(mustFind(writers[0])) ?? [])
    console.log(
      table(
        ['writers', 'numbers /s', 'ratio'],
        [...rates].map(([count, found]) => [
          `${count}`,
          `${Math.round(median(found))}`,
          (median(found) / one).toFixed(2),
        ]),
      ),
    )
    console.log(await wholeBook(server))
  } finally {
    await office.close()
    await server.close()
    await filled.stop()
  }
}

/** @returns letters numbered a second */
const measured = async (office: BenchOffice, writers: number): Promise<number> => {
  const orders = await letters(office, Number(options.letters))
  const begun = performance.now()
  await shared(writers, orders.length, async (at) => {
    const { order, ids } = mustFind(orders[at])
    await office.handle(order, ids)
  })
  return (orders.length * 1000) / (performance.now() - begun)
}

type Waiting = { order: Order; ids: string[] }

/** Requests that lie before the head of division; refused, each takes the next number for its letter. */
const letters = async (office: BenchOffice, count: number): Promise<Waiting[]> => {
  const waiting: Waiting[] = []
  await shared(PREPARING, count, async (at) => {
    const dossier = randomUUID()
    const give = (said: Said) => office.handle({ agency: AGENCY, dossier, key: randomUUID(), ...said }, newIds())
    await give(submit())
    for (const stage of STAGES.slice(0, 3)) await give(stage(await read(office, dossier)))
    const task = mustFind(openMainTasks(await read(office, dossier))[0])
    const command = { type: 'reject', task: task.task, reason: 'Persyaratan tidak dapat dipenuhi' } as const
    const by = byPost(mustFind(task.posts[0]))
    waiting[at] = { order: { agency: AGENCY, dossier, key: randomUUID(), by, command }, ids: newIds() }
  })
  return waiting
}

const newIds = (): string[] => Array.from({ length: IDS_EACH }, () => randomUUID())

const read = async ({ store }: BenchOffice, dossier: string) =>
  mustFind((await readDossier(store, AGENCY, dossier)) ?? undefined).dossier

const shared = async (hands: number, count: number, work: (at: number) => Promise<void>): Promise<void> => {
  const hand = async (first: number) => {
    for (let at = first; at < count; at += hands) await work(at)
  }
  await Promise.all(Array.from({ length: hands }, (_, first) => hand(first)))
}

const wholeBook = async (server: Measured): Promise<string> => {
  const [book] = await server.ask<{ lines: number; places: number; last: number; taken: number }>(
    `select count(*)::int as lines, count(distinct o.seq)::int as places, max(o.seq) as last,
       (select s.last from number_series s where s.agency = $1 and s.series = 'letter' order by s.year desc limit 1) as taken
     from outgoing o where o.agency = $1 and o.series = 'letter' and o.year = (select max(year) from outgoing where agency = $1)`,
    [AGENCY],
  )
  const { lines = 0, places = 0, last = 0, taken = 0 } = book ?? {}
  const isWhole = lines === places && lines === last && last === taken
  if (!isWhole) process.exitCode = 1
  return `\nbook: ${lines} lines, ${places} places, last ${last}, series ${taken}: ${isWhole ? 'no gap, no double' : 'NOT WHOLE'}`
}

await main()
