// `mipp procedure svg`: the official sheet of one procedure as one SVG file, all pages below each other.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { svgFile } from '../../core/procedure/sheet/svg.ts'
import type { Command } from '../command.ts'
import { findSheet } from '../one-sheet.ts'
import { say, wrongUse } from '../say.ts'

const name = 'procedure svg'
const usage = 'FILE|[AGENCY/]ID[@EDITION] --out F.svg [--database] [--agency A]'

export const procedureSvg: Command = {
  name,
  usage,
  about:
    'Menulis lembar SOP resmi sebagai gambar SVG yang berdiri sendiri; tanpa edisi, yang berlaku. / Writes the official SOP sheet as an SVG picture that stands alone; without an edition the one in force. --database: kantor yang berjalan / the running office.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [asked] = positionals
    if (asked === undefined || positionals.length > 1 || values.out === undefined) return wrongUse(io, name, usage)
    const found = await findSheet(io, asked, values)
    if ('id' in found) return say(io, 1, found)
    const bytes = svgFile(found.picture, found.arms)
    await writeFile(resolve(io.cwd, values.out), bytes)
    io.out(`${values.out}: ${found.picture.pages.length} halaman / pages`)
    return 0
  },
}

const options = {
  out: { type: 'string' },
  agency: { type: 'string' },
  database: { type: 'boolean', default: false },
} as const
