// A comparison in a few sentences, the way one officer tells another.
import { type Sentence, sentence } from '../../sentence.ts'
import type { Procedure, Step } from '../schema.ts'
import type { Chapter, Lane } from './compare.ts'
import type { Pair } from './pairs.ts'
import type { Row } from './rows.ts'
import { type StepPair, stepNumber } from './steps.ts'

type Facts = {
  before: Procedure
  after: Procedure
  steps: readonly StepPair[]
  actors: readonly Pair<Lane>[]
  chapters: readonly Chapter[]
}

export const summaryOf = (facts: Facts): Sentence[] => {
  const sentences = [
    ...stepCount(facts),
    ...lanes(facts),
    ...steps(facts),
    ...times(facts),
    ...head(facts),
    ...COUNTED.flatMap(([key, id, en]) => counted(facts, key, [id, en])),
  ]
  return sentences.length > 0 ? sentences : [quiet(facts)]
}

const quiet = ({ chapters }: Facts): Sentence =>
  chapters.every(({ key, isSame, rows }) => isSame || (key === 'head' && rows.every(isOfTheEdition)))
    ? sentence('Isi kedua edisi sama.', 'Both editions say the same.')
    : sentence('Hanya ejaan atau rincian kecil yang berbeda.', 'Only spelling or small details differ.')

/** Every edition has its own name and dates. */
const isOfTheEdition = ({ key, mark }: Row): boolean =>
  mark === 'same' || ['edition', 'created', 'revised', 'effective', 'replaces'].includes(key)

const stepCount = ({ before, after }: Facts): Sentence[] => {
  const [old, now] = [before, after].map(({ steps: all }) => all.filter((step) => !step.policy).length)
  return old === now ? [] : [sentence(`${old} menjadi ${now} langkah.`, `${old} steps become ${now}.`)]
}

const lanes = ({ actors }: Facts): Sentence[] =>
  actors.flatMap(({ before, after }) => {
    if (!after) return before ? [gone(before.label)] : []
    if (!before) return [sentence(`Kolom ${after.label} ditambahkan.`, `The column ${after.label} is new.`)]
    return before.label.toLowerCase() === after.label.toLowerCase()
      ? []
      : [
          sentence(
            `Kolom ${before.label} menjadi ${after.label}.`,
            `The column ${before.label} becomes ${after.label}.`,
          ),
        ]
  })

const gone = (label: string): Sentence => sentence(`Kolom ${label} ditiadakan.`, `The column ${label} is gone.`)

const steps = ({ before: old, after: now, steps: pairs }: Facts): Sentence[] =>
  pairs.flatMap(({ before, after, isMoved }) => {
    if (!after) return before ? [told(nameOf(old, before), ['ditiadakan', 'is gone'])] : []
    if (!before) return [told(nameOf(now, after), ['ditambahkan', 'is new'])]
    return isMoved ? [told(nameOf(now, after), ['berpindah tempat', 'has moved'])] : []
  })

const nameOf = (procedure: Procedure, step: Step): Sentence => {
  if (step.policy) return sentence(`Langkah kantor "${step.activity}"`, `The office's step "${step.activity}"`)
  const name = `${stepNumber(procedure, step)} (${step.activity})`
  return sentence(`Langkah ${name}`, `Step ${name}`)
}

const told = (name: Sentence, [id, en]: [string, string]): Sentence =>
  sentence(`${name.id} ${id}.`, `${name.en} ${en}.`)

const times = ({ after: now, steps: pairs, chapters }: Facts): Sentence[] => [
  ...pairs.flatMap(({ before, after }) => {
    if (!before || !after || sameText(before.time, after.time)) return []
    const [name, from, to] = [nameOf(now, after), spoken(before.time), spoken(after.time)]
    return [sentence(`${name.id}: waktu ${from.id} menjadi ${to.id}.`, `${name.en}: time ${from.en} becomes ${to.en}.`)]
  }),
  ...headRow(chapters, 'sum', 'Jumlah waktu tercetak', 'Sum of printed times'),
  ...headRow(chapters, 'promise', 'Batas waktu', 'Limit'),
]

const head = ({ chapters }: Facts): Sentence[] => [
  ...headRow(chapters, 'number', 'Nomor', 'Number'),
  ...headRow(chapters, 'title', 'Judul', 'Title'),
]

const headRow = (chapters: readonly Chapter[], key: string, id: string, en: string): Sentence[] => {
  const row = chapters.find((one) => one.key === 'head')?.rows.find((one) => one.key === key)
  if (!row || row.mark === 'same' || row.mark === 'spelling') return []
  const [from, to] = [spoken(row.before?.id), spoken(row.after?.id)]
  return [sentence(`${id}: ${from.id} menjadi ${to.id}.`, `${en}: ${from.en} becomes ${to.en}.`)]
}

const sameText = (before: string | null, after: string | null): boolean =>
  (before ?? '').toLowerCase() === (after ?? '').toLowerCase()

const spoken = (text: string | null | undefined): Sentence =>
  text ? sentence(text, text) : sentence('kosong', 'empty')

const COUNTED: [key: string, id: string, en: string][] = [
  ['legalBasis', 'Dasar hukum', 'Legal basis'],
  ['qualifications', 'Kualifikasi', 'Qualifications'],
  ['equipment', 'Peralatan', 'Equipment'],
  ['form', 'Isian formulir', 'Fields of the form'],
  ['policy', 'Kebijakan kantor', 'Policy of the office'],
  ['registers', 'Pengisian register', 'What feeds registers'],
  ['starts', 'Yang dapat memulai', 'Who may begin'],
]

const counted = ({ chapters }: Facts, key: string, [id, en]: [string, string]): Sentence[] => {
  const chapter = chapters.find((one) => one.key === key)
  if (!chapter) return []
  const marks = [...chapter.rows, ...chapter.items].map(({ mark }: Pick<Row, 'mark'>) => mark)
  const count = (mark: Row['mark']): number => marks.filter((one) => one === mark).length
  const parts: [number, string, string][] = [
    [count('added'), 'ditambahkan', 'added'],
    [count('removed'), 'ditiadakan', 'gone'],
    [count('changed'), 'diubah', 'changed'],
  ]
  const told = parts.filter(([number]) => number > 0)
  if (told.length === 0) return []
  return [
    sentence(
      `${id}: ${told.map(([number, word]) => `${number} ${word}`).join(', ')}.`,
      `${en}: ${told.map(([number, , word]) => `${number} ${word}`).join(', ')}.`,
    ),
  ]
}
