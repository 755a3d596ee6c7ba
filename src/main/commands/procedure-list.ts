// `mipp procedure list`: every edition in the catalogue files, one line each.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Procedure } from '../../core/procedure/schema.ts'
import { agencyFolders, loadEditions } from '../catalogue.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command, ExitCode, Io } from '../command.ts'

const usage = '[--json]'

export const procedureList: Command = {
  name: 'procedure list',
  usage,
  about:
    'Mendaftar semua edisi prosedur di katalog; "steps" menghitung langkah tercetak saja, tanpa langkah kebijakan kantor. / Lists every edition in the catalogue; "steps" counts printed steps, not those the office added.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) {
      io.err(`mipp procedure list ${usage}`)
      return 2
    }
    return list(io, asked.json)
  },
}

const readArgs = (args: string[]): { json: boolean } | null => {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean', default: false } } }).values
  } catch {
    return null
  }
}

type Row = { agency: string; procedure: string; edition: string; number: string | null; title: string; steps: number }

/** What cannot be read is told, and does not hide the rest. */
const list = async (io: Io, json: boolean): Promise<ExitCode> => {
  const folder = catalogueFolder(io)
  const faults: string[] = []
  const rows: Row[] = []
  const agencies = await agencyFolders(folder)
  for (const agency of agencies) {
    const editions = await loadEditions(join(folder, agency), faults)
    rows.push(...editions.map(({ procedure }) => rowOf(agency, procedure)))
  }
  if (agencies.length === 0) faults.push(`${folder}: tidak ada katalog di sini / there is no catalogue here`)
  if (json) io.out(JSON.stringify(rows, null, 2))
  else for (const row of rows) io.out(lineOf(row))
  for (const fault of faults) io.err(fault)
  return faults.length > 0 ? 1 : 0
}

const rowOf = (agency: string, procedure: Procedure): Row => ({
  agency,
  procedure: procedure.procedure,
  edition: procedure.edition,
  number: procedure.number,
  title: procedure.title,
  steps: procedure.steps.filter((step) => !step.policy).length,
})

const lineOf = ({ agency, procedure, edition, number, title, steps }: Row): string =>
  `${agency}/${procedure}@${edition}  ${number ?? '-'}  ${title} (${steps} langkah)`
