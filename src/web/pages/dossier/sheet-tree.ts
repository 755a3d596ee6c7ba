// The tree of dispositions for the printed sheet: numbered, with the initial of everyone who passed it on or answered.
import { type Agency, postTitle } from '../../../core/agency/agency.ts'
import { type Branch, type DispositionNode, dispositionTree } from '../../../core/dossier/dispositions/tree.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import type { By } from '../../../core/dossier/events.ts'
import { seatTitle } from '../../../core/person/title.ts'
import type { SheetInitial, SheetNode } from '../../../letters/disposition-tree.ts'

/** Empty where nothing stands beside the path: then the blocks of the sheet say all. */
export const sheetTree = (agency: Agency, dossier: Dossier): SheetNode[] => {
  const isPlain =
    !dossier.tasks.some((task) => task.kind === 'attention') &&
    !dossier.dispositions.some((one) => one.recalled !== null)
  return isPlain ? [] : numbered(agency, dispositionTree(dossier), '')
}

const numbered = (agency: Agency, nodes: readonly DispositionNode[], above: string, first = 0): SheetNode[] =>
  nodes.flatMap((node, index) => {
    const number = `${above}${first + index + 1}`
    let below = 0
    return [
      nodeOf(agency, node, number),
      ...node.branches.flatMap((branch) => {
        const rows = numbered(agency, branch.below, `${number}.`, below)
        below += branch.below.length
        return rows
      }),
    ]
  })

const nodeOf = (agency: Agency, { disposition, branches }: DispositionNode, number: string): SheetNode => {
  const { by, at, instructions, note, dueOn, again, closed, recalled } = disposition
  return {
    number,
    from: by.kind === 'post' ? postTitle(agency, by.post) : '',
    initial: initialOf(agency, by, at),
    instructions,
    note,
    dueOn,
    isAgain: again !== null,
    closed,
    recalled: recalled && { note: recalled.reason, at: recalled.at },
    recipients: branches.map((branch) => recipientOf(agency, branch)),
  }
}

const recipientOf = (agency: Agency, { task, isOfPath, state }: Branch): SheetNode['recipients'][number] => ({
  to: task.posts.map((post) => postTitle(agency, post)).join(' / '),
  isOfPath,
  state,
  answer: isOfPath ? '' : task.note,
  initial:
    !isOfPath && state === 'done' && task.closedBy && task.closedAt
      ? initialOf(agency, task.closedBy, task.closedAt)
      : null,
})

const initialOf = (agency: Agency, by: By, at: string): SheetInitial | null =>
  by.kind === 'post' ? { ...by, post: seatTitle(by, (post) => postTitle(agency, post)), at } : null
