// Seals per second beside rendering, in turns: the key kept open as the program keeps it, and opened anew for each letter.
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keepSeal, keptOpen, openSealOf } from '../src/adapters/signing/key-folder.ts'
import { makeKeyFile } from '../src/adapters/signing/make-key-file.ts'
import { createSeal } from '../src/adapters/signing/seal.ts'
import { createTypst } from '../src/adapters/typst/typst.ts'
import { letterPage } from '../src/letters/letter-page.ts'
import { sampleReply } from '../src/letters/papers.fixture.ts'
import { projectRoot } from '../src/main/root.ts'
import { median, quantile, table } from './support/figures.ts'

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '50' } } })

const folder = await mkdtemp(join(tmpdir(), 'mipp-sign-'))
const place = { folder, agency: 'bench' }
const [from, to] = ['2020-01-01T00:00:00.000Z', '2049-12-31T00:00:00.000Z']
await keepSeal(place, await makeKeyFile({ name: 'Bench', from, to, isDemo: true, passphrase: 'bench' }), 'bench')

const printer = createTypst({ root: projectRoot() })
const page = letterPage(sampleReply)
const pdf = await printer.renderPdf(page)
const sealWith = (key: ReturnType<typeof keptOpen>) => {
  const seal = createSeal({ key })
  return async () => {
    const sealed = await seal.seal(pdf, { at: '2026-01-05T03:00:00.000Z', withoutTimeStamp: false })
    if (!sealed.ok) throw new Error(sealed.reason.en)
  }
}
const kinds: [string, () => Promise<unknown>][] = [
  ['rendering the letter', () => printer.renderPdf(page)],
  ['sealing it, key kept open', sealWith(keptOpen(place))],
  ['sealing it, key opened anew', sealWith(() => openSealOf(place))],
]

const taken = new Map<string, number[]>(kinds.map(([name]) => [name, []]))
for (const [, run] of kinds) await run()
for (let round = 0; round < Number(options.rounds); round += 1)
  for (const [name, run] of kinds) {
    const begun = performance.now()
    await run()
    taken.get(name)?.push(performance.now() - begun)
  }

const unit = median(taken.get('rendering the letter') ?? [])
const rows = kinds.map(([name]) => {
  const ms = taken.get(name) ?? []
  const middle = median(ms)
  const times = `${middle.toFixed(1)} / ${quantile(ms, 0.99).toFixed(1)}`
  return [name, times, (1000 / middle).toFixed(1), `${(middle / unit).toFixed(2)}x`]
})
console.log(table(['', 'ms, median / p99', 'a second', 'against rendering'], rows))
console.error(`load ${loadavg()[0]?.toFixed(1)}`)
await printer.close()
await rm(folder, { recursive: true })
