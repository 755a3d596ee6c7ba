// Questions about one step: what is done by whom, papers, time, where it leads, and what the sheet prints of it.
import { namesOf, textAt, valueAt } from '../../../../core/procedure/edit/look.ts'
import { sentence } from '../../../../core/sentence.ts'
import type { EditField, FieldSet } from '../edit-field.ts'
import { ACT_WORDS, CELL_WORDS, choicesOf, FULFILMENT_WORDS } from '../kind-words.ts'
import { actorChoices, conditionChoices, fieldChoices, nameChoices, type Scene, wayChoices } from '../scene.ts'

export const stepSets = (scene: Scene, step: unknown): readonly FieldSet[] => [
  { legend: sentence('Kegiatan', 'Activity'), fields: [...newStepFields(scene), ...timing(scene, step)] },
  { legend: sentence('Setelah langkah ini', 'After this step'), fields: ways(scene), folded: isPlain(step) },
  { legend: sentence('Berkas yang berpindah tangan', 'Papers passed on'), fields: papers(scene, step) },
  {
    legend: sentence('Surat dan sistem', 'Letters and systems'),
    fields: special(scene),
    folded: !['letter', 'forwardsTo', 'fulfils'].some((key) => valueAt(step, [key]) !== undefined),
  },
  { legend: sentence('Seperti tercetak pada lembar SOP', 'As printed on the sheet'), fields: printed, folded: true },
]

const isPlain = (step: unknown): boolean =>
  ['decides', 'then', 'join', 'when'].every((key) => valueAt(step, [key]) === undefined)

/** What a new step is asked for. */
export const newStepFields = (scene: Scene): readonly EditField[] => [
  {
    kind: 'area',
    path: ['activity'],
    label: sentence('Uraian kegiatan', 'Activity'),
    hint: sentence('Mulai dengan kata kerja: Memeriksa, Mencatat, Menyerahkan …', 'Begin with a verb.'),
  },
  {
    kind: 'picks',
    path: ['actor'],
    single: true,
    label: sentence('Pelaksana', 'Actor'),
    hint: sentence(
      'Bila lebih dari satu, siapa pun di antaranya boleh menyelesaikan.',
      'Of several any one may finish it.',
    ),
    options: actorChoices(scene),
  },
  { kind: 'choice', path: ['act'], label: sentence('Jenis tindakan', 'Kind of act'), options: choicesOf(ACT_WORDS) },
]

const timing = (scene: Scene, step: unknown): readonly EditField[] => [
  {
    kind: 'line',
    path: ['time'],
    label: sentence('Waktu baku', 'Standard time'),
    hint: sentence(
      'Misalnya 5 menit, 2 jam, 1 hari; kosong berarti tanpa batas waktu.',
      'Such as 5 menit, 2 jam, 1 hari; empty means no limit.',
    ),
    live: 'time',
  },
  {
    kind: 'when',
    path: ['when'],
    label: sentence('Hanya dikerjakan bila', 'Done only where'),
    hint: sentence('Tanpa tanda: selalu dikerjakan.', 'Nothing ticked: always.'),
    options: conditionChoices(scene, valueAt(step, ['when'])),
  },
]

const ways = (scene: Scene): readonly EditField[] => [
  {
    kind: 'words',
    path: ['decides', 'question'],
    label: sentence('Pertanyaan yang dijawab di sini', 'Question answered here'),
    hint: sentence('Kosongkan bila langkah ini tidak memutuskan.', 'Leave empty where nothing is decided.'),
  },
  {
    kind: 'rows',
    path: ['decides', 'exits'],
    label: sentence('Jawaban dan ke mana', 'Answers, and where they lead'),
    one: sentence('Jawaban', 'Answer'),
    named: { key: 'answer', from: ['label'] },
    of: () => [
      { kind: 'words', path: ['label'], label: sentence('Jawaban', 'Answer') },
      {
        kind: 'picks',
        path: ['to'],
        single: true,
        label: sentence('Berlanjut ke', 'Leads to'),
        options: wayChoices(scene),
      },
    ],
  },
  {
    kind: 'picks',
    path: ['then'],
    single: true,
    label: sentence('Tanpa pertanyaan: berlanjut ke', 'Without a question: leads to'),
    hint: sentence(
      'Tanpa tanda: langkah di bawahnya. Beberapa tanda: semuanya berjalan bersamaan.',
      'Nothing ticked: the step below. Several: all at the same time.',
    ),
    options: wayChoices(scene),
  },
  {
    kind: 'tick',
    path: ['join'],
    on: 'all',
    off: undefined,
    label: sentence('Menunggu semua cabang yang berjalan bersamaan', 'Waits for all strands'),
  },
]

