// The right button for each way in which a service begins, for whoever reads the page now; and who may begin it at all.
import { speakShort } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { isInternal } from '../../../core/procedure/service-standard.ts'
import { begins, beginsFor } from '../../../core/procedure/who-begins.ts'
import type { Draft } from '../../../store/drafts.ts'
import { LinkButton } from '../../ui/button.tsx'
import type { Visitor } from '../../visitor.ts'
import { byOrder, ORDER_BASE } from '../apply/order.ts'
import { REPORT_BASE } from '../report/holder.ts'

type Props = { visitor: Visitor; procedure: Procedure; draft: Draft | undefined }

export const WaysToBegin = (props: Props) => {
  const { visitor, procedure } = props
  const { signedIn, text } = visitor
  const { offer } = text.ways
  const isCounter =
    signedIn !== null && mayOffice(signedIn.actor, 'file-at-counter') && procedure.policy.counter === true
  const isOrder = signedIn !== null && byOrder(signedIn, procedure) !== null
  return (
    <>
      {begins(procedure, 'public') && (
        <LinkButton kind="primary" href={`${REPORT_BASE}/${procedure.procedure}`} icon="send">
          {offer.public}
        </LinkButton>
      )}
      <WithAccount {...props} />
      {isOrder && (
        <LinkButton href={`${ORDER_BASE}/${procedure.procedure}/apply`} icon="plus">
          {offer.order}
        </LinkButton>
      )}
      {isCounter && (
        <LinkButton href="/counter" icon="inbox">
          {text.publicPages.service.counter}
        </LinkButton>
      )}
      {isInternal(procedure) && <p>{offer.office}</p>}
      <p class="field-hint">{`${offer.whoTitle}: ${whoBegins(procedure, offer.who).join('; ')}.`}</p>
    </>
  )
}

const WithAccount = ({ visitor, procedure, draft }: Props) => {
  const { signedIn, text, agency, language, now } = visitor
  const words = text.publicPages.service
  const href = `/services/${procedure.procedure}/apply`
  if (!signedIn) return <SignIn visitor={visitor} procedure={procedure} href={href} />
  const fitting = signedIn.hats.filter((hat) => hat.kind === 'client' && beginsFor(procedure, hat.clientKind))
  if (fitting.length === 0) return null
  const client = draft && fitting.length > 1 ? `?client=${draft.client}` : ''
  return (
    <>
      <LinkButton kind="primary" href={`${href}${client}`} icon="pencil">
        {draft ? words.resume : words.apply}
      </LinkButton>
      {draft && (
        <p class="field-hint">
          {words.draftWaits(speakShort(draft.updatedAt, language, { zone: agency.agency.zone, now }))}
        </p>
      )}
    </>
  )
}

const SignIn = ({ visitor, procedure, href }: { visitor: Visitor; procedure: Procedure; href: string }) => {
  const { publicPages, ways } = visitor.text
  return (
    <>
      {begins(procedure, 'client') && (
        <LinkButton kind="primary" href={href} icon="login">
          {publicPages.service.signInToApply}
        </LinkButton>
      )}
      {begins(procedure, 'company') && (
        <LinkButton href={href} icon="building">
          {ways.offer.company}
        </LinkButton>
      )}
    </>
  )
}

const whoBegins = ({ starts, policy }: Procedure, who: Visitor['text']['ways']['offer']['who']): string[] => [
  ...new Set([...starts.map(({ by }) => who[by]), ...(policy.counter ? [who.counter] : [])]),
]
