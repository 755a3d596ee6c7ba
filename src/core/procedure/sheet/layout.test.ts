import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sopSheet } from '../../../letters/sop-sheet.ts'
import type { Procedure } from '../schema.ts'
import { type CatalogueEntry, catalogueEntries } from './catalogue.fixture.ts'
import { faultsOf } from './drawn.fixture.ts'
import { inventedFlow, inventedProcedure } from './invented-flow.fixture.ts'
import { layOut } from './layout.ts'
import type { Picture } from './picture.ts'
import type { Sheet } from './sheet.ts'

const entries = catalogueEntries()
const named = entries.map((entry): [string, CatalogueEntry] => [entry.name, entry])
const agency = (() => {
  const [first] = entries
  if (!first) throw new Error('The catalogue is empty')
  return first.agency
})()

const drawn = (procedure: Procedure, of = agency): { sheet: Sheet; picture: Picture } => {
  const sheet = sopSheet(procedure, of)
  return { sheet, picture: layOut(sheet) }
}

/** Every arrow of the sheet: as one line, or as two with the same letter. */
const arrowsOf = ({ pages }: Picture): string[] => {
  const lines = pages.flatMap(({ connectors }) => connectors.filter(({ arrow }) => arrow))
  return lines.flatMap(({ from, to }) => {
    if (from.startsWith('in-')) return []
    if (!to.startsWith('out-')) return [`${from} -> ${to}`]
    const arrival = lines.find((other) => other.from === to.replace('out-', 'in-'))
    return [`${from} -> ${arrival?.to}`]
  })
}

const lettersOf = ({ pages }: Picture, way: 'in' | 'out'): string[] =>
  pages
    .flatMap(({ symbols }) =>
      symbols
        .filter(({ key, kind }) => kind === 'off-page' && key.startsWith(`${way}-`))
        .map(({ letter }) => letter ?? ''),
    )
    .toSorted()

describe.each(named)('The sheet of %s', (_, { procedure, agency: of }) => {
  const { sheet, picture } = drawn(procedure, of)

  test('has no line through a symbol or on another line, no word on a line, and no text cut off', () => {
    expect(faultsOf(picture)).toEqual([])
  })

  test('draws every arrow once', () => {
    expect(arrowsOf(picture).toSorted()).toEqual(sheet.edges.map(({ from, to }) => `${from} -> ${to}`).toSorted())
  })

  test('repeats its head and its column numbers on every page of the flowchart', () => {
    const heads = picture.pages
      .filter(({ kind }) => kind === 'flow')
      .map(({ tables }) => tables.flat().filter(({ role }) => role === 'head'))
    for (const head of heads) expect(head).toEqual(heads[0])
    expect(heads[0]?.filter(({ lines }) => /^\d+$/.test(lines.join(''))).map(({ lines }) => lines[0])).toEqual(
      Array.from({ length: sheet.lanes.length + 6 }, (__, at) => String(at + 1)),
    )
  })

  test('pairs its pentagons: each letter leaves once and arrives once', () => {
    expect(lettersOf(picture, 'in')).toEqual(lettersOf(picture, 'out'))
  })
})

describe('Any sheet that can be invented', () => {
  test('is drawn without a line through a symbol or on another; an arrow without room is told in words', () => {
    fc.assert(
      fc.property(inventedFlow, (procedure) => {
        const { sheet, picture } = drawn(procedure)
        expect(faultsOf(picture)).toEqual([])
        const missing = sheet.edges.length - arrowsOf(picture).length
        if (missing > 0) expect(wordsOf(picture)).toContain('tidak termuat pada gambar')
        expect(lettersOf(picture, 'in')).toEqual(lettersOf(picture, 'out'))
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('keeps to its paper also when more arrows come back to a step than its page can hold; those are told in words', () => {
    const long = 'Memeriksa surat permohonan dan meneruskannya kepada pimpinan. '.repeat(4)
    const steps = Array.from({ length: 30 }, (_, at) => ({
      step: `s${at}`,
      actor: ['a'],
      act: 'do',
      activity: long,
      decides: {
        question: { id: 'Lengkap?', en: 'Complete?' },
        exits: [
          { answer: 'ya', label: { id: 'Ya', en: 'Yes' }, to: at === 29 ? ['end'] : [`s${at + 1}`] },
          { answer: 'tidak', label: { id: 'Tidak', en: 'No' }, to: ['s0'] },
        ],
      },
    }))
    const { picture } = drawn(inventedProcedure({ a: { label: 'OPD' } }, steps, 'Selesai'))
    expect(faultsOf(picture)).toEqual([])
    expect(wordsOf(picture)).toContain('tidak termuat pada gambar')
  })

  test('is the same picture every time', () => {
    for (const { procedure, agency: of } of entries) expect(drawn(procedure, of)).toEqual(drawn(procedure, of))
  })
})

const wordsOf = ({ pages }: Picture): string =>
  pages.flatMap(({ texts }) => texts.flatMap(({ lines }) => lines)).join(' ')
