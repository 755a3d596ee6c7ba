// Who does the work of a post, in words: capacity, name, and in whose place.
import { postTitle } from '../../../core/agency/agency.ts'
import type { Cover, Holder } from '../../../core/person/holders.ts'
import { StatusMark } from '../../ui/badge.tsx'
import type { Visitor } from '../../visitor.ts'

export const holderWords = ({ text }: Visitor, { capacity, name, actsFor }: Holder): string => {
  const words = text.organisation.holder
  const place = actsFor === null ? '' : words.forName(actsFor.name)
  const isBehind = capacity === 'substitute' || capacity === 'superior'
  const parts = isBehind ? [name, `(${words[capacity]}${place && ` ${place}`})`] : [words[capacity], name, place]
  return parts.filter((part) => part !== '').join(' ')
}

/** The people one under the other, and why they are not the post's own where they are not. */
export const CoverWords = ({ visitor, cover }: { visitor: Visitor; cover: Cover }) => {
  const words = visitor.text.organisation.holder
  const { gap } = cover
  return (
    <>
      {cover.holders.map((holder) => (
        <span class="line-of-cell" key={holder.person}>
          {holderWords(visitor, holder)}
        </span>
      ))}
      {cover.holders.length === 0 && <StatusMark tone="bad">{words.nobody}</StatusMark>}
      {gap && (
        <span class="line-of-cell line-aside">
          {gap.coveredBy === null
            ? words.uncovered(words.gaps[gap.reason])
            : words.coveredBy(words.gaps[gap.reason], postTitle(visitor.agency.agency, gap.coveredBy))}
        </span>
      )}
    </>
  )
}
