// `mipp procedure import`: a file becomes a draft of the running office, faults and all; nothing is in force by it.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { draftName } from '../../core/procedure/draft-name.ts'
import { createProcedureDraft } from '../../store/procedure-drafts.ts'
import { withAppStore } from '../app-database.ts'
import type { Command } from '../command.ts'
import { readEditionFile } from '../edition-file.ts'
import { say, wrongUse } from '../say.ts'

const name = 'procedure import'
const usage = 'FILE [--agency A] [--json]'

export const procedureImport: Command = {
  name,
  usage,
  about:
    'Memasukkan berkas prosedur sebagai draf ke kantor yang berjalan; kesalahannya disebut, tetapi tidak menghalangi. / Brings a procedure file into the running office as a draft; its faults are told and do not stop it.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) return wrongUse(io, name, usage)
    const read = await readEditionFile(io, { file, agency: values.agency })
    if ('id' in read) return say(io, 1, read)
    const { agency } = read.office.agency
    const draft = randomUUID()
    const named = draftName(read.source, { procedure: 'tanpa-nama', edition: 'tanpa-tanggal' })
    await withAppStore(io, (store) =>
      createProcedureDraft(
        store,
        agency,
        { draft, ...named, base: null, source: read.source, isImport: true },
        { person: null, now: read.now },
      ),
    )
    const told = { draft, agency, ...named }
    io.out(
      values.json
        ? JSON.stringify(told, null, 2)
        : `Draf ${agency}/${named.procedure}@${named.edition} tersimpan: ${draft} / The draft is kept.`,
    )
    return 0
  },
}

const options = { agency: { type: 'string' }, json: { type: 'boolean', default: false } } as const
