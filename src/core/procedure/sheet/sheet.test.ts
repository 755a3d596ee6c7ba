import { describe, expect, test } from 'vitest'
import { sopSheet } from '../../../letters/sop-sheet.ts'
import { readData } from '../read.ts'
import type { Procedure } from '../schema.ts'
import { catalogueEntries } from './catalogue.fixture.ts'
import { layOut } from './layout.ts'
import { printedEdges } from './printed-flow.ts'

const entries = catalogueEntries()

const invented = (steps: object[], more: object = {}): Procedure => {
  const actors = { opd: { label: 'OPD', is: 'applicant' }, staf: { label: 'Pelaksana' } }
  const filled = steps.map((step) => ({ act: 'do', actor: 'staf', activity: 'Bekerja', ...step }))
  const read = readData(
    { procedure: 'karangan', edition: '2026-01', title: 'Karangan', actors, steps: filled, ...more },
    () => 1,
  )
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.procedure
}

const sheetOfInvented = (procedure: Procedure) => {
  const [entry] = entries
  if (!entry) throw new Error('The catalogue is empty')
  return sopSheet(procedure, entry.agency)
}

/** A key of the file that officers write. */
const LEADS = 'then'

const arrows = (procedure: Procedure): string[] =>
  printedEdges(procedure).map(({ from, to, label }) => `${from} ${label}> ${to}`)

describe.each(entries.map((entry) => [entry.name, entry] as const))('The rows of %s', (_, { procedure, agency }) => {
  const sheet = sopSheet(procedure, agency)
  const printed = procedure.steps.filter((step) => !step.policy)

  test('are the printed steps and no others, each with its cells as the source prints them', () => {
    expect(
      sheet.rows
        .slice(0, printed.length)
        .map(({ key, activity, time, needs, makes }) => ({ key, activity, time, needs, makes })),
    ).toEqual(
      printed.map((step) => ({
        key: step.step,
        activity: step.activity,
        time: step.time ?? '',
        needs: step.printed?.needs ?? [],
        makes: step.printed?.makes ?? [],
      })),
    )
    expect(sheet.rows.length - printed.length).toBeLessThanOrEqual(1)
  })

  test('stand in the lanes of their actors, in the order of the file, with a diamond where they decide', () => {
    expect(sheet.lanes.map(({ key }) => key)).toEqual(Object.keys(procedure.actors))
    for (const [at, step] of printed.entries()) {
      const row = sheet.rows[at]
      expect(row?.lanes.map((lane) => sheet.lanes[lane]?.key).toSorted()).toEqual([...new Set(step.actor)].toSorted())
      expect(row?.symbol === 'decision').toBe(step.decides !== undefined)
    }
    expect(sheet.rows[0]?.symbol).toBe(printed[0]?.decides ? 'decision' : 'terminator')
  })

  test('have a last row only where the source prints one, or an arrow would end nowhere', () => {
    const last = sheet.rows.at(-1)
    if (procedure.terminal !== null)
      expect(last).toMatchObject({ key: 'end', activity: procedure.terminal, symbol: 'terminator' })
    else if (last?.key === 'end') expect(last).toMatchObject({ activity: '', isInferred: true })
  })

  test('are joined by arrows between rows of the sheet alone', () => {
    const keys = sheet.rows.map(({ key }) => key)
    for (const { from, to } of sheet.edges) expect(keys).toEqual(expect.arrayContaining([from, to]))
  })
})

