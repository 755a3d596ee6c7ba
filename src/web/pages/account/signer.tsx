// Under which identity the provider of certificates knows me: kept sealed, shown by its end alone.
import type { Context } from 'hono'
import { forgetSigner, keepSigner, readSigner } from '../../../store/signers.ts'
import { page } from '../../page.tsx'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { hintOf, readIdentity } from '../../signing/identity.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { ACCOUNT_PATH } from '../../ui/masthead.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

type Web = Context<WebEnv>

export const SIGNER_PATH = `${ACCOUNT_PATH}/signer`

export const signerRoutes = (app: App, services: Services): void => {
  app.get(SIGNER_PATH, (c) => forOfficer(c, services, (signedIn) => signerPage(c, services, signedIn)))
  app.post(SIGNER_PATH, (c) => forOfficer(c, services, (signedIn) => keep(c, services, signedIn)))
}

/** Whoever holds a post may sign; nobody sees or changes the identity of another. */
const forOfficer = (c: Web, services: Services, then: (signedIn: SignedIn) => Promise<Response>) => {
  const { signedIn, agency } = c.get('visitor')
  if (!signedIn) return signInFirst(c)
  const isOfficer = signedIn.actor.posts.length > 0 && services.signing.personal(agency.agency.agency) !== undefined
  return isOfficer ? then(signedIn) : notFoundPage(c, services)
}

const keep = async (c: Web, services: Services, { person, ...signedIn }: SignedIn): Promise<Response> => {
  const { agency, text, now } = c.get('visitor')
  const words = text.signing.signer
  const office = agency.agency.agency
  const form = posted(c)
  if (first(form, 'do') === 'forget') {
    await forgetSigner(services.store, office, person)
    return told(c, services, words.forgotten)
  }
  const signer = readIdentity(first(form, 'identity'))
  if (!signer) return signerPage(c, services, { person, ...signedIn }, words.wrong)
  const identity = 'nik' in signer ? signer.nik : signer.email
  const sealed = services.seal(identity)
  const kept = { person, sealed, mark: services.mark(identity), hint: hintOf(signer), now }
  return (await keepSigner(services.store, office, kept))
    ? told(c, services, words.saved)
    : signerPage(c, services, { person, ...signedIn }, words.taken)
}

const told = (c: Web, services: Services, says: string): Response => {
  setFlash(c, services, 'good', says)
  return c.redirect(SIGNER_PATH, 303)
}

const signerPage = async (c: Web, services: Services, signedIn: SignedIn, error?: string): Promise<Response> => {
  const { agency, text } = c.get('visitor')
  const words = text.signing.signer
  const kept = await readSigner(services.store, agency.agency.agency, signedIn.person)
  const children = (
    <>
      <PageHead title={words.title} lead={words.lead} back={{ href: ACCOUNT_PATH, label: text.account.mine.title }} />
      <Card>
        {kept && (
          <p>
            {words.kept} <strong>{kept.hint}</strong>
          </p>
        )}
        <Form action={SIGNER_PATH} csrf={signedIn.csrf}>
          <Field
            kind="text"
            name="identity"
            label={words.label}
            autocomplete="off"
            spellcheck={false}
            maxlength={200}
            required
            error={error}
            width="medium"
          />
          <ButtonRow>
            <Button kind="primary" icon="writing-sign">
              {words.keep}
            </Button>
          </ButtonRow>
        </Form>
        {kept && (
          <Form action={SIGNER_PATH} csrf={signedIn.csrf}>
            <input type="hidden" name="do" value="forget" />
            <ButtonRow>
              <Button icon="ban">{words.forget}</Button>
            </ButtonRow>
          </Form>
        )}
      </Card>
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children }, error === undefined ? 200 : 422)
}
