// Conditions in words: `jenis = baru atau ubah dan tujuan = hosting`, `catatan terisi`; and whether they hold.
import { cut, faultOn } from './faults.ts'
import { NAME } from './inline.ts'
import type { Condition, TemplateFault, Test } from './template.ts'

export type ReadCondition = { ok: true; when: Condition } | { ok: false; fault: TemplateFault }

export const readCondition = (said: string, line: number): ReadCondition => {
  const tests: Test[] = []
  for (const clause of clausesOf(said.match(/"[^"]*"|[^\s"]+|"/g) ?? [])) {
    const test = testOf(clause)
    if (test === null) return { ok: false, fault: notACondition(line, said) }
    tests.push(test)
  }
  return { ok: true, when: tests }
}

const clausesOf = (tokens: readonly string[]): string[][] => {
  const clauses: string[][] = [[]]
  for (const token of tokens) {
    if (token === 'dan') clauses.push([])
    else clauses.at(-1)?.push(token)
  }
  return clauses
}

const testOf = ([name, verb, ...rest]: readonly string[]): Test | null => {
  if (name === undefined || !NAME.test(name)) return null
  if (verb === 'terisi' || verb === 'kosong')
    return rest.length === 0 ? { name, asks: verb === 'terisi' ? 'filled' : 'empty' } : null
  if (verb !== '=' && verb !== 'bukan') return null
  const values = valuesOf(rest)
  return values === null ? null : { name, asks: verb === '=' ? 'is' : 'isNot', values }
}

/** `baru atau "tukar guling"`: words up to the next "atau" are one value. */
const valuesOf = (tokens: readonly string[]): string[] | null => {
  const values: string[][] = [[]]
  for (const token of tokens) {
    if (token === 'atau') values.push([])
    else values.at(-1)?.push(token.replace(/^"(.*)"$/, '$1'))
  }
  return values.some((words) => words.length === 0) ? null : values.map((words) => words.join(' '))
}

const notACondition = (line: number, said: string): TemplateFault =>
  faultOn(
    line,
    `Syarat "${cut(said)}" tidak terbaca. Tulis misalnya: jenis = baru, jenis = baru atau ubah, jenis bukan hapus, catatan terisi, catatan kosong; beberapa syarat dihubungkan dengan "dan".`,
    `The condition "${cut(said)}" cannot be read. Write for example: jenis = baru, jenis = baru atau ubah, jenis bukan hapus, catatan terisi, catatan kosong; join several with "dan".`,
  )

export type Asked = { stored: (name: string) => unknown; isFilled: (name: string) => boolean }

export const holdsIn = (when: Condition, asked: Asked): boolean => when.every((test) => holdsFor(test, asked))

const holdsFor = (test: Test, { stored, isFilled }: Asked): boolean => {
  switch (test.asks) {
    case 'is':
      return among(stored(test.name), test.values)
    case 'isNot':
      return !among(stored(test.name), test.values)
    case 'filled':
      return isFilled(test.name)
    case 'empty':
      return !isFilled(test.name)
  }
}

const among = (value: unknown, values: readonly string[]): boolean =>
  typeof value === 'string' && values.includes(value)
