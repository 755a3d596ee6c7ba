// Fields that are typed into: one line, several lines, date and time, file.
import { type ComponentChildren, h } from 'preact'
import { controlOf, type FieldBase, FieldFrame, idOf } from './field-frame.tsx'

export type LineFieldProps = FieldBase & {
  kind: 'text' | 'email' | 'tel' | 'url' | 'password' | 'number' | 'search' | 'date' | 'time' | 'datetime-local'
  value?: string | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'none' | undefined
  maxlength?: number | undefined
  min?: string | undefined
  max?: string | undefined
  spellcheck?: boolean | undefined
  /** How wide an answer looks; `full` unless told, dates and numbers are short. */
  width?: 'short' | 'medium' | 'full' | undefined
  /** Fixed text before or behind the answer, e.g. ".demakkab.go.id". */
  prefix?: string | undefined
  suffix?: string | undefined
  /** Asks this address while typing (`?value=`) and shows the HTML it answers; `result` is the answer now. */
  check?: { url: string; result?: ComponentChildren } | undefined
}

export type AreaFieldProps = FieldBase & {
  kind: 'textarea'
  value?: string | undefined
  rows?: number | undefined
  maxlength?: number | undefined
}

export type FileFieldProps = FieldBase & {
  kind: 'file'
  /** E.g. "application/pdf". */
  accept?: string | undefined
  multiple?: boolean | undefined
  /** May be sent ahead of the form by the script of the page, under this name and within these limits. */
  ahead?: { control: string; bytes: number; most: number } | undefined
  /** What has been sent already. */
  current?: ComponentChildren
}

export const LineField = (field: LineFieldProps) => {
  const checkId = `${idOf(field)}-check`
  return (
    <FieldFrame field={field}>
      <div class={`line line-${field.width ?? usualWidth(field.kind)}`}>
        {field.prefix && <span class="line-affix">{field.prefix}</span>}
        <LineInput field={field} checkId={checkId} />
        {field.suffix && <span class="line-affix">{field.suffix}</span>}
      </div>
      {field.check && (
        <div class="field-check" id={checkId} aria-live="polite">
          {field.check.result}
        </div>
      )}
    </FieldFrame>
  )
}

export const AreaField = (field: AreaFieldProps) => (
  <FieldFrame field={field}>
    <textarea class="input" {...controlOf(field)} rows={field.rows ?? 4} maxlength={field.maxlength}>
      {field.value ?? ''}
    </textarea>
  </FieldFrame>
)

export const FileField = (field: FileFieldProps) => (
  <FieldFrame field={field}>
    {field.current && <div class="file-current">{field.current}</div>}
    <input
      class="input input-file"
      type="file"
      {...controlOf(field)}
      accept={field.accept}
      multiple={field.multiple}
      data-no-draft=""
      data-upload={field.ahead?.control}
      data-upload-bytes={field.ahead?.bytes}
      data-upload-most={field.ahead?.most}
    />
  </FieldFrame>
)

// `h` instead of JSX: the JSX types cannot hold a `type` that is only known at run time.
const LineInput = ({ field, checkId }: { field: LineFieldProps; checkId: string }) =>
  h('input', {
    class: 'input',
    type: field.kind,
    ...controlOf(field, field.check ? checkId : undefined),
    value: field.value,
    autocomplete: field.autocomplete,
    inputmode: field.inputmode,
    maxlength: field.maxlength,
    min: field.min,
    max: field.max,
    spellcheck: field.spellcheck,
    'data-check-url': field.check?.url,
    'data-no-draft': field.noDraft || field.kind === 'password' ? '' : undefined,
  })

const usualWidth = (kind: LineFieldProps['kind']): 'short' | 'full' =>
  kind === 'date' || kind === 'time' || kind === 'number' || kind === 'datetime-local' ? 'short' : 'full'
