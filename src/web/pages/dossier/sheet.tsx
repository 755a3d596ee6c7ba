// The disposition sheet on the screen, in the shape officials know; printed as a PDF from the same blocks.
import { speakDate, speakInstant } from '../../../core/clock/speak.ts'
import { CAPACITY_PREFIX, withNames } from '../../../core/person/title.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type DispositionEntry, DispositionSheet, type SheetBox } from '../../ui/disposition-sheet.tsx'
import { agendaEntryOf } from './agenda-entry.ts'
import type { Desk } from './desk.ts'
import { incomingOf, type SheetBlock, sheetBlocks } from './sheet-blocks.ts'

export const SheetCard = ({ desk }: { desk: Desk }) => {
  const { visitor, dossier, procedure } = desk
  const { agency } = visitor.agency
  const words = visitor.text.office.dossier
  const blocks = sheetBlocks({ agency, procedure, dossier })
  if (blocks.length === 0) return null
  return (
    <Card
      title={words.sheet}
      id="sheet"
      aside={
        <>
          <LinkButton kind="quiet" icon="printer" href={`/dossiers/${dossier.id}/disposition-sheet.pdf`} newTab>
            {words.sheetPdf}
          </LinkButton>
          <LinkButton kind="quiet" href={`/dossiers/${dossier.id}/disposition-sheet.pdf?paper=half-folio`} newTab>
            {visitor.text.dispositions.sheetSize}
          </LinkButton>
        </>
      }
    >
      <DispositionSheet
        letterhead={[agency.letterhead.government, agency.letterhead.name]}
        title={words.sheetText.title}
        {...headOf(desk)}
        entries={blocks.map((block) => entryOf(desk, block))}
        text={words.sheetText.parts}
      />
    </Card>
  )
}

const headOf = ({ visitor, dossier, client, books }: Desk) => {
  const words = visitor.text.office.dossier.sheetText
  const agenda = agendaEntryOf(dossier, books)
  const incoming = incomingOf(dossier)
  const day = (on: string | null | undefined) => (on ? speakDate(on, visitor.language) : '')
  const grade = (key: keyof typeof words.grades, ticked: boolean): SheetBox => ({ label: words.grades[key], ticked })
  return {
    letter: [
      { label: words.from, value: client.name },
      { label: words.number, value: incoming.number },
      { label: words.dated, value: day(incoming.datedOn) },
    ],
    receipt: [
      { label: words.received, value: day(agenda?.receivedOn) },
      { label: words.agenda, value: agenda?.number ?? '' },
    ],
    nature: {
      label: words.nature,
      boxes: [
        grade('sangat-segera', agenda?.urgency === 'sangat-segera'),
        grade('segera', agenda?.urgency === 'segera'),
        grade('rahasia', dossier.secrecy === 'rahasia'),
        ...(dossier.secrecy === 'terbatas' ? [grade('terbatas', true)] : []),
      ],
    },
    subject: { label: words.subject, value: dossier.subject },
  }
}

const entryOf = ({ visitor }: Desk, block: SheetBlock): DispositionEntry => {
  const { agency } = visitor.agency
  const { initial } = block
  return {
    key: block.step,
    post: block.from,
    state: block.state,
    forwardedTo: boxes(block.choices, block.to),
    instructions: boxes(agency.instructions, block.instructions),
    note: block.note,
    initial: initial
      ? {
          by: withNames(`${CAPACITY_PREFIX[initial.capacity]}${initial.post}`, initial),
          at: { iso: initial.at, text: speakInstant(initial.at, visitor.language, agency.zone) },
        }
      : undefined,
  }
}

const boxes = (labels: readonly string[], ticked: readonly string[]): SheetBox[] =>
  [...new Set([...labels, ...ticked])].map((label) => ({ label, ticked: ticked.includes(label) }))
