// The open section as a form that saves itself: its questions, the mark of what was seen, and the short name where there is one.
import type { ComponentChildren } from 'preact'
import { valueAt } from '../../../core/procedure/edit/look.ts'
import type { Posted } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { CsrfField } from '../../ui/form.tsx'
import { addressOf, draftAddress } from './address.ts'
import type { Desk } from './desk.ts'
import { markOf } from './desk.ts'
import type { EditField, FieldSet } from './edit-field.ts'
import { type Drawing, FieldList, FieldSetView } from './field-view.tsx'
import { setsOf } from './sets.ts'

export const SectionForm = ({ desk, typed }: { desk: Desk; typed: Posted | null }) => {
  const { visitor, scene, section, path, draft } = desk
  const words = visitor.text.editor
  if (!scene) return null
  const sets = setsOf(scene, section, path)
  if (sets.length === 0) return null
  return (
    <form
      class="form editor-form"
      method="post"
      action={addressOf(draft, section)}
      novalidate
      id="editor-form"
      data-editor-key={`${draft.draft}/${section.part}/${section.item ?? ''}`}
      data-editor-local={words.localDraft}
      data-editor-restored={words.restoredDraft}
      data-editor-offline={words.offline}
    >
      <Envelope desk={desk} what="save" />
      {sets.map((set) => (
        <FieldSetView key={set.legend.id} set={set} {...drawingOf(desk, typed)} />
      ))}
      {isNamed(section) && (
        <details class="editor-fold">
          <summary class="editor-fold-head">{words.shortName}</summary>
          <Field
            kind="text"
            name="short-name"
            label={words.shortName}
            hint={words.shortNameHint}
            value={shortName(desk)}
          />
        </details>
      )}
      <ButtonRow atHand>
        <Button kind="primary" icon="check" busy={words.saving}>
          {words.save}
        </Button>
      </ButtonRow>
      <p class="draft-state" data-editor-state />
    </form>
  )
}

/** What every form of the editor carries: who sends it, what it does, to which section, and what was seen of that. */
export const Envelope = ({ desk, what }: { desk: Desk; what: string }) => {
  const { signedIn, section, draft } = desk
  return (
    <>
      <CsrfField token={signedIn.csrf} />
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="seen" value={markOf(draft.source, section)} />
      {section.item !== undefined && <input type="hidden" name="item" value={section.item} />}
    </>
  )
}

const isNamed = ({ part, item }: Desk['section']): boolean => item !== undefined && part !== 'identity'

/** By which the rest of the procedure speaks of what is open. */
export const shortName = ({ section, path, scene }: Pick<Desk, 'section' | 'path' | 'scene'>): string => {
  if (section.part === 'actors') return section.item ?? ''
  const thing = valueAt(scene?.data, path)
  const key = section.part === 'steps' ? 'step' : path.length > 2 ? 'field' : 'group'
  const name = valueAt(thing, [key])
  return typeof name === 'string' ? name : ''
}

export const drawingOf = (desk: Desk, typed: Posted | null): Drawing => ({
  words: desk.visitor.text.editor,
  language: desk.visitor.language,
  thing: valueAt(desk.scene?.data, desk.path),
  prefix: 'f',
  typed,
  timeUrl: `${draftAddress(desk.draft)}/reading`,
})

/** A short form for a thing that is not there yet. */
export const AddForm = ({
  desk,
  what,
  label,
  fields,
  children,
}: {
  desk: Desk
  what: string
  label: string
  fields: readonly EditField[]
  children?: ComponentChildren
}) => {
  const { draft, section } = desk
  return (
    <details class="confirm">
      <summary class="button button-secondary">
        <span class="button-words">{label}</span>
      </summary>
      <div class="confirm-body">
        <form class="form" method="post" action={addressOf(draft, section)} novalidate data-submit-once="">
          <Envelope desk={{ ...desk, section: { part: section.part } }} what={what} />
          <FieldList {...drawingOf(desk, null)} thing={undefined} prefix="n" fields={fields} />
          {children}
          <ButtonRow>
            <Button kind="primary" icon="plus">
              {label}
            </Button>
          </ButtonRow>
        </form>
      </div>
    </details>
  )
}

export const fieldsIn = (sets: readonly FieldSet[]): EditField[] => sets.flatMap(({ fields }) => fields)
