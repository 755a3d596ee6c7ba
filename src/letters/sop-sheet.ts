// The official sheet of an SOP for one agency: the words of paper, the facts of the office, and the document for the printer.
import type { Agency } from '../core/agency/agency.ts'
import { speakPrinted } from '../core/clock/speak.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { type Sheet, sheetOf } from '../core/procedure/sheet/sheet.ts'
import { SHEET_WORDS } from './sop-sheet-words.ts'

export const sopSheet = (procedure: Procedure, agency: Agency): Sheet =>
  sheetOf(
    procedure,
    {
      government: agency.letterhead.government,
      office: agency.letterhead.name,
      approvedBy: [headOfOffice(agency), agency.name],
      place: agency.letterhead.place,
      created: printedDate(procedure.created),
      revised: printedDate(procedure.revised),
      effective: printedDate(procedure.effective),
    },
    SHEET_WORDS,
  )

/** The post above all others signs; a person's name is written by hand. */
const headOfOffice = ({ posts }: Agency): string =>
  (posts.find((post) => post.superior === undefined) ?? posts[0])?.title ?? ''

/** A month without a day is printed so: "Mei 2025"; nothing is made up. */
const printedDate = (printed: string | null): string => (printed === null ? '' : speakPrinted(printed, 'id'))
