// mipp agency create: brings an agency of the catalogue into the database, with its posts, clients and editions.
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { agencyNamed } from '../../core/agency/catalogue.ts'
import { seedAgency } from '../../store/seed.ts'
import { withAppStore } from '../app-database.ts'
import { loadCatalogue } from '../catalogue.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command } from '../command.ts'
import { readConfig } from '../config.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'

const name = 'agency create'
const usage = 'AGENCY [--json]'

export const agencyCreate: Command = {
  name,
  usage,
  about: 'Memasukkan kantor dari katalog ke pangkalan data. / Brings an agency of the catalogue into the database.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [id] = positionals
    if (id === undefined || positionals.length > 1) return wrongUse(io, name, usage)
    const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
    const data = agencyNamed(await loadCatalogue(config.catalogueFolder ?? catalogueFolder(io)), id)
    if (!data) return say(io, 1, unknownAgency(id))
    const now = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })
    const faults = await withAppStore(io, (store) => seedAgency(store, data, now))
    for (const { procedure, edition, file } of faults)
      io.err(
        `${file}: ${procedure}@${edition}: isi berkas berbeda dari yang tersimpan / the file differs from what is stored`,
      )
    if (faults.length > 0) return 1
    io.out(
      values.json
        ? JSON.stringify({ agency: id, editions: data.editions.length }, null, 2)
        : `Kantor "${id}" tersedia. / The agency "${id}" is there.`,
    )
    return 0
  },
}

const options = { json: { type: 'boolean', default: false } } as const
