// `mipp procedure sheet`: the official sheet of one procedure as PDF, A4 across.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createTypst } from '../../adapters/typst/typst.ts'
import { sopSheetDocument } from '../../letters/sop-sheet-document.ts'
import type { Command } from '../command.ts'
import { findSheet, type OneSheet } from '../one-sheet.ts'
import { projectRoot } from '../root.ts'
import { say, wrongUse } from '../say.ts'

const name = 'procedure sheet'
const usage = 'FILE|[AGENCY/]ID[@EDITION] --out F.pdf [--database] [--agency A]'

export const procedureSheet: Command = {
  name,
  usage,
  about:
    'Menulis lembar SOP resmi sebagai PDF A4 melintang; tanpa edisi, yang berlaku. / Writes the official SOP sheet as a PDF, A4 across; without an edition the one in force. --database: kantor yang berjalan / the running office.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [asked] = positionals
    if (asked === undefined || positionals.length > 1 || values.out === undefined) return wrongUse(io, name, usage)
    const found = await findSheet(io, asked, values)
    if ('id' in found) return say(io, 1, found)
    const bytes = await printed(found)
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

const printed = async ({ sheet, picture, arms }: OneSheet): Promise<Uint8Array> => {
  const typst = createTypst({ root: projectRoot() })
  try {
    return await typst.renderPdf(sopSheetDocument(sheet, picture, arms))
  } finally {
    await typst.close()
  }
}
