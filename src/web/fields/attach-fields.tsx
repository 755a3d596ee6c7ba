// The controls with which a file is attached, alike for applicants and officers.
import { MAX_FILE_BYTES } from '../request/body.ts'
import type { Text } from '../text/text.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { uploadControl } from '../uploads/named.ts'

type Props = {
  text: Text
  id: (name: string) => string
  faults: (name: string) => string | undefined
  /** What came back; a browser never sends a file's name back, so the file is chosen again. */
  typed: { note: string; isVisible: boolean } | null
  /** An officer says whether the applicant sees it. */
  asksVisible: boolean
  busy?: string | undefined
}

export const AttachFields = ({ text, id, faults, typed, asksVisible, busy }: Props) => {
  const words = text.attach
  return (
    <>
      <p class="field-hint">{words.lead}</p>
      <Field
        kind="file"
        name="file"
        id={id('file')}
        label={words.file}
        required
        accept="application/pdf,image/jpeg,image/png"
        ahead={{ control: uploadControl('file'), bytes: MAX_FILE_BYTES, most: 1 }}
        error={faults('file') ?? (typed ? words.again : undefined)}
      />
      <Field
        kind="textarea"
        name="note"
        id={id('note')}
        label={words.note}
        mark={text.apply.fields.optional}
        rows={2}
        value={typed?.note ?? ''}
        error={faults('note')}
      />
      {asksVisible && (
        <Field
          kind="checkbox"
          name="visible"
          id={id('visible')}
          label={words.visible}
          hint={words.visibleHint}
          checked={typed?.isVisible ?? false}
        />
      )}
      <ButtonRow>
        <Button icon="paperclip" busy={busy}>
          {words.send}
        </Button>
      </ButtonRow>
    </>
  )
}
