// Every procedure of the catalogue against what its printed SOP says: numbers, dates, lanes, times, papers, questions.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { END, stepNamed, targetsOf } from '../src/core/procedure/flow.ts'
import { readProcedure } from '../src/core/procedure/read.ts'
import type { Procedure, Step } from '../src/core/procedure/schema.ts'
import facts from './fixtures/printed-facts.json' with { type: 'json' }

const CATALOGUE = join(import.meta.dirname, '../catalogue')

type Printed = (typeof facts)[number]
type Row = {
  no: string
  actors: string[]
  inferred: boolean
  time: string
  needs: string[]
  makes: string[]
  question?: string
  leadsTo?: { yes: (number | string)[]; no: (number | string)[] }
}

const catalogue = new Map(
  readdirSync(CATALOGUE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /procedures\/.*\.yaml$/.test(file))
    .flatMap((file): [string, Procedure][] => {
      const read = readProcedure(readFileSync(join(CATALOGUE, file), 'utf8'))
      return read.ok
        ? [[`${file.split('/')[0]}/${read.procedure.procedure}@${read.procedure.edition}`, read.procedure]]
        : []
    }),
)

const procedureOf = ({ file }: Printed): Procedure => {
  const found = catalogue.get(file)
  if (!found) throw new Error(`The catalogue has no ${file}`)
  return found
}

/**
 * The sources were read by a machine: capitals, spaces and marks are what it misreads. Words, figures and their order
 * are compared as they stand; one older spelling is taken for the present one, which SOP 03/13 has.
 */
const words = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .replaceAll(/[\s.,;:/&()'"|-]+/g, ' ')
    .replaceAll('ketrampilan', 'keterampilan')
    .trim()

/** A file that ran before numbers could be written as printed: they stand in its first remarks, and its rows count on. */
const COUNTS_ON = ['tulungagung/pengajuan-subdomain-hosting@tanpa-tanggal']

const all = (texts: readonly string[]): string[] => texts.map(words)

const UNITS = { D: 'hari', H: 'jam', M: 'menit' } as const

/** `P30D` as the file writes it: `30 hari`. */
const limitWords = (limit: string | null): string | null => {
  const [, amount, unit] = /^PT?(\d+)([DHM])$/.exec(limit ?? '') ?? []
  return unit === 'D' || unit === 'H' || unit === 'M' ? `${amount} ${UNITS[unit]}` : null
}

const printedSteps = (procedure: Procedure): Step[] => procedure.steps.filter((step) => !step.policy)

const labelsOf = (procedure: Procedure, actors: readonly string[]): string[] =>
  actors.map((actor) => words(procedure.actors[actor]?.label ?? actor)).sort()

/** Lanes in the order of the file; without those that only steps of the office have, and nobody printed. */
const printedLanes = (procedure: Procedure, printed: readonly string[]): string[] =>
  Object.entries(procedure.actors)
    .filter(([actor, { label }]) => {
      const steps = procedure.steps.filter((step) => step.actor.includes(actor))
      return printed.includes(words(label)) || steps.length === 0 || steps.some((step) => !step.policy)
    })
    .map(([, { label }]) => words(label))

/** Printed rows that a target leads to, over steps that the office has put in between. */
const rowsFrom = (procedure: Procedure, target: string, seen: readonly string[] = []): (number | 'end')[] => {
  if (target === END) return ['end']
  const step = stepNamed(procedure, target)
  if (!step || seen.includes(target)) return []
  if (!step.policy) return [printedSteps(procedure).indexOf(step) + 1]
  return targetsOf(procedure, step).flatMap((next) => rowsFrom(procedure, next, [...seen, target]))
}

describe.each(facts.map((printed): [string, Printed] => [printed.source, printed]))('%s', (_, printed) => {
  const rows: Row[] = printed.steps

  test('bears the number, the title, the months and the limit that are printed', () => {
    const { number, title, created, revised, promise } = procedureOf(printed)
    expect([words(number), words(title)]).toEqual([words(printed.number), words(printed.title)])
    expect([created, revised]).toEqual([printed.created, printed.revised])
    expect(promise && words(promise)).toBe(limitWords(printed.limit))
  })

  test('has the cells of the identity part as they are printed', () => {
    const { legalBasis, qualifications, relatedTo, equipment, warning, recordKeeping } = procedureOf(printed)
    expect(all(legalBasis)).toEqual(all(printed.legalBasis))
    expect(all(qualifications)).toEqual(all(printed.qualifications))
    expect(all(equipment)).toEqual(all(printed.equipment))
    expect([relatedTo, warning, recordKeeping].map(words)).toEqual(
      [printed.relatedTo, printed.warning, printed.records].map(words),
    )
  })

  test('has the printed lanes in the order of the sheet', () => {
    const lanes = all(printed.actors)
    expect(printedLanes(procedureOf(printed), lanes)).toEqual(lanes)
  })

  test('has the printed rows: number, lane, time, papers needed and made', () => {
    const procedure = procedureOf(printed)
    const ours = printedSteps(procedure).map((step, index) => ({
      no: step.no ?? String(index + 1),
      actors: labelsOf(procedure, step.actor),
      inferred: step.inferred.includes('actor'),
      time: words(step.time),
      needs: all(step.printed?.needs ?? []),
      makes: all(step.printed?.makes ?? []),
    }))
    expect(ours).toEqual(
      rows.map(({ no, actors, inferred, time, needs, makes }, index) => ({
        no: COUNTS_ON.includes(printed.file) ? String(index + 1) : no,
        actors: all(actors).sort(),
        inferred,
        time: words(time),
        needs: all(needs),
        makes: all(makes),
      })),
    )
  })

  test('asks the printed questions and no others, and goes where they lead', () => {
    const procedure = procedureOf(printed)
    const ours = printedSteps(procedure).map((step) => step.decides)
    expect(ours.map((one) => words(one?.question.id ?? ''))).toEqual(rows.map((row) => words(row.question ?? '')))
    rows.forEach(({ leadsTo }, index) => {
      if (!leadsTo) return
      const reached = (ours[index]?.exits ?? []).map(({ to }) => to.flatMap((one) => rowsFrom(procedure, one)).sort())
      expect(reached).toEqual(expect.arrayContaining([leadsTo.yes.sort(), leadsTo.no.sort()]))
    })
  })

  test('ends as printed', () => {
    const { terminal, terminalNo, steps } = procedureOf(printed)
    const counted = String(steps.filter((step) => !step.policy).length + 1)
    expect([terminal, terminal === null ? null : (terminalNo ?? counted)]).toEqual([
      printed.terminal,
      printed.terminalNo,
    ])
  })
})

test('every source has its file, and every file its source', () => {
  expect([...catalogue.keys()].sort()).toEqual(facts.map((one) => one.file).sort())
})
