// Error of a form that is too big: everything that one step asks for is sent at once, and a server takes only so much.
import type { Field } from './field-schema.ts'
import { PERSON_PARTS } from './form.ts'
import { error, type Found } from './found.ts'
import type { Procedure } from './schema.ts'

/** Controls of one form with all rows filled in; what the pages add of their own comes on top. */
export const MOST_CONTROLS = 1000

export const sizeFaults = ({ form }: Procedure): Found[] =>
  [...new Set(form.map(({ at }) => at))].flatMap((at) => {
    const groups = form.filter((group) => group.at === at)
    const count = groups.flatMap(({ fields }) => fields.map(controlsOf)).reduce((sum, one) => sum + one, 0)
    if (count <= MOST_CONTROLS) return []
    const step = at === undefined ? { id: 'langkah pertama', en: 'the first step' } : { id: `"${at}"`, en: `"${at}"` }
    return [
      error(
        ['form', form.findIndex((group) => group.at === at)],
        `Isian pada ${step.id} dapat mencapai ${count} kotak (baris kali kolom); paling banyak ${MOST_CONTROLS} sekali kirim. Kurangi baris tabel atau bagi isian ke beberapa langkah.`,
        `What is asked for at ${step.en} can come to ${count} boxes (rows times columns); ${MOST_CONTROLS} at most are sent at once. Take fewer rows or spread the fields over several steps.`,
      ),
    ]
  })

const controlsOf = (field: Field): number => {
  if (field.type === 'table') return field.rows * field.columns.length
  return field.type === 'person' ? PERSON_PARTS.length : 1
}
