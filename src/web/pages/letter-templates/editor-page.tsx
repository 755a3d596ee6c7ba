// The editor of a letter's text: the text at the left, its faults and its printed pages at the right.
import type { Context } from 'hono'
import { differenceOf } from '../../../letters/desk/difference.ts'
import { letterKind } from '../../letter-templates/kinds.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { CsrfField } from '../../ui/form.tsx'
import { Notice, type NoticeTone } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { WebEnv } from '../../visitor.ts'
import { kindAddress, templateDraftAddress } from './address.ts'
import { lookAt, type TemplateDesk } from './desk.ts'
import { DraftFile } from './draft-file.tsx'
import { savedWords } from './draft-list.tsx'
import { InsertList } from './insert-list.tsx'
import { LineTable } from './line-table.tsx'
import { PreviewSide } from './side.tsx'

export type EditorShown = {
  desk: TemplateDesk
  /** What was typed and not taken. */
  typed?: string | null
  said?: { tone: NoticeTone; message: string }
  isConflict?: boolean
  status?: 200 | 409 | 422
}

export const letterEditorPage = async (c: Context<WebEnv>, services: Services, shown: EditorShown) => {
  const { desk, typed = null, said, isConflict = false, status = 200 } = shown
  const { visitor, draft, chosen } = desk
  const { letter } = draft
  const words = visitor.text.letterTemplates
  const source = typed ?? draft.source
  const look = await lookAt(services, visitor, { letter, source, chosen, isDrawn: typed !== null })
  const { title } = letterKind(visitor.agency, letter)
  const children = (
    <>
      <PageHead
        kicker={words.isDraft(draft.base === null ? '' : String(draft.base))}
        title={title}
        lead={savedWords(draft, visitor)}
        back={{ href: kindAddress(letter), label: words.editor.back }}
        actions={
          <LinkButton icon="download" href={`${templateDraftAddress(draft)}/file`} download>
            {words.editor.export}
          </LinkButton>
        }
      />
      {said && (
        <Notice tone={said.tone} word={visitor.text.common.words[said.tone]} spoken>
          <p>{said.message}</p>
        </Notice>
      )}
      <div class="editor letter-editor">
        <div class="editor-main stack" id="editor-main">
          {isConflict && typed !== null && <Conflict desk={desk} typed={typed} />}
          <Card>
            <TextForm desk={desk} source={source} />
          </Card>
        </div>
        <PreviewSide
          visitor={visitor}
          letter={letter}
          draft={draft.draft}
          chosen={chosen}
          look={look}
          source={source}
        />
        <div class="letter-more stack">
          <InsertList visitor={visitor} letter={letter} chosen={chosen} source={source} />
          <DraftFile desk={desk} />
        </div>
      </div>
    </>
  )
  return page(c, services, { title, children }, status)
}

const TextForm = ({ desk, source }: { desk: TemplateDesk; source: string }) => {
  const { visitor, signedIn, draft, chosen, choices } = desk
  const words = visitor.text.letterTemplates.editor
  const address = templateDraftAddress(draft)
  const isOther = chosen.with !== '' && choices.every(({ value }) => value !== chosen.with)
  const options = isOther ? [...choices, { value: chosen.with, label: chosen.with }] : choices
  return (
    <form
      class="form editor-form"
      method="post"
      action={address}
      novalidate
      id="editor-form"
      data-editor-key={`${draft.draft}/letter`}
      data-editor-local={words.local}
      data-editor-restored={words.restored}
      data-editor-offline={words.offline}
      data-preview-url={`${address}/preview`}
      data-preview-busy={words.refreshing}
      data-preview-done={words.refreshed}
      data-preview-lost={words.stale}
    >
      <CsrfField token={signedIn.csrf} />
      <input type="hidden" name="do" value="save" />
      <input type="hidden" name="version" value={String(draft.version)} />
      <div class="letter-choice">
        <Field kind="select" name="with" label={words.with} value={chosen.with} options={options.slice()} />
        <Field
          kind="select"
          name="paper"
          label={words.paper}
          value={chosen.paper}
          options={(['own', 'a4', 'f4'] as const).map((value) => ({ value, label: words.papers[value] }))}
        />
      </div>
      <div class="editor-text letter-text">
        <Field kind="textarea" name="source" label={words.text} hint={words.textHint} value={source} rows={30} />
      </div>
      <ButtonRow atHand>
        <Button kind="primary" icon="check" busy={words.saving}>
          {words.save}
        </Button>
      </ButtonRow>
      <p class="draft-state" data-editor-state />
      <p class="quiet" data-preview-state />
    </form>
  )
}

/** Both texts where they differ; what was typed stands below and can be saved over theirs. */
const Conflict = ({ desk, typed }: { desk: TemplateDesk; typed: string }) => {
  const { visitor, draft } = desk
  const words = visitor.text.letterTemplates.editor
  return (
    <Notice
      tone="warning"
      word={visitor.text.common.words.warning}
      spoken
      actions={<LinkButton href={templateDraftAddress(draft)}>{words.takeTheirs}</LinkButton>}
    >
      <p>
        {words.conflict(draft.changedBy?.name || words.somebody)} {words.conflictLead}
      </p>
      <LineTable
        visitor={visitor}
        names={{ before: words.theirs, after: words.mine }}
        pairs={differenceOf(draft.source, typed)}
      />
    </Notice>
  )
}
