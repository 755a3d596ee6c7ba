// `mipp procedure show`: one edition from the catalogue files or the running office, to read or as data.
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import type { Sentence } from '../../core/sentence.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { type EditionAsked, findEdition } from '../one-edition.ts'
import { procedureText } from '../procedure-text.ts'

const usage = 'AGENCY/ID[@EDITION] [--database] [--json]'

export const procedureShow: Command = {
  name: 'procedure show',
  usage,
  about:
    'Menampilkan satu prosedur; tanpa edisi, yang berlaku. / Shows one procedure; without an edition the one in force. --database: kantor yang berjalan, bukan berkas / the running office, not the files.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) {
      io.err(`mipp procedure show ${usage}`)
      return 2
    }
    const found = await findEdition(io, asked)
    if ('id' in found) return refuse(io, found)
    const lines = asked.json ? [JSON.stringify(parse(found.source), null, 2)] : procedureText(found.procedure)
    for (const line of lines) io.out(line)
    return 0
  },
}

type Asked = EditionAsked & { json: boolean }

const options = {
  json: { type: 'boolean', default: false },
  database: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]): Asked | null => {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [, agency, procedure, edition] = /^([^/@]+)\/([^/@]+)(?:@([^/@]+))?$/.exec(positionals[0] ?? '') ?? []
    if (positionals.length !== 1 || agency === undefined || procedure === undefined) return null
    return { agency, procedure, edition: edition ?? null, ...values }
  } catch {
    return null
  }
}

const refuse = (io: Io, { id, en }: Sentence): ExitCode => {
  io.err(id)
  io.err(en)
  return 1
}
