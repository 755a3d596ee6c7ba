// One edition of a procedure, by its name: from the catalogue files, or from the running office.
import { join } from 'node:path'
import type { FileEdition } from '../core/agency/catalogue.ts'
import { isInForce } from '../core/agency/force.ts'
import type { Day } from '../core/clock/instant.ts'
import { readProcedure } from '../core/procedure/read.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { type EditionRow, storedEditions } from '../store/editions.ts'
import { agencyFolders, loadEditions } from './catalogue.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import type { Io } from './command.ts'
import { agencyFile, todayAt } from './office-day.ts'
import { withOwnerStore } from './owner-database.ts'

/** Without an edition the one in force is meant. */
export type EditionAsked = { agency: string; procedure: string; edition: string | null; database: boolean }

type FoundEdition = Pick<FileEdition, 'source' | 'procedure'>

export const findEdition = (io: Io, asked: EditionAsked): Promise<FoundEdition | Sentence> =>
  asked.database ? findStored(io, asked) : find(catalogueFolder(io), asked)

const find = async (folder: string, { agency, procedure, edition }: EditionAsked): Promise<FoundEdition | Sentence> => {
  if (!(await agencyFolders(folder)).includes(agency)) return noAgency(agency)
  const faults: string[] = []
  const all = (await loadEditions(join(folder, agency), faults)).filter((one) => one.procedure.procedure === procedure)
  const wanted = edition ?? (await listedEdition(folder, agency, procedure))
  const found = all.find((one) => one.procedure.edition === wanted)
  if (found) return found
  if (all.length === 0) return noProcedure(agency, procedure, faults)
  const there = all.map((one) => one.procedure.edition).join(', ')
  return edition === null
    ? noneInForce(
        all.map((one) => `${agency}/${procedure}@${one.procedure.edition}`),
        ' --database',
      )
    : noEdition(procedure, edition, there)
}

const findStored = async (io: Io, { agency, procedure, edition }: EditionAsked): Promise<FoundEdition | Sentence> => {
  const stored = await withOwnerStore(io, storedEditions)
  const all = stored.filter((one) => one.agency === agency && one.procedure === procedure)
  if (all.length === 0) return notStored(agency, procedure)
  const today = todayAt(await agencyFile(catalogueFolder(io), agency))
  const wanted = all.find((one) => (edition === null ? isInForceOn(one, today) : one.edition === edition))
  const there = all.map((one) => one.edition).join(', ')
  if (!wanted)
    return edition === null
      ? noneInForce(all.map((one) => `${agency}/${procedure}@${one.edition}`))
      : noEdition(procedure, edition, there)
  const read = readProcedure(wanted.source)
  return read.ok ? { source: wanted.source, procedure: read.procedure } : unreadable(procedure, wanted.edition)
}

const isInForceOn = ({ inForceFrom: from, inForceTo: to }: EditionRow, day: Day): boolean =>
  isInForce(from === null ? null : { from, to }, day)

/** The edition in force today by the agency's own file; null when it says nothing, or cannot be read. */
const listedEdition = async (folder: string, agency: string, procedure: string): Promise<string | null> => {
  const file = await agencyFile(folder, agency)
  const listed = (file?.['in-force'] ?? []).filter((one) => one.procedure === procedure)
  return listed.find(({ from, to }) => isInForce({ from, to: to ?? null }, todayAt(file)))?.edition ?? null
}

const noAgency = (agency: string): Sentence =>
  sentence(`Instansi "${agency}" tidak ada di katalog.`, `The catalogue has no agency "${agency}".`)

const notStored = (agency: string, procedure: string): Sentence =>
  sentence(
    `Pangkalan data tidak memuat prosedur "${procedure}" milik ${agency}.`,
    `The database has no procedure "${procedure}" of ${agency}.`,
  )

const unreadable = (procedure: string, edition: string): Sentence =>
  sentence(
    `Edisi ${procedure}@${edition} di pangkalan data tidak terbaca; periksa dengan mipp procedure lint --database.`,
    `The edition ${procedure}@${edition} in the database cannot be read; check it with mipp procedure lint --database.`,
  )

const noProcedure = (agency: string, procedure: string, faults: string[]): Sentence => {
  const why = faults.length > 0 ? `\n${faults.join('\n')}` : ''
  return sentence(
    `Prosedur "${procedure}" tidak ada pada ${agency}.${why}`,
    `${agency} has no procedure "${procedure}".`,
  )
}

/** @param database what makes the command look into the running office, where it has not */
const noneInForce = (names: readonly string[], database = ''): Sentence => {
  const [id, en] = database
    ? [
        `; atau${database} untuk yang berlaku di kantor yang berjalan`,
        `; or${database} for what is in force in the running office`,
      ]
    : ['', '']
  return sentence(
    `Tidak ada edisi yang berlaku; yang ada: ${names.join(', ')}. Tulis edisinya, misalnya ${names[0]}${id}.`,
    `No edition is in force; there are: ${names.join(', ')}. Write which one, for example ${names[0]}${en}.`,
  )
}

const noEdition = (procedure: string, edition: string, there: string): Sentence =>
  sentence(
    `Edisi "${edition}" dari ${procedure} tidak ada; yang ada: ${there}.`,
    `There is no edition "${edition}" of ${procedure}; there are: ${there}.`,
  )
