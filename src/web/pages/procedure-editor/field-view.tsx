// Draws a question of the editor with its answer: what was typed where that is known, else what stands in the draft.
import type { ComponentChildren } from 'preact'
import { listAt, valueAt } from '../../../core/procedure/edit/look.ts'
import type { Sentence } from '../../../core/sentence.ts'
import type { Posted } from '../../request/body.ts'
import type { Text } from '../../text/text.ts'
import { Field } from '../../ui/field.tsx'
import type { Lang } from '../../ui/masthead.tsx'
import { namedIn, type Plain, sentAs, shownAs, valueIn } from './answers.ts'
import { type Choice, type EditField, type FieldSet, nameOf, type Rows } from './edit-field.ts'

export type Drawing = {
  words: Text['editor']
  language: Lang
  /** The thing whose questions these are. */
  thing: unknown
  prefix: string
  typed: Posted | null
  /** Answers how a time is read. */
  timeUrl: string
}

export const FieldSetView = ({ set, ...drawing }: Drawing & { set: FieldSet }) => {
  const { language } = drawing
  const body = (
    <>
      {set.hint && <p class="fieldset-hint">{set.hint[language]}</p>}
      <div class="fieldset-body">
        <FieldList {...drawing} fields={set.fields} />
      </div>
    </>
  )
  if (!set.folded || drawing.typed)
    return (
      <fieldset class="fieldset">
        <legend class="fieldset-legend">{set.legend[language]}</legend>
        {body}
      </fieldset>
    )
  return (
    <details class="editor-fold">
      <summary class="editor-fold-head">{set.legend[language]}</summary>
      {body}
    </details>
  )
}

export const FieldList = ({ fields, ...drawing }: Drawing & { fields: readonly EditField[] }) => (
  <>
    {fields.map((field) => (
      <AnyField key={nameOf(drawing.prefix, field)} {...drawing} field={field} />
    ))}
  </>
)

const AnyField = ({ field, ...drawing }: Drawing & { field: EditField }) =>
  field.kind === 'rows' ? <RowsView {...drawing} rows={field} /> : <PlainField {...drawing} field={field} />

const PlainField = ({ field, words, language, thing, prefix, typed, timeUrl }: Drawing & { field: Plain }) => {
  const name = nameOf(prefix, field)
  const answer = typed ? sentAs(field, name, typed) : shownAs(field, valueIn(field, thing))
  const [value = '', second = ''] = answer
  const label = field.label[language]
  const common = { name, label, ...(field.hint ? { hint: field.hint[language] } : {}) }
  switch (field.kind) {
    case 'line':
    case 'name':
      return (
        <Field
          kind="text"
          {...common}
          value={value}
          check={field.kind === 'line' && field.live ? { url: timeUrl } : undefined}
        />
      )
    case 'number':
      return <Field kind="number" {...common} value={value} />
    case 'area':
      return <Field kind="textarea" {...common} value={value} rows={2} />
    case 'lines':
    case 'names':
      return <Field kind="textarea" {...common} value={value} rows={Math.max(2, value.split('\n').length + 1)} />
    case 'words':
      return (
        <div class="editor-pair">
          <Field kind="text" {...common} name={`${name}.id`} value={value} />
          <Field
            kind="text"
            name={`${name}.en`}
            label={`${label} (${words.inEnglish})`}
            value={second}
            hint={words.inEnglishHint}
          />
        </div>
      )
    case 'choice':
      return (
        <Field
          kind="select"
          {...common}
          value={value}
          placeholder={field.none?.[language] ?? ''}
          options={withOwn(optionsOf(field.options, language), value)}
        />
      )
    case 'when':
      return answer.length > 0 || field.options.length === 0 ? (
        <Boxes {...common} field={field} answer={answer} language={language} />
      ) : (
        <Folded label={label}>
          <Boxes {...common} field={field} answer={answer} language={language} />
        </Folded>
      )
    case 'picks':
      return <Boxes {...common} field={field} answer={answer} language={language} />
    case 'tick':
      return <Field kind="checkbox" {...common} checked={value === 'yes'} />
  }
}

/** A condition that nobody has set only takes a line. */
const Folded = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <details class="editor-fold">
    <summary class="editor-fold-head">{label}</summary>
    {children}
  </details>
)

type BoxesProps = {
  name: string
  label: string
  hint?: string
  field: Extract<Plain, { options: readonly Choice[] }>
  answer: readonly string[]
  language: Lang
}

const Boxes = ({ field, answer, language, ...common }: BoxesProps) =>
  field.options.length === 0 && answer.length === 0 ? null : (
    <Field
      kind="checks"
      {...common}
      values={answer}
      inline
      options={answer.reduce(withOwn, optionsOf(field.options, language))}
    />
  )

type Option = { value: string; label: string; hint?: string }

const optionsOf = (options: readonly Choice[], language: Lang): Option[] =>
  options.map(({ value, label, hint }) => ({
    value,
    label: hint && language ? `${label[language]} — ${hint[language]}` : label[language],
  }))

/** What stands there and is offered nowhere would be lost by saving. */
const withOwn = (options: Option[], value: string): Option[] =>
  value === '' || options.some((one) => one.value === value) ? options : [...options, { value, label: value }]

const RowsView = ({ rows, ...drawing }: Drawing & { rows: Rows & EditField }) => {
  const { thing, prefix, words, language } = drawing
  const list = listAt(thing, rows.path)
  const name = nameOf(prefix, rows)
  const one = rows.one[language]
  return (
    <div class="editor-rows">
      <p class="field-label">{rows.label[language]}</p>
      {rows.hint && <p class="field-hint">{rows.hint[language]}</p>}
      {list.map((row, at) => (
        <fieldset class="editor-row" key={namedIn(name, [at])}>
          <legend class="editor-row-legend">{`${one} ${at + 1}`}</legend>
          <FieldList {...drawing} fields={rows.of(row)} thing={row} prefix={namedIn(name, [at])} />
          <Field kind="checkbox" name={`${namedIn(name, [at])}.gone`} label={words.rowGone} />
        </fieldset>
      ))}
      <details class="editor-fold" open={list.length === 0 && isSmall(rows)}>
        <summary class="editor-fold-head">{words.addRow(one)}</summary>
        <div class="editor-row">
          <FieldList {...drawing} fields={rows.of(undefined)} thing={undefined} prefix={namedIn(name, [list.length])} />
        </div>
      </details>
    </div>
  )
}

/** A row that asks little may stand open. */
const isSmall = ({ of }: Rows): boolean => of(undefined).length <= 2

/** Every question of a section with what it shows, for laying two answers side by side. */
export const answersOf = (
  fields: readonly EditField[],
  { thing, prefix, typed }: { thing: unknown; prefix: string; typed: Posted | null },
): { name: string; label: Sentence; answer: string }[] =>
  fields.flatMap((field) => {
    const name = nameOf(prefix, field)
    if (field.kind === 'rows')
      return [...listAt(thing, field.path), undefined].flatMap((row, at) =>
        answersOf(field.of(row), { thing: row, prefix: namedIn(name, [at]), typed }).map((one) => ({
          ...one,
          label: { id: `${field.one.id} ${at + 1}: ${one.label.id}`, en: `${field.one.en} ${at + 1}: ${one.label.en}` },
        })),
      )
    const value = field.kept ? field.kept.read(thing) : valueAt(thing, field.path)
    const answer = typed ? sentAs(field, name, typed) : shownAs(field, value)
    return [{ name, label: field.label, answer: answer.filter((part) => part !== '').join(', ') }]
  })
