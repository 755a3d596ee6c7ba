// Folds events into the dossier: how each fact changes what stands.

import { changeDisposition, openSideTask } from './dispositions/evolve.ts'
import type { Dossier, Trace } from './dossier.ts'
import { type Event, personOf } from './events.ts'
import { changeLetter } from './evolve-letter.ts'
import { moveEdition } from './evolve-move.ts'
import { changeEffect, closeTask, keepEffects, mainTask, onTask } from './evolve-task.ts'
import { changeClock } from './late/evolve.ts'
import { changeSigning } from './letters/evolve-signing.ts'
import { isBesideTask } from './letters/named.ts'

/** @returns null when there are no events, i.e. no such dossier */
export const fold = (id: string, events: readonly Event[]): Dossier | null =>
  events.reduce<Dossier | null>((dossier, event) => evolve(id, dossier, event), null)

export const evolve = (id: string, dossier: Dossier | null, event: Event): Dossier => {
  if (event.type === 'submitted') return begin(id, event)
  if (!dossier) throw new Error(`A dossier begins with "submitted", not with "${event.type}"`)
  return { ...keepEffects(dossier, change(dossier, event), event.at), version: dossier.version + 1 }
}

type Of<T extends Event['type']> = Extract<Event, { type: T }>

const begin = (id: string, event: Of<'submitted'>): Dossier => ({
  id,
  version: 1,
  status: 'open',
  number: event.number,
  trackingCode: event.trackingCode,
  client: event.client,
  applicant: event.applicant,
  channel: event.channel,
  asker: event.asker ?? 'agency',
  orderedBy: event.channel === 'order' && event.by.kind === 'post' ? event.by.post : null,
  subject: event.subject,
  form: event.form,
  papers: event.papers,
  submittedAt: event.at,
  endedAt: null,
  agenda: null,
  secrecy: event.secrecy ?? null,
  tasks: [],
  left: null,
  traces: {},
  dispositions: [],
  letters: [],
  returns: [],
  reason: '',
  comments: [],
  attachments: [],
  items: [],
  moves: [],
  extension: null,
  promise: null,
  rating: null,
  rungs: [],
  breaches: [],
  deadlineMoves: [],
})

