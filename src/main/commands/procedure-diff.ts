// `mipp procedure diff`: what has changed between two editions, each a file or an edition of the catalogue.
import { parseArgs } from 'node:util'
import { compareEditions } from '../../core/procedure/compare/compare.ts'
import type { Sentence } from '../../core/sentence.ts'
import type { Command } from '../command.ts'
import { diffText } from '../diff-text.ts'
import { editionMeant, type MeantEdition } from '../edition-meant.ts'
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
    const [before, after] = [
      await editionMeant(io, first, values.database),
      await editionMeant(io, second, values.database),
    ]
    for (const { id, en } of [before, after].filter(isSentence)) {
      io.err(id)
      io.err(en)
    }
    if (isSentence(before) || isSentence(after)) return 1
    const compared = compareEditions(before.procedure, after.procedure)
    for (const line of values.json ? [JSON.stringify(compared, null, 2)] : diffText(compared)) io.out(line)
    return 0
  },
}

const options = { database: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const

const isSentence = (one: MeantEdition | Sentence): one is Sentence => 'id' in one
