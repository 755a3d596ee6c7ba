// What may be done with a task now: the same rules for the buttons of the page and for programs.
import type { AgencyData } from '../core/agency/catalogue.ts'
import { tasksBelow } from '../core/dossier/dispositions/tree.ts'
import { type Dossier, letterOf, type Task } from '../core/dossier/dossier.ts'
import { fourEyesBar } from '../core/dossier/four-eyes.ts'
import { postsOver, type Receiver, receiversOf } from '../core/dossier/hand-over.ts'
import { initialsAt } from '../core/dossier/letter-initials.ts'
import { mayRejectFrom, mayReturnFrom } from '../core/dossier/policy.ts'
import { isTakerStale } from '../core/dossier/stale-taker.ts'
import { signingRules } from '../core/paper/signing.ts'
import { stepNamed } from '../core/procedure/flow.ts'
import type { Procedure, Step } from '../core/procedure/schema.ts'
import { byForTask, bySharing, bySuperior } from './acting.ts'
import { DISPOSITION_DEEDS, dispositionDeeds } from './disposition-deeds.ts'
import type { Person } from './visitor.ts'

/** The last word of the address that does it: `POST /dossiers/{dossier}/tasks/{task}/finish`. */
export const DEEDS = [
  'finish',
  'correct',
  'take',
  'release',
  'hand-over',
  'return',
  'reject',
  'retry-letter',
  'override-proof',
  ...DISPOSITION_DEEDS,
] as const
type Deed = (typeof DEEDS)[number]

type At = { agency: AgencyData; procedure: Procedure; dossier: Dossier; task: Task }

/** Somebody who took it and no longer does the work of the post is in nobody's way. */
export const isTakenByOther = (person: Person, { agency, procedure, task }: Omit<At, 'dossier'>): boolean =>
  task.takenBy !== null &&
  task.takenBy !== person.person &&
  !isTakerStale({ procedure, task }, { office: agency, today: agency.today })

export const deedsNow = (person: Person, at: At): Deed[] => {
  if (at.task.closedAt !== null) return dispositionDeeds(person, at)
  return [
    ...ownDeeds(person, at),
    ...dispositionDeeds(person, at),
    ...(mayHandOver(person, at) ? ['hand-over' as const] : []),
    ...(mayOverrideAt(person, at) ? ['override-proof' as const] : []),
  ]
}

const ownDeeds = (person: Person, at: At): Deed[] => {
  const by = byForTask(person, at)
  if (by && fourEyesBar(at, { by, office: at.agency, today: at.agency.today })) return []
  return by?.kind === 'client' ? clientDeeds(at) : by?.kind === 'post' ? officerDeeds(person, at) : []
}

/**
 * To whom this person may give a task: colleagues who hold its post today, where the task is the person's own or lies below;
 * what a colleague has taken only whoever stands above gives to another.
 */
export const colleaguesAt = (person: Person, at: At): Receiver[] => {
  const { agency, procedure, task } = at
  const by = bySharing(person, { office: agency, procedure, task })
  if (task.closedAt !== null || task.effectSince !== null || by?.kind !== 'post') return []
  const isOver = person.actor.posts.some((post) => postsOver(agency, task).includes(post))
  if (isTakenByOther(person, at) && !isOver) return []
  return receiversOf(agency, agency.today, at).filter((one) => one.person !== task.takenBy)
}

/** Somebody else must be there to take it. */
const mayHandOver = (person: Person, at: At): boolean =>
  colleaguesAt(person, at).some((one) => one.person !== person.person)

/** A disposition or an initial belongs to one official and is given at once: nobody needs to take it first. */
export const isShared = (task: Pick<Task, 'kind'>, { act }: Pick<Step, 'act'>): boolean =>
  task.kind === 'main' && act !== 'dispose'

/** For a post that disposed of this dossier, on a step of work whose proof does not come. */
export const mayOverrideAt = (person: Person, { procedure, dossier, task }: Omit<At, 'agency'>): boolean => {
  const isTried = task.attempt > 0 && task.effectSince === null
  return (
    stepNamed(procedure, task.step)?.act === 'fulfil' && isTried && bySuperior(person, { procedure, dossier }) !== null
  )
}

/** The letter has its number, but could not be printed. */
export const isLetterToRetry = (dossier: Dossier, task: Task): boolean => {
  const letter = letterOf(dossier, task.task)
  return letter !== undefined && letter.number !== null && letter.paper === null && !letter.signing?.prepared
}

/** It lies there made and waits for its signature, of whose last try the outcome is known. */
const maySignOtherwise = ({ agency, dossier, task }: At): boolean => {
  const { number, paper, signing } = letterOf(dossier, task.task) ?? {}
  if (number == null || paper || !signing?.prepared || signing.attempt || signing.trouble?.kind === 'unknown')
    return false
  return signingRules(agency.agency.signing).methods.some((method) => method !== signing.method)
}

const clientDeeds = ({ procedure, task }: At): Deed[] =>
  task.kind === 'main' && stepNamed(procedure, task.step)?.act === 'submit' ? ['correct'] : ['finish']

const officerDeeds = (person: Person, at: At): Deed[] => {
  const { procedure, task } = at
  const step = stepNamed(procedure, task.step)
  if (!step || isTakenByOther(person, at) || task.effectSince !== null) return []
  const taking: Deed = task.takenBy === person.person ? 'release' : 'take'
  return [
    ...answering(at, step),
    ...(isShared(task, step) || task.takenBy !== null ? [taking] : []),
    ...(mayReturnFrom(procedure, task) ? ['return' as const] : []),
    ...(mayRejectFrom(procedure, task) ? ['reject' as const] : []),
  ]
}

const answering = (at: At, step: Step): ('finish' | 'retry-letter')[] => {
  const { procedure, dossier, task } = at
  const signing: 'retry-letter'[] = maySignOtherwise(at) ? ['retry-letter'] : []
  if (tasksBelow(dossier, task.task).some((one) => one.closedAt === null) && task.kind === 'attention') return []
  if (task.kind === 'sign') return isLetterToRetry(dossier, task) ? ['retry-letter'] : ['finish', ...signing]
  if (task.kind !== 'main' || (step.act !== 'send' && step.act !== 'sign') || !step.letter) return ['finish']
  if (isLetterToRetry(dossier, task)) return ['retry-letter']
  return initialsAt(procedure, dossier, task, step.letter).waiting.length > 0 ? [] : ['finish', ...signing]
}
