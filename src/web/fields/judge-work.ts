// Judges what a step of the work writes down: its fields and papers, and whether a figure has to be explained.

import type { AgencyData } from '../../core/agency/catalogue.ts'
import { unexpectedAt } from '../../core/dossier/acts/measure.ts'
import type { Dossier } from '../../core/dossier/dossier.ts'
import { stepNamed } from '../../core/procedure/flow.ts'
import type { FieldFault } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { rangeWords } from '../../core/procedure/value-faults.ts'
import { sentence } from '../../core/sentence.ts'
import type { DraftFile } from '../../store/drafts.ts'
import type { Services } from '../services.ts'
import { type JudgedForm, judgeForm } from './judge-form.ts'
import type { TypedValues } from './typed-form.ts'

type Work = {
  agency: AgencyData
  procedure: Procedure
  dossier: Dossier
  step: string
  values: TypedValues
  files: readonly DraftFile[]
  note: string
}

/** The control of the note, in every form that finishes a step. */
export const NOTE = 'note'

export const judgeWork = async (
  services: Pick<Services, 'store' | 'dns' | 'log'>,
  { agency, procedure, dossier, step, values, files, note }: Work,
): Promise<JudgedForm> => {
  const judged = await judgeForm(services, {
    agency,
    procedure,
    step,
    standing: dossier.form,
    client: dossier.client,
    values,
    files,
    dossier: dossier.id,
    papers: dossier.papers,
  })
  const odd = stepNamed(procedure, step)?.act === 'measure' ? oddFigures(procedure, step, judged) : []
  return note.trim() === '' && odd.length > 0 ? { ...judged, faults: [...judged.faults, ...odd] } : judged
}

/** Said beside the figure, and beside the note in which it is to be explained. */
const oddFigures = (procedure: Procedure, step: string, { form, faults }: JudgedForm): FieldFault[] => {
  const odd = unexpectedAt(procedure, step, form).filter(({ field }) => !faults.some((fault) => fault.field === field))
  const beside = odd.map(({ field, expected, unit }) => {
    const range = rangeWords(expected)
    const of = unit ? ` ${unit}` : ''
    return {
      field,
      sentence: sentence(
        `Di luar batas yang diharapkan (${range.id}${of}). Periksa angkanya; bila benar, tulis sebab dan tindak lanjutnya pada catatan.`,
        `Outside what is expected (${range.en}${of}). Check the figure; if it is right, say in the note why, and what follows.`,
      ),
    }
  })
  return odd.length === 0 ? [] : [...beside, { field: NOTE, sentence: NOTE_WANTED }]
}

const NOTE_WANTED = sentence(
  'Ada hasil di luar batas yang diharapkan. Tulis apa sebabnya dan apa tindak lanjutnya.',
  'A result is outside what is expected. Say why, and what follows.',
)
