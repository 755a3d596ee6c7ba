// Questions about the form: its groups, and one field with what its type asks for.
import { valueAt } from '../../../../core/procedure/edit/look.ts'
import type { FieldType } from '../../../../core/procedure/field-schema.ts'
import { sentence } from '../../../../core/sentence.ts'
import type { EditField, FieldSet } from '../edit-field.ts'
import { choicesOf, TYPE_WORDS } from '../kind-words.ts'
import { conditionChoices, fieldChoices, type Scene, stepChoices } from '../scene.ts'

export const formSets = (scene: Scene): readonly FieldSet[] => [
  {
    legend: sentence('Cara berkas disebut', 'How a dossier is called'),
    fields: [
      {
        kind: 'line',
        path: ['subject'],
        label: sentence('Perihal', 'Subject'),
        hint: sentence(
          `Isian dalam kurung kurawal diganti jawabannya: ${keysOf(scene)}.`,
          `A field in braces stands for its answer: ${keysOf(scene)}.`,
        ),
      },
      {
        kind: 'picks',
        path: ['summary'],
        label: sentence('Isian yang tampil di daftar', 'Fields shown in lists'),
        options: fieldChoices(scene),
      },
    ],
  },
]

const keysOf = ({ outline }: Scene): string => outline.fields.map(({ key }) => `{${key}}`).join(', ') || '–'

export const groupSets = (scene: Scene): readonly FieldSet[] => [
  {
    legend: sentence('Kelompok isian', 'Group of fields'),
    fields: [
      { kind: 'words', path: ['label'], label: sentence('Judul kelompok', 'Heading') },
      {
        kind: 'choice',
        path: ['at'],
        label: sentence('Ditanyakan pada', 'Asked at'),
        options: stepChoices(scene),
        none: sentence('Pengajuan (langkah pertama)', 'The request (first step)'),
      },
    ],
  },
]

export const newFieldFields = (): readonly EditField[] => [
  { kind: 'words', path: ['label'], label: sentence('Yang ditanyakan', 'What is asked') },
  { kind: 'choice', path: ['type'], label: sentence('Jenis isian', 'Kind of field'), options: choicesOf(TYPE_WORDS) },
  { kind: 'tick', path: ['required'], on: true, off: undefined, label: sentence('Wajib diisi', 'Required') },
]

export const fieldSets = (scene: Scene, field: unknown): readonly FieldSet[] => {
  const special = OF_TYPES(scene, field)[typeOf(field)] ?? []
  return [
    {
      legend: sentence('Isian', 'Field'),
      fields: [...newFieldFields(), { kind: 'words', path: ['hint'], label: sentence('Petunjuk pengisian', 'Hint') }],
    },
    ...(special.length > 0 ? [{ legend: sentence('Rincian jenis isian', 'Of this kind'), fields: special }] : []),
    {
      legend: sentence('Kapan dan untuk siapa', 'When, and for whom'),
      folded: valueAt(field, ['when']) === undefined && valueAt(field, ['confidential']) !== true,
      fields: [
        {
          kind: 'when',
          path: ['when'],
          label: sentence('Hanya ditanyakan bila', 'Asked only where'),
          options: conditionChoices(scene, valueAt(field, ['when'])),
        },
        {
          kind: 'tick',
          path: ['confidential'],
          on: true,
          off: undefined,
          label: sentence(
            'Rahasia: hanya terlihat oleh yang menangani',
            'Confidential: seen only by those who handle it',
          ),
        },
      ],
    },
  ]
}

const typeOf = (field: unknown): FieldType => {
  const type = valueAt(field, ['type'])
  return KINDS.find((kind) => kind === type) ?? 'text'
}

const KINDS = Object.keys(TYPE_WORDS).filter((key): key is FieldType => key in TYPE_WORDS)

const OPTIONS: EditField = {
  kind: 'rows',
  path: ['options'],
  label: sentence('Pilihan', 'Options'),
  one: sentence('Pilihan', 'Option'),
  named: { key: 'value', from: ['label'] },
  of: () => [{ kind: 'words', path: ['label'], label: sentence('Pilihan', 'Option') }],
}

const number = (path: readonly string[], id: string, en: string): EditField => ({
  kind: 'number',
  path,
  label: sentence(id, en),
})

const MAX = number(['max'], 'Jumlah huruf paling banyak', 'Most characters')

const OF_TYPES = (scene: Scene, field: unknown): Partial<Record<FieldType, readonly EditField[]>> => ({
  text: [MAX],
  'long-text': [MAX],
  choice: [OPTIONS],
  number: [
    { kind: 'line', path: ['unit'], label: sentence('Satuan', 'Unit') },
    number(['limits', 'min'], 'Paling kecil yang dapat diisi', 'Smallest that can be written'),
    number(['limits', 'max'], 'Paling besar yang dapat diisi', 'Largest that can be written'),
    number(['expected', 'min'], 'Baik mulai dari', 'Good from'),
    number(['expected', 'max'], 'Baik sampai dengan', 'Good up to'),
  ],
  table: [
    number(['rows'], 'Jumlah baris paling banyak', 'Most rows'),
    {
      kind: 'rows',
      path: ['columns'],
      label: sentence('Kolom', 'Columns'),
      one: sentence('Kolom', 'Column'),
      named: { key: 'column', from: ['label'] },
      of: columnFields,
    },
  ],
  'domain-name': [
    {
      kind: 'when',
      path: ['availability'],
      label: sentence('Nama harus masih bebas bila', 'The name must be free where'),
      options: conditionChoices(scene, valueAt(field, ['availability'])),
    },
  ],
  file: [
    {
      kind: 'name',
      path: ['paper'],
      label: sentence('Nama berkas yang diunggah', 'What the upload is called'),
      hint: sentence('Misalnya: surat permohonan.', 'Such as: request letter.'),
    },
    {
      kind: 'picks',
      path: ['accept'],
      label: sentence('Jenis berkas', 'Kinds of files'),
      options: ['pdf', 'jpg', 'png'].map((value) => ({
        value,
        label: sentence(value.toUpperCase(), value.toUpperCase()),
      })),
    },
    {
      kind: 'tick',
      path: ['orMade'],
      on: true,
      off: undefined,
      label: sentence('Dibuatkan dari formulir bila tidak diunggah', 'Made from the form when nothing is uploaded'),
    },
  ],
})

const COLUMN_TYPES = ['text', 'number', 'url', 'date', 'time', 'choice', 'ip', 'coordinates'] as const

const columnFields = (column: unknown): readonly EditField[] => [
  { kind: 'words', path: ['label'], label: sentence('Judul kolom', 'Heading') },
  {
    kind: 'choice',
    path: ['type'],
    label: sentence('Jenis', 'Kind'),
    options: COLUMN_TYPES.map((type) => ({ value: type, ...TYPE_WORDS[type] })),
    none: TYPE_WORDS.text.label,
  },
  { kind: 'tick', path: ['required'], on: true, off: undefined, label: sentence('Wajib diisi', 'Required') },
  ...(valueAt(column, ['type']) === 'choice' ? [OPTIONS] : []),
]
