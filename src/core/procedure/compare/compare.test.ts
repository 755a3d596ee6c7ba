// What an officer is told of the difference between two editions.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedFile } from '../invented.fixture.ts'
import { type ProcedureFile, readData, readProcedure } from '../read.ts'
import type { Procedure } from '../schema.ts'
import { type Comparison, compareEditions } from './compare.ts'
import { EDITION_2022 } from './edition-2022.fixture.ts'
import { pairUp } from './pairs.ts'

const read = (source: string): Procedure => {
  const found = readProcedure(source)
  if (!found.ok) throw new Error(JSON.stringify(found.faults))
  return found.procedure
}
const catalogue = join(import.meta.dirname, '../../../../catalogue')
const NEW = read(readFileSync(join(catalogue, 'demak/procedures/subdomain-hosting.yaml'), 'utf8'))
const OLD = read(EDITION_2022)

const chapterOf = ({ chapters }: Comparison, key: string) => {
  const found = chapters.find((chapter) => chapter.key === key)
  if (!found) throw new Error(`no chapter ${key}`)
  return found
}
const stepOf = (comparison: Comparison, words: string) =>
  chapterOf(comparison, 'steps').items.find(({ before, after }) => (after ?? before)?.id.includes(words))
const factOf = (comparison: Comparison, words: string, key: string) =>
  stepOf(comparison, words)?.rows.find((row) => row.key === key)

describe('the editions of 2022 and 2025 of the SOP on subdomains', () => {
  const found = compareEditions(OLD, NEW)
  const said = found.summary.map(({ id }) => id)

  test('are told in a few sentences', () => {
    expect(said).toContain('8 menjadi 7 langkah.')
    expect(said).toContain('Kolom Sub Koor SPA ditiadakan.')
    expect(said).toContain('Langkah 6 (Menganalisis bentuk subdomain dan hosting yang dibutuhkan) ditiadakan.')
    expect(said).toContain('Jumlah waktu tercetak: 1 hari + 95 menit menjadi 1 hari + 65 menit.')
    expect(said).toContain('Nomor: Dinkominfo / 4 / 1 / 90 menjadi DINKOMINFO/03/13.')
    expect(said).toContain('Dasar hukum: 2 ditambahkan.')
    expect(said.filter((one) => one.startsWith('Batas waktu') || one.includes(': waktu '))).toEqual([])
  })

  test('have the same limit and the same date of making', () => {
    const rows = chapterOf(found, 'head').rows
    expect(rows.filter(({ mark }) => mark === 'same').map(({ key }) => key)).toEqual(
      expect.arrayContaining(['promise', 'created', 'records', 'title', 'terminal']),
    )
  })

  test('pair steps that bear another name in the file', () => {
    expect(stepOf(found, 'meneruskan kepada Pelaksana')).toMatchObject({
      mark: 'changed',
      before: { id: expect.stringContaining('5. Mempelajari surat dan meneruskan kepada Sub Koordinator') },
    })
    expect(stepOf(found, 'Membuat surat akun')).toMatchObject({ before: { id: expect.stringContaining('8. ') } })
    expect(stepOf(found, 'Membuat subdomain')).toMatchObject({ before: { id: expect.stringContaining('7. ') } })
    expect(stepOf(found, 'Menganalisis')).toMatchObject({ mark: 'removed', after: null })
    expect(stepOf(found, 'Menerima surat akun')).toMatchObject({ mark: 'added', before: null })
  })

  test('differ in what each printed cell says', () => {
    expect(factOf(found, 'kepada Sekretaris', 'printedNeeds')).toMatchObject({
      mark: 'changed',
      before: { id: 'Disposisi Kadis' },
      after: { id: 'Disposisi Kabid' },
    })
    expect(factOf(found, 'meneruskan kepada Pelaksana', 'printedNeeds')?.before?.id).toContain('yang akan dibuat')
    expect(factOf(found, 'meneruskan kepada Pelaksana', 'printedNeeds')?.after?.id).toContain('yang dibuat')
    expect(factOf(found, 'Membuat surat akun', 'printedNeeds')).toMatchObject({ mark: 'changed' })
    expect(factOf(found, 'meneruskan kepada Pelaksana', 'forwardsTo')).toMatchObject({
      before: { id: 'Sub Koor SPA' },
      after: { id: 'Pelaksana / Pranata' },
    })
  })

  test('do not differ where only the size of letters does', () => {
    expect(factOf(found, 'Membuat subdomain', 'time')).toMatchObject({ mark: 'spelling' })
    expect(chapterOf(found, 'legalBasis').rows.map(({ mark }) => mark)).toEqual([
      'same',
      'spelling',
      'same',
      'added',
      'same',
      'added',
    ])
  })

  test('lead on to the same step though it bears another name', () => {
    expect(factOf(found, 'kepada Sekretaris', 'next')).toMatchObject({ mark: 'same' })
    expect(factOf(found, 'kepada Kabid', 'next')).toMatchObject({ mark: 'same' })
    expect(factOf(found, 'meneruskan kepada Pelaksana', 'next')).toMatchObject({ mark: 'changed' })
  })

  test('show that the tools of the desk are gone and the printer is new', () => {
    const marks = chapterOf(found, 'equipment').rows.map(({ mark, before, after }) => [mark, (after ?? before)?.id])
    expect(marks).toContainEqual(['removed', 'Server'])
    expect(marks).toContainEqual(['added', 'Printer'])
  })
})

