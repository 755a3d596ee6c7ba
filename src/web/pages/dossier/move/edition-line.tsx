// By which edition a dossier runs, said on its page: with the way to the difference, and to another edition for who may.
import { mayMove, newerEdition } from '../../../editions/moving.ts'
import { comparePath, editionsPath } from '../../service/paths.ts'
import type { Desk } from '../desk.ts'

export const movePath = (dossier: string): string => `/dossiers/${dossier}/edition`

export const EditionLine = ({ desk }: { desk: Desk }) => {
  const { visitor, procedure, dossier, signedIn } = desk
  const words = visitor.text.editions
  const name = procedure.procedure
  const own = <a href={editionsPath(name)}>{procedure.edition}</a>
  const newer = dossier.status === 'open' ? newerEdition({ agency: visitor.agency, procedure }) : null
  if (!newer) return own
  return (
    <>
      {own}. {words.nowInForce}{' '}
      <a href={comparePath(name, { a: procedure.edition, b: newer.edition })}>
        {newer.edition}
        <span class="visually-hidden">{`: ${words.difference}`}</span>
      </a>
      {mayMove(signedIn.actor, { agency: visitor.agency, dossier }) && (
        <>
          <br />
          <a href={movePath(dossier.id)}>{words.move.link(newer.edition)}</a>
        </>
      )}
    </>
  )
}
