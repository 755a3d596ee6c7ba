// The fields that a step of the work asks for, in the form that finishes it.
import { faultsByControl, shownFaults } from '../../../fields/fault-words.ts'
import { FormFields } from '../../../fields/form-fields.tsx'
import { NOTE } from '../../../fields/judge-work.ts'
import { fileFields } from '../../../fields/uploads.ts'
import type { FieldFault } from '../../../ui/error-summary.tsx'
import { fieldId } from '../../../ui/field-frame.tsx'
import { faultsOf } from '../desk.ts'
import { addressOf, controlId } from '../desk-form.tsx'
import { type ActProps, finishForm } from './act.tsx'

/** Of a form that has fields: it takes files where one is asked for, and keeps what is typed. */
export const workForm = ({ desk, task, work }: ActProps) =>
  work
    ? {
        upload: fileFields(desk.procedure, task.step).length > 0,
        draft: {
          url: `${addressOf(desk, task.task)}/draft`,
          key: `task:${task.task}:${desk.signedIn.person}`,
          text: desk.visitor.text.apply.draft,
        },
      }
    : {}

/** What goes into the answer of the act. */
export const writtenDown = ({ work }: Pick<ActProps, 'work'>) =>
  work?.judged ? { form: work.judged.form, papers: work.judged.papers } : {}

/** Of the fields with their own ids, of the note under the form's. */
export const workFaults = ({ desk, task, work }: ActProps): FieldFault[] =>
  shownFaults(
    desk.procedure,
    [...(work?.uploadFaults ?? []), ...(work?.judged?.faults ?? [])],
    desk.visitor.language,
  ).map((fault) => ({
    ...fault,
    id: fault.name === NOTE ? controlId(finishForm(task), NOTE) : fieldId(fault.name ?? ''),
  }))

export const WorkFields = ({ desk, task, work }: ActProps) => {
  if (!work) return null
  const { visitor, procedure, dossier } = desk
  // Beside the fields only what the form was sent back with: a draft that is opened is not blamed.
  const isSentBack = faultsOf(desk, finishForm(task)).length > 0
  const faults = isSentBack ? [...work.uploadFaults, ...(work.judged?.faults ?? [])] : work.uploadFaults
  return (
    <FormFields
      agency={visitor.agency}
      procedure={procedure}
      step={task.step}
      values={work.values}
      standing={dossier.form}
      files={work.files}
      papers={Object.fromEntries(dossier.papers.map((paper) => [paper.paper, paper.name]))}
      faults={faultsByControl(faults, visitor.language)}
      verdicts={work.judged?.verdicts ?? {}}
      checkUrl={null}
      language={visitor.language}
      text={visitor.text.apply}
    />
  )
}
