// A request that came back: what is judged when it is put right, and which of its letters are made anew.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Dossier } from '../../core/dossier/dossier.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import type { DraftFile } from '../../store/drafts.ts'
import type { FormQuestion } from './judge-form.ts'
import { madeName } from './request-letter.ts'
import type { TypedValues } from './typed-form.ts'
import { type FileField, fileFields } from './uploads.ts'

type Returned = { agency: AgencyData; procedure: Procedure; dossier: Dossier; step: string }

/** Fields whose letter was made from the answers: it would no longer say what the corrected form says. */
export const madeLetters = ({ agency, procedure, dossier, step }: Returned): FileField[] =>
  fileFields(procedure, step).filter((field) =>
    dossier.papers.some(
      (paper) => paper.paper === field.paper && field.orMade && paper.name === madeName(agency, field.paper),
    ),
  )

type Corrected = { values: TypedValues; files: readonly DraftFile[]; isRemade: (field: string) => boolean }

export const correctionQuestion = (
  { agency, procedure, dossier, step }: Returned,
  { values, files, isRemade }: Corrected,
): FormQuestion => {
  const remade = fileFields(procedure, step).filter((field) => field.orMade && isRemade(field.field))
  return {
    agency,
    procedure,
    step,
    standing: dossier.form,
    client: dossier.client,
    values,
    files,
    dossier: dossier.id,
    papers: dossier.papers.filter((paper) => !remade.some((field) => field.paper === paper.paper)),
  }
}
