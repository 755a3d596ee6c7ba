// The rows of the sheet as a table: the same in words, for whoever does not see the picture or reads on a telephone.
import type { Mark } from '../../../core/procedure/sheet/picture.ts'
import type { Sheet, SheetRow } from '../../../core/procedure/sheet/sheet.ts'
import { type Column, Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'

type Props = { visitor: Visitor; sheet: Sheet; marks: ReadonlyMap<string, Mark> | null }

export const SheetRows = ({ visitor, sheet, marks }: Props) => {
  const words = visitor.text.publicPages.sop
  const { columns: heads } = words
  const list = (texts: readonly string[]): string => texts.join('; ')
  const state: Column<SheetRow> = {
    key: 'state',
    label: heads.state,
    render: ({ key }) => markWords(visitor, marks?.get(key)),
  }
  const columns: Column<SheetRow>[] = [
    { key: 'no', label: heads.no, render: ({ no }) => no },
    { key: 'activity', label: heads.activity, head: true, render: ({ activity, says }) => activity || says },
    ...(marks ? [state] : []),
    { key: 'who', label: heads.who, render: (row) => whoWords(sheet, row, words.inferred) },
    { key: 'symbol', label: heads.symbol, render: ({ says }) => says },
    { key: 'next', label: heads.next, render: (row) => nextWords(visitor, sheet, row) },
    { key: 'needs', label: heads.needs, render: ({ needs }) => list(needs) },
    { key: 'time', label: heads.time, render: ({ time }) => time },
    { key: 'makes', label: heads.makes, render: ({ makes }) => list(makes) },
    ...(sheet.rows.some(({ note }) => note !== '')
      ? [{ key: 'note', label: heads.note, render: ({ note }: SheetRow) => note }]
      : []),
  ]
  return <Table caption={words.table} captionHidden columns={columns} rows={sheet.rows} rowKey={({ key }) => key} />
}

const whoWords = ({ lanes }: Sheet, { lanes: of, isInferred }: SheetRow, inferred: string): string =>
  `${of.map((lane) => lanes[lane]?.label ?? '').join(', ')}${isInferred ? ` (${inferred})` : ''}`

const nextWords = ({ text }: Visitor, { rows, edges }: Sheet, row: SheetRow): string =>
  edges
    .filter(({ from }) => from === row.key)
    .map(({ to, label }) => {
      const target = rows.find(({ key }) => key === to)
      const said = target?.no ? text.publicPages.sop.step(target.no) : (target?.says ?? '')
      return label === '' ? said : `${label}: ${said}`
    })
    .join('; ')

const markWords = ({ text }: Visitor, mark: Mark | undefined): string => {
  const words = text.publicPages.sop
  if (!mark) return words.states.later
  return mark.rounds > 1 ? `${words.states[mark.state]}, ${words.rounds(mark.rounds)}` : words.states[mark.state]
}
