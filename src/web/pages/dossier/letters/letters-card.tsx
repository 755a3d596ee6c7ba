// The letters of a dossier, each with its line from draft to receipt; and the way to a new one.
import { factsOf } from '../../../../core/dossier/involved.ts'
import type { Letter } from '../../../../core/dossier/letters/letter.ts'
import { openBeside } from '../../../../core/dossier/letters/named.ts'
import { mayDossier } from '../../../../core/person/may.ts'
import { plainName } from '../../../fields/plain-name.ts'
import { letterKind } from '../../../letter-desk.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Desk } from '../desk.ts'
import { DemoSealed } from '../signing/demo-seal.tsx'
import { LetterLine, LetterState } from './letter-line.tsx'

export const letterPath = ({ dossier }: Pick<Desk, 'dossier'>, letter: string): string =>
  `/dossiers/${dossier.id}/letters/${letter}`

export const titleOfLetter = ({ visitor }: Pick<Desk, 'visitor'>, kind: string): string =>
  letterKind(visitor.agency, kind)?.title ?? plainName(kind)

export const LettersCard = ({ desk }: { desk: Desk }) => {
  const { dossier, signedIn, visitor } = desk
  const words = visitor.text.letters
  const mayBegin = mayDossier(signedIn.actor, 'begin-letter', factsOf(dossier))
  if (dossier.letters.length === 0 && !mayBegin) return null
  const left = dossier.status === 'open' ? [] : openBeside(dossier)
  return (
    <Card title={words.title} id="letters">
      {left.length > 0 && (
        <Notice tone="warning" word={visitor.text.common.words.warning}>
          {words.openLeft(left.length)}
        </Notice>
      )}
      {dossier.letters.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <div class="stack">
          {dossier.letters.toReversed().map((letter) => (
            <OneLetter key={letter.id} desk={desk} letter={letter} />
          ))}
        </div>
      )}
      {mayBegin && (
        <LinkButton kind="quiet" icon="plus" href={`/dossiers/${dossier.id}/letters/new`}>
          {words.begin}
        </LinkButton>
      )}
    </Card>
  )
}

const OneLetter = ({ desk, letter }: { desk: Desk; letter: Letter }) => {
  const words = desk.visitor.text.letters
  const number = letter.number === null ? words.noNumber : words.number(letter.number)
  return (
    <section>
      <p>
        <a href={letterPath(desk, letter.id)}>
          <strong>{titleOfLetter(desk, letter.letter)}</strong>
        </a>
        {`, ${number}`}
      </p>
      <p>
        <LetterState letter={letter} text={desk.visitor.text} />
      </p>
      <DemoSealed visitor={desk.visitor} letter={letter} />
      <LetterLine desk={desk} letter={letter} />
    </section>
  )
}
