// The rows of a work list with what stands around them: what failed, what to do when there is nothing, the pages.
import type { Text } from '../../text/text.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type WorkItem, WorkList } from '../../ui/work-list.tsx'
import type { UnsignedLetter } from '../../unsigned-letters.ts'
import type { Visitor } from '../../visitor.ts'
import { type Asked, FILTERS, viewAddress, workAddress } from './asked.ts'
import { ChoiceForm } from './choice-form.tsx'
import { LIVE_PATH } from './live.ts'
import type { RowDeed } from './row-deeds.ts'
import type { ViewCount } from './tabs.tsx'
import { Unsigned } from './unsigned.tsx'

export const Strange = ({ visitor, strange }: { visitor: Visitor; strange: readonly string[] }) =>
  strange.length === 0 ? null : (
    <Notice tone="warning" word={visitor.text.common.words.warning} spoken>
      {strange.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )

type ListsProps = {
  visitor: Visitor
  asked: Asked
  counts: readonly ViewCount[]
  items: WorkItem[]
  troubled: WorkItem[]
  unsigned: readonly UnsignedLetter[]
  next: string | null
  /** What can be done with several at once. */
  deeds: readonly RowDeed[]
  formKey: string
}

/** One region that a refresh replaces as a whole, so that work that has just failed also appears. */
export const Lists = ({ visitor, asked, counts, items, troubled, unsigned, next, deeds, formKey }: ListsProps) => {
  const { work, views } = visitor.text.office
  const label = views.names[asked.view]
  return (
    <div class="stack" id="work" data-live={LIVE_PATH} data-live-announce={work.arrived}>
      {troubled.length > 0 && <Troubled visitor={visitor} items={troubled} />}
      <Unsigned visitor={visitor} letters={unsigned} />
      <Card flush>
        <ChoiceForm visitor={visitor} asked={asked} deeds={deeds} formKey={formKey}>
          <WorkList
            id="work-list"
            label={label}
            items={items}
            empty={<Nothing text={visitor.text} asked={asked} counts={counts} />}
          />
        </ChoiceForm>
      </Card>
      <Pager
        label={work.pages}
        previous={
          asked.after === null ? undefined : { href: workAddress({ ...asked, after: null }), label: work.first }
        }
        next={next === null ? undefined : { href: workAddress({ ...asked, after: next }), label: work.next }}
      />
    </div>
  )
}

const Troubled = ({ visitor, items }: { visitor: Visitor; items: WorkItem[] }) => {
  const { work } = visitor.text.office
  return (
    <Card title={work.troubled} flush>
      <p class="card-note">{work.troubledLead}</p>
      <WorkList
        id="troubled"
        label={work.troubled}
        items={items.map((item) => ({ ...item, key: `troubled-${item.key}`, choice: undefined }))}
        empty={null}
      />
    </Card>
  )
}

/** Where to look next: wider, or in the basket. */
const Nothing = ({ text, asked, counts }: { text: Text; asked: Asked; counts: readonly ViewCount[] }) => {
  const { views } = text.office
  const isNarrowed = FILTERS.some((name) => asked.typed[name] !== undefined)
  const { title, says } = isNarrowed ? views.emptyFiltered : views.empty[asked.view]
  const basket = counts.find(({ view }) => view === 'basket')?.count ?? 0
  const action = isNarrowed ? (
    <LinkButton href={viewAddress(asked.view, { typed: {} })}>{views.clear}</LinkButton>
  ) : asked.view === 'mine' && basket > 0 ? (
    <LinkButton href={viewAddress('basket', { typed: {} })} icon="users">
      {views.toBasket(views.count(basket))}
    </LinkButton>
  ) : undefined
  return (
    <EmptyState icon={isNarrowed ? 'search' : 'inbox'} title={title} action={action}>
      {says}
    </EmptyState>
  )
}
