// `mipp procedure bpmn`: one edition as BPMN 2.0 with its drawing, for bpmn.io, Camunda Modeler and the like.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readProcedure } from '../../core/procedure/read.ts'
import { sentence } from '../../core/sentence.ts'
import { procedureBpmn } from '../../exchange/bpmn/export.ts'
import { loadCatalogue } from '../catalogue.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command, Io } from '../command.ts'
import { editionMeant } from '../edition-meant.ts'
import { say, wrongUse } from '../say.ts'

const name = 'procedure bpmn'
const usage = 'FILE|[AGENCY/]ID[@EDITION] [--out FILE.bpmn] [--database]'

export const procedureBpmnCommand: Command = {
  name,
  usage,
  about:
    'Menulis satu edisi sebagai BPMN 2.0 beserta gambarnya; tanpa --out ke layar. / Writes one edition as BPMN 2.0 with its drawing; without --out to the terminal.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [asked, ...more] = positionals
    if (asked === undefined || more.length > 0) return wrongUse(io, name, usage)
    const meant = await editionMeant(io, asked, values.database)
    if ('id' in meant) return say(io, 1, meant)
    const read = readProcedure(meant.source)
    if (!read.ok) return say(io, 1, sentence('Edisi ini tidak terbaca.', 'This edition cannot be read.'))
    const xml = await procedureBpmn({ ...read, agency: await officeName(io, meant.agency) })
    if (values.out === undefined) io.out(xml)
    else await writeFile(resolve(io.cwd, values.out), xml)
    return 0
  },
}

const options = { out: { type: 'string' }, database: { type: 'boolean', default: false } } as const

/** The pool is called as the office; of a file outside the catalogue nobody knows which it is. */
const officeName = async (io: Io, agency: string | null): Promise<string> => {
  if (agency === null) return 'MIPP'
  const { agencies } = await loadCatalogue(catalogueFolder(io))
  return agencies.find((one) => one.agency.agency === agency)?.agency.name ?? agency
}
