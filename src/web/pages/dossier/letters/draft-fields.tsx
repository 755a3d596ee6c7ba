// The parts of a draft as fields: what its template asks, the note, a body of its own; and what was typed into them.

import { draftDifference } from '../../../../core/dossier/letters/difference.ts'
import type { LetterDraft } from '../../../../core/dossier/letters/facts.ts'
import { type Letter, sameDraft } from '../../../../core/dossier/letters/letter.ts'
import { type Written, writtenDraft } from '../../../../core/dossier/letters/writing.ts'
import type { FieldFault } from '../../../../core/procedure/form.ts'
import type { Procedure } from '../../../../core/procedure/schema.ts'
import { faultsByControl, shownFaults } from '../../../fields/fault-words.ts'
import { FormFields } from '../../../fields/form-fields.tsx'
import { ROW, withRows } from '../../../fields/table-rows.ts'
import { keepKnown, typedForm, valuesOf } from '../../../fields/typed-form.ts'
import { judgeDraft, type LetterKind, letterForm, letterKind } from '../../../letter-desk.ts'
import { all, first, type Posted } from '../../../request/body.ts'
import type { FieldFault as ShownFault } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { fieldId } from '../../../ui/field-frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Desk } from '../desk.ts'
import { DraftChanges } from './difference.tsx'
import { FILING, FilingFields, readFiling } from './filing-fields.tsx'

/** Says that the fields of the letter stood in the form that was sent. */
export const ASKED = 'isi-surat'
const NO_FIELDS: LetterKind['fields'] = []

type Props = {
  desk: Desk
  kind: string
  /** What stands, where nothing was typed. */
  draft: LetterDraft
  /** The form that came back. */
  typed: Posted | null
  idOf: (name: string) => string
  faultOf: (name: string) => string | undefined
  /** Of the note, where the step calls it otherwise. */
  note?: { label: string; hint: string; rows?: number; mark?: string | undefined }
}

export const DraftFields = ({ desk, kind, draft, typed, idOf, faultOf, note }: Props) => {
  const { text, language, agency } = desk.visitor
  const { write } = text.letters
  const found = letterKind(agency, kind)
  const isJudged = typed !== null && first(typed, ROW) === ''
  const faults = isJudged && found ? readParts({ desk, kind: found }, typed).faults : []
  return (
    <>
      {found && found.fields.length > 0 && (
        <>
          <input type="hidden" name={ASKED} value="1" />
          <FormFields
            agency={agency}
            procedure={letterForm(desk.procedure, found)}
            values={typed ? typedRows(letterForm(desk.procedure, found), typed) : valuesOf(draft.values ?? {})}
            files={[]}
            faults={faultsByControl(faults, language)}
            verdicts={{}}
            checkUrl={null}
            language={language}
            text={text.apply}
          />
        </>
      )}
      <Field
        kind="textarea"
        name="draft"
        id={idOf('draft')}
        label={note?.label ?? write.note}
        hint={note?.hint ?? write.noteHint}
        mark={note ? note.mark : text.office.acts.optional}
        value={typed ? first(typed, 'draft') : draft.note}
        error={faultOf('draft')}
        rows={note?.rows ?? 4}
        maxlength={2000}
      />
      <details open={(draft.text ?? '') !== '' || first(typed, 'text') !== ''}>
        <summary>{write.body}</summary>
        <Field
          kind="textarea"
          name="text"
          id={idOf('text')}
          label={write.body}
          hint={write.bodyHint}
          mark={text.office.acts.optional}
          value={typed ? first(typed, 'text') : (draft.text ?? '')}
          error={faults.find(({ field }) => field === 'text')?.sentence[language] ?? faultOf('text')}
          rows={12}
          maxlength={40_000}
        />
      </details>
      <FilingFields desk={desk} kind={kind} draft={draft} typed={typed} idOf={idOf} faultOf={faultOf} />
    </>
  )
}

/** With one row more or less, where a button of a table was pressed. */
const typedRows = (form: Procedure, typed: Posted) =>
  withRows(form, undefined, keepKnown(form, typed), first(typed, ROW))

