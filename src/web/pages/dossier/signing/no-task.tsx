// A letter of no task, such as a refusal, that waits for a hand: signed on its own page, told of in its dossier.
import { postTitle } from '../../../../core/agency/agency.ts'
import type { Letter } from '../../../../core/dossier/dossier.ts'
import { first, type Posted } from '../../../request/body.ts'
import { commandKey } from '../../../request/command-key.ts'
import type { Services } from '../../../services.ts'
import { isWaitingForHand, signerOf } from '../../../signing/waiting.ts'
import { Card } from '../../../ui/card.tsx'
import type { FieldFault } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Desk } from '../desk.ts'
import { letterPath } from '../letters/letters-card.tsx'
import { readSigning, SIGNING_DEEDS, signingFlash } from './deeds.ts'
import { Frozen, WaitingLetter } from './waiting-letter.tsx'

type Props = { desk: Desk; letter: Letter }

const isMine = ({ desk, letter }: Props): boolean => signerOf(desk.signedIn, desk, letter) !== null

/** For whoever may sign it; the page that waits for everybody else. */
export const NoTaskLetter = ({ desk, letter }: Props) => {
  if (letter.task !== null || !isWaitingForHand(letter)) return null
  if (!isMine({ desk, letter })) return <Frozen desk={desk} letter={letter} />
  return (
    <Card>
      <WaitingLetter desk={{ ...desk, formsOfNoTask: letterPath(desk, letter.id) }} letter={letter} />
    </Card>
  )
}

/** In the dossier, which has ended: nothing else there would say that a letter still has to go out. */
export const LeftToSign = ({ desk }: Pick<Props, 'desk'>) => {
  const { text, agency } = desk.visitor
  const { waiting } = text.signing
  const left = desk.dossier.letters.flatMap((one) => (one.task === null && isWaitingForHand(one) ? [one] : []))
  return (
    <>
      {left.map((letter) => (
        <Notice key={letter.id} tone="warning" icon="writing-sign" word={waiting.title(letter.number)}>
          {isMine({ desk, letter }) ? (
            <a href={letterPath(desk, letter.id)}>{waiting.toLetter}</a>
          ) : (
            <p>{waiting.atPost(letter.by?.kind === 'post' ? postTitle(agency.agency, letter.by.post) : '')}</p>
          )}
        </Notice>
      ))}
    </>
  )
}

export const isOfNoTask = ({ letter, form }: Pick<Props, 'letter'> & { form: Posted }): boolean =>
  letter.task === null && SIGNING_DEEDS.includes(first(form, 'do'))

export type SignedHere =
  | { kind: 'done'; isGood: boolean; says: string }
  | { kind: 'refused'; message: string }
  | { kind: 'faults'; faults: FieldFault[] }

/** What a form of `NoTaskLetter` asks for, done. */
export const signHere = async (services: Services, { desk, letter }: Props, form: Posted): Promise<SignedHere> => {
  const { visitor, signedIn, dossier } = desk
  const isThis = first(form, 'task') === '' && first(form, 'letter') === letter.letter
  const reading = isThis ? await readSigning(services, desk, form) : { kind: 'none' as const }
  switch (reading.kind) {
    case 'answered':
      return { kind: 'done', isGood: reading.isGood, says: reading.says }
    case 'faults':
      return reading
    case 'command': {
      const { by, command } = reading
      const key = commandKey({ person: signedIn.person, form, command }, services.newId)
      const agency = visitor.agency.agency.agency
      const handled = await services.handle({ agency, dossier: dossier.id, by, command, key })
      if (!handled.ok) return { kind: 'refused', message: handled.refusal.sentence[visitor.language] }
      return { kind: 'done', isGood: true, says: signingFlash(desk, command) ?? '' }
    }
    default:
      return { kind: 'refused', message: visitor.text.common.errors.notAllowed }
  }
}
