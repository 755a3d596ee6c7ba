// Giving a post: which, in which capacity, from when, by which decree.
import { Temporal } from 'temporal-polyfill'
import type { Capacity } from '../../../core/person/mandate.ts'
import type { PostRow } from '../../../store/people.ts'
import { first, type Posted } from '../../request/body.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn, faultsOf, isBetween, line } from '../account/checks.ts'

export type MandateAnswer = { post: string; capacity: Capacity; fromOn: string; toOn: string | null; decree: string }

const CAPACITIES = ['definitive', 'plt', 'plh', 'an'] as const satisfies readonly Capacity[]

export const readMandate = (
  form: Posted,
  posts: readonly PostRow[],
  { text }: Visitor,
): { answer: MandateAnswer; faults: FieldFault[] } => {
  const words = text.account.people
  const post = line(form, 'post')
  const capacity = CAPACITIES.find((one) => one === line(form, 'capacity'))
  const fromOn = line(form, 'fromOn')
  const toOn = line(form, 'toOn')
  const decree = line(form, 'decree')
  const faults = faultsOf([
    ['post', posts.some((one) => one.post === post), words.postMissing],
    ['capacity', capacity !== undefined, words.capacityMissing],
    ['fromOn', isDay(fromOn), words.fromMissing],
    ['toOn', toOn === '' || (isDay(toOn) && toOn >= fromOn), words.endMissing],
    ['decree', isBetween(decree, [3, 120]), words.decreeMissing],
  ])
  return {
    answer: { post, capacity: capacity ?? 'definitive', fromOn, toOn: toOn === '' ? null : toOn, decree },
    faults,
  }
}

/** A day of the calendar in a century that people live in. */
export const isDay = (text: string): boolean => {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

type Props = {
  visitor: Visitor
  posts: readonly PostRow[]
  form: Posted | null
  today: string
  faults: readonly FieldFault[]
  /** Where the post is given already. */
  only?: string
}

export const MandateFields = ({ visitor, posts, form, today, faults, only }: Props) => {
  const words = visitor.text.account.people
  const error = (name: string) => faultIn(faults, name)
  const options = posts.map((one) => ({ value: one.post, label: one.title }))
  const capacities = CAPACITIES.map((value) => ({ value, label: words.capacities[value] }))
  return (
    <>
      {only === undefined ? (
        <Field
          kind="select"
          name="post"
          label={words.post}
          placeholder={words.choosePost}
          options={options}
          value={first(form, 'post')}
          error={error('post')}
        />
      ) : (
        <input type="hidden" name="post" value={only} />
      )}
      <Field
        kind="radio"
        name="capacity"
        label={words.capacity}
        options={capacities}
        value={form ? first(form, 'capacity') : 'definitive'}
        error={error('capacity')}
      />
      <Field
        kind="date"
        name="fromOn"
        label={words.from}
        value={form ? first(form, 'fromOn') : today}
        error={error('fromOn')}
      />
      <Field
        kind="date"
        name="toOn"
        label={words.endOn}
        hint={words.toHint}
        value={first(form, 'toOn')}
        error={error('toOn')}
      />
      <Field
        kind="text"
        name="decree"
        label={words.decree}
        value={first(form, 'decree')}
        error={error('decree')}
        maxlength={120}
      />
    </>
  )
}
