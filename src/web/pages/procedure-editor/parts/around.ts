// Questions about how a dossier begins, which registers it feeds, and what is remarked of the printed sheet.
import { namesOf, textAt, valueAt } from '../../../../core/procedure/edit/look.ts'
import { type Sentence, sentence } from '../../../../core/sentence.ts'
import type { EditField, FieldSet } from '../edit-field.ts'
import { choicesOf, PROBE_WORDS, START_WORDS } from '../kind-words.ts'
import { actorChoices, conditionChoices, fieldChoices, nameChoices, type Scene, stepChoices } from '../scene.ts'

const NONE = sentence('Pilih', 'Choose')

export const startSets = (scene: Scene): readonly FieldSet[] => [
  {
    legend: sentence('Siapa atau apa yang memulai', 'Who or what begins'),
    hint: sentence('Tanpa satu pun: perangkat daerah dengan akunnya.', 'Without any: an agency with its account.'),
    fields: [
      {
        kind: 'rows',
        path: ['starts'],
        label: sentence('Cara memulai', 'Ways to begin'),
        one: sentence('Cara memulai', 'Way to begin'),
        kindKey: 'by',
        of: (row) => startFields(scene, row),
      },
    ],
  },
]

const startFields = (scene: Scene, row: unknown): readonly EditField[] => {
  const by = textAt(row, ['by'])
  return [
    {
      kind: 'choice',
      path: ['by'],
      label: sentence('Dimulai oleh', 'Begun by'),
      options: choicesOf(START_WORDS),
      none: NONE,
    },
    ...(by === 'schedule' ? schedule(scene) : []),
    ...(by === 'monitor' ? monitor(scene) : []),
    ...(by === 'schedule' || by === 'monitor' ? prefilled(scene) : []),
  ]
}

const register = (scene: Scene, path: string, label: Sentence): EditField => ({
  kind: 'choice',
  path: [path],
  label,
  options: nameChoices(scene.registers, recordsOf(scene)),
  none: sentence('Tidak ada', 'None'),
})

const schedule = (scene: Scene): EditField[] => [
  {
    kind: 'line',
    path: ['rule'],
    label: sentence('Aturan pengulangan', 'Recurrence'),
    hint: sentence(
      'Setiap 1 Februari: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1',
      'Every 1 February: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1',
    ),
  },
  register(
    scene,
    'each',
    sentence('Satu berkas untuk setiap butir register', 'One dossier for each item of the register'),
  ),
]

const monitor = (scene: Scene): EditField[] => [
  {
    kind: 'choice',
    path: ['probe'],
    label: sentence('Yang dipantau', 'What is watched'),
    options: choicesOf(PROBE_WORDS),
    none: NONE,
  },
  register(scene, 'register', sentence('Butir register yang dipantau', 'Items that are watched')),
  {
    kind: 'line',
    path: ['every'],
    label: sentence('Setiap berapa lama', 'How often'),
    hint: sentence('Misalnya 15 menit.', 'Such as 15 menit.'),
  },
  { kind: 'lines', path: ['words'], label: sentence('Kata yang dicari', 'Words looked for') },
]

/** What the form holds when nobody fills it in. */
const prefilled = ({ outline }: Scene): EditField[] =>
  outline.fields
    .filter(({ type }) => type !== 'table' && type !== 'file' && type !== 'person')
    .map(({ key, label }) => ({
      kind: 'line',
      path: ['form', key],
      label: sentence(`Terisi sendiri: ${label}`, `Filled in: ${label}`),
    }))

const recordsOf = ({ data }: Scene): string[] => namesOf(valueAt(data, ['records']))

export const registerSets = (scene: Scene): readonly FieldSet[] => [
  {
    legend: sentence('Register yang diisi', 'Registers that are fed'),
    hint: sentence(
      'Bila berkas selesai, satu butir ditulis ke setiap register ini.',
      'When a dossier is finished, an item is written to each.',
    ),
    fields: [
      {
        kind: 'names',
        path: ['records'],
        label: sentence('Register menurut lembar SOP', 'Registers named by the sheet'),
        hint: sentence('Satu nama per baris.', 'One in each line.'),
      },
      {
        kind: 'rows',
        path: ['registers'],
        label: sentence('Pengisian', 'Feeding'),
        one: sentence('Register', 'Register'),
        of: (row) => feedFields(scene, row),
      },
    ],
  },
]

const feedFields = (scene: Scene, row: unknown): readonly EditField[] => {
  const table = scene.outline.fields.find(({ key }) => key === textAt(row, ['each']))
  const columns = fieldChoices(scene, undefined)
  const more = nameChoices(namesOf(valueAt(row, ['columns']))).filter(
    ({ value }) => !columns.some((one) => one.value === value),
  )
  return [
    { kind: 'name', path: ['register'], label: sentence('Nama register', 'Name of the register') },
    {
      kind: 'choice',
      path: ['each'],
      label: sentence('Satu butir untuk setiap baris tabel', 'One item for each row of'),
      options: fieldChoices(scene, ['table']),
      none: sentence('Satu butir per berkas', 'One item for each dossier'),
    },
    {
      kind: table ? 'name' : 'choice',
      path: ['key'],
      label: sentence('Butir dinamai menurut', 'The item is named by'),
      options: columns,
      none: NONE,
    },
    {
      kind: 'picks',
      path: ['columns'],
      label: sentence('Isian yang disimpan', 'Fields that are kept'),
      options: [...columns, ...more],
    },
    {
      kind: 'when',
      path: ['when'],
      label: sentence('Hanya diisi bila', 'Only where'),
      options: conditionChoices(scene, valueAt(row, ['when'])),
    },
    {
      kind: 'when',
      path: ['retireWhen'],
      label: sentence('Butir dihentikan bila', 'The item is retired where'),
      options: conditionChoices(scene, valueAt(row, ['retireWhen'])),
    },
  ]
}

export const remarkSets = (scene: Scene): readonly FieldSet[] => [
  {
    legend: sentence('Catatan tentang naskah tercetak', 'Remarks on the printed text'),
    hint: sentence(
      'Kejanggalan yang sudah dicatat tidak diperingatkan lagi.',
      'What is remarked is not warned of again.',
    ),
    fields: [
      {
        kind: 'rows',
        path: ['remarks'],
        label: sentence('Catatan', 'Remarks'),
        one: sentence('Catatan', 'Remark'),
        of: () => [
          { kind: 'area', path: ['says'], label: sentence('Isi catatan', 'What it says') },
          {
            kind: 'choice',
            path: ['step'],
            label: sentence('Langkah', 'Step'),
            options: stepChoices(scene),
            none: sentence('Bukan tentang satu langkah', 'Of no one step'),
          },
          {
            kind: 'choice',
            path: ['about'],
            label: sentence('Tentang hal lain', 'About something else'),
            options: [
              { value: 'promise', label: sentence('Batas waktu layanan', 'Time limit of the service') },
              ...actorChoices(scene),
              ...nameChoices(recordsOf(scene)),
            ],
            none: sentence('Tidak ada', 'Nothing'),
          },
        ],
      },
    ],
  },
]