describe('The printed path', () => {
  test('goes past a step that the office added', () => {
    expect(arrows(invented([{ step: 'a' }, { step: 'tambahan', policy: true }, { step: 'b' }]))).toEqual([
      'a > b',
      'b > end',
    ])
  })

  test('goes on where an added step would also send back', () => {
    const decides = {
      question: { id: 'Lengkap?', en: 'Complete?' },
      exits: [
        { answer: 'tidak', label: { id: 'Tidak', en: 'No' }, to: 'a' },
        { answer: 'ya', label: { id: 'Ya', en: 'Yes' }, to: 'b' },
      ],
    }
    expect(arrows(invented([{ step: 'a' }, { step: 'tambahan', policy: true, decides }, { step: 'b' }]))).toEqual([
      'a > b',
      'b > end',
    ])
    const [back] = decides.exits
    const last = { ...decides, exits: [back, { ...decides.exits[1], to: 'end' }] }
    expect(arrows(invented([{ step: 'a' }, { step: 'b' }, { step: 'tambahan', policy: true, decides: last }]))).toEqual(
      ['a > b', 'b > end'],
    )
  })

  test('ends where only added steps follow, however often they turn', () => {
    const steps = [
      { step: 'a' },
      { step: 'x', policy: true, [LEADS]: ['y'] },
      { step: 'y', policy: true, [LEADS]: ['x', 'end'] },
    ]
    expect(arrows(invented(steps))).toEqual(['a > end'])
  })

  test('keeps both strands of a fork, and the word of every exit', () => {
    const decides = {
      question: { id: 'Benar?', en: 'Right?' },
      exits: [
        { answer: 'ya', label: { id: 'Ya, lanjut', en: 'Yes' }, to: ['b', 'c'] },
        { answer: 'lain', label: { id: 'Bukan wewenang, teruskan', en: 'Not ours' }, to: 'end' },
      ],
    }
    const procedure = invented([{ step: 'a', decides }, { step: 'b', [LEADS]: 'end' }, { step: 'c' }])
    expect(arrows(procedure)).toEqual(['a Ya> b', 'a Ya> c', 'a Bukan wewenang> end', 'b > end', 'c > end'])
  })
})

test('Two exits that lead to one row are two arrows, each with its word', () => {
  const decides = {
    question: { id: 'Sebagai host?', en: 'As host?' },
    exits: [
      { answer: 'ya', label: { id: 'Ya', en: 'Yes' }, to: 'b' },
      { answer: 'tidak', label: { id: 'Tidak', en: 'No' }, to: 'b' },
    ],
  }
  const procedure = invented([{ step: 'a', decides }, { step: 'b' }])
  expect(arrows(procedure)).toEqual(['a Ya> b', 'a Tidak> b', 'b > end'])
  const labels = layOut(sheetOfInvented(procedure)).pages.flatMap(({ connectors }) =>
    connectors.flatMap(({ label }) => label?.lines ?? []),
  )
  expect(labels.toSorted()).toEqual(['Tidak', 'Ya'])
})

describe('The identity of the sheet', () => {
  test('prints a month without a day as a month, and leaves empty what is not printed', () => {
    const [entry] = entries.filter(({ procedure }) => procedure.number === 'DINKOMINFO/03/13')
    if (!entry) throw new Error('No SOP 03/13')
    const { created, revised, effective } = sopSheet(entry.procedure, entry.agency).facts
    expect([created, revised, effective]).toEqual(['Februari 2022', 'Mei 2025', ''])
  })

  test('names the post that ratifies and no person', () => {
    for (const { procedure, agency } of entries) {
      const { approvedBy } = sopSheet(procedure, agency).facts
      expect(agency.posts.map(({ title }) => title)).toContain(approvedBy[0])
      for (const { name } of agency.demo) expect(approvedBy.join(' ')).not.toContain(name)
    }
  })

  test('carries the printed number of a row where it differs from the count', () => {
    const sheet = sheetOfInvented(invented([{ step: 'a' }, { step: 'b', no: '7' }], { terminal: 'Selesai' }))
    expect(sheet.rows.map(({ no, says }) => `${no} ${says}`)).toEqual(['1 Mulai', '7 Proses', '8 Selesai'])
    const jumping = invented([{ step: 'a' }, { step: 'b' }], { terminal: 'Selesai', terminalNo: '7' })
    expect(sheetOfInvented(jumping).rows.map(({ no }) => no)).toEqual(['1', '2', '7'])
  })
})

test('What the office added stands apart: its steps, its rules, and the remarks on the source', () => {
  for (const { procedure, agency } of entries) {
    const { additions, rows } = sopSheet(procedure, agency)
    const said = additions.flatMap(({ lines }) => lines).join('\n')
    for (const step of procedure.steps.filter(({ policy }) => policy)) {
      expect(said).toContain(step.activity)
      expect(rows.map(({ key }) => key)).not.toContain(step.step)
    }
    for (const { says } of procedure.remarks) expect(said).toContain(says)
  }
})
