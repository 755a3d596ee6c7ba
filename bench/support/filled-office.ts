// A filled database in a folder of its own, made when it is not there yet: what is measured runs on it again and again.
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { loadCatalogue } from '../../src/main/catalogue.ts'
import { startEmbeddedPostgres } from '../../src/main/embedded-postgres.ts'
import { prepareDatabase } from '../../src/main/prepare-database.ts'
import { projectRoot } from '../../src/main/root.ts'
import { fillDatabase } from '../fill/fill-database.ts'
import { sharedPaper } from '../fill/shared-paper.ts'
import { fillTexts } from '../fill/texts.ts'

export type Wish = { count: number; seed?: number; years?: number; until?: string | undefined }

export type FilledOffice = {
  /** Of the owner. */
  url: string
  /** What MIPP_DATA would be. */
  folder: string
  count: number
  bytes: () => Promise<number>
  stop: () => Promise<void>
}

/** Where filled databases are kept. */
export const benchFolder = (count: number): string =>
  resolve(projectRoot(), process.env.MIPP_BENCH_DATA ?? 'data/bench', String(count))

export const filledOffice = async (wish: Wish): Promise<FilledOffice> => {
  const folder = benchFolder(wish.count)
  const mark = join(folder, 'filled.json')
  // What was broken off is not half a fill but none.
  if (!existsSync(mark)) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), log: say })
  try {
    await prepareDatabase(server.url, true, say)
    if (!existsSync(mark)) await fill(server.url, folder, wish)
    await withTexts(server.url, wish.seed ?? 1)
  } catch (fault) {
    await server.stop()
    throw fault
  }
  say(`${folder}: ${(await readFile(mark, 'utf8')).trim()}`)
  return { url: server.url, folder, count: wish.count, bytes: () => sizeOf(server.url), stop: server.stop }
}

const fill = async (
  url: string,
  folder: string,
  { count, seed = 1, years = 5, until = today() }: Wish,
): Promise<void> => {
  const catalogue = await loadCatalogue(join(projectRoot(), 'catalogue'))
  const { file, sealed } = await sharedPaper(folder)
  const begun = performance.now()
  await fillDatabase({ url, catalogue, agency: 'demak', count, seed, years, until, file, sealed, say })
  const seconds = Math.round((performance.now() - begun) / 1000)
  await writeFile(join(folder, 'filled.json'), `${JSON.stringify({ count, seed, years, until, seconds })}\n`)
}

/** Also of what was filled before letters were read. */
const withTexts = async (url: string, seed: number): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await fillTexts(client, { url, seed, say }).finally(() => client.end())
}

const today = (): string => new Date().toISOString().slice(0, 10)

const sizeOf = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query<{ size: number }>('select pg_database_size(current_database())::float8 as size')
    return found.rows[0]?.size ?? 0
  } finally {
    await client.end()
  }
}

/** On stderr: what a bench finds is the only thing on stdout. */
const say = (line: string): void => void process.stderr.write(`${line}\n`)
