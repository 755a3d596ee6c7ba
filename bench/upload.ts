// A large file through the storage: taken in, read again with its hash compared, packed into an archive; memory of a process of its own.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inspectLargePdf } from '../src/adapters/files/inspect.ts'
import { createFileStore } from '../src/adapters/files/store.ts'
import { table } from './support/figures.ts'

const { values: options } = parseArgs({
  options: { megabytes: { type: 'string', default: '200' }, alone: { type: 'string' } },
})

type Figures = { putMs: number; readMs: number; lookMs: number; maxMiB: number }

/** One scan that fills a PDF. Where it ends is not told in its own dictionary, so all of it has to be walked through. */
const HEAD = `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R>>endobj
4 0 obj<</Length 5 0 R>>stream
`
const TAIL = '\nendstream endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n'

async function* pieces(megabytes: number): AsyncGenerator<Uint8Array> {
  // New memory for each piece, as from a network.
  yield Buffer.from(HEAD)
  for (let count = 0; count < megabytes * 16; count += 1) yield Buffer.alloc(62_500, count % 251)
  yield Buffer.from(TAIL)
}

const alone = async (megabytes: number): Promise<Figures> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-bench-'))
  try {
    const files = createFileStore(folder)
    const begun = performance.now()
    const kept = await files.put(pieces(megabytes), { maxBytes: 2 * megabytes * 1_000_000 })
    if (!kept.ok) throw new Error(kept.reason.en)
    const putMs = performance.now() - begun
    const opened = await files.open(kept.value.sha256)
    const from = performance.now()
    let bytes = 0
    for await (const piece of opened?.stream ?? []) bytes += piece.length
    if (bytes !== kept.value.bytes) throw new Error(`${bytes} of ${kept.value.bytes} bytes came back`)
    const readMs = performance.now() - from
    const lookFrom = performance.now()
    const found = await files.within(kept.value.sha256, inspectLargePdf)
    if (!found?.ok) throw new Error(found?.reason.en ?? 'not a PDF')
    return { putMs, readMs, lookMs: performance.now() - lookFrom, maxMiB: process.resourceUsage().maxRSS / 1024 }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const inOwnProcess = (megabytes: number): Promise<Figures> =>
  new Promise((resolve, reject) => {
    const file = fileURLToPath(import.meta.url)
    const child = spawn(process.execPath, [file, '--alone', String(megabytes)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`ended with ${code}`))))
  })

if (options.alone) console.log(JSON.stringify(await alone(Number(options.alone))))
else {
  const rows: string[][] = []
  const first = await inOwnProcess(1)
  for (const megabytes of [1, Number(options.megabytes)]) {
    const { putMs, readMs, lookMs, maxMiB } = megabytes === 1 ? first : await inOwnProcess(megabytes)
    const speed = (ms: number) => ((megabytes * 1000) / ms).toFixed(0)
    rows.push([
      `${megabytes} MB`,
      speed(putMs),
      speed(readMs),
      speed(lookMs),
      maxMiB.toFixed(0),
      `${(maxMiB / first.maxMiB).toFixed(2)}x`,
    ])
  }
  console.log(
    table(['file', 'in, MB/s', 'out, hash compared, MB/s', 'looked into, MB/s', 'most memory, MiB', 'ratio'], rows),
  )
  console.error(`load ${loadavg()[0]?.toFixed(1)}`)
}
