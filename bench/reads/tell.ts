// What was found, as Markdown.
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { median, quantile, table } from '../support/figures.ts'
import { type Answer, visitorOf } from '../support/visitor.ts'
import type { Measured } from './measure.ts'

type Told = {
  measured: readonly Measured[]
  servers: readonly { count: number; startMs: number; restMiB: number; afterMiB: number; bytes: number }[]
  port: number
  load: number
}

export const tellReads = async ({ measured, servers, port, load }: Told): Promise<string> =>
  [
    `${new Date().toISOString().slice(0, 16)} UTC, load ${load.toFixed(1)}. Server time in ms: median / p99.`,
    pagesTable(
      measured,
      servers.map(({ count }) => count),
    ),
    table(
      ['dossiers', 'database, GB', 'start to first page, s', 'memory at rest, MiB', 'after the run, MiB'],
      servers.map((one) => [
        spoken(one.count),
        (one.bytes / 1e9).toFixed(2),
        (one.startMs / 1000).toFixed(2),
        one.restMiB.toFixed(0),
        one.afterMiB.toFixed(0),
      ]),
    ),
    await firstVisit(port),
  ].join('\n\n')

const pagesTable = (measured: readonly Measured[], counts: readonly number[]): string =>
  table(
    ['page', ...counts.map(spoken), 'ratio', 'kB on the wire'],
    measured.map(({ name, at }) => [
      name,
      ...at.map(({ ms }) => `${median(ms).toFixed(2)} / ${quantile(ms, 0.99).toFixed(1)}`),
      (median(at.at(-1)?.ms ?? []) / median(at[0]?.ms ?? [])).toFixed(2),
      `${(median(at.at(-1)?.wireBytes ?? []) / 1000).toFixed(1)} ${at.at(-1)?.encoding}`,
    ]),
  )

/** What a browser loads that was never here: the page, its style sheet and script, and the font of the basic letters. */
const firstVisit = async (port: number): Promise<string> => {
  const visitor = visitorOf(port, '')
  const read = async (path: string) => {
    const answer = await visitor.ask(path)
    const text = unpacked(answer).toString('utf8')
    return { path, text, row: [path, (answer.wireBytes / 1000).toFixed(1), answer.encoding] }
  }
  const html = await read('/')
  const names = [...html.text.matchAll(/(?:href|src)="(\/assets\/[\w.-]+\.(?:css|js))"/g)].map(
    (match) => match[1] ?? '',
  )
  const assets = await Promise.all(names.map(read))
  const fonts = assets.flatMap(({ text }) =>
    [...text.matchAll(/url\(["']?(?:\.\/)?([\w.-]+\.woff2)/g)].map((match) => `/assets/${match[1]}`),
  )
  // The first named is that of the basic letters; the others wait for a letter that is theirs.
  const loaded = await Promise.all(fonts.slice(0, 1).map(read))
  visitor.close()
  const rows = [html, ...assets, ...loaded].map(({ row }) => row)
  return table(
    ['first visit', 'kB on the wire', 'encoding'],
    [...rows, ['in all', sum(rows.map(([, kB]) => Number(kB))).toFixed(1), '']],
  )
}

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0)

const unpacked = ({ body, encoding }: Answer): Buffer =>
  encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body

const spoken = (count: number): string => count.toLocaleString('en')
