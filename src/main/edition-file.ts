// A file with an edition for a running office, as the command line brings it: read, checked, told with its lines.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { OfficeFiles } from '../core/agency/catalogue.ts'
import { type Instant, instantAt } from '../core/clock/instant.ts'
import type { Fault } from '../core/procedure/read.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { readProcedureFile } from '../exchange/read-file.ts'
import { editionFaults } from '../letters/edition-faults.ts'
import { loadCatalogue } from './catalogue.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import type { Io } from './command.ts'
import { readConfig } from './config.ts'
import { faultLine } from './fault-line.ts'
import { unknownAgency, whichAgency } from './say.ts'

/** `faults` are told already, in the order of the file. */
export type EditionFile = { office: OfficeFiles; source: string; faults: Fault[]; now: Instant }

/** @param agency may be left out where the catalogue has only one */
export const readEditionFile = async (
  io: Io,
  { file, agency }: { file: string; agency: string | undefined },
): Promise<EditionFile | Sentence> => {
  const bytes = await readFile(resolve(io.cwd, file)).catch(() => null)
  if (bytes === null) return sentence(`${file}: berkas tidak dapat dibaca.`, `${file}: the file cannot be read.`)
  const read = await readProcedureFile({ name: file, bytes })
  if (!read.ok && read.source === null) return refusedFile(file, read.faults)
  const source = read.source ?? ''
  const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
  const { agencies } = await loadCatalogue(config.catalogueFolder ?? catalogueFolder(io))
  const office = agencies.length === 1 && agency === undefined ? agencies[0] : agencies.find(isNamed(agency))
  if (!office)
    return agency === undefined ? whichAgency(agencies.map((one) => one.agency.agency)) : unknownAgency(agency)
  const faults = editionFaults(source, office)
  for (const fault of faults) io.err(faultLine(file, fault))
  return { office, source, faults, now: instantAt(Date.now()) }
}

/** Nothing that could be kept as a draft: no text, or a diagram of somebody else. */
const refusedFile = (file: string, faults: readonly Fault[]): Sentence =>
  sentence(
    faults.map((fault) => `${file}:${fault.line}: ${fault.sentence.id}`).join('\n'),
    faults.map((fault) => `${file}:${fault.line}: ${fault.sentence.en}`).join('\n'),
  )

const isNamed =
  (agency: string | undefined) =>
  (one: OfficeFiles): boolean =>
    one.agency.agency === agency
