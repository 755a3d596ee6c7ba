// The text of the draft for those who know procedure files: changed here, taken away as a file, replaced by one, or deleted.
import { first } from '../../request/body.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { CsrfField } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { addressOf, draftAddress } from './address.ts'
import type { Shown } from './part-view.tsx'
import { Envelope } from './section-view.tsx'

export const FileView = ({ desk, typed }: Shown) => {
  const { visitor, draft } = desk
  const words = visitor.text.editor
  const section = { part: 'file' } as const
  const source = typed && first(typed, 'do') === 'text' ? first(typed, 'source').replaceAll('\r\n', '\n') : draft.source
  return (
    <>
      {!desk.scene && (
        <Notice tone="warning" word={visitor.text.common.words.warning}>
          <p>{words.unreadable}</p>
        </Notice>
      )}
      <form
        class="form editor-form"
        method="post"
        action={addressOf(draft, section)}
        novalidate
        id="editor-form"
        data-editor-key={`${draft.draft}/file/`}
        data-editor-local={words.localDraft}
        data-editor-restored={words.restoredDraft}
        data-editor-offline={words.offline}
      >
        <Envelope desk={{ ...desk, section }} what="text" />
        <div class="editor-text">
          <Field kind="textarea" name="source" label={words.fileText} value={source} rows={28} />
        </div>
        <ButtonRow>
          <Button kind="primary" icon="check" busy={words.saving}>
            {words.save}
          </Button>
          <LinkButton icon="download" href={`${draftAddress(draft)}/file`} download>
            {words.export}
          </LinkButton>
        </ButtonRow>
        <p class="draft-state" data-editor-state />
      </form>
      <Replace desk={desk} />
      <Delete desk={desk} />
    </>
  )
}

const Replace = ({ desk: { visitor, signedIn, draft } }: Pick<Shown, 'desk'>) => {
  const words = visitor.text.editor
  return (
    <Confirm summary={words.importTitle} icon="upload">
      <form
        class="form"
        method="post"
        enctype="multipart/form-data"
        action={addressOf(draft, { part: 'file' })}
        novalidate
        data-submit-once=""
      >
        <CsrfField token={signedIn.csrf} />
        <input type="hidden" name="do" value="replace" />
        <input type="hidden" name="version" value={String(draft.version)} />
        <p>{words.importLead}</p>
        <Field kind="file" name="file" label={words.importFile} hint=".yaml, .json" />
        <Field kind="checkbox" name="sure" label={words.importConfirm} />
        <ButtonRow>
          <Button kind="danger">{words.importDo}</Button>
        </ButtonRow>
      </form>
    </Confirm>
  )
}

const Delete = ({ desk: { visitor, signedIn, draft } }: Pick<Shown, 'desk'>) => {
  const words = visitor.text.editor
  return (
    <Confirm summary={words.deleteTitle} kind="danger" icon="trash">
      <form class="form" method="post" action={addressOf(draft, { part: 'file' })} novalidate data-submit-once="">
        <CsrfField token={signedIn.csrf} />
        <input type="hidden" name="do" value="delete" />
        <p>{words.deleteLead}</p>
        <Field kind="text" name="reason" label={words.deleteReason} />
        <ButtonRow>
          <Button kind="danger">{words.deleteDo}</Button>
        </ButtonRow>
      </form>
    </Confirm>
  )
}
