// One answer of a form as people read it: in the reader's language, a table as a table, a figure with its unit.
import type { ComponentChildren } from 'preact'
import { speakDay } from '../../core/clock/speak.ts'
import type { Column, Field } from '../../core/procedure/field-schema.ts'
import { type Form, PERSON_PARTS } from '../../core/procedure/form.ts'
import { isPerson, isTable, type TableField, type TableRow } from '../../core/procedure/table.ts'
import { isAsExpected, placeOf, rangeWords } from '../../core/procedure/value-faults.ts'
import type { Text } from '../text/text.ts'
import { StatusMark } from '../ui/badge.tsx'
import type { Lang } from '../ui/masthead.tsx'
import { Table } from '../ui/table.tsx'
import { inLines } from './lines.tsx'

export type AnswerWords = { yes: string; none: string; fields: Text['apply']['fields'] }

export const answerValue = (field: Field, form: Form, language: Lang, words: AnswerWords): ComponentChildren => {
  const value = form[field.field]
  if (value === undefined || value === '') return words.none
  if (isTable(value)) return field.type === 'table' ? rowsOf(field, value, language) : words.none
  if (isPerson(value)) return inLines(PERSON_PARTS.map((part) => value[part]).filter((part) => part !== ''))
  if (field.type === 'number') return figure(field, value, language, words)
  return field.type === 'long-text' ? inLines(value.split('\n')) : spoken(field, value, language, words)
}

/** Of a field, or of a cell of a table. */
const spoken = (
  { type, options = [] }: { type: Field['type']; options?: Column['options'] },
  value: string,
  language: Lang,
  words?: AnswerWords,
): string => {
  switch (type) {
    case 'choice':
      return options.find((option) => option.value === value)?.label[language] ?? value
    case 'date':
      return speakDay(value, language)
    case 'time':
      return language === 'id' ? value.replace(':', '.') : value.replace('.', ':')
    case 'coordinates': {
      const place = placeOf(value)
      return place && words ? words.fields.place(place.latitude, place.longitude) : value
    }
    case 'consent':
      return words?.yes ?? value
    default:
      return value
  }
}

/** Outside what is expected it says so: by a word, not by colour alone. */
const figure = (
  field: Extract<Field, { type: 'number' }>,
  value: string,
  language: Lang,
  { fields }: AnswerWords,
): ComponentChildren => {
  const of = field.unit ? ` ${field.unit}` : ''
  const told = `${value}${of}`
  if (isAsExpected(field, value)) return told
  return (
    <>
      {told} <StatusMark tone="warning">{fields.outside(`${rangeWords(field.expected)[language]}${of}`)}</StatusMark>
    </>
  )
}

type Line = { row: TableRow; at: number }

const rowsOf = ({ label, columns }: TableField, rows: readonly TableRow[], language: Lang): ComponentChildren => (
  <Table<Line>
    caption={label[language]}
    captionHidden
    columns={columns.map((column, at) => ({
      key: column.column,
      label: column.label[language],
      head: at === 0,
      align: column.type === 'number' ? 'end' : 'start',
      render: ({ row }) => spoken(column, row[column.column] ?? '', language),
    }))}
    rows={rows.map((row, at) => ({ row, at }))}
    rowKey={({ at }) => String(at)}
  />
)
