// Questions about one actor: a lane of the sheet, and who stands in it.
import { textAt } from '../../../../core/procedure/edit/look.ts'
import { sentence } from '../../../../core/sentence.ts'
import type { FieldSet } from '../edit-field.ts'
import type { Scene } from '../scene.ts'

const APPLICANT = '*applicant'

export const actorSets = ({ posts }: Scene): readonly FieldSet[] => [
  {
    legend: sentence('Pelaksana', 'Actor'),
    fields: [
      {
        kind: 'line',
        path: ['label'],
        label: sentence('Nama lajur seperti tercetak', 'Name of the lane as printed'),
      },
      {
        kind: 'choice',
        path: ['post'],
        label: sentence('Siapa yang mengerjakan', 'Who does it'),
        options: [{ value: APPLICANT, label: sentence('Pemohon', 'The applicant') }, ...posts],
        none: sentence('Belum ditentukan (lajur tercetak saja)', 'Nobody yet (a printed lane alone)'),
        kept: {
          read: (actor) => (textAt(actor, ['is']) === 'applicant' ? APPLICANT : textAt(actor, ['post'])),
          write: (chosen) => [
            [['is'], chosen === APPLICANT ? 'applicant' : undefined],
            [['post'], chosen === APPLICANT ? undefined : chosen],
          ],
        },
      },
    ],
  },
]
