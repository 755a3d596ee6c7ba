// The first text of a procedure that is begun from nothing: an applicant, the step in which they ask, and one question.
import { procedureYaml } from '../write.ts'
import { slugFrom } from './slug.ts'

/** @param taken names of procedures that the office has already */
export const blankProcedure = (
  { title, edition }: { title: string; edition: string },
  taken: readonly string[],
): { procedure: string; source: string } => {
  const procedure = slugFrom(title, taken, 'prosedur')
  const source = procedureYaml({
    procedure,
    edition,
    title,
    actors: { pemohon: { label: 'Pemohon', is: 'applicant' } },
    starts: [{ by: 'client' }],
    form: [
      {
        group: 'permohonan',
        label: { id: 'Permohonan', en: 'Request' },
        fields: [
          {
            field: 'keperluan',
            type: 'long-text',
            label: { id: 'Keperluan', en: 'Purpose' },
            required: true,
          },
        ],
      },
    ],
    subject: title,
    steps: [
      {
        step: 'ajukan',
        actor: 'pemohon',
        act: 'submit',
        activity: 'Mengajukan permohonan',
        time: '',
        makes: ['permohonan'],
      },
    ],
  })
  return { procedure, source }
}
