// The edition that a word of the command line means: a file, or an edition of the catalogue or of the running office.
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Procedure } from '../core/procedure/schema.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { readProcedureFile } from '../exchange/read-file.ts'
import { agencyFolders } from './catalogue.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import type { Io } from './command.ts'
import { findEdition } from './one-edition.ts'

/** `agency`: null where a file lies outside of any. */
export type MeantEdition = { procedure: Procedure; source: string; agency: string | null }

export const editionMeant = async (io: Io, asked: string, database: boolean): Promise<MeantEdition | Sentence> => {
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
  if (only) return { ...only, agency: agencies.find((_, at) => found[at] === only) ?? null }
  const [why] = found
  return agencies.length === 1 && why && 'id' in why ? why : nowhere(asked)
}

const fromFile = async (io: Io, file: string): Promise<MeantEdition | Sentence> => {
  const bytes = await readFile(resolve(io.cwd, file)).catch(() => null)
  if (!bytes) return sentence(`${file}: berkas tidak dapat dibaca.`, `${file}: the file cannot be read.`)
  const read = await readProcedureFile({ name: file, bytes })
  if (read.ok)
    return { procedure: read.procedure, source: read.source, agency: await agencyOf(io, resolve(io.cwd, file)) }
  const lines = (language: 'id' | 'en') => read.faults.map((one) => `${file}:${one.line}: ${one.sentence[language]}`)
  return sentence(lines('id').join('\n'), lines('en').join('\n'))
}

/** Whose folder the file lies in; the only one of the catalogue, wherever it lies. */
const agencyOf = async (io: Io, path: string): Promise<string | null> => {
  const folder = catalogueFolder(io)
  const agencies = await agencyFolders(folder)
  const [only, another] = agencies
  const own = agencies.find((one) => dirname(dirname(path)) === resolve(join(folder, one)))
  return own ?? (another === undefined ? (only ?? null) : null)
}

const notUnderstood = (asked: string): Sentence =>
  sentence(
    `"${asked}" bukan nama berkas (.yaml, .json, .bpmn) dan bukan prosedur seperti demak/nama@edisi.`,
    `"${asked}" is neither the name of a file (.yaml, .json, .bpmn) nor a procedure such as demak/name@edition.`,
  )

const nowhere = (asked: string): Sentence =>
  sentence(`Tidak ada instansi yang mempunyai "${asked}".`, `No agency has "${asked}".`)

const ofSeveral = (asked: string, agencies: readonly string[]): Sentence =>
  sentence(
    `Beberapa instansi mempunyai "${asked}": ${agencies.join(', ')}. Tulis instansinya, misalnya ${agencies[0]}/${asked}.`,
    `Several agencies have "${asked}": ${agencies.join(', ')}. Name the agency, for example ${agencies[0]}/${asked}.`,
  )
