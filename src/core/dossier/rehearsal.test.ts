import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stepNamed } from '../procedure/flow.ts'
import { sampleForm } from '../procedure/sample-form.ts'
import type { Procedure } from '../procedure/schema.ts'
import { type Dossier, openTasks } from './dossier.ts'
import { answerFor, type Move, rehearse, type Stage } from './rehearsal.ts'
import { livingOf, procedureFrom } from './trial.fixture.ts'

const CATALOGUE = join(import.meta.dirname, '../../../catalogue')

const procedures = readdirSync(CATALOGUE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /procedures\/.*\.yaml$/.test(file))
  .map((file): [string, Procedure] => [file, procedureFrom(readFileSync(join(CATALOGUE, file), 'utf8'))])

const stageOf = (procedure: Procedure): Stage => ({
  procedure,
  begunAt: '2026-11-20T02:00:00.000Z',
  agency: {
    names: { zone: 'kab.go.id', reserved: [] },
    instructions: ['Proses lebih lanjut'],
    posts: Object.values(procedure.actors).flatMap((actor) => actor.post ?? []),
    signing: { default: 'none', methods: ['none'] },
    numbers: { dossier: '{seq}', agenda: '{seq}', letter: '{seq}' },
  },
  office: livingOf(Object.values(procedure.actors).flatMap((actor) => actor.post ?? [])),
})

/** Every question is answered with the exit that was taken least. */
const nextMove = (procedure: Procedure, dossier: Dossier, taken: Map<string, number>): Move => {
  const [task] = openTasks(dossier).toSorted((a, b) => Number(a.kind === 'main') - Number(b.kind === 'main'))
  if (!task) throw new Error('nothing is open')
  const step = stepNamed(procedure, task.step)
  const exits = task.kind === 'main' ? (step?.decides?.exits ?? []) : []
  const least = exits
    .map(({ answer }) => answer)
    .toSorted((a, b) => (taken.get(`${task.step} ${a}`) ?? 0) - (taken.get(`${task.step} ${b}`) ?? 0))[0]
  if (least !== undefined) taken.set(`${task.step} ${least}`, (taken.get(`${task.step} ${least}`) ?? 0) + 1)
  const typed = {
    note: 'Contoh',
    exit: least,
    verdict: 'initialed' as const,
    form: sampleForm(procedure, dossier.form, task.step),
  }
  return { do: 'finish', task: task.task, answer: answerFor(procedure, dossier, task, typed) }
}

test.each(procedures)('%s is walked to its end with invented answers, as every actor in turn', (_, procedure) => {
  const start = 0
  const moves: Move[] = [{ do: 'begin', start, form: sampleForm(procedure) }]
  const taken = new Map<string, number>()
  const stage = stageOf(procedure)
  let rehearsal = rehearse(stage, moves)
  for (let count = 0; rehearsal.dossier?.status === 'open'; count += 1) {
    expect(rehearsal.refusal).toBeNull()
    if (count > procedure.steps.length * 8) throw new Error('it does not come to its end')
    moves.push(nextMove(procedure, rehearsal.dossier, taken))
    rehearsal = rehearse(stage, moves)
  }
  expect(rehearsal.refusal).toBeNull()
  expect(rehearsal.dossier?.status).toBe('finished')
  expect(rehearse(stage, moves)).toEqual(rehearsal)
})

test('a move that the procedure refuses is told, and what was before it stands', () => {
  const [, procedure] = procedures.find(([file]) => file.endsWith('demak/procedures/subdomain-hosting.yaml')) ?? []
  if (!procedure) throw new Error('no procedure')
  const begun: Move = { do: 'begin', start: 0, form: sampleForm(procedure) }
  const rehearsal = rehearse(stageOf(procedure), [begun, { do: 'finish', task: 'lain', answer: {} }])
  expect(rehearsal).toMatchObject({ taken: 1, dossier: { status: 'open' }, refusal: { code: 'not-open' } })
})
