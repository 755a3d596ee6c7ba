// Questions about the promised time: at which steps it stands still, and how far it may be extended.
import { valueAt } from '../../../../core/procedure/edit/look.ts'
import { sentence } from '../../../../core/sentence.ts'
import type { EditField } from '../edit-field.ts'
import { type Scene, stepChoices } from '../scene.ts'

export const promisedTime = (scene: Scene): readonly EditField[] => [
  {
    kind: 'rows',
    path: ['policy', 'pauses'],
    label: sentence('Waktu berhenti selama langkah ini menunggu', 'The clock stands still while this step waits'),
    one: sentence('Jeda', 'Pause'),
    of: () => [
      {
        kind: 'choice',
        path: ['step'],
        label: sentence('Langkah', 'Step'),
        options: stepChoices(scene),
        none: sentence('Pilih langkah', 'Choose a step'),
      },
      {
        kind: 'choice',
        path: ['for'],
        label: sentence('Menunggu', 'Waiting for'),
        none: sentence('Pilih siapa', 'Choose whom'),
        options: [
          { value: 'applicant', label: sentence('Pemohon', 'The applicant') },
          { value: 'third-party', label: sentence('Pihak ketiga', 'A third party') },
        ],
      },
      { kind: 'words', path: ['label'], label: sentence('Sebutannya', 'What it is called') },
    ],
  },
  {
    kind: 'line',
    path: ['policy', 'extension', 'most'],
    live: 'time',
    placeholder: '3 hari',
    label: sentence(
      'Batas waktu boleh diperpanjang satu kali, paling lama',
      'The limit may be extended once, by at most',
    ),
    hint: sentence('Kosong: aturan kantor yang berlaku.', 'Empty: the rule of the office holds.'),
    kept: {
      read: (data) => valueAt(data, ['policy', 'extension', 'most']),
      // Without a length there is nothing left to say.
      write: (most) =>
        most === undefined ? [[['policy', 'extension'], undefined]] : [[['policy', 'extension', 'most'], most]],
    },
  },
  {
    kind: 'picks',
    path: ['policy', 'extension', 'by'],
    label: sentence('Diperpanjang hanya pada langkah', 'Extended only at the steps'),
    options: stepChoices(scene),
  },
]
