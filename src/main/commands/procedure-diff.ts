// `mipp procedure diff`: what has changed between two editions, each a file or an edition of the catalogue.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compareEditions } from '../../core/procedure/compare/compare.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { readProcedureFile } from '../../exchange/read-file.ts'
import { agencyFolders } from '../catalogue.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command, Io } from '../command.ts'
import { diffText } from '../diff-text.ts'
import { findEdition } from '../one-edition.ts'
import { wrongUse } from '../say.ts'

const name = 'procedure diff'
const usage = 'A B [--database] [--json]   (A, B: FILE | [AGENCY/]ID[@EDITION])'

export const procedureDiff: Command = {
  name,
  usage,
  about:
    'Membandingkan dua edisi, masing-masing dari berkas atau katalog; tanpa edisi, yang berlaku. / Compares two editions, each from a file or the catalogue; without an edition the one in force. --database: kantor yang berjalan / the running office.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [first, second, ...more] = positionals
    if (first === undefined || second === undefined || more.length > 0) return wrongUse(io, name, usage)
    const [before, after] = [await sideOf(io, first, values.database), await sideOf(io, second, values.database)]
    for (const { id, en } of [before, after].filter(isSentence)) {
      io.err(id)
      io.err(en)
    }
    if (isSentence(before) || isSentence(after)) return 1
    const compared = compareEditions(before, after)
    for (const line of values.json ? [JSON.stringify(compared, null, 2)] : diffText(compared)) io.out(line)
    return 0
  },
}

const options = { database: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const

const isSentence = (one: Procedure | Sentence): one is Sentence => !('steps' in one)

const sideOf = async (io: Io, asked: string, database: boolean): Promise<Procedure | Sentence> => {
  if (/\.[a-z]+$/i.test(asked)) return fromFile(io, asked)
  const [, agency, procedure, edition] = /^(?:([^/@]+)\/)?([^/@]+)(?:@([^/@]+))?$/.exec(asked) ?? []
  if (procedure === undefined) return notUnderstood(asked)
  const agencies = agency === undefined ? await agencyFolders(catalogueFolder(io)) : [agency]
  const found = await Promise.all(
    agencies.map((one) => findEdition(io, { agency: one, procedure, edition: edition ?? null, database })),
  )
  const editions = found.filter((one) => 'procedure' in one)
  const [only, another] = editions
  if (another)
    return ofSeveral(
      asked,
      agencies.filter((_, at) => 'procedure' in (found[at] ?? {})),
    )
  if (only) return only.procedure
  const [why] = found
  return agencies.length === 1 && why && 'id' in why ? why : nowhere(asked)
}

const fromFile = async (io: Io, file: string): Promise<Procedure | Sentence> => {
  const bytes = await readFile(resolve(io.cwd, file)).catch(() => null)
  if (!bytes) return sentence(`${file}: berkas tidak dapat dibaca.`, `${file}: the file cannot be read.`)
  const read = await readProcedureFile({ name: file, bytes })
  if (read.ok) return read.procedure
  const lines = (language: 'id' | 'en') => read.faults.map((one) => `${file}:${one.line}: ${one.sentence[language]}`)
  return sentence(lines('id').join('\n'), lines('en').join('\n'))
}

const notUnderstood = (asked: string): Sentence =>
  sentence(
    `"${asked}" bukan nama berkas (.yaml, .json) dan bukan prosedur seperti demak/nama@edisi.`,
    `"${asked}" is neither the name of a file (.yaml, .json) nor a procedure such as demak/name@edition.`,
  )

const nowhere = (asked: string): Sentence =>
  sentence(`Tidak ada instansi yang mempunyai "${asked}".`, `No agency has "${asked}".`)

const ofSeveral = (asked: string, agencies: readonly string[]): Sentence =>
  sentence(
    `Beberapa instansi mempunyai "${asked}": ${agencies.join(', ')}. Tulis instansinya, misalnya ${agencies[0]}/${asked}.`,
    `Several agencies have "${asked}": ${agencies.join(', ')}. Name the agency, for example ${agencies[0]}/${asked}.`,
  )
