// `mipp procedure show`: one edition from the catalogue files, to read or as data.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { agencySchema } from '../../core/agency/agency.ts'
import type { StoredEdition } from '../../core/agency/catalogue.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { agencyFolders, loadEditions, readYaml } from '../catalogue.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { procedureText } from '../procedure-text.ts'

const usage = 'AGENCY/ID[@EDITION] [--json]'

export const procedureShow: Command = {
  name: 'procedure show',
  usage,
  about:
    'Menampilkan satu prosedur; tanpa edisi, yang berlaku. / Shows one procedure; without an edition the one in force.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) {
      io.err(`mipp procedure show ${usage}`)
      return 2
    }
    const found = await find(catalogueFolder(io), asked)
    if ('id' in found) return refuse(io, found)
    const lines = asked.json ? [JSON.stringify(parse(found.source), null, 2)] : procedureText(found.procedure)
    for (const line of lines) io.out(line)
    return 0
  },
}

type Asked = { agency: string; procedure: string; edition: string | null; json: boolean }

const readArgs = (args: string[]): Asked | null => {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [, agency, procedure, edition] = /^([^/@]+)\/([^/@]+)(?:@([^/@]+))?$/.exec(positionals[0] ?? '') ?? []
    if (positionals.length !== 1 || agency === undefined || procedure === undefined) return null
    return { agency, procedure, edition: edition ?? null, json: values.json }
  } catch {
    return null
  }
}

const find = async (folder: string, { agency, procedure, edition }: Asked): Promise<StoredEdition | Sentence> => {
  if (!(await agencyFolders(folder)).includes(agency)) return noAgency(agency)
  const faults: string[] = []
  const all = (await loadEditions(join(folder, agency), faults)).filter((one) => one.procedure.procedure === procedure)
  const wanted = edition ?? (await inForce(join(folder, agency), procedure))
  const found = all.find((one) => one.procedure.edition === wanted)
  if (found) return found
  if (all.length === 0) return noProcedure(agency, procedure, faults)
  const there = all.map((one) => one.procedure.edition).join(', ')
  return edition === null ? noneInForce(procedure, there) : noEdition(procedure, edition, there)
}

/** By the agency's own file; null when it says nothing, or cannot be read. */
const inForce = async (folder: string, procedure: string): Promise<string | null> => {
  const read = agencySchema.safeParse(await readYaml(join(folder, 'agency.yaml'), []))
  if (!read.success) return null
  return read.data['in-force'].find((one) => one.procedure === procedure)?.edition ?? null
}

const refuse = (io: Io, { id, en }: Sentence): ExitCode => {
  io.err(id)
  io.err(en)
  return 1
}

const noAgency = (agency: string): Sentence =>
  sentence(`Instansi "${agency}" tidak ada di katalog.`, `The catalogue has no agency "${agency}".`)

const noProcedure = (agency: string, procedure: string, faults: string[]): Sentence => {
  const why = faults.length > 0 ? `\n${faults.join('\n')}` : ''
  return sentence(
    `Prosedur "${procedure}" tidak ada pada ${agency}.${why}`,
    `${agency} has no procedure "${procedure}".`,
  )
}

const noneInForce = (procedure: string, there: string): Sentence =>
  sentence(
    `Tidak ada edisi ${procedure} yang berlaku; yang ada: ${there}.`,
    `No edition of ${procedure} is in force; there are: ${there}.`,
  )

const noEdition = (procedure: string, edition: string, there: string): Sentence =>
  sentence(
    `Edisi "${edition}" dari ${procedure} tidak ada; yang ada: ${there}.`,
    `There is no edition "${edition}" of ${procedure}; there are: ${there}.`,
  )
