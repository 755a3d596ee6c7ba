// A list of steps, actors, groups or fields: one open at a time, each moved, doubled or taken away with one press.
import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { addressOf } from './address.ts'
import type { Desk } from './desk.ts'

export type Item = {
  /** As the address names it. */
  item: string
  title: string
  facts: readonly string[]
  /** What stands under it, such as the fields of a group. */
  below?: ComponentChildren
}

type Props = { desk: Desk; items: readonly Item[]; label: string; numbered?: boolean; open: ComponentChildren }

export const ItemList = ({ desk, items, label, numbered, open }: Props) => (
  <ol class={numbered ? 'editor-items editor-numbered' : 'editor-items'} aria-label={label}>
    {items.map((one, at) => (
      <li class="editor-item" key={one.item} id={`item-${one.item.replaceAll('.', '-')}`}>
        <ItemRow desk={desk} one={one} at={at} count={items.length} numbered={numbered === true} />
        {desk.section.item === one.item && <div class="editor-open">{open}</div>}
        {one.below}
      </li>
    ))}
  </ol>
)

const ItemRow = ({
  desk,
  one,
  at,
  count,
  numbered,
}: {
  desk: Desk
  one: Item
  at: number
  count: number
  numbered: boolean
}) => {
  const { section, draft, visitor, faults } = desk
  const words = visitor.text.editor
  const isOpen = section.item === one.item
  const errors = faults.filter(
    (fault) => fault.section.part === section.part && fault.section.item === one.item && fault.severity === 'error',
  )
  return (
    <div class="editor-item-row">
      <a
        class="editor-item-link"
        href={`${addressOf(draft, isOpen ? { part: section.part } : { part: section.part, item: one.item })}#item-${one.item.replaceAll('.', '-')}`}
        aria-expanded={isOpen ? 'true' : 'false'}
      >
        {numbered && <span class="editor-item-number">{at + 1}</span>}
        <span class="editor-item-words">
          <span class="editor-item-title">{one.title}</span>
          <span class="editor-item-facts">{one.facts.filter((fact) => fact !== '').join(' · ')}</span>
          {errors.length > 0 && (
            <span class="editor-item-fault">
              <Icon name="alert-circle" size={16} /> {words.faultCount(String(errors.length))}
            </span>
          )}
        </span>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
      </a>
      <ItemActs desk={desk} one={one} isFirst={at === 0} isLast={at === count - 1} />
    </div>
  )
}

const ItemActs = ({ desk, one, isFirst, isLast }: { desk: Desk; one: Item; isFirst: boolean; isLast: boolean }) => {
  const { draft, section, visitor, signedIn } = desk
  const words = visitor.text.editor
  return (
    <form class="editor-acts" method="post" action={addressOf(draft, { part: section.part })} data-submit-once="">
      <CsrfField token={signedIn.csrf} />
      <input type="hidden" name="item" value={one.item} />
      {!isFirst && <Act value="up" icon="arrow-up" label={words.up(one.title)} />}
      {!isLast && <Act value="down" icon="arrow-down" label={words.down(one.title)} />}
      <Act value="copy" icon="copy" label={words.duplicate(one.title)} />
      <details class="editor-remove">
        <summary class="editor-act" title={words.remove(one.title)}>
          <Icon name="trash" label={words.remove(one.title)} />
        </summary>
        <div class="editor-remove-body">
          <p>{words.removeLead}</p>
          <button class="button button-danger" type="submit" name="do" value="remove">
            <span class="button-words">{words.removeYes}</span>
          </button>
        </div>
      </details>
    </form>
  )
}

const Act = ({ value, icon, label }: { value: string; icon: 'arrow-up' | 'arrow-down' | 'copy'; label: string }) => (
  <button class="editor-act" type="submit" name="do" value={value} title={label}>
    <Icon name={icon} label={label} />
  </button>
)
