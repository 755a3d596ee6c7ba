// The organisation of the running office, for commands: with the rights of the application, no more.
import { randomUUID } from 'node:crypto'
import { type AgencyData, agencyNamed } from '../core/agency/catalogue.ts'
import { instantAt } from '../core/clock/instant.ts'
import { readLetterSource } from '../letters/letter-source.ts'
import type { Store } from '../store/connect.ts'
import { createLiving } from '../store/living.ts'
import { withAppStore } from './app-database.ts'
import { loadCatalogue } from './catalogue.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import type { ExitCode, Io } from './command.ts'
import { readConfig } from './config.ts'
import { say, unknownAgency } from './say.ts'

export type CommandOffice = { store: Store; agency: AgencyData; now: string; newId: () => string }

/** @returns the exit code of the work, or of an agency that the catalogue does not have */
export const withOffice = async (
  io: Io,
  agency: string,
  work: (office: CommandOffice) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
  const files = agencyNamed(await loadCatalogue(config.catalogueFolder ?? catalogueFolder(io)), agency)
  if (!files) return say(io, 1, unknownAgency(agency))
  const now = instantAt(Date.now())
  return withAppStore(io, async (store) => {
    const living = createLiving(store, readLetterSource, (what) => io.err(what))
    return work({ store, agency: await living(files, now), now, newId: randomUUID })
  })
}
