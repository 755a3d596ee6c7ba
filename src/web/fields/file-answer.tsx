// A paper to upload; what was sent before stays until another one takes its place.
import { MAX_FILE_BYTES } from '../request/body.ts'
import { Field } from '../ui/field.tsx'
import type { AnswerProps, FormFieldsProps } from './form-fields.tsx'
import { remakeControl } from './typed-form.ts'
import { type FileField, removeControl } from './uploads.ts'

/** Of a file on a page that says nothing else. */
const MOST_MEGABYTES = Math.round(MAX_FILE_BYTES / 1024 / 1024)

const MIMES = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' } as const

export const FileAnswer = ({
  field,
  values,
  files,
  papers,
  faults,
  label,
  hint,
  required,
  text,
}: AnswerProps & { field: FileField }) => {
  const fresh = files.find((one) => one.field === field.field)
  const kept = fresh ? undefined : papers?.[field.paper]
  const mayBeEmpty = field.orMade || !field.required
  return (
    <>
      <Field
        kind="file"
        name={field.field}
        label={label}
        hint={hint}
        required={required && !field.orMade}
        mark={mayBeEmpty ? text.fields.optional : undefined}
        error={faults[field.field]}
        accept={field.accept.map((one) => MIMES[one]).join(',')}
        current={
          fresh ? text.fields.kept(fresh.paper.name, sizeWords(fresh.paper.bytes)) : kept && text.fields.standing(kept)
        }
      />
      {fresh && mayBeEmpty && (
        <Field
          kind="checkbox"
          name={removeControl(field.field)}
          label={field.orMade ? text.fields.removeAndMake : text.fields.remove}
        />
      )}
      {kept && field.orMade && (
        <Field
          kind="checkbox"
          name={remakeControl(field.field)}
          label={text.fields.remake}
          checked={values[remakeControl(field.field)]?.[0] === 'yes'}
        />
      )}
    </>
  )
}

/** Types and size; none where the procedure's own hint tells the size already. */
export const fileHint = (
  { accept, hint }: FileField,
  { language, text, fileMegabytes = MOST_MEGABYTES }: Pick<FormFieldsProps, 'language' | 'text' | 'fileMegabytes'>,
): string => {
  if (hint && /\d MB\b/.test(hint[language])) return ''
  const kinds = new Intl.ListFormat(language, { type: 'disjunction' }).format(accept.map((one) => one.toUpperCase()))
  return text.fields.fileHint(kinds, fileMegabytes)
}

/** `184 KB`, `2,4 MB`: a comma is read alike in both languages. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
