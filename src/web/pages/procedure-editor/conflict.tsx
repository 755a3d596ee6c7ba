// Two have written into one section: both texts side by side, and the choice between them.
import type { Posted } from '../../request/body.ts'
import { first } from '../../request/body.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import { addressOf } from './address.ts'
import type { Desk } from './desk.ts'
import { answersOf } from './field-view.tsx'
import { drawingOf, fieldsIn } from './section-view.tsx'
import { setsOf } from './sets.ts'

export const Conflict = ({ desk, typed }: { desk: Desk; typed: Posted }) => {
  const { visitor, draft, section } = desk
  const words = visitor.text.editor
  const rows = first(typed, 'do') === 'text' ? textRows(desk, typed) : rowsOf(desk, typed)
  return (
    <Notice
      tone="warning"
      word={visitor.text.common.words.warning}
      spoken
      actions={<LinkButton href={addressOf(draft, section)}>{words.takeTheirs}</LinkButton>}
    >
      <p>
        {words.conflict(draft.changedBy?.name || words.somebody)} {words.conflictLead}
      </p>
      <Table
        caption={words.what}
        captionHidden
        columns={[
          { key: 'what', label: words.what, head: true, render: (row) => row.label },
          { key: 'mine', label: words.mine, render: (row) => <Lines text={row.mine || words.empty} /> },
          { key: 'theirs', label: words.theirs, render: (row) => <Lines text={row.theirs || words.empty} /> },
        ]}
        rows={rows}
        rowKey={(row) => row.name}
      />
    </Notice>
  )
}

const Lines = ({ text }: { text: string }) => <span class="editor-lines">{text}</span>

type Row = { name: string; label: string; mine: string; theirs: string }

const rowsOf = (desk: Desk, typed: Posted): Row[] => {
  const { scene, section, path, visitor } = desk
  if (!scene) return []
  const fields = fieldsIn(setsOf(scene, section, path))
  const { thing, prefix } = drawingOf(desk, null)
  const theirs = answersOf(fields, { thing, prefix, typed: null })
  const mine = answersOf(fields, { thing, prefix, typed })
  return theirs.flatMap(({ name, label, answer }, at) => {
    const own = mine[at]?.answer ?? ''
    return own === answer ? [] : [{ name, label: label[visitor.language], mine: own, theirs: answer }]
  })
}

const textRows = ({ draft, visitor }: Desk, typed: Posted): Row[] => [
  { name: 'text', label: visitor.text.editor.fileText, mine: first(typed, 'source'), theirs: draft.source },
]

/** What was typed into a thing that somebody else has taken away. */
export const Lost = ({ desk, typed }: { desk: Desk; typed: Posted }) => {
  const { text } = desk.visitor
  const answers = Object.entries(typed.values).filter(([name]) => name.startsWith('f.'))
  const texts = answers.flatMap(([, values]) => values).filter((value) => value !== '')
  return (
    <Notice tone="info" word={text.editor.mine}>
      <p>{text.editor.goneLead}</p>
      <ul>
        {[...new Set(texts)].map((value) => (
          <li key={value}>
            <Lines text={value} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