const inCatalogue = (file: string): Procedure =>
  read(readFileSync(join(catalogue, `demak/procedures/${file}.yaml`), 'utf8'))

describe('the editions of 2022 in the catalogue', () => {
  test('of subdomains differ from 2025 as the sheets do', () => {
    const found = compareEditions(inCatalogue('subdomain-hosting@2022-02'), NEW)
    const said = found.summary.map(({ id }) => id)
    expect(said).toContain('8 menjadi 7 langkah.')
    expect(said).toContain('Kolom Sub Koor SPA ditiadakan.')
    expect(said).toContain('Jumlah waktu tercetak: 1 hari + 95 menit menjadi 1 hari + 65 menit.')
    expect(said).toContain('Dasar hukum: 2 ditambahkan.')
    expect(said).toContain('Peralatan: 2 ditambahkan, 6 ditiadakan, 2 diubah.')
    expect(factOf(found, 'kepada Sekretaris', 'printedNeeds')).toMatchObject({ after: { id: 'Disposisi Kabid' } })
  })

  test('of the maintenance of applications differ from 2025 as the sheets do', () => {
    const found = compareEditions(inCatalogue('pemeliharaan-aplikasi@2022-02'), inCatalogue('pemeliharaan-aplikasi'))
    const said = found.summary.map(({ id }) => id).join('\n')
    expect(said).toContain('Kolom Sub Koor SPA menjadi Ketua Tim Kerja.')
    expect(said).toContain('waktu 30 hari menjadi tentative.')
    expect(said).toContain('waktu 10 menjadi -.')
    expect(said).toContain('Batas waktu: kosong menjadi 30 hari.')
    expect(said).toContain('Nomor: Dinkominfo / 9 / 1 / 23 menjadi DINKOMINFO/03/3.')
    expect(said).toContain('Dasar hukum: 2 ditambahkan.')
    expect(said).not.toContain('menjadi 9 langkah')
    expect(chapterOf(found, 'head').rows.find(({ key }) => key === 'created')).toMatchObject({ mark: 'same' })
    expect(
      chapterOf(found, 'equipment')
        .rows.map(({ before }) => before?.id)
        .join(),
    ).toContain("o'pack")
    const times = chapterOf(found, 'steps').items.flatMap(({ before, rows }) =>
      rows.filter(({ key, mark }) => key === 'time' && mark === 'changed').map(() => before?.id.slice(0, 2)),
    )
    expect(times).toEqual(['1.', '7.'])
  })
})

