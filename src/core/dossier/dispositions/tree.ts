// The dispositions of a dossier as a tree: who asked whom, who opened it, what was answered, what went on from there.
import type { Day } from '../../clock/instant.ts'
import { type Disposition, type Dossier, openTasks, type Task, taskNamed } from '../dossier.ts'

/** `unread` until a recipient opens it; `onward` as long as a branch below is at work. */
export type BranchState = 'unread' | 'read' | 'onward' | 'done' | 'recalled' | 'dropped'

/** One recipient of a disposition, and what that recipient disposed in turn. */
export type Branch = {
  task: Task
  isOfPath: boolean
  state: BranchState
  dueOn: Day | null
  below: DispositionNode[]
}

export type DispositionNode = { disposition: Disposition; branches: Branch[] }

/** Dispositions that hang on no other one stand at the root. */
export const dispositionTree = (dossier: Dossier): DispositionNode[] => {
  const isRoot = ({ task }: Disposition): boolean => {
    const from = taskNamed(dossier, task)
    if (from?.kind !== 'main') return false
    const before = from.cameFrom
    return before === null || !dossier.dispositions.some((one) => one.task === before)
  }
  return dossier.dispositions.filter(isRoot).map((one) => nodeOf(dossier, one))
}

/** Of steps of the path: what the sheet prints a block for, and who may vouch for work that cannot be proven. */
export const pathDispositions = (dossier: Dossier): Disposition[] =>
  dossier.dispositions.filter(({ task, again }) => again === null && taskNamed(dossier, task)?.kind === 'main')

/** The disposition that asks for this side task. */
export const askedBy = (dossier: Dossier, task: Task): Disposition | undefined =>
  task.disposition === null ? undefined : dossier.dispositions[task.disposition]

/** All side tasks below a task, however deep. */
export const tasksBelow = (dossier: Dossier, id: string): Task[] =>
  dossier.tasks
    .filter((task) => task.kind === 'attention' && task.parent === id)
    .flatMap((task) => [task, ...tasksBelow(dossier, task.task)])

/** Every disposition with how deep it stands, the way the tree is read. */
export const flatTree = (nodes: readonly DispositionNode[], depth = 0): { node: DispositionNode; depth: number }[] =>
  nodes.flatMap((node) => [{ node, depth }, ...node.branches.flatMap((branch) => flatTree(branch.below, depth + 1))])

const nodeOf = (dossier: Dossier, disposition: Disposition): DispositionNode => ({
  disposition,
  branches: recipientsOf(dossier, disposition).map((task) => branchOf(dossier, task, disposition)),
})

/** Those beside the path by their side tasks; on the path whoever got what came of it. */
const recipientsOf = (dossier: Dossier, disposition: Disposition): Task[] => {
  const sides = dossier.tasks.filter((task) => task.kind === 'attention' && askedBy(dossier, task) === disposition)
  const isOfPath = disposition.again === null && taskNamed(dossier, disposition.task)?.kind === 'main'
  return [...(isOfPath ? nextOnPath(dossier, disposition.task) : []), ...sides]
}

/** The steps that opened when this task of the path was left. */
export const nextOnPath = (dossier: Dossier, id: string): Task[] =>
  dossier.tasks.filter((task) => task.kind === 'main' && task.cameFrom === id && !task.forApplicant)

const branchOf = (dossier: Dossier, task: Task, { dueOn }: Disposition): Branch => {
  const below = dossier.dispositions.filter((one) => one.task === task.task).map((one) => nodeOf(dossier, one))
  return { task, isOfPath: task.kind === 'main', state: stateOf(dossier, task), dueOn, below }
}

const stateOf = (dossier: Dossier, task: Task): BranchState => {
  if (task.recalled) return 'recalled'
  if (task.closedAt !== null) return task.outcome === 'dropped' ? 'dropped' : 'done'
  if (openTasks(dossier).some((one) => tasksBelow(dossier, task.task).includes(one))) return 'onward'
  return task.read || task.takenBy !== null ? 'read' : 'unread'
}
