// What the masthead says of the reader: under which hat, which others could be put first, and what others do meanwhile.
import { withNames } from '../core/person/title.ts'
import { hatName, hatsLine } from './acting.ts'
import { hatKey, isAway, mayWear } from './hats.ts'
import { officeTitle } from './story/titles.ts'
import type { HatChoice } from './ui/hat-switch.tsx'
import type { Person as Shown } from './ui/masthead.tsx'
import type { Hat, OfficerHat, Person, Visitor } from './visitor.ts'

export const mastheadPerson = ({ agency, text }: Visitor, person: Person): Shown => {
  const words = text.acting
  const worn = person.hats.filter(mayWear)
  const choices = worn.map((hat, index) => ({
    key: hatKey(hat),
    label: hatName(hat),
    note: noteOf(hat, words),
    isWorn: person.hasChosen && index === 0,
  }))
  const any: HatChoice = { key: '', label: words.any, isWorn: !person.hasChosen }
  const away = awayNotes({ agency, text }, person)
  return {
    name: person.name,
    hat: hatsLine(person),
    ...(worn.length > 1 ? { hats: [any, ...choices.toSorted((a, b) => a.label.localeCompare(b.label, 'id'))] } : {}),
    ...(away.length > 0 ? { away } : {}),
  }
}

/** For each post that others look after while this person is away. */
export const awayNotes = ({ agency, text }: Pick<Visitor, 'agency' | 'text'>, { hats }: Pick<Person, 'hats'>) =>
  hats.filter(isAwayHat).map((hat) => ({
    post: hat.post,
    title: text.acting.away(hatName(hat)),
    note: text.acting.coveredBy(
      hat.coveredBy
        .map((one) => withNames(officeTitle(agency.agency, one.seat), { ...one.seat, name: one.name }))
        .join(', '),
    ),
  }))

const isAwayHat = (hat: Hat): hat is OfficerHat => hat.kind === 'post' && isAway(hat)

const noteOf = ({ actsFor, scope }: OfficerHat, words: Visitor['text']['acting']): string | undefined => {
  const notes = [
    ...(actsFor ? [words.represents(actsFor.name)] : []),
    ...('only' in scope ? [words.only(scope.only.length)] : []),
  ]
  return notes.length > 0 ? notes.join(', ') : undefined
}
