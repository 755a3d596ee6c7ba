// bench kill: SIGKILL to server, worker and database at random moments while a load runs; nothing lost, halved, doubled or stuck.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { runKills } from './kill/run.ts'
import { tellKills } from './kill/tell.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    servers: { type: 'string', default: '2' },
    workers: { type: 'string', default: '2' },
    load: { type: 'string', default: '3' },
    every: { type: 'string', default: '20' },
    'take-back': { type: 'string', default: '15' },
  },
})

const seed = Number(values.seed)
const again = `node bench/run.mjs kill ${Object.entries({ ...values, seed: String(seed) })
  .map(([name, value]) => `--${name} ${value}`)
  .join(' ')}`
const say = (line: string): void => void process.stderr.write(`${line}\n`)

say(again)
const begun = performance.now()
try {
  const played = await runKills({
    seed,
    rounds: Number(values.rounds),
    reckonEvery: Number(values.every),
    servers: Number(values.servers),
    workers: Number(values.workers),
    load: Number(values.load),
    takeBackSeconds: Number(values['take-back']),
    say,
  })
  console.log(tellKills(played, { seed, load: loadavg()[0] ?? 0, tookMs: performance.now() - begun }))
} catch (fault) {
  console.error(fault)
  console.error(`Again, with the same chances: ${again}`)
  process.exitCode = 1
}
