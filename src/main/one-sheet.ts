// The official sheet of the one procedure that a command names: AGENCY/ID[@EDITION], or an ID that one agency alone has.
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
import { agencyFile } from './office-day.ts'
import { findEdition } from './one-edition.ts'

export type OneSheet = { sheet: Sheet; picture: Picture; arms: string | null }

export const findSheet = async (io: Io, asked: string, database: boolean): Promise<OneSheet | Sentence> => {
  const [, agency, procedure, edition = null] = /^(?:([^/@]+)\/)?([^/@]+)(?:@([^/@]+))?$/.exec(asked) ?? []
  if (procedure === undefined) return notUnderstood(asked)
  const agencies = agency === undefined ? await agencyFolders(catalogueFolder(io)) : [agency]
  const found: { agency: string; procedure: Procedure }[] = []
  const whys: Sentence[] = []
  for (const one of agencies) {
    const read = await findEdition(io, { agency: one, procedure, edition, database })
    if ('procedure' in read) found.push({ agency: one, procedure: read.procedure })
    else whys.push(read)
  }
  const [only, another] = found
  if (another)
    return ofSeveral(
      asked,
      found.map((one) => one.agency),
    )
  if (!only) return agencies.length === 1 && whys[0] ? whys[0] : nowhere(asked)
  const office = await agencyFile(catalogueFolder(io), only.agency)
  return office ? drawn(io, office, only.procedure) : unreadable(only.agency)
}

const drawn = async (io: Io, office: Agency, procedure: Procedure): Promise<OneSheet> => {
  const sheet = sopSheet(procedure, office)
  const { arms } = office.letterhead
  const file = arms === undefined ? null : join(catalogueFolder(io), office.agency, arms)
  return { sheet, picture: layOut(sheet), arms: file === null ? null : await readFile(file, 'utf8') }
}

const notUnderstood = (asked: string): Sentence =>
  sentence(
    `"${asked}" bukan prosedur seperti demak/nama@edisi.`,
    `"${asked}" is not a procedure such as demak/name@edition.`,
  )

const nowhere = (asked: string): Sentence =>
  sentence(`Tidak ada instansi yang mempunyai "${asked}".`, `No agency has "${asked}".`)

const unreadable = (agency: string): Sentence =>
  sentence(`Berkas agency.yaml milik ${agency} tidak terbaca.`, `The file agency.yaml of ${agency} cannot be read.`)

const ofSeveral = (asked: string, agencies: readonly string[]): Sentence =>
  sentence(
    `Beberapa instansi mempunyai "${asked}": ${agencies.join(', ')}. Tulis instansinya, misalnya ${agencies[0]}/${asked}.`,
    `Several agencies have "${asked}": ${agencies.join(', ')}. Name the agency, for example ${agencies[0]}/${asked}.`,
  )
