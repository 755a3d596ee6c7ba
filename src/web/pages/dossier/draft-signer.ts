// Who would stand under a draft if it were signed today: whoever looks at it where they hold the post, else its holder.
import type { By } from '../../../core/dossier/events.ts'
import { holdersOf } from '../../../core/person/holders.ts'
import { byPost } from '../../acting.ts'
import type { Desk } from './desk.ts'

export const seatedFor = ({ visitor, signedIn, procedure }: Desk, post: string): By => {
  const own = byPost(signedIn, procedure, [post])
  if (own) return own
  const [holder] = holdersOf(visitor.agency, post, visitor.agency.today, procedure.procedure)
  if (!holder) return { kind: 'post', person: '', post, capacity: 'definitive' }
  const { person, capacity, name, actsFor, via, seat } = holder
  return {
    kind: 'post',
    person,
    post,
    capacity,
    name,
    ...(actsFor === null ? {} : { actsFor }),
    ...(via === 'superior' ? { above: seat } : {}),
  }
}