describe('any two editions', () => {
  test('of which one is the other differ in nothing', () => {
    const found = compareEditions(NEW, structuredClone(NEW))
    expect(found.isSame).toBe(true)
    expect(found.summary).toEqual([{ id: 'Isi kedua edisi sama.', en: 'Both editions say the same.' }])
  })

  test('tell that a step has moved, and only that one', () => {
    const [first, second, third, ...rest] = NEW.steps
    if (!first || !second || !third) throw new Error('no steps')
    const moved = { ...NEW, steps: [first, third, second, ...rest] }
    const items = chapterOf(compareEditions(NEW, moved), 'steps').items
    expect(items.filter(({ isMoved }) => isMoved)).toHaveLength(1)
  })

  test('tell which lane took over the work of another', () => {
    const after = structuredClone(NEW)
    after.actors = { ...after.actors, 'ketua-tim': { label: 'Ketua Tim Kerja', post: 'ketua-tim' } }
    delete after.actors.sekretaris
    for (const step of after.steps) step.actor = step.actor.map((name) => (name === 'sekretaris' ? 'ketua-tim' : name))
    expect(compareEditions(NEW, after).summary.map(({ id }) => id)).toContain(
      'Kolom Sekretaris menjadi Ketua Tim Kerja.',
    )
  })

  const SEED = Number(process.env.FORMAT_SEED ?? Date.now() % 2 ** 31)

  test(`hide no difference of whatever chance invents (FORMAT_SEED=${SEED})`, () => {
    fc.assert(
      fc.property(inventedFile, inventedFile, (one, other) => {
        const [before, after] = [procedureOf(one), procedureOf(mixed(one, other))]
        const found = compareEditions(before, after)
        expect(compareEditions(before, before).isSame).toBe(true)
        for (const key of Object.keys(before)) {
          const isSame = JSON.stringify(readable(before, key)) === JSON.stringify(readable(after, key))
          if (!isSame) expect({ key, isSame: found.isSame }).toEqual({ key, isSame: false })
        }
      }),
      // What was drawn is large: to shrink it would take longer than to read it.
      { seed: SEED, numRuns: Number(process.env.FORMAT_RUNS ?? 60), endOnFailure: true },
    )
  })

  test(`lose and double nothing that is paired (FORMAT_SEED=${SEED})`, () => {
    const letters = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const pairs = pairUp(before, after, (old, now) => (old === now ? 1 : 0))
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after)
        expect(pairs.flatMap((pair) => pair.before ?? []).toSorted()).toEqual(before.toSorted())
      }),
      { seed: SEED },
    )
  })
})

/** One edition with a single chapter of another. */
const mixed = (one: ProcedureFile, other: ProcedureFile): ProcedureFile => {
  const keys = [
    'title',
    'steps',
    'form',
    'policy',
    'registers',
    'remarks',
    'legalBasis',
    'actors',
    'starts',
    'service',
  ] as const
  const key = keys[JSON.stringify(other).length % keys.length] ?? 'title'
  return { ...one, [key]: other[key] }
}

const procedureOf = (file: ProcedureFile): Procedure => {
  const found = readData(file, () => 1)
  if (!found.ok) throw new Error(JSON.stringify(found.faults))
  return found.procedure
}

/** Nothing, empty and no say the same to a reader; an empty text in a list is not seen. */
const readable = (procedure: Procedure, key: string): unknown =>
  JSON.parse(JSON.stringify(new Map(Object.entries(procedure)).get(key), (_, value: unknown) => seen(value)) ?? 'null')

const seen = (value: unknown): unknown => {
  const shown = Array.isArray(value) ? value.filter((one) => one !== '' && one !== null) : value
  const isNothing = shown === '' || shown === null || shown === false
  return isNothing || (Array.isArray(shown) && shown.length === 0) ? undefined : shown
}
