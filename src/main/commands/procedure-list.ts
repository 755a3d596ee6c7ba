// `mipp procedure list`: every edition in the catalogue files, or in the running office, one line each.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readProcedure } from '../../core/procedure/read.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { storedEditions } from '../../store/editions.ts'
import { agencyFolders, loadEditions } from '../catalogue.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { withOwnerStore } from '../owner-database.ts'

const usage = '[--database] [--json]'

export const procedureList: Command = {
  name: 'procedure list',
  usage,
  about:
    'Mendaftar semua edisi prosedur di katalog; "steps" menghitung langkah tercetak saja, tanpa langkah kebijakan kantor. / Lists every edition in the catalogue; "steps" counts printed steps, not those the office added. --database: kantor yang berjalan, bukan berkas / the running office, not the files.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) {
      io.err(`mipp procedure list ${usage}`)
      return 2
    }
    return list(io, asked)
  },
}

type Asked = { json: boolean; database: boolean }

const options = {
  json: { type: 'boolean', default: false },
  database: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]): Asked | null => {
  try {
    return parseArgs({ args, options }).values
  } catch {
    return null
  }
}

type Row = {
  agency: string
  procedure: string
  edition: string
  number: string | null
  title: string
  steps: number
  /** Only of a running office. */
  inForceFrom?: string | null
  inForceTo?: string | null
}

/** What cannot be read is told, and does not hide the rest. */
const list = async (io: Io, { json, database }: Asked): Promise<ExitCode> => {
  const faults: string[] = []
  const rows = database ? await rowsOfDatabase(io, faults) : await rowsOfFiles(io, faults)
  if (json) io.out(JSON.stringify(rows, null, 2))
  else for (const row of rows) io.out(lineOf(row))
  for (const fault of faults) io.err(fault)
  return faults.length > 0 ? 1 : 0
}

const rowsOfFiles = async (io: Io, faults: string[]): Promise<Row[]> => {
  const folder = catalogueFolder(io)
  const rows: Row[] = []
  const agencies = await agencyFolders(folder)
  for (const agency of agencies) {
    const editions = await loadEditions(join(folder, agency), faults)
    rows.push(...editions.map(({ procedure }) => rowOf(agency, procedure)))
  }
  if (agencies.length === 0) faults.push(`${folder}: tidak ada katalog di sini / there is no catalogue here`)
  return rows
}

const rowsOfDatabase = async (io: Io, faults: string[]): Promise<Row[]> => {
  const rows: Row[] = []
  for (const { agency, procedure, edition, source, inForceFrom, inForceTo } of await withOwnerStore(
    io,
    storedEditions,
  )) {
    const read = readProcedure(source)
    if (read.ok) rows.push({ ...rowOf(agency, read.procedure), inForceFrom, inForceTo })
    else faults.push(`${agency}/${procedure}@${edition}: tidak terbaca / cannot be read`)
  }
  return rows
}

const rowOf = (agency: string, procedure: Procedure): Row => ({
  agency,
  procedure: procedure.procedure,
  edition: procedure.edition,
  number: procedure.number,
  title: procedure.title,
  steps: procedure.steps.filter((step) => !step.policy).length,
})

const lineOf = ({ agency, procedure, edition, number, title, steps, inForceFrom, inForceTo }: Row): string =>
  `${agency}/${procedure}@${edition}  ${number ?? '-'}  ${title} (${steps} langkah)${force(inForceFrom, inForceTo)}`

const force = (from?: string | null, to?: string | null): string =>
  from ? `  berlaku / in force: ${from}..${to ?? ''}` : ''
