// A paper to upload; what was sent before stays until another one takes its place.
import type { DraftFile } from '../../store/drafts.ts'
import { MAX_FILE_BYTES } from '../request/body.ts'
import { Field } from '../ui/field.tsx'
import { uploadControl } from '../uploads/named.ts'
import type { AnswerProps, FormFieldsProps } from './form-fields.tsx'
import { remakeControl } from './typed-form.ts'
import { type FileField, removeControl } from './uploads.ts'

const MEGABYTE = 1024 * 1024

const MIMES = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' } as const

export const FileAnswer = (props: AnswerProps & { field: FileField }) => {
  const { field, values, files, papers, faults, label, hint, required, text } = props
  const fresh = files.filter((one) => one.field === field.field)
  const kept = fresh.length > 0 ? undefined : papers?.[field.paper]
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
        multiple={field.maxFiles > 1}
        ahead={{ control: uploadControl(field.field), bytes: field.maxBytes, most: field.maxFiles }}
        current={currentOf(props, fresh, kept)}
      />
      {field.maxFiles === 1 && fresh.length > 0 && mayBeEmpty && (
        <Field
          kind="checkbox"
          name={removeControl(field.field)}
          label={field.orMade ? text.fields.removeAndMake : text.fields.remove}
        />
      )}
      {field.maxFiles > 1 && fresh.length > 0 && (
        <Field
          kind="checks"
          name={removeControl(field.field)}
          label={text.fields.removeSome}
          options={fresh.map(({ paper }) => ({ value: paper.id, label: paper.name, hint: sizeWords(paper.bytes) }))}
          values={[]}
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

const currentOf = (
  { field, text }: AnswerProps & { field: FileField },
  fresh: readonly DraftFile[],
  standing: string | undefined,
): string | undefined => {
  const [only] = fresh
  if (field.maxFiles > 1 && only) return text.fields.keptMany(fresh.length, field.maxFiles)
  if (only) return text.fields.kept(only.paper.name, sizeWords(only.paper.bytes))
  return standing && text.fields.standing(standing)
}

/** Types and size; none where the procedure's own hint tells the size already. */
export const fileHint = (
  { accept, hint, maxBytes, maxFiles }: FileField,
  {
    language,
    text,
    fileMegabytes = Math.floor(maxBytes / MEGABYTE),
  }: Pick<FormFieldsProps, 'language' | 'text' | 'fileMegabytes'>,
): string => {
  if (hint && /\d MB\b/.test(hint[language])) return ''
  const kinds = new Intl.ListFormat(language, { type: 'disjunction' }).format(accept.map((one) => one.toUpperCase()))
  const most = maxFiles > 1 ? ` ${text.fields.filesMost(maxFiles)}` : ''
  return `${text.fields.fileHint(kinds, fileMegabytes)}${most}${maxBytes > MAX_FILE_BYTES ? ` ${text.fields.withoutScripts}` : ''}`
}

/** `184 KB`, `2,4 MB`: a comma is read alike in both languages. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
