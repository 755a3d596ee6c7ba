// `mipp clock explain`: the clocks of one dossier, how each due came to be, and who was waited for how long.
import type { LivingOffice } from '../../core/agency/catalogue.ts'
import { instantAt } from '../../core/clock/instant.ts'
import { fold } from '../../core/dossier/evolve.ts'
import { type TimeAccount, timeAccount } from '../../core/dossier/time-account.ts'
import { readProcedure } from '../../core/procedure/read.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { type DossierDetail, historyOf } from '../../store/dossier-records.ts'
import { storedEditions } from '../../store/editions.ts'
import { readOffice } from '../../store/living-office.ts'
import type { OwnerStore } from '../../store/owner.ts'
import { accountData, accountLines } from '../account-text.ts'
import { calendarOfAgency } from '../calendar-file.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command, Io } from '../command.ts'
import { agencyFile } from '../office-day.ts'
import { ONE_DOSSIER, withOneDossier } from '../one-dossier.ts'
import { OperatorError } from '../operator-error.ts'

const name = 'clock explain'

export const clockExplain: Command = {
  name,
  usage: ONE_DOSSIER,
  about:
    'Menjelaskan batas waktu satu berkas: jam kerja yang dihitung, hari yang dilewati, jeda, perpanjangan, dan siapa yang ditunggu. / Explains the due dates of a dossier: working time, days skipped, pauses, extension, and who was waited for.',
  run: (args, io) =>
    withOneDossier(
      io,
      { name, args: args.filter((one) => one !== '--json') },
      {
        read: (store, found) => explained(io, store, found),
        lines: (data) => (args.includes('--json') ? [JSON.stringify(accountData(data), null, 2)] : accountLines(data)),
      },
    ),
}

export type ExplainedDossier = { number: string; procedure: Procedure; office: LivingOffice; account: TimeAccount }

const explained = async (io: Io, store: OwnerStore, found: DossierDetail): Promise<ExplainedDossier> => {
  const office = await officeOf(io, store, found.agency)
  const edition = (await storedEditions(store)).find(
    (one) => one.agency === found.agency && one.procedure === found.procedure && one.edition === found.edition,
  )
  const read = readProcedure(edition?.source ?? '')
  const events = await historyOf(store, found)
  const dossier = events && fold(found.dossier, events)
  if (!read.ok || !dossier)
    throw new OperatorError(
      `Berkas ${found.number} tidak dapat dijelaskan: isinya sudah dimusnahkan atau rusak. Periksa dengan mipp events verify.`,
      `The dossier ${found.number} cannot be explained: it was destroyed or spoilt. Check with mipp events verify.`,
    )
  const now = instantAt(Date.now())
  const account = timeAccount({ procedure: read.procedure, dossier, office, now })
  return { number: found.number, procedure: read.procedure, office, account }
}

/** By the calendars of the running office; the files say what the database does not hold. */
const officeOf = async (io: Io, store: OwnerStore, agency: string): Promise<LivingOffice> => {
  const folder = catalogueFolder(io)
  const [file, calendar] = [await agencyFile(folder, agency), await calendarOfAgency(folder, agency)]
  if (!file || !calendar?.ok)
    throw new OperatorError(
      `Katalog tidak memuat kantor "${agency}", atau berkasnya tidak terbaca.`,
      `The catalogue has no office "${agency}", or its files cannot be read.`,
    )
  const reading = {
    inAgency: <T>(_agency: string, work: Parameters<typeof store.inSnapshot<T>>[0]) => store.inSnapshot(work),
  }
  return readOffice(reading, { agency: file, calendar: calendar.calendar }, { onUnreadable: () => undefined })
}
