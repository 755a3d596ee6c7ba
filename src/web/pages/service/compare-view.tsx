// The chapters of a comparison: the older at the left, the newer at the right, on a telephone one under the other.
import type { Chapter, Comparison } from '../../../core/procedure/compare/compare.ts'
import type { Mark } from '../../../core/procedure/compare/pairs.ts'
import type { Item, Row } from '../../../core/procedure/compare/rows.ts'
import type { Sentence } from '../../../core/sentence.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { IconName } from '../../ui/icon.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Visitor } from '../../visitor.ts'

type Told = { visitor: Visitor; names: { before: string; after: string } }

export const Chapters = ({ visitor, found }: { visitor: Visitor; found: Comparison }) => {
  const names = { before: found.before.edition, after: found.after.edition }
  return (
    <>
      {found.chapters.map((chapter) => (
        <ChapterCard key={chapter.key} visitor={visitor} names={names} chapter={chapter} />
      ))}
    </>
  )
}

const ChapterCard = ({ visitor, names, chapter }: Told & { chapter: Chapter }) => {
  const { rows, items } = chapter
  const [same, other] = [rows.filter(isSame), rows.filter((row) => !isSame(row))]
  const [sameItems, otherItems] = [items.filter(isSame), items.filter((item) => !isSame(item))]
  const label = chapter.label[visitor.language]
  return (
    <Card title={`${label.charAt(0).toUpperCase()}${label.slice(1)}`} id={`compare-${chapter.key}`}>
      <Rows visitor={visitor} names={names} rows={other} />
      {otherItems.map((item, at) => (
        <ItemPart key={`${at}-${item.after?.id}`} visitor={visitor} names={names} item={item} />
      ))}
      {same.length + sameItems.length > 0 && (
        <details class="compare-same">
          <summary>{visitor.text.compare.unchanged(same.length + sameItems.length)}</summary>
          <Rows visitor={visitor} names={names} rows={same} />
          <ul class="bullets">
            {sameItems.map((item, at) => (
              <li key={`${at}-${item.after?.id}`}>{item.after?.[visitor.language]}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

const isSame = ({ mark }: { mark: Mark }): boolean => mark === 'same'

const ItemPart = ({ visitor, names, item }: Told & { item: Item }) => {
  const { before, after, mark, isMoved, rows } = item
  const words = visitor.text.compare
  const isBoth = before !== null && after !== null
  const shown = isBoth ? rows.filter((row) => !isSame(row)) : rows
  return (
    <section class="compare-item">
      <h3 class="compare-title">
        <MarkOf visitor={visitor} mark={mark} /> {(after ?? before)?.[visitor.language]}
        {isMoved && ` (${words.moved})`}
      </h3>
      {isBoth ? (
        <Rows visitor={visitor} names={names} rows={shown} />
      ) : (
        shown.length > 0 && (
          <details class="compare-same">
            <summary>{words.details}</summary>
            <Rows visitor={visitor} names={names} rows={shown} />
          </details>
        )
      )}
    </section>
  )
}

const Rows = ({ visitor, names, rows }: Told & { rows: readonly Row[] }) => (
  <div class="fit">
    {rows.map((row, at) => (
      <div class={`compare-row compare-${row.mark}`} key={`${row.key}-${at}`}>
        <p class="compare-label">
          {/^\d+$/.test(row.label.id) ? '' : `${row.label[visitor.language]} `}
          <MarkOf visitor={visitor} mark={row.mark} />
        </p>
        <Side visitor={visitor} name={names.before} text={row.before} isGone={row.mark === 'removed'} />
        <Side visitor={visitor} name={names.after} text={row.after} isGone={false} />
      </div>
    ))}
  </div>
)

type SideProps = { visitor: Visitor; name: string; text: Sentence | null; isGone: boolean }

const Side = ({ visitor, name, text, isGone }: SideProps) => (
  <div class="compare-side">
    <p class="compare-edition">{name}</p>
    {text === null ? (
      <p class="quiet">{visitor.text.compare.nothing}</p>
    ) : (
      <p>{isGone ? <del>{text[visitor.language]}</del> : text[visitor.language]}</p>
    )}
  </div>
)

const MARKS: Record<Mark, { tone: Tone; icon: IconName }> = {
  same: { tone: 'neutral', icon: 'check' },
  spelling: { tone: 'neutral', icon: 'pencil' },
  changed: { tone: 'warning', icon: 'pencil' },
  added: { tone: 'good', icon: 'plus' },
  removed: { tone: 'bad', icon: 'x' },
}

export const MarkOf = ({ visitor, mark }: { visitor: Visitor; mark: Mark }) => (
  <StatusMark tone={MARKS[mark].tone} icon={MARKS[mark].icon}>
    {visitor.text.compare.marks[mark]}
  </StatusMark>
)
