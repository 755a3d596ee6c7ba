// Questions about what the printed SOP is silent on: going back, refusing, withdrawing, initials, rating, counter, secrecy.
import { isData, valueAt } from '../../../../core/procedure/edit/look.ts'
import { sentence } from '../../../../core/sentence.ts'
import { spoken } from '../answers.ts'
import type { EditField, FieldSet } from '../edit-field.ts'
import { actorChoices, type Scene, stepChoices } from '../scene.ts'
import { promisedTime } from './promised-time.ts'

const ANY_TIME = '*any'

export const policySets = (scene: Scene): readonly FieldSet[] => [
  { legend: sentence('Kembali kepada pemohon', 'Back to the applicant'), fields: returning(scene) },
  { legend: sentence('Kembali di dalam kantor', 'Back inside the office'), fields: sendingBack(scene) },
  { legend: sentence('Waktu yang dijanjikan', 'The promised time'), fields: promisedTime(scene), folded: true },
  { legend: sentence('Menolak dan menarik kembali', 'Refusing and withdrawing'), fields: ending(scene) },
  { legend: sentence('Paraf surat', 'Initials'), fields: initials(scene) },
  { legend: sentence('Lain-lain', 'Other'), fields: others },
]

const NONE = sentence('Tidak diatur', 'Not said')

const returning = (scene: Scene): readonly EditField[] => [
  {
    kind: 'picks',
    path: ['policy', 'return', 'from'],
    label: sentence('Permohonan dapat dikembalikan dari', 'May be returned from'),
    options: stepChoices(scene),
    kept: {
      read: (data) => valueAt(data, ['policy', 'return', 'from']),
      // Without a place to return from there is nothing left to say.
      write: (from) =>
        from === undefined ? [[['policy', 'return'], undefined]] : [[['policy', 'return', 'from'], from]],
    },
  },
  {
    kind: 'choice',
    path: ['policy', 'return', 'to'],
    label: sentence('Kembali ke langkah', 'Returned to'),
    options: stepChoices(scene),
    none: NONE,
  },
  {
    kind: 'tick',
    path: ['policy', 'return', 'pauses'],
    on: false,
    off: undefined,
    label: sentence(
      'Waktu tetap berjalan selama menunggu pemohon',
      'The clock runs on while the applicant is waited for',
    ),
  },
]

const sendingBack = (scene: Scene): readonly EditField[] => [
  {
    kind: 'rows',
    path: ['policy', 'sendBack'],
    label: sentence('Pekerjaan dapat dikembalikan', 'Work may go back'),
    one: sentence('Jalan kembali', 'Way back'),
    of: () => [
      { kind: 'picks', path: ['from'], label: sentence('Dari', 'From'), options: stepChoices(scene) },
      { kind: 'choice', path: ['to'], label: sentence('Ke', 'To'), options: stepChoices(scene), none: NONE },
    ],
  },
]

const ending = (scene: Scene): readonly EditField[] => [
  {
    kind: 'picks',
    path: ['policy', 'reject', 'by'],
    label: sentence('Permohonan dapat ditolak pada', 'May be refused at'),
    options: stepChoices(scene),
    kept: {
      read: (data) => valueAt(data, ['policy', 'reject', 'by']),
      write: (by) =>
        by === undefined
          ? [[['policy', 'reject'], undefined]]
          : [
              [['policy', 'reject', 'by'], by],
              [['policy', 'reject', 'reason'], 'required'],
            ],
    },
  },
  { kind: 'name', path: ['policy', 'reject', 'letter'], label: sentence('Surat penolakan', 'Letter of refusal') },
  {
    kind: 'choice',
    path: ['policy', 'withdraw'],
    label: sentence('Pemohon boleh menarik kembali', 'The applicant may withdraw'),
    none: sentence('Tidak boleh', 'No'),
    options: [{ value: ANY_TIME, label: sentence('Kapan saja', 'At any time') }, ...until(scene)],
    kept: {
      read: (data) => {
        const withdraw = valueAt(data, ['policy', 'withdraw'])
        return isData(withdraw) ? (withdraw.before ?? ANY_TIME) : undefined
      },
      write: (chosen) =>
        chosen === undefined
          ? [[['policy', 'withdraw'], undefined]]
          : [
              [['policy', 'withdraw', 'by'], 'applicant'],
              [['policy', 'withdraw', 'before'], chosen === ANY_TIME ? undefined : chosen],
            ],
    },
  },
]

const until = (scene: Scene) =>
  stepChoices(scene).map(({ value, label }) => ({
    value,
    label: sentence(`Sebelum ${label.id}`, `Before ${label.en}`),
  }))

const initials = (scene: Scene): readonly EditField[] => {
  const letters = [...new Set(scene.outline.steps.flatMap(({ letter }) => (letter === '' ? [] : [letter])))]
  const options = actorChoices(scene)
  return letters.map((letter) => ({
    kind: 'picks',
    path: ['policy', 'initials', letter],
    label: sentence(`Surat "${spoken(letter)}" diparaf oleh`, `The letter "${spoken(letter)}" is initialed by`),
    options,
  }))
}

const others: readonly EditField[] = [
  {
    kind: 'tick',
    path: ['policy', 'rating'],
    on: true,
    off: undefined,
    label: sentence('Pemohon menilai layanan setelah selesai', 'The applicant rates the service'),
  },
  {
    kind: 'tick',
    path: ['policy', 'counter'],
    on: true,
    off: undefined,
    label: sentence('Surat kertas dapat dimasukkan loket', 'The counter may file a paper letter'),
  },
  {
    kind: 'choice',
    path: ['policy', 'secrecy'],
    label: sentence('Sifat setiap berkas sejak awal', 'Grade of every dossier from its first moment'),
    none: sentence('Biasa', 'Ordinary'),
    options: [
      { value: 'terbatas', label: sentence('Terbatas', 'Restricted') },
      { value: 'rahasia', label: sentence('Rahasia', 'Secret') },
    ],
  },
]
