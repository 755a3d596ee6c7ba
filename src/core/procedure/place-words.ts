// Where in a procedure file a fault is, in words: the step, field or actor by its name, whatever has none counted from 1.
import { type Sentence, sentence } from '../sentence.ts'
import { valueAt } from './edit/look.ts'
import type { Path } from './fault.ts'

/** `key`: what is spoken of; `where`: in which thing, empty at the top of the file. */
export type Place = { key: Sentence; where: Sentence }

const THINGS: Readonly<Record<string, { name: string; id: string; en: string }>> = {
  steps: { name: 'step', id: 'langkah', en: 'step' },
  form: { name: 'group', id: 'kelompok isian', en: 'group' },
  fields: { name: 'field', id: 'isian', en: 'field' },
  columns: { name: 'column', id: 'kolom', en: 'column' },
  options: { name: 'value', id: 'pilihan', en: 'option' },
  exits: { name: 'answer', id: 'jawaban', en: 'answer' },
  registers: { name: 'register', id: 'register', en: 'register' },
  starts: { name: 'by', id: 'permulaan', en: 'start' },
  remarks: { name: 'says', id: 'catatan', en: 'remark' },
}

export const placeOf = (data: unknown, path: Path): Place => {
  const things: Sentence[] = []
  let rest: string[] = []
  for (const [at, part] of path.entries()) {
    const thing = THINGS[String(path[at - 1])]
    if (typeof part === 'number' && thing) {
      const called = calledAt(data, path.slice(0, at + 1), thing.name) ?? part + 1
      things.push(sentence(`${thing.id} ${called}`, `${thing.en} ${called}`))
      rest = []
    } else if (path[at - 1] === 'actors' && at === 1) {
      things.push(sentence(`pelaksana "${String(part)}"`, `actor "${String(part)}"`))
      rest = []
    } else rest.push(typeof part === 'number' ? String(part + 1) : String(part))
  }
  const key = rest.length > 0 ? sentence(rest.join('.'), rest.join('.')) : things.pop()
  // The group of a field, and the step of an answer, are found by the line.
  return { key: key ?? sentence('Berkas', 'The file'), where: things.at(-1) ?? sentence('', '') }
}

const calledAt = (data: unknown, path: Path, name: string): string | undefined => {
  const called = valueAt(data, [...path, name])
  return typeof called === 'string' && called !== '' && called.length <= 60 ? `"${called}"` : undefined
}
