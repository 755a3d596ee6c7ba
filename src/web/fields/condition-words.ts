// A condition in plain words: "Tujuan subdomain: Alamat IP server sendiri".
import type { When } from '../../core/procedure/field-schema.ts'
import { fieldsOf } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import type { Lang } from '../ui/masthead.tsx'

export const conditionWords = (
  procedure: Procedure,
  when: When,
  language: Lang,
  words: { or: string; and: string },
): string =>
  when
    .map(({ field: name, is }) => {
      const field = fieldsOf(procedure).find((one) => one.field === name)
      const options = field?.type === 'choice' ? field.options : []
      const values = is.map((value) => options.find((option) => option.value === value)?.label[language] ?? value)
      return `${field?.label[language] ?? name}: ${values.join(` ${words.or} `)}`
    })
    .join(` ${words.and} `)
