// Under which hat somebody says why work was late, or takes note of it: for the pages and for programs.
import { type Agency, postsAbove } from '../core/agency/agency.ts'
import type { By } from '../core/dossier/events.ts'
import { personOf } from '../core/dossier/events.ts'
import type { LateClock } from '../core/dossier/late/late-clocks.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { byPost } from './acting.ts'
import type { Person } from './visitor.ts'

type Asked = { procedure: Procedure; late: LateClock }

/** Null for whoever does not hold the work, and once a superior has taken note. */
export const byExplainer = (person: Person, { procedure, late }: Asked): By | null =>
  late.reason?.acknowledged ? null : byPost(person, procedure, late.posts)

/** Null for whoever does not stand above, and for the person who gave the reason. */
export const byAcknowledger = (person: Person, agency: Agency, { procedure, late: { reason } }: Asked): By | null => {
  if (!reason || reason.acknowledged || reason.by.kind !== 'post' || personOf(reason.by) === person.person) return null
  const above = postsAbove(agency, [reason.by.post])
  return above.length === 0 ? null : byPost(person, procedure, above)
}
