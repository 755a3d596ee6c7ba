// Who is waited for now, since when and until when; and where the dossier stands, in one sentence.
import { postTitle } from '../../core/agency/agency.ts'
import type { Instant } from '../../core/clock/instant.ts'
import { type Language, speakShort } from '../../core/clock/speak.ts'
import { speakDue } from '../../core/clock/speak-due.ts'
import { type Dossier, openMainTasks, openTasks, type Task } from '../../core/dossier/dossier.ts'
import { stepNamed } from '../../core/procedure/flow.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { textOf } from '../text/text.ts'
import { type StoryInput, type TaskTime, timeOf } from './steps.ts'

export type Wait = TaskTime & {
  task: string
  step: string
  /** The activity of the step, in the words of the procedure. */
  activity: string
  /** Place of the step in the file, from 1, and how many there are: "langkah 3 dari 8". */
  position: number
  of: number
  /** Posts, or the lane of the applicant. */
  who: string
  isApplicant: boolean
  since: Instant
  /** The system is at work on it since then. */
  effectSince: Instant | null
  /** Posts whose initial this step waits for. */
  initials: string[]
}

/** What is looked at of an open task; rows of a list have it too. */
export type OpenTask = Pick<Task, 'task' | 'step' | 'posts' | 'forApplicant' | 'openedAt' | 'effectSince'>
export type WaitInput = Omit<StoryInput, 'dossier'>

/** One entry for each open step of the path: several only where it has forked. Empty when the dossier has ended. */
export const waitingNow = ({ dossier, ...input }: StoryInput): Wait[] =>
  openMainTasks(dossier).map((task) => withInitials(waitFor(input, task), initialTasks(dossier, task), input))

/** The same for a task that was read without its dossier; the initials it may wait for are not looked up. */
export const waitFor = (input: WaitInput, task: OpenTask): Wait => ({
  ...timeOf(input, { ...task, kind: 'main', closedAt: null }),
  task: task.task,
  step: task.step,
  activity: stepNamed(input.procedure, task.step)?.activity ?? task.step,
  ...placeOf(input.procedure, task.step),
  who: whoWaits(input, task),
  isApplicant: task.forApplicant && task.posts.length === 0,
  since: task.openedAt,
  effectSince: task.effectSince,
  initials: [],
})

/** While a draft lies with others for their initials, it is they who are waited for; the clock stays with the step. */
const withInitials = (wait: Wait, sides: readonly Task[], { agency }: WaitInput): Wait => {
  const [first] = sides.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
  if (!first) return wait
  const initials = sides.flatMap((side) => side.posts.map((post) => postTitle(agency.agency, post)))
  return { ...wait, who: initials.join(' / '), since: first.openedAt, initials }
}

const initialTasks = (dossier: Dossier, task: Task): Task[] =>
  openTasks(dossier).filter((side) => side.kind === 'initial' && side.parent === task.task)

/** Where a step stands in its procedure; a step of the office's own counts like any other. */
export const placeOf = (procedure: Procedure, step: string): { position: number; of: number } => ({
  position: procedure.steps.findIndex((one) => one.step === step) + 1,
  of: procedure.steps.length,
})

const whoWaits = ({ procedure, agency }: WaitInput, task: OpenTask): string => {
  const posts = task.posts.map((post) => postTitle(agency.agency, post))
  const lanes = task.forApplicant ? [applicantLane(procedure, task.step)] : []
  return [...posts, ...lanes].join(' / ')
}

const applicantLane = (procedure: Procedure, step: string): string => {
  const actors = stepNamed(procedure, step)?.actor.flatMap((key) => procedure.actors[key] ?? []) ?? []
  const own = actors.find((actor) => actor.is === 'applicant')
  return (own ?? Object.values(procedure.actors).find((actor) => actor.is === 'applicant'))?.label ?? ''
}

export type PositionInput = {
  waits: readonly Wait[]
  status: 'open' | 'finished' | 'rejected' | 'withdrawn'
  language: Language
  zone: string
  now: Instant
}

/** "Langkah 3 dari 8, di meja Kepala Bidang sejak hari ini 09.12, batas hari ini 14.00" */
export const positionSentence = ({ waits, status, language, zone, now }: PositionInput): string => {
  const text = textOf(language).office.story
  if (status !== 'open') return text.ended[status]
  return waits
    .map((wait) =>
      text.position({
        position: wait.position,
        of: wait.of,
        who: wait.who,
        isApplicant: wait.isApplicant,
        since: speakShort(wait.since, language, { zone, now }),
        until: wait.dueAt === null ? '' : speakDue(wait.dueAt, language, { calendar: wait.calendar, now }),
      }),
    )
    .join('; ')
}
