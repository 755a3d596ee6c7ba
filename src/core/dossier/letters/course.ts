// The course of a letter from its writer over the initials, one after the other, to whoever signs it.
import { postTitle } from '../../agency/agency.ts'
import type { Procedure } from '../../procedure/schema.ts'
import { apply } from '../advance.ts'
import { type Context, type Refusal, refuse } from '../commands.ts'
import { type Dossier, openTasks, type Task } from '../dossier.ts'
import type { Fact } from '../events.ts'
import type { Letter } from './letter.ts'
import { letterNamed } from './named.ts'

/** Posts whose initials a letter wants, in their order: by the policy for a letter of the path, as chosen for one beside it. */
export const initialsOf = (procedure: Procedure, letter: Letter | string): string[] => {
  if (typeof letter !== 'string' && letter.beside) return letter.beside.initials
  const name = typeof letter === 'string' ? letter : letter.letter
  return (procedure.policy.initials[name] ?? []).flatMap((actor) => procedure.actors[actor]?.post ?? [])
}

export const missingInitials = (procedure: Procedure, letter: Letter): string[] =>
  initialsOf(procedure, letter).filter((post) => !letter.initials.some((one) => one.post === post))

/** Somebody before this post has been asked and has not initialed: drafts of before were sent to all at once. */
export const beforeTurn = (
  procedure: Procedure,
  { dossier, task, letter }: { dossier: Dossier; task: Task; letter: Letter },
  { office }: Pick<Context, 'office'>,
): { ok: false; refusal: Refusal } | null => {
  const [first] = missingInitials(procedure, letter)
  if (first === undefined || task.posts.includes(first) || !askedFor(dossier, letter).includes(first)) return null
  const title = postTitle(office.agency, first)
  return refuse(
    'not-open',
    `Paraf berurutan: menunggu paraf ${title} lebih dahulu.`,
    `Initials come in their order: ${title} initials first.`,
  )
}

/**
 * The facts that ask the next one: an initial that is still missing; after the last, for a letter beside the path, the
 * signature. A letter of the path lies with the step that sends it.
 */
export const askNext = (procedure: Procedure, dossier: Dossier, id: string, context: Context): Fact[] => {
  const letter = letterNamed(dossier, id)
  if (!letter?.task) return []
  const [post] = missingInitials(procedure, letter)
  if (post === undefined) return letter.beside ? toSigner(dossier, letter, letter.beside.signer, context) : []
  return askedFor(dossier, letter).includes(post) ? [] : [initialTask(dossier, letter, post, context)]
}

/** The facts, and what follows from them for whoever is next. */
export const thenNext = (
  procedure: Procedure,
  { dossier, letter }: { dossier: Dossier; letter: Letter },
  facts: Fact[],
  context: Context,
): Fact[] => [...facts, ...askNext(procedure, apply(dossier, facts, context), letter.id, context)]

/** Back to the post that began it. */
export const backToWriter = (dossier: Dossier, letter: Letter, context: Context): Fact[] => {
  const { beside, task: from, letter: name } = letter
  if (!beside || from === null) return []
  const task = context.newId()
  return [
    opened(dossier, letter, { task, purpose: 'write', post: writerOf(letter) }),
    { type: 'letter-taken-over', task, letter: name, from },
  ]
}

export const writerOf = ({ beside }: Letter): string => (beside?.by.kind === 'post' ? beside.by.post : '')

const askedFor = (dossier: Dossier, { task: parent }: Letter): string[] =>
  openTasks(dossier)
    .filter((one) => one.kind === 'initial' && one.parent === parent)
    .flatMap((one) => one.posts)

const initialTask = (dossier: Dossier, letter: Letter, post: string, { newId }: Context): Fact => ({
  ...opened(dossier, letter, { task: newId(), purpose: 'initial', post }),
  parent: letter.task,
})

const toSigner = (dossier: Dossier, letter: Letter, post: string, { newId }: Context): Fact[] => {
  const task = newId()
  return [
    opened(dossier, letter, { task, purpose: 'sign', post }),
    { type: 'letter-taken-over', task, letter: letter.letter, ...(letter.task ? { from: letter.task } : {}) },
  ]
}

type Opening = { task: string; purpose: 'write' | 'initial' | 'sign'; post: string }
type Opened = Extract<Fact, { type: 'side-task-opened' }>

/** At the step of the task that the letter came from. */
const opened = (dossier: Dossier, letter: Letter, opening: Opening): Opened => ({
  type: 'side-task-opened',
  ...opening,
  parent: null,
  step: dossier.tasks.find((one) => one.task === letter.task)?.step ?? '',
  letter: letter.letter,
})
