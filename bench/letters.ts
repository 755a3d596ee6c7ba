// Letters per second through the real printer: one page, ten pages, an SOP sheet, in turns; and memory before and after many.
import { readdir, readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { PDFDocument } from 'pdf-lib'
import { createTypst } from '../src/adapters/typst/typst.ts'
import { catalogueEntries } from '../src/core/procedure/sheet/catalogue.fixture.ts'
import { layOut } from '../src/core/procedure/sheet/layout.ts'
import type { TypstDocument } from '../src/letters/document.ts'
import { letterPage } from '../src/letters/letter-page.ts'
import { accountLetter, sampleReply } from '../src/letters/papers.fixture.ts'
import { sopSheet } from '../src/letters/sop-sheet.ts'
import { sopSheetDocument } from '../src/letters/sop-sheet-document.ts'
import { projectRoot } from '../src/main/root.ts'
import { median, quantile, table } from './support/figures.ts'

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, many: { type: 'string', default: '1000' } },
})

const entry = catalogueEntries().find(({ name }) => name === 'demak/subdomain-hosting@2025-05')
if (!entry) throw new Error('no SOP 03/13 of Demak')
const sheet = sopSheet(entry.procedure, entry.agency)

/** The same letter with its text so often that it fills ten pages. */
const longLetter = (times: number): TypstDocument => {
  const letter = accountLetter()
  const blocks = Array.from({ length: times }, () => letter.blocks).flat()
  return letterPage({ ...sampleReply, letter: { ...letter, blocks } })
}

const printer = createTypst({ root: projectRoot() })
const pagesOf = async (document: TypstDocument): Promise<number> =>
  (await PDFDocument.load(await printer.renderPdf(document), { updateMetadata: false })).getPageCount()

const onePage = letterPage(sampleReply)
let times = 2
while ((await pagesOf(longLetter(times))) < 10) times += 1
const kinds: [string, TypstDocument][] = [
  ['account letter', onePage],
  ['the same, ten pages', longLetter(times)],
  ['SOP sheet 03/13', sopSheetDocument(sheet, layOut(sheet), null)],
]

const taken = new Map<string, number[]>(kinds.map(([name]) => [name, []]))
for (const [, document] of kinds) await printer.renderPdf(document)
for (let round = 0; round < Number(options.rounds); round += 1)
  for (const [name, document] of kinds) {
    const begun = performance.now()
    await printer.renderPdf(document)
    taken.get(name)?.push(performance.now() - begun)
  }

const unit = median(taken.get('account letter') ?? [])
const rows: string[][] = []
for (const [name, document] of kinds) {
  const ms = taken.get(name) ?? []
  const middle = median(ms)
  const pages = await pagesOf(document)
  const size = (await printer.renderPdf(document)).length / 1000
  rows.push([
    name,
    String(pages),
    `${middle.toFixed(0)} / ${quantile(ms, 0.99).toFixed(0)}`,
    (1000 / middle).toFixed(1),
    `${(middle / unit).toFixed(1)}x`,
    size.toFixed(0),
  ])
}
console.log(table(['paper', 'pages', 'ms, median / p99', 'papers/s', 'against the letter', 'kB'], rows))

/** Of this process and whatever it has started, in MiB. */
const resident = async (): Promise<number> => {
  const parents = new Map<number, number>()
  const sizes = new Map<number, number>()
  for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
    const said = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '')
    parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(said)?.[1] ?? 0))
    sizes.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(said)?.[1] ?? 0))
  }
  const isOurs = (pid: number): boolean =>
    pid === process.pid || (parents.has(pid) && pid > 1 && isOurs(parents.get(pid) ?? 0))
  const ours = [...sizes].filter(([pid]) => isOurs(pid))
  return ours.reduce((sum, [, size]) => sum + size, 0) / 1024
}

const before = await resident()
const begun = performance.now()
for (let made = 0; made < Number(options.many); made += 1) await printer.renderPdf(onePage)
const seconds = (performance.now() - begun) / 1000
const after = await resident()
console.log(
  `\n${options.many} letters one after the other: ${(Number(options.many) / seconds).toFixed(1)}/s, ${before.toFixed(0)} MiB before and ${after.toFixed(0)} MiB after (this process and the printer).`,
)
console.error(`load ${loadavg()[0]?.toFixed(1)}`)
await printer.close()