const change = (dossier: Dossier, event: Exclude<Event, { type: 'submitted' }>): Dossier => {
  switch (event.type) {
    case 'corrected':
      return { ...dossier, form: event.form, subject: event.subject, papers: mergePapers(dossier, event.papers) }
    case 'filled':
      return { ...dossier, form: event.form, papers: mergePapers(dossier, event.papers) }
    case 'step-opened':
      return withTrace(openedStep(dossier, event), event.step, {
        rounds: event.round,
        isFinished: false,
        openedIn: dossier.version + 1,
      })
    case 'side-task-opened':
      return openSideTask(dossier, event)
    case 'task-taken':
      return onTask(dossier, event.task, { takenBy: personOf(event.by) })
    case 'task-handed-over':
      return onTask(dossier, event.task, { takenBy: event.to })
    case 'task-released':
      return onTask(dossier, event.task, { takenBy: null })
    case 'entered': {
      const { type: _, task: __, agendaNumber: number, ...entry } = event
      // A letter that comes round again stands in the book where it was entered first.
      const { at, by } = dossier.agenda ?? event
      return { ...dossier, secrecy: entry.secrecy, agenda: { ...entry, number, at, by } }
    }
    case 'disposed':
    case 'task-read':
    case 'disposition-closed':
    case 'disposition-recalled':
      return changeDisposition(dossier, event)
    case 'answered':
      return onTask(dossier, event.task, { note: event.note })
    case 'step-finished':
      return withTrace(left(closeTask(dossier, event.task, event, 'finished', event.note), event.task), event.step, {
        isFinished: true,
        exits: event.exits,
        finishedIn: dossier.version + 1,
      })
    case 'step-skipped': {
      const version = dossier.version + 1
      return withTrace(dossier, event.step, {
        isFinished: true,
        exits: event.exits,
        openedIn: version,
        finishedIn: version,
      })
    }
    case 'side-task-closed':
      return closeTask(dossier, event.task, event, 'finished')
    case 'returned':
      return {
        ...left(closeTask(dossier, event.task, event, 'returned', event.reason), event.task),
        returns: [
          ...dossier.returns,
          { step: event.step, to: event.to, reason: event.reason, at: event.at, by: event.by },
        ],
      }
    case 'commented':
      return {
        ...dossier,
        comments: [
          ...dossier.comments,
          { by: event.by, at: event.at, text: event.text, visibleToApplicant: event.visibleToApplicant },
        ],
      }
    case 'paper-attached': {
      const { paper, note, visibleToApplicant, by, at } = event
      return { ...dossier, attachments: [...dossier.attachments, { paper, note, visibleToApplicant, by, at }] }
    }
    case 'register-fed': {
      const { register, key, columns, retired } = event
      return { ...dossier, items: [...dossier.items, { register, key, columns, retired }] }
    }
    case 'rated':
      return { ...dossier, rating: { score: event.score, comment: event.comment, at: event.at } }
    case 'extended': {
      const { amount, unit, reason, at, by } = event
      return { ...dossier, extension: { amount, unit, reason, at, by } }
    }
    case 'edition-moved':
      return moveEdition(dossier, event)
    case 'rejected':
      return {
        ...end(closeTask(dossier, event.task, event, 'rejected', event.reason), event, 'rejected'),
        reason: event.reason,
      }
    case 'withdrawn':
      return { ...end(dossier, event, 'withdrawn'), reason: event.reason }
    case 'finished':
      return end(dossier, event, 'finished')
    case 'rung-reached':
    case 'breach-explained':
    case 'breach-acknowledged':
    case 'deadlines-moved':
      return changeClock(dossier, event)
    case 'fulfilment-started':
    case 'proof-recorded':
    case 'proof-overridden':
    case 'effect-failed':
      return changeEffect(dossier, event)
    case 'letter-prepared':
    case 'letter-signing-begun':
    case 'letter-signing-failed':
    case 'letter-signing-unknown':
    case 'letter-signing-settled':
    case 'letter-voided':
      return changeSigning(dossier, event)
    case 'letter-begun':
    case 'letter-drafted':
    case 'letter-taken-over':
    case 'letter-initialed':
    case 'letter-sent-back':
    case 'letter-dropped':
    case 'letter-numbered':
    case 'paper-filed':
    case 'letter-withdrawn':
    case 'letter-sent':
    case 'letter-received':
      return changeLetter(dossier, event)
  }
}

const openedStep = (dossier: Dossier, event: Of<'step-opened'>): Dossier => ({
  ...dossier,
  tasks: [...dossier.tasks, { ...mainTask(event), cameFrom: dossier.left }],
})

const left = (dossier: Dossier, task: string): Dossier => ({ ...dossier, left: task })

/** `end`, reject and withdraw close all strands; a letter beside the path goes on until it is signed or dropped. */
const end = (dossier: Dossier, event: Ending, status: Dossier['status']): Dossier => ({
  ...dossier,
  status,
  endedAt: event.at,
  promise: event.promise ?? null,
  tasks: dossier.tasks.map((task) =>
    task.closedAt || isBesideTask(dossier, task)
      ? task
      : { ...task, closedAt: event.at, closedBy: event.by, outcome: 'dropped' as const, effectSince: null },
  ),
})

type Ending = Of<'finished' | 'rejected' | 'withdrawn'>

const withTrace = (dossier: Dossier, step: string, patch: Partial<Trace>): Dossier => {
  const before = dossier.traces[step] ?? { rounds: 0, isFinished: false, exits: [], openedIn: 0, finishedIn: 0 }
  return { ...dossier, traces: { ...dossier.traces, [step]: { ...before, ...patch } } }
}

/** A corrected form replaces papers of the same kind and keeps the others. */
const mergePapers = (dossier: Dossier, papers: Dossier['papers']): Dossier['papers'] => [
  ...dossier.papers.filter((old) => !papers.some((paper) => paper.paper === old.paper)),
  ...papers,
]
