// mipp agency create: brings an agency of the catalogue into the database, with its posts, clients and editions.
import { Temporal } from 'temporal-polyfill'
import { agencyNamed } from '../../core/agency/catalogue.ts'
import { openStore } from '../../store/connect.ts'
import { seedAgency } from '../../store/seed.ts'
import { loadCatalogue } from '../catalogue.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command } from '../command.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'

export const agencyCreate: Command = {
  name: 'agency create',
  usage: 'AGENCY',
  about: 'Memasukkan kantor dari katalog ke pangkalan data. / Brings an agency of the catalogue into the database.',
  run: async (args, io) => {
    const [id, ...rest] = args
    if (id === undefined || rest.length > 0 || id.startsWith('-')) {
      io.err('mipp agency create AGENCY')
      return 2
    }
    const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
    const data = agencyNamed(await loadCatalogue(config.catalogueFolder ?? catalogueFolder(io)), id)
    if (!data) {
      io.err(`Katalog tidak memuat kantor "${id}". / The catalogue has no agency "${id}".`)
      return 1
    }
    const database = await openDatabase(config, { log: io.out, mayJoin: true })
    const store = openStore(database.url, 'mipp_app', 1)
    try {
      const faults = await seedAgency(store, data, Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }))
      for (const fault of faults)
        io.err(
          `${fault.procedure}@${fault.edition}: isi berkas berbeda dari yang tersimpan / the file differs from what is stored`,
        )
      if (faults.length > 0) return 1
      io.out(`Kantor "${id}" tersedia. / The agency "${id}" is there.`)
      return 0
    } finally {
      await store.close()
      await database.stop()
    }
  },
}
