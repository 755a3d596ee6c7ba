// Large files through a real server over HTTP: sent in pieces, attached, read, drawn, downloaded, packed; its memory meanwhile.
import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { table } from './support/figures.ts'
import { filledOffice } from './support/filled-office.ts'
import { mustFind } from './support/office.ts'
import { startProgram } from './support/running-server.ts'
import { type Sender, senderOf, type Told } from './support/sender.ts'
import { measuredServer } from './support/server.ts'
import { signedIn } from './support/sessions.ts'
import { scanOf } from './uploads/scan.ts'

const { values: options } = parseArgs({
  options: { megabytes: { type: 'string', default: '1,50,200' }, count: { type: 'string', default: '100' } },
})

type Scene = { pemohon: Sender; officer: Sender; dossier: string; isRead: (paper: string) => Promise<boolean> }
type Known = { size: number; upload: string; paper: string }
type Step = { name: string; does: (scene: Scene, known: Known) => Promise<void> }

const STEPS: readonly Step[] = [
  {
    name: 'sent in pieces',
    does: async ({ pemohon }, known) => {
      known.upload = await pemohon.send(scanOf(known.size))
    },
  },
  {
    name: 'attached, words read',
    does: async ({ pemohon, officer, dossier, isRead }, known) => {
      const form = { act: 'attach', key: randomUUID(), note: '', visible: 'on', 'file.upload': known.upload }
      must(await pemohon.post(`/mine/${dossier}/attach`, form), 303)
      const page = must(await officer.get(`/dossiers/${dossier}`)).text
      const papers = [...page.matchAll(/papers\/([0-9a-f-]{36})\/view/g)].map(([, paper]) => paper ?? '')
      known.paper = mustFind(papers.find((paper) => !seen.has(paper)))
      for (const paper of papers) seen.add(paper)
      while (!(await isRead(known.paper))) await new Promise((done) => setTimeout(done, 50))
    },
  },
  {
    name: 'viewer, page of words',
    does: async ({ officer, dossier }, { paper }) => {
      must(await officer.get(`/dossiers/${dossier}/papers/${paper}/view`))
      must(await officer.get(`/dossiers/${dossier}/papers/${paper}/pages/1.png`))
    },
  },
  {
    name: 'page of the picture',
    // The largest is too much for a picture, and says so.
    does: async ({ officer, dossier }, { paper }) =>
      void (await officer.get(`/dossiers/${dossier}/papers/${paper}/pages/2.png`)),
  },
  {
    name: 'downloaded',
    does: async ({ officer, dossier }, { paper }) =>
      void must(await officer.get(`/dossiers/${dossier}/papers/${paper}`)),
  },
  {
    name: 'dossier as ZIP',
    does: async ({ officer, dossier }) => void must(await officer.get(`/dossiers/${dossier}/archive.zip`)),
  },
]

const seen = new Set<string>()

const must = (told: Told, status = 200): Told => {
  if (told.status !== status) throw new Error(`${told.status}: ${told.text.slice(0, 300)}`)
  return told
}

type Memory = { now: number; highest: number }

/** MiB of the process alone; the kernel keeps the highest since it was last told to begin anew. */
const memoryOf = async (pid: number): Promise<Memory> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { now: of('VmRSS'), highest: of('VmHWM') }
}

type Measured = { before: number; highest: number[]; after: number }

/** A server of its own for each size: what one leaves behind is not the next one's. */
const measure = async (filled: Awaited<ReturnType<typeof filledOffice>>, size: number): Promise<Measured> => {
  const database = await measuredServer(filled.url)
  const server = await startProgram(filled, { unheard: true, works: true })
  try {
    const [found] = await database.ask<{ dossier: string }>(
      `select d.dossier from dossier d join person p on p.agency = d.agency and p.person = d.applicant
       where d.agency = 'demak' and d.status = 'open' and p.demo_role = 'pemohon' limit 1`,
    )
    const { dossier } = mustFind(found)
    const isRead = async (paper: string) =>
      (await database.ask('select from paper_text where source = $1', [paper])).length > 0
    const token = await signedIn(filled.url)
    const pemohon = await senderOf(server.port, token('pemohon'), `/mine/${dossier}`)
    const officer = await senderOf(server.port, token('kepala-dinas'), `/dossiers/${dossier}`)
    const scene: Scene = { pemohon, officer, dossier, isRead }
    const papers = must(await officer.get(`/dossiers/${dossier}`)).text.matchAll(/papers\/([0-9a-f-]{36})\/view/g)
    for (const [, paper] of papers) seen.add(paper ?? '')
    const known: Known = { size, upload: '', paper: '' }
    const before = (await memoryOf(server.pid)).now
    const highest: number[] = []
    for (const { does } of STEPS) {
      await writeFile(`/proc/${server.pid}/clear_refs`, '5')
      await does(scene, known)
      highest.push((await memoryOf(server.pid)).highest)
    }
    const { now: after } = await memoryOf(server.pid)
    pemohon.close()
    officer.close()
    return { before, highest, after }
  } finally {
    await server.stop()
    await database.close()
  }
}

const filled = await filledOffice({ count: Number(options.count) })
try {
  const rows: string[][] = []
  let first: Measured | null = null
  for (const size of options.megabytes.split(',').map(Number)) {
    const found = await measure(filled, size)
    first ??= found
    const [most, least] = [Math.max(...found.highest), Math.max(...first.highest)]
    const cells = [found.before, ...found.highest, found.after].map((one) => one.toFixed(0))
    rows.push([`${size} MB`, ...cells, `${(most / least).toFixed(2)}x`])
  }
  console.log(table(['file', 'before', ...STEPS.map(({ name }) => name), 'after', 'highest, ratio'], rows))
  console.error(`load ${loadavg()[0]?.toFixed(1)}`)
} finally {
  await filled.stop()
}
