// What can be done with a row of the list beside others, at once: guessed from the row; the core judges each in the end.
import { postsAbove } from '../../../core/agency/agency.ts'
import { holdersOf } from '../../../core/person/holders.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { WorkRow } from '../../../store/work-list.ts'
import { isShared } from '../../task-deeds.ts'
import type { Visitor } from '../../visitor.ts'

export const ROW_DEEDS = ['dispose', 'take', 'share', 'release'] as const
export type RowDeed = (typeof ROW_DEEDS)[number]

type Row = Pick<WorkRow, 'kind' | 'step' | 'posts' | 'takenBy' | 'waitsForEffect'>

export const rowDeeds = ({ signedIn, agency }: Visitor, procedure: Procedure, row: Row): RowDeed[] => {
  const step = stepNamed(procedure, row.step)
  if (!signedIn || !step || row.waitsForEffect) return []
  const { person, actor } = signedIn
  const isHeld = row.posts.some((post) => actor.posts.includes(post))
  const isAbove = postsAbove(agency.agency, row.posts).some((post) => actor.posts.includes(post))
  const isInOtherHands = row.takenBy !== null && row.takenBy !== person
  const colleagues = row.posts.flatMap((post) => holdersOf(agency, post, agency.today, procedure.procedure))
  const isDisposition = row.kind === 'main' && step.act === 'dispose'
  const can: Record<RowDeed, boolean> = {
    dispose: isHeld && isDisposition && !isInOtherHands,
    take: isHeld && row.takenBy === null && isShared(row, step) && colleagues.some((one) => one.person !== person),
    share:
      (isAbove || (isHeld && !isInOtherHands)) &&
      colleagues.some((one) => one.person !== row.takenBy && one.person !== person),
    release: row.takenBy !== null && (isAbove || row.takenBy === person),
  }
  return ROW_DEEDS.filter((deed) => can[deed])
}
