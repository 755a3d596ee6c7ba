// What a finished dossier leaves in the registers of things looked after.
import type { Dossier } from '../dossier/dossier.ts'
import type { Fact } from '../dossier/events.ts'
import { type Form, type FormValue, PERSON_PARTS } from '../procedure/form.ts'
import { DOSSIER_NUMBER, type Procedure, type RegisterFeed } from '../procedure/schema.ts'
import { isTable, tableText } from '../procedure/table.ts'
import { holds } from '../procedure/when.ts'

/** One fact per thing in a register that this dossier feeds; where several rules or rows name one thing, the last speaks. */
export const feedRegisters = (procedure: Procedure, { form, number }: Dossier): Fact[] => {
  const fed = procedure.registers.flatMap((feed) =>
    sourcesOf(feed, form)
      .filter((source) => holds(feed.when, source))
      .flatMap((source) => feedOne(feed, source, number)),
  )
  return fed.filter((one, index) => fed.findLastIndex((other) => isSameThing(one, other)) === index)
}

type Fed = Extract<Fact, { type: 'register-fed' }>

const isSameThing = (a: Fed, b: Fed): boolean => a.register === b.register && a.key === b.key

/** The form itself, or the form seen from each row of its table. */
const sourcesOf = ({ each }: RegisterFeed, form: Form): Form[] => {
  if (each === undefined) return [form]
  const rows = form[each]
  return isTable(rows) ? rows.map((row) => ({ ...form, ...row })) : []
}

const feedOne = (feed: RegisterFeed, form: Form, number: string): Fed[] => {
  const key = feed.key === DOSSIER_NUMBER ? number : formText(form[feed.key])
  if (key === '') return []
  const columns = Object.fromEntries(feed.columns.map((column) => [column, formText(form[column])]))
  return [
    {
      type: 'register-fed',
      register: feed.register,
      key,
      columns,
      retired: feed.retireWhen !== undefined && holds(feed.retireWhen, form),
    },
  ]
}

/** A value of the form on one line; a person as name, post, e-mail, telephone; a table row by row. */
export const formText = (value: FormValue | undefined): string => {
  if (value === undefined || typeof value === 'string') return value ?? ''
  if (isTable(value)) return tableText(value)
  return PERSON_PARTS.map((part) => value[part])
    .filter((part) => part !== '')
    .join(', ')
}
