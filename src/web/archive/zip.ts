// A dossier as one ZIP, written while it is read: however large its papers are, only a piece of one is in memory.
import { createHash } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FileStore } from '../../adapters/files/store.ts'
import { BYTE_ORDER_MARK, csvRow } from '../request/csv.ts'
import type { ArchiveContents } from './contents.ts'
import { indexPage } from './index-page.tsx'

type Part = { name: string; bytes: Buffer }

/** The stream must be read to its end or destroyed. It breaks off where a paper is damaged between two looks at it. */
export const archiveZip = (files: Pick<FileStore, 'open'>, contents: ArchiveContents): Readable => {
  const zip = new ZipFile()
  const mtime = new Date(contents.asOf)
  const texts = textsOf(contents)
  const sums = [
    ...texts.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`),
    ...contents.papers.flatMap(({ file, sha256 }) => (file === null ? [] : [`${sha256}  ${file}\n`])),
  ]
  for (const { name, bytes } of [...texts, { name: 'SHA256SUMS', bytes: Buffer.from(sums.join('')) }])
    zip.addBuffer(bytes, name, { mtime, mode: MODE })
  const out = new PassThrough()
  const read = new Set<Readable>()
  for (const { file, sha256, bytes, filedAt } of contents.papers) {
    if (file === null) continue
    // PDF and pictures are packed already.
    const options = { mtime: new Date(filedAt), size: bytes, compress: false, mode: MODE }
    zip.addReadStreamLazy(file, options, (give) => {
      files.open(sha256).then(
        (opened) => {
          if (opened === null) return give(new Error(`The file ${sha256} is gone`), out)
          read.add(opened.stream)
          opened.stream.once('close', () => read.delete(opened.stream))
          // Whoever reads the archive may have gone meanwhile.
          if (out.destroyed) opened.stream.destroy()
          give(null, opened.stream)
        },
        (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))),
      )
    })
  }
  zip.on('error', (error) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  out.once('close', () => {
    for (const one of read) one.destroy()
  })
  zip.outputStream.pipe(out)
  zip.end()
  return out
}

const MODE = 0o100644

const textsOf = (contents: ArchiveContents): Part[] => [
  { name: 'index.html', bytes: Buffer.from(indexPage(contents)) },
  { name: 'index.json', bytes: Buffer.from(`${JSON.stringify(indexData(contents), null, 2)}\n`) },
  { name: 'index.csv', bytes: Buffer.from(indexTable(contents)) },
  { name: 'history.txt', bytes: Buffer.from(historyText(contents)) },
]

/** Names of fields are those of the machine interface. */
const indexData = ({ number, subject, title, office, clientName, asOf, papers, history }: ArchiveContents) => ({
  number,
  subject,
  service: title,
  office,
  client: clientName,
  asOf,
  papers,
  history,
})

const indexTable = ({ papers, text }: ArchiveContents): string => {
  const words = text.archive
  const head = [words.file, words.paper, words.kind, words.number, words.bytes, words.fingerprint]
  const rows = papers.map((one) => [
    one.file ?? words.states[one.state],
    one.name,
    one.kind,
    one.number ?? '',
    String(one.bytes),
    one.sha256,
    one.filedBy,
    one.filedAt,
  ])
  return `${BYTE_ORDER_MARK}${[[...head, words.by, words.at], ...rows].map(csvRow).join('')}`
}

const historyText = ({ number, subject, history, text }: ArchiveContents): string =>
  `${text.archive.title(number)}\n${subject}\n\n${history
    .map(
      ({ when, who, what, note }) =>
        `${when}  ${who}: ${what}${note === '' ? '' : `\n    ${note.replaceAll('\n', '\n    ')}`}\n`,
    )
    .join('')}`
