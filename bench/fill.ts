// bench fill: a database of some size, made once and kept: `node bench/run.mjs fill --count 1000000`.
import { parseArgs } from 'node:util'
import { benchFolder, filledOffice } from './support/filled-office.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    years: { type: 'string', default: '5' },
    until: { type: 'string' },
  },
})
const begun = performance.now()
const office = await filledOffice({
  count: Number(values.count),
  seed: Number(values.seed),
  years: Number(values.years),
  until: values.until,
})
const minutes = (performance.now() - begun) / 60_000
console.log(`${benchFolder(Number(values.count))}: ${(await office.bytes()) / 1e9} GB, ${minutes.toFixed(1)} min`)
await office.stop()
