// What an import would do, line by line: new, changed, removed, as it is, or refused and why.
import type { ImportLine, ImportPlan, ImportState } from '../../../core/clock/import-calendar.ts'
import { isDay } from '../../../core/clock/instant.ts'
import { speakDay } from '../../../core/clock/speak.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Visitor } from '../../visitor.ts'

const STATES: readonly ImportState[] = ['refused', 'new', 'changed', 'removed', 'same']

const TONES: Record<ImportState, Tone> = {
  new: 'good',
  changed: 'info',
  removed: 'warning',
  same: 'neutral',
  refused: 'bad',
}

export const PreviewCard = ({ visitor, plan }: { visitor: Visitor; plan: ImportPlan }) => {
  const words = visitor.text.calendar
  const counted = STATES.map((state) => ({ state, count: plan.lines.filter((one) => one.state === state).length }))
  const counts = counted
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${words.importStates[state]}`)
    .join(', ')
  const isUseless = plan.lines.every((one) => one.state === 'refused')
  return (
    <>
      {plan.changes.length === 0 && (
        <Notice tone={isUseless ? 'bad' : 'info'} word={visitor.text.common.words[isUseless ? 'bad' : 'info']} spoken>
          <p>{isUseless ? words.importRefused : words.importNothing}</p>
        </Notice>
      )}
      <Card title={words.preview} aside={counts} flush>
        <Table
          caption={words.preview}
          captionHidden
          columns={columnsOf(visitor)}
          rows={plan.lines}
          rowKey={(one) => `${one.list} ${one.key} ${one.line}`}
        />
      </Card>
    </>
  )
}

const columnsOf = (visitor: Visitor): Column<ImportLine>[] => {
  const words = visitor.text.calendar
  return [
    {
      key: 'on',
      label: words.on,
      head: true,
      render: ({ key }) => (isDay(key) ? speakDay(key, visitor.language) : key || '–'),
    },
    {
      key: 'name',
      label: words.name,
      render: ({ name, state, before, after }) => (
        <>
          {(state === 'refused' ? null : detail(visitor, after)) ?? name}
          {state === 'changed' && <s class="was"> {detail(visitor, before)}</s>}
        </>
      ),
    },
    { key: 'line', label: words.line, align: 'end', render: ({ line }) => (line === null ? '–' : String(line)) },
    {
      key: 'state',
      label: words.state,
      render: ({ state, why }) => (
        <>
          <StatusMark tone={TONES[state]}>{words.importStates[state]}</StatusMark>
          {why.map((one) => (
            <p key={one.id}>{one[visitor.language]}</p>
          ))}
        </>
      ),
    },
  ]
}

const detail = (visitor: Visitor, row: ImportLine['after']): string | null => {
  if (row === null) return null
  if ('label' in row) return row.label
  if ('hours' in row) return `${row.name} (${row.hours.join(', ')})`
  return 'kind' in row ? `${row.name} (${visitor.text.calendar.kinds[row.kind]})` : row.name
}
