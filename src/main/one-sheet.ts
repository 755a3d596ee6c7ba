// The official sheet of the one procedure that a command names: a file, AGENCY/ID[@EDITION], or an ID that one agency alone has.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Agency } from '../core/agency/agency.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { layOut } from '../core/procedure/sheet/layout.ts'
import type { Picture } from '../core/procedure/sheet/picture.ts'
import type { Sheet } from '../core/procedure/sheet/sheet.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { sopSheet } from '../letters/sop-sheet.ts'
import { agencyFolders } from './catalogue.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import type { Io } from './command.ts'
import { editionMeant } from './edition-meant.ts'
import { agencyFile } from './office-day.ts'
import { whichAgency } from './say.ts'

export type OneSheet = { sheet: Sheet; picture: Picture; arms: string | null }

/** @param asked a file too: of the office whose folder it lies in, or of the one that is named */
export const findSheet = async (
  io: Io,
  asked: string,
  { database, agency: named }: { database: boolean; agency?: string | undefined },
): Promise<OneSheet | Sentence> => {
  const meant = await editionMeant(io, asked, database)
  if ('id' in meant) return meant
  const agency = named ?? meant.agency
  if (agency === null) return whichAgency(await agencyFolders(catalogueFolder(io)))
  const office = await agencyFile(catalogueFolder(io), agency)
  return office ? drawn(io, office, meant.procedure) : unreadable(agency)
}

const drawn = async (io: Io, office: Agency, procedure: Procedure): Promise<OneSheet> => {
  const sheet = sopSheet(procedure, office)
  const { arms } = office.letterhead
  const file = arms === undefined ? null : join(catalogueFolder(io), office.agency, arms)
  return { sheet, picture: layOut(sheet), arms: file === null ? null : await readFile(file, 'utf8') }
}

const unreadable = (agency: string): Sentence =>
  sentence(`Berkas agency.yaml milik ${agency} tidak terbaca.`, `The file agency.yaml of ${agency} cannot be read.`)
