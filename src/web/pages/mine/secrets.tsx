// Initial passwords: shown once, in answer to a deliberate press, and never again.
import { speakShort } from '../../../core/clock/speak.ts'
import { factsOf } from '../../../core/dossier/involved.ts'
import { mayDossier } from '../../../core/person/may.ts'
import { openSecret, secretsOf, type WaitingSecret } from '../../../store/secrets.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Code } from '../../ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor } from '../../visitor.ts'
import { messagePage, notFoundPage } from '../message.tsx'
import type { ViewProps } from './dossier-view.tsx'
import { requestOf } from './situation.ts'

export type SecretFacts = WaitingSecret

export const secretsShown = (services: Services, { agency }: Visitor, dossier: string): Promise<SecretFacts[]> =>
  secretsOf(services.store, agency.agency.agency, dossier)

export const secretRoute = (app: App, services: Services): void => {
  app.post('/mine/:dossier/secrets/:secret', async (c) => {
    const found = await requestOf(c, services)
    if (!found.ok) return found.response
    const { visitor, signedIn, dossier } = found.request
    const { agency, text, now } = visitor
    const words = text.apply.dossier
    const known = await secretsShown(services, visitor, dossier.id)
    const secret = known.find((one) => one.secret === c.req.param('secret'))
    if (!secret || !mayDossier(signedIn.actor, 'open-secret', factsOf(dossier))) return notFoundPage(c, services)
    const opened = await openSecret(services.store, agency.agency.agency, {
      secret: secret.secret,
      dossier: dossier.id,
      person: signedIn.person,
      now,
    })
    if (!opened)
      return messagePage(c, services, { status: 409, tone: 'warning', title: words.secrets, message: words.secretGone })
    const body = (
      <>
        <PageHead kicker={dossier.number} title={words.secrets} />
        <Notice tone="warning" word={text.common.words.warning}>
          <p>{words.secretIs}</p>
        </Notice>
        <Card title={opened.label}>
          <p>
            <Code>{services.unseal(opened.sealed)}</Code>
          </p>
          <ButtonRow>
            <LinkButton href={`/mine/${dossier.id}`}>{words.toRequest}</LinkButton>
          </ButtonRow>
        </Card>
      </>
    )
    return page(c, services, { title: words.secrets, narrow: true, children: body })
  })
}

/** The panel of the turn leads here. */
export const SECRETS_ID = 'secrets'

export const isWaiting = (secrets: readonly SecretFacts[]): boolean =>
  secrets.some((secret) => secret.openedAt === null)

export const Secrets = ({ request, secrets }: ViewProps) => {
  const { visitor, dossier, signedIn } = request
  const { text, language, agency, now } = visitor
  const words = text.apply.dossier
  if (secrets.length === 0) return null
  return (
    <Card title={words.secrets} id={SECRETS_ID}>
      {isWaiting(secrets) && <p>{words.secretLead}</p>}
      <ul class="rows">
        {secrets.map(({ secret, label, openedAt }) => (
          <li key={secret}>
            <p>
              <strong>{label}</strong>
            </p>
            {openedAt ? (
              <p>{words.secretOpened(speakShort(openedAt, language, { zone: agency.agency.zone, now }))}</p>
            ) : (
              <Form action={`/mine/${dossier.id}/secrets/${secret}`} csrf={signedIn.csrf}>
                <ButtonRow>
                  <Button icon="key">{words.secretShow}</Button>
                </ButtonRow>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
