// Judges a walk at each step: who is waited for, which papers are there, which are left, by when, and what remains at the end. For tests.
import { expect } from 'vitest'
import { office } from '../clock/office.fixture.ts'
import { dueAfter } from '../clock/working-time.ts'
import { stepNamed } from '../procedure/flow.ts'
import { askedFields } from '../procedure/form.ts'
import type { Procedure, Step } from '../procedure/schema.ts'
import { isTable } from '../procedure/table.ts'
import { holds } from '../procedure/when.ts'
import { formText } from '../register/feed.ts'
import { stepDue } from './clocks.ts'
import { type Dossier, openTasks, type Task } from './dossier.ts'
import { fold } from './evolve.ts'
import { actorFor, applicant, officer, type Trial } from './trial.fixture.ts'

/** Before it is done: it waits for the lane of the sheet and for nobody else, has its papers, and its time. */
export const judgeOpen = (trial: Trial, task: Task): void => {
  const { procedure } = trial
  const step = mustFind(procedure, task.step)
  judgeActor(trial, task, step)
  // Who moves a dossier past a step decides to do without its papers.
  const isMoved = trial.dossier().moves.length > 0
  const missing = step.needs.filter((paper) => !isMoved && !isThere(procedure, trial.dossier(), paper))
  expect([step.step, missing]).toEqual([step.step, []])
  judgeTime(procedure, task, step)
}

const judgeActor = (trial: Trial, task: Task, step: Step): void => {
  const lanes = step.actor.map((name) => trial.procedure.actors[name])
  expect([step.step, task.posts]).toEqual([step.step, lanes.flatMap((lane) => lane?.post ?? [])])
  expect([step.step, task.forApplicant]).toEqual([step.step, lanes.some((lane) => lane?.is === 'applicant')])
  const every = Object.values(trial.procedure.actors).flatMap((actor) => actor.post ?? [])
  const others = [...new Set([...every, 'jabatan-lain'])].filter((post) => !task.posts.includes(post))
  const strangers = [applicant('orang-lain', 'dinas-lain'), ...others.map((post) => officer(post))]
  for (const by of [...strangers, ...(task.forApplicant ? [] : [applicant()])]) {
    const refusal = trial.refusal(by, { type: 'finish-step', task: task.task, answer: {} })
    expect([step.step, by, refusal.code]).toEqual([step.step, by, 'not-yours'])
  }
}

/** Some step that makes it has been finished, or it lies in the dossier as a file. */
const isThere = (procedure: Procedure, dossier: Dossier, paper: string): boolean =>
  dossier.papers.some((one) => one.paper === paper) ||
  procedure.steps.some((step) => step.makes.includes(paper) && wasDone(dossier, step.step))

const wasDone = (dossier: Dossier, step: string): boolean =>
  dossier.tasks.some((task) => task.step === step && task.outcome === 'finished')

const FIXED = /^(\d+) ?(menit|jam|hari)( kerja)?$/i
const UNITS: Record<string, 'minute' | 'hour' | 'day'> = { menit: 'minute', jam: 'hour', hari: 'day' }

/** By the words of the sheet alone: a number of minutes, hours or days, and not for the applicant. */
const judgeTime = (procedure: Procedure, task: Task, step: Step): void => {
  const [, amount, unit = ''] = FIXED.exec((step.time ?? '').trim()) ?? []
  const isTimed = amount !== undefined && !task.forApplicant
  const limit = { amount: Number(amount), unit: UNITS[unit.toLowerCase()] ?? 'day' }
  const due = isTimed ? dueAfter(office, task.openedAt, limit) : null
  expect([step.step, stepDue(procedure, { agency: { units: [], posts: [] }, calendar: office }, task)]).toEqual([
    step.step,
    due,
  ])
}

/** Once it is done: closed once by whom it waited for, led where its exit says, and left what its act files. */
export const judgeDone = (trial: Trial, opened: Task, answer: string | undefined): void => {
  const { procedure } = trial
  const dossier = trial.dossier()
  const step = mustFind(procedure, opened.step)
  const closings = trial.events.filter((event) => event.type === 'step-finished' && event.task === opened.task)
  const [closing] = closings
  expect([step.step, closings.length]).toEqual([step.step, 1])
  expect([step.step, closing?.by.kind === 'system' ? isByMachine(step) : closing?.by]).toEqual([
    step.step,
    closing?.by.kind === 'system' ? true : actorFor(opened),
  ])
  const exit = step.decides?.exits.find((one) => one.answer === answer)
  if (exit) expect(closing).toMatchObject({ exits: opened.backTo === null ? exit.to : [opened.backTo] })
  judgeFiled(procedure, dossier, opened, step)
  judgeFilled(procedure, dossier, step)
}