type Parts = Pick<Written, 'values' | 'classification' | 'security'> & { draft: string; text: string }

/** As it was typed; values only where the form asked for them. */
const readParts = ({ desk, kind }: { desk: Desk; kind: LetterKind }, posted: Posted) => {
  const form = letterForm(desk.procedure, kind)
  const isAsked = first(posted, ASKED) !== ''
  const typed = isAsked ? typedForm(form, keepKnown(form, posted)) : {}
  const text = first(posted, 'text')
  const asked = isAsked ? kind : { ...kind, fields: NO_FIELDS }
  const judged = judgeDraft(
    { agency: desk.visitor.agency, procedure: desk.procedure, kind: asked },
    { values: typed, text },
  )
  const filing = readFiling(desk, kind.kind, posted).answer
  const parts: Parts = { draft: first(posted, 'draft'), text, ...(isAsked ? { values: judged.values } : {}), ...filing }
  return { parts, faults: judged.faults }
}

export type ReadDraft = { answer: Written; faults: ShownFault[] }

/** What goes into the answer of an act; empty where no draft stood in the form. */
export const readDraft = (desk: Desk, kind: string, posted: Posted): ReadDraft => {
  const filing = readFiling(desk, kind, posted)
  // Of a text that only stands to be read how it is filed may still be chosen.
  if (all(posted, 'draft').length === 0)
    return { answer: { ...filing.answer, ...versionOf(posted) }, faults: filing.faults }
  const known = letterKind(desk.visitor.agency, kind) ?? { kind, title: kind, fields: NO_FIELDS }
  const { parts, faults } = readParts({ desk, kind: known }, posted)
  return { answer: { ...parts, ...versionOf(posted) }, faults: [...shown(desk, known, faults), ...filing.faults] }
}

/** What cannot even be kept: a body that cannot be read, a code or grade that there is none of. */
export const unkeepable = (faults: readonly ShownFault[]): ShownFault[] =>
  faults.filter(({ name }) => name === 'text' || FILING.some((one) => one === name))

const shown = ({ procedure, visitor }: Desk, kind: LetterKind, faults: readonly FieldFault[]): ShownFault[] =>
  shownFaults(letterForm(procedure, kind), faults, visitor.language).map((fault) => ({
    ...fault,
    ...(fault.name === 'text' || fault.name === undefined ? {} : { id: fieldId(fault.name) }),
  }))

/** The version that the form was made from. */
export const versionOf = (posted: Posted): { version?: number } =>
  /^\d{1,6}$/.test(first(posted, 'version')) ? { version: Number(first(posted, 'version')) } : {}

type ClashProps = { desk: Desk; letter: Letter | undefined; typed: Posted | null; href: string }

/** Somebody saved another version while this one was typed: both stand here, and whoever sends again chooses. */
export const DraftClash = ({ desk, letter, typed, href }: ClashProps) => {
  const { text, language, agency } = desk.visitor
  const words = text.letters.clash
  const sent = typed ? versionOf(typed).version : undefined
  if (!letter || !typed || sent === undefined || sent === letter.versions.length) return null
  const { parts } = readParts(
    { desk, kind: letterKind(agency, letter.letter) ?? { kind: letter.letter, title: '', fields: NO_FIELDS } },
    typed,
  )
  const mine = writtenDraft(parts, letter.draft)
  if (sameDraft(mine, letter.draft)) return null
  return (
    <Notice tone="warning" word={words.title}>
      <p>{words.lead}</p>
      <p>
        <strong>{words.theirs(letter.versions.length)}</strong>
      </p>
      <p class="draft-change">
        {[letter.draft.note, letter.draft.text ?? ''].filter((part) => part !== '').join('\n\n')}
      </p>
      <p>
        <strong>{words.yours}</strong>
      </p>
      <DraftChanges
        changes={draftDifference(letter.draft, mine)}
        fields={letterKind(agency, letter.letter)?.fields ?? []}
        text={text}
        language={language}
      />
      <p>
        <a href={href}>{words.useTheirs}</a>
      </p>
    </Notice>
  )
}
