// mipp organisation export: the tables of the running office as CSV files in a folder.
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { tableOf } from '../../exchange/organisation/cells.ts'
import { FILE_NAMES, TABLE_KINDS } from '../../exchange/organisation/columns.ts'
import { readOrganisation } from '../../store/organisation.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../web/request/csv.ts'
import type { Command } from '../command.ts'
import { withOffice } from '../organisation-office.ts'
import { wrongUse } from '../say.ts'

const name = 'organisation export'
const usage = '--agency A --to FOLDER'

export const organisationExport: Command = {
  name,
  usage,
  about:
    'Menulis organisasi kantor yang berjalan sebagai lima berkas CSV. / Writes the organisation of the running office as five CSV files.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (!asked) return wrongUse(io, name, usage)
    return withOffice(io, asked.agency, async ({ store }) => {
      const office = await readOrganisation(store, asked.agency)
      const folder = resolve(io.cwd, asked.to)
      // Names and addresses of people stand in them.
      await mkdir(folder, { recursive: true, mode: 0o700 })
      for (const kind of TABLE_KINDS) {
        const file = join(folder, FILE_NAMES[kind].id)
        const text = BYTE_ORDER_MARK + tableOf(office, kind, 'id').map(csvRow).join('')
        await writeFile(file, text, { mode: 0o600 })
        io.out(file)
      }
      return 0
    })
  },
}

const options = { agency: { type: 'string' }, to: { type: 'string' } } as const

const readArgs = (args: string[]): { agency: string; to: string } | null => {
  try {
    const { agency, to } = parseArgs({ args, options, allowPositionals: false }).values
    return agency === undefined || to === undefined ? null : { agency, to }
  } catch {
    return null
  }
}
