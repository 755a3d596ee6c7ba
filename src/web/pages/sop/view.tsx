// The official sheet on a page: its pages as pictures that scroll in their own frame, then the same as facts and table.
import type { Mark, Picture } from '../../../core/procedure/sheet/picture.ts'
import type { Sheet } from '../../../core/procedure/sheet/sheet.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import type { Visitor } from '../../visitor.ts'
import { SheetRows } from './rows.tsx'

type Props = {
  visitor: Visitor
  sheet: Sheet
  picture: Picture
  /** Address of the picture of one page, from 1. */
  pageHref: (page: number) => string
  /** Of a dossier; null for the sheet alone. */
  marks: ReadonlyMap<string, Mark> | null
}

export const SheetPictures = ({ visitor, picture, pageHref, marks }: Props) => {
  const words = visitor.text.publicPages.sop
  const pages = picture.pages
    .map((page, at) => ({ kind: page.kind, number: at + 1 }))
    .filter(({ kind }) => marks === null || kind === 'flow')
  return (
    // What scrolls must be reached by keyboard.
    <section class="sop-pages" aria-label={words.pictures} tabindex={0}>
      {pages.map(({ kind, number }) => (
        <img
          key={number}
          class="sop-page"
          src={pageHref(number)}
          alt={words.page[kind](String(number))}
          width={Math.round(picture.width)}
          height={Math.round(picture.height)}
        />
      ))}
    </section>
  )
}

export const SheetWords = ({ visitor, sheet, marks }: Pick<Props, 'visitor' | 'sheet' | 'marks'>) => {
  const words = visitor.text.publicPages.sop
  return (
    <>
      <Card title={words.rows} id="rows">
        <SheetRows visitor={visitor} sheet={sheet} marks={marks} />
      </Card>
      {marks === null && <Identity visitor={visitor} sheet={sheet} />}
      {marks === null && sheet.additions.length > 0 && (
        <Card title={sheet.words.additions}>
          <p>{words.additionsLead}</p>
          {sheet.additions.map(({ title, lines }) => (
            <section key={title}>
              <h3 class="card-title">{title}</h3>
              <ul class="bullets">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
        </Card>
      )}
    </>
  )
}

const Identity = ({ visitor, sheet }: Pick<Props, 'visitor' | 'sheet'>) => {
  const { words, facts } = sheet
  const empty = visitor.text.publicPages.sop.empty
  const entries: [string, readonly string[]][] = [
    [words.number, [sheet.number]],
    [words.created, [facts.created]],
    [words.revised, [facts.revised]],
    [words.effective, [facts.effective]],
    [words.approvedBy, facts.approvedBy],
    [words.name, [sheet.title]],
    [words.legalBasis, sheet.legalBasis],
    [words.qualifications, sheet.qualifications],
    [words.related, sheet.related],
    [words.equipment, sheet.equipment],
    [words.warning, sheet.warning],
    [words.recordKeeping, sheet.recordKeeping],
  ]
  return (
    <Card title={visitor.text.publicPages.sop.identity}>
      <Definition
        facts={entries.map(([label, lines]) => {
          const said = lines.filter((line) => line !== '')
          return { label, value: said.length === 0 ? empty : said.map((line) => <div key={line}>{line}</div>) }
        })}
      />
    </Card>
  )
}
