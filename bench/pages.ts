// What one process carries: requests a second for each kind of page, papers, sign-ins, memory, and the time of a start.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measurePapers } from './pages/papers.ts'
import { measurePages, type Standing } from './pages/rates.ts'
import { measureSignIns } from './pages/sign-ins.ts'
import { measureStarts } from './pages/starts.ts'
import { memoryBytesOfTree } from './support/cpu.ts'
import { table } from './support/figures.ts'
import { filledOffice } from './support/filled-office.ts'
import { startProgram } from './support/running-server.ts'
import { measuredServer } from './support/server.ts'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '800' },
    clients: { type: 'string', default: '8' },
  },
})

const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)}`
const [rounds, requests, clients] = [options.rounds, options.requests, options.clients].map(Number) as [
  number,
  number,
  number,
]

const filled = await filledOffice({ count: Number(options.count) })
const database = await measuredServer(filled.url)
const server = await startProgram(filled, { unheard: true })
const standing: Standing = { filled, database, server }
try {
  console.log(
    `${new Date().toISOString().slice(0, 16)}Z, ${cpus().length} x ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}; ${options.count} dossiers stored; ${clients} clients, medians of ${rounds} rounds of ${requests} requests\n`,
  )
  const rest = [memoryBytesOfTree(server.pid), memoryBytesOfTree(database.pid)]
  console.log(await measurePages(standing, { rounds, requests, clients }))
  const loaded = [memoryBytesOfTree(server.pid), memoryBytesOfTree(database.pid)]
  console.log(await measureSignIns(standing, rounds))
  console.log(
    `\n${table(
      ['memory, MiB', 'at rest', 'after the load', 'after the sign-ins'],
      [
        ['server', ...[rest[0], loaded[0], memoryBytesOfTree(server.pid)].map((one) => mib(one ?? 0))],
        ['PostgreSQL', ...[rest[1], loaded[1], memoryBytesOfTree(database.pid)].map((one) => mib(one ?? 0))],
      ],
    )}\n`,
  )
} finally {
  await server.stop()
  await database.close()
  await filled.stop()
}
console.log(await measurePapers(rounds))
console.log(await measureStarts())
