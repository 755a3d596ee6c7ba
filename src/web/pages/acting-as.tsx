// Says under which hat the reader is about to act, wherever that is not plain: several posts, or another's work.

import { postTitle } from '../../core/agency/agency.ts'
import type { By } from '../../core/dossier/events.ts'
import { actingTitle } from '../../core/person/title.ts'
import { hatName } from '../acting.ts'
import type { Fact } from '../ui/definition.tsx'
import type { Person, Visitor } from '../visitor.ts'

type Acting = { visitor: Visitor; person: Person; by: By | null }

export const actingFacts = (acting: Acting): Fact[] => {
  const said = actingWords(acting)
  return said === null ? [] : [{ label: acting.visitor.text.acting.label, value: said }]
}

export const ActingAs = (acting: Acting) => {
  const said = actingWords(acting)
  return said === null ? null : (
    <p class="field-hint">
      {acting.visitor.text.acting.label} {said}.
    </p>
  )
}

/** Null for somebody with one post of their own: nothing else could be meant. */
const actingWords = ({ visitor, person, by }: Acting): string | null => {
  const posts = person.hats.filter((hat) => hat.kind === 'post')
  if (by?.kind !== 'post' || (posts.length < 2 && by.capacity === 'definitive')) return null
  const words = visitor.text.acting
  const title = actingTitle(by, (post) => postTitle(visitor.agency.agency, post))
  const [first] = posts
  const isOther = person.hasChosen && first !== undefined && (first.post !== by.post || first.capacity !== by.capacity)
  return [
    title,
    ...(by.actsFor ? [words.represents(by.actsFor.name)] : []),
    ...(isOther ? [words.notChosen(hatName(first))] : []),
  ].join(', ')
}
