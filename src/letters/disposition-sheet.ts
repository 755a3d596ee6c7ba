// Lembar disposisi: travels with a letter and fills line by line (Permendagri on official letters; domain.md 2.1).
import type { Day, Instant } from '../core/clock/instant.ts'
import type { Secrecy, Urgency } from '../core/dossier/events.ts'
import { type SeatedBy, withNames } from '../core/person/title.ts'
import { type SheetNode, treeRows } from './disposition-tree.ts'
import { type PaperSize, type TypstDocument, typstDocument } from './document.ts'
import { longDate, longDateTime, titleOf } from './indonesian.ts'
import { armsOf, headOf, type Letterhead } from './letterhead.ts'

export type SheetDisposition = {
  /** The post that disposes. */
  from: string
  /** Posts printed as boxes; those of `to` are ticked, and added when they are not among them. */
  choices: string[]
  to: string[]
  instructions: string[]
  note: string
  /** Null while the sheet is still on the way to this post: the block is printed empty. */
  initial: (SeatedBy & { at: Instant }) | null
}

export type DispositionSheet = {
  letterhead: Letterhead
  /** Without it: half folio (165 x 215 mm) for one disposition, A4 for more, so that the chain stays on one page. */
  paper?: PaperSize
  zone: string
  /** The sheet shows the state of this moment. */
  createdAt: Instant
  dossierNumber: string
  incoming: { from: string; number: string; datedOn: Day | null; subject: string }
  receivedOn: Day | null
  agendaNumber: string
  /** Null before the front office has entered the letter. */
  urgency: Urgency | null
  secrecy: Secrecy | null
  /** The office's standard instructions, printed as boxes in every block. */
  instructions: string[]
  dispositions: SheetDisposition[]
  /** Where more than the path was asked: the whole tree, after the blocks. */
  tree?: SheetNode[]
}

export const dispositionSheetDocument = (sheet: DispositionSheet): TypstDocument =>
  typstDocument({
    template: 'disposition-sheet',
    paper: sheet.paper ?? (sheet.dispositions.length > 1 ? 'a4' : 'half-folio'),
    title: `Lembar Disposisi ${sheet.agendaNumber || sheet.dossierNumber}`,
    author: sheet.letterhead.office,
    keywords: [sheet.dossierNumber, sheet.agendaNumber].filter((number) => number !== ''),
    createdAt: sheet.createdAt,
    images: armsOf(sheet.letterhead),
    body: {
      head: headOf(sheet.letterhead),
      from: sheet.incoming.from,
      number: sheet.incoming.number,
      dated: dateOrEmpty(sheet.incoming.datedOn),
      received: dateOrEmpty(sheet.receivedOn),
      agenda: sheet.agendaNumber,
      grades: gradesOf(sheet),
      subject: sheet.incoming.subject,
      blocks: sheet.dispositions.map((disposition) => blockOf(disposition, sheet)),
      tree: treeRows(sheet.tree ?? [], sheet.zone),
      foot: `MIPP, berkas ${sheet.dossierNumber}, keadaan ${longDateTime(sheet.createdAt, sheet.zone)}`,
    },
  })

type Box = { label: string; ticked: boolean }

/** "Biasa" is none of them ticked; a rarer grade gets its box only where it is meant. */
const gradesOf = ({ urgency, secrecy }: DispositionSheet): Box[] => [
  { label: 'Sangat segera', ticked: urgency === 'sangat-segera' },
  { label: 'Segera', ticked: urgency === 'segera' },
  { label: 'Rahasia', ticked: secrecy === 'rahasia' },
  ...(secrecy === 'terbatas' ? [{ label: 'Terbatas', ticked: true }] : []),
]

const blockOf = ({ from, choices, to, instructions, note, initial }: SheetDisposition, sheet: DispositionSheet) => ({
  from,
  to: boxes(choices, to),
  instructions: boxes(sheet.instructions, instructions),
  note,
  initial: initial && {
    by: withNames(titleOf(initial.post, initial.capacity), initial),
    at: longDateTime(initial.at, sheet.zone),
  },
})

const boxes = (choices: readonly string[], ticked: readonly string[]): Box[] =>
  [...new Set([...choices, ...ticked])].map((label) => ({ label, ticked: ticked.includes(label) }))

const dateOrEmpty = (day: Day | null): string => (day === null ? '' : longDate(day))