const papers = ({ outline }: Scene, step: unknown): readonly EditField[] => [
  {
    kind: 'picks',
    path: ['needs'],
    label: sentence('Memerlukan', 'Needs'),
    options: nameChoices(outline.papers, namesOf(valueAt(step, ['needs']))),
  },
  {
    kind: 'names',
    path: ['makes'],
    label: sentence('Menghasilkan', 'Makes'),
    hint: sentence('Satu berkas per baris, misalnya: agenda surat.', 'One paper in each line.'),
  },
]

const special = (scene: Scene): readonly EditField[] => [
  {
    kind: 'name',
    path: ['letter'],
    label: sentence('Surat yang dibuat atau dikirim', 'Letter that is made or sent'),
    hint: sentence(
      `Yang dikenal kantor: ${known(scene)}. Nama lain memakai surat umum.`,
      `Known here: ${known(scene)}. Others use the general letter.`,
    ),
  },
  {
    kind: 'choice',
    path: ['forwardsTo'],
    label: sentence('Surat diteruskan kepada', 'Passed on to'),
    options: actorChoices(scene),
    none: sentence('Tidak diteruskan', 'Nobody'),
  },
  {
    kind: 'rows',
    path: ['fulfils'],
    label: sentence('Dibuat pada sistem', 'Made on a system'),
    one: sentence('Pekerjaan sistem', 'Work of a system'),
    of: (row) => fulfilment(scene, row),
  },
]

const known = ({ letters }: Scene): string => letters.join(', ').replaceAll('-', ' ') || '–'

const NONE = sentence('Tidak ada', 'None')

const fulfilment = (scene: Scene, row: unknown): readonly EditField[] => [
  {
    kind: 'choice',
    path: ['fulfil'],
    label: sentence('Yang dibuat', 'What is made'),
    options: choicesOf(FULFILMENT_WORDS),
    none: NONE,
  },
  ...(['name', 'address'] as const).map(
    (key): EditField => ({
      kind: 'choice',
      path: ['with', key],
      label:
        key === 'name'
          ? sentence('Nama diambil dari isian', 'Name is taken from')
          : sentence('Alamat diambil dari isian', 'Address is taken from'),
      options: fieldChoices(scene),
      none: NONE,
    }),
  ),
  ...(['when', 'changeWhen', 'removeWhen'] as const).map(
    (key): EditField => ({
      kind: 'when',
      path: [key],
      label: WHEN_WORDS[key],
      options: conditionChoices(scene, valueAt(row, [key])),
    }),
  ),
]

const WHEN_WORDS = {
  when: sentence('Hanya bila', 'Only where'),
  changeWhen: sentence('Mengganti yang sudah ada bila', 'Replaces what is there where'),
  removeWhen: sentence('Dihapus, bukan dibuat, bila', 'Taken away where'),
}

const EACH_LINE = sentence('Satu butir per baris.', 'One in each line.')

const printed: readonly EditField[] = [
  {
    kind: 'tick',
    path: ['policy'],
    on: true,
    off: undefined,
    label: sentence(
      'Tambahan kantor: berjalan, tetapi tidak tercetak pada lembar SOP',
      'Added by the office: runs, but does not stand on the sheet',
    ),
  },
  {
    kind: 'line',
    path: ['no'],
    label: sentence('Nomor tercetak', 'Printed number'),
    hint: sentence('Hanya bila berbeda dari urutannya.', 'Only where it is not the count of the rows.'),
  },
  { kind: 'lines', path: ['printed', 'needs'], label: sentence('Kelengkapan', 'Needs'), hint: EACH_LINE },
  { kind: 'lines', path: ['printed', 'makes'], label: sentence('Output', 'Output'), hint: EACH_LINE },
  { kind: 'area', path: ['printed', 'note'], label: sentence('Keterangan', 'Note') },
  {
    kind: 'picks',
    path: ['inferred'],
    label: sentence('Disimpulkan karena sumbernya tidak jelas', 'Inferred, because the source is unclear'),
    options: choicesOf(CELL_WORDS),
  },
]

/** The first words of an activity name the step. */
export const wordsForStep = (step: unknown): string => textAt(step, ['activity']).split(/\s+/).slice(0, 4).join(' ')