/** Only work that is proven from outside, and letters that are made by a job, are closed by a machine. */
const isByMachine = (step: Step): boolean => step.fulfils.length > 0 || step.letter !== undefined

const judgeFiled = (procedure: Procedure, dossier: Dossier, { task, posts }: Task, step: Step): void => {
  switch (step.act) {
    case 'enter':
      expect(dossier.agenda?.number).toBeTruthy()
      break
    case 'dispose': {
      const to = procedure.actors[step.forwardsTo ?? '']?.post
      const disposed = dossier.dispositions.find((one) => one.task === task)
      expect([step.step, disposed?.to]).toEqual([step.step, to === undefined ? expect.anything() : [to]])
      break
    }
    case 'fulfil':
      for (const one of step.fulfils.filter(({ when }) => holds(when, dossier.form)))
        expect(dossier.tasks.find((done) => done.task === task)?.proofs).toContainEqual(
          expect.objectContaining({ fulfil: one.fulfil, passed: true }),
        )
      break
    case 'sign':
    case 'send':
      if (step.letter === undefined) break
      expect(dossier.letters.findLast((one) => one.letter === step.letter)).toMatchObject({
        task,
        number: expect.stringMatching(/./),
        paper: { paper: step.letter },
      })
      expect(dossier.papers.map((paper) => paper.paper)).toContain(step.letter)
      break
    case 'draft':
      expect(dossier.letters.some((one) => one.letter === step.letter)).toBe(true)
      break
    case 'initial':
      if (step.letter !== undefined && !step.decides)
        expect(dossier.letters.findLast((one) => one.letter === step.letter)?.initials).toContainEqual(
          expect.objectContaining({ post: posts[0] }),
        )
      break
    case 'submit':
    case 'check':
    case 'analyse':
    case 'do':
    case 'measure':
    case 'report':
    case 'receive':
      break
  }
}

/** Whatever the step asked for stands in the dossier: values in the form, files among the papers. */
const judgeFilled = (procedure: Procedure, dossier: Dossier, step: Step): void => {
  if (dossier.channel === 'schedule' || dossier.channel === 'monitor') return
  const asks = step.act === 'submit' || procedure.form.some((group) => group.at === step.step)
  for (const field of asks ? askedFields(procedure, dossier.form, step.step) : []) {
    if (field.type === 'file') expect(dossier.papers.map((paper) => paper.paper)).toContain(field.paper)
    else
      expect([step.step, field.field, dossier.form[field.field]]).toEqual([step.step, field.field, expect.anything()])
  }
}

export const judgeEnd = (trial: Trial, status: Dossier['status']): void => {
  const dossier = trial.dossier()
  expect(dossier.status).toBe(status)
  expect(dossier.endedAt).not.toBeNull()
  expect(openTasks(dossier)).toEqual([])
  expect(dossier.version).toBe(trial.events.length)
  expect(fold(dossier.id, trial.events)).toEqual(dossier)
  expect(dossier.items.map(({ register, key, retired }) => [register, key, retired].join(' ')).toSorted()).toEqual(
    status === 'finished' ? itemsOwed(trial.procedure, dossier) : [],
  )
}

/** One for each thing that the file tells to remember; of two that name the same thing the last counts. */
const itemsOwed = (procedure: Procedure, { form, number }: Dossier): string[] => {
  const owed = new Map<string, string>()
  for (const feed of procedure.registers) {
    const rows = feed.each === undefined ? [{}] : form[feed.each]
    for (const row of isTable(rows) || feed.each === undefined ? (rows as object[]) : []) {
      const source = { ...form, ...row } as typeof form
      const key = feed.key === 'nomor-berkas' ? number : formText(source[feed.key])
      if (key === '' || !holds(feed.when, source)) continue
      const retired = feed.retireWhen !== undefined && holds(feed.retireWhen, source)
      owed.set(`${feed.register} ${key}`, [feed.register, key, retired].join(' '))
    }
  }
  return [...owed.values()].toSorted()
}

const mustFind = (procedure: Procedure, name: string): Step => {
  const step = stepNamed(procedure, name)
  if (!step) throw new Error(`No step "${name}"`)
  return step
}
