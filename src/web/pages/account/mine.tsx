// My account: name, telephone, language, and changing the password.
import type { Context } from 'hono'
import { hashPassword, verifyPassword } from '../../../adapters/password.ts'
import { type Account, passwordHashOf, readAccount } from '../../../store/people.ts'
import { changePassword, saveProfile } from '../../../store/people-changes.ts'
import { hatName } from '../../acting.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash, setPreference } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { textOf } from '../../text/text.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { ACCOUNT_PATH, type Lang } from '../../ui/masthead.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { CHOICES_PATH } from '../notices/paths.ts'
import { signInFirst } from '../sign-in-first.ts'
import { faultIn, faultsOf, line, nameCheck, phoneCheck } from './checks.ts'
import { TOKENS_PATH } from './letters.ts'
import { CHANGE_BY_ACCOUNT, tryOnce } from './limits.ts'
import { NewPasswordFields, newPassword } from './new-password.tsx'
import { SIGNER_PATH } from './signer.tsx'

type Web = Context<WebEnv>

export const mineRoutes = (app: App, services: Services): void => {
  app.get(ACCOUNT_PATH, async (c) => {
    const { signedIn, restored } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return minePage(c, services, signedIn, { form: first(restored, 'do') === 'profile' ? restored : null, faults: [] })
  })
  // Both forms post to the page they stand on, so that a parked form finds its page again.
  app.post(ACCOUNT_PATH, async (c) => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return first(posted(c), 'do') === 'password' ? change(c, services, signedIn) : save(c, services, signedIn)
  })
}

const save = async (c: Web, services: Services, signedIn: SignedIn) => {
  const { text, agency } = c.get('visitor')
  const words = text.account.faults
  const form = posted(c)
  const name = line(form, 'name')
  const phone = line(form, 'phone')
  const language = languageIn(form)
  const phoneFaults: ReturnType<typeof phoneCheck> = phone === '' ? ['phone', true, ''] : phoneCheck(phone, words)
  const faults = faultsOf([nameCheck(name, words), phoneFaults, ['language', language !== null, words.language]])
  if (faults.length > 0 || language === null) return minePage(c, services, signedIn, { form, faults })
  await saveProfile(services.store, agency.agency.agency, { person: signedIn.person, name, phone, language })
  setPreference(c, services, 'language', language)
  setFlash(c, services, 'good', textOf(language).account.mine.saved)
  return c.redirect(ACCOUNT_PATH, 303)
}

const languageIn = (form: Posted): Lang | null => {
  const language = first(form, 'language')
  return language === 'id' || language === 'en' ? language : null
}

const change = async (c: Web, services: Services, signedIn: SignedIn) => {
  const visitor = c.get('visitor')
  const words = visitor.text.account
  const { agency } = visitor.agency.agency
  const { person, email, session } = signedIn
  const tried = await tryOnce(c, services, CHANGE_BY_ACCOUNT, person)
  if (!tried.isAllowed)
    return minePage(c, services, signedIn, {
      form: null,
      faults: [{ message: words.signIn.tooMany(tried.waitMinutes) }],
      status: 429,
    })
  const isOld = await verifyPassword(
    first(posted(c), 'oldPassword'),
    await passwordHashOf(services.store, agency, person),
  )
  const { password, faults } = newPassword(posted(c), email, visitor)
  const all = isOld ? faults : [{ name: 'oldPassword', message: words.mine.wrongOld }, ...faults]
  if (isOld) await tried.forgive()
  if (all.length > 0) return minePage(c, services, signedIn, { form: null, faults: all })
  await changePassword(services.store, agency, {
    person,
    passwordHash: await hashPassword(password),
    now: visitor.now,
    keepSession: session,
  })
  setFlash(c, services, 'good', words.mine.changed)
  return c.redirect(ACCOUNT_PATH, 303)
}

type Shown = { form: Posted | null; faults: FieldFault[]; status?: 429 }

const minePage = async (c: Web, services: Services, signedIn: SignedIn, { form, faults, status }: Shown) => {
  const visitor = c.get('visitor')
  const { text, agency } = visitor
  const words = text.account.mine
  const account = await readAccount(services.store, agency.agency.agency, signedIn.person)
  if (!account) throw new Error('Somebody is signed in who has no account')
  const hasPassword = (await passwordHashOf(services.store, agency.agency.agency, signedIn.person)) !== null
  const children = (
    <>
      <PageHead title={words.title} lead={signedIn.email} />
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      <Card title={words.profile}>
        <ProfileForm visitor={visitor} signedIn={signedIn} account={account} form={form} faults={faults} />
      </Card>
      <Card title={words.hats}>
        <p>{signedIn.hats.map(hatName).join(', ') || words.noHats}</p>
      </Card>
      {signedIn.actor.posts.length > 0 && services.signing.personal(agency.agency.agency) && (
        <Card title={text.signing.signer.title}>
          <p>{text.signing.signer.lead}</p>
          <ButtonRow>
            <LinkButton icon="writing-sign" href={SIGNER_PATH}>
              {text.signing.signer.title}
            </LinkButton>
          </ButtonRow>
        </Card>
      )}
      <Card title={text.notices.title}>
        <p>{text.notices.choices.link}</p>
        <ButtonRow>
          <LinkButton icon="bell" href={CHOICES_PATH}>
            {text.notices.choose}
          </LinkButton>
        </ButtonRow>
      </Card>
      <Card title={text.account.tokens.title}>
        <p>{text.account.tokens.link}</p>
        <ButtonRow>
          <LinkButton icon="key" href={TOKENS_PATH}>
            {text.account.tokens.manage}
          </LinkButton>
        </ButtonRow>
      </Card>
      <Card title={words.password}>
        {hasPassword ? <PasswordForm visitor={visitor} signedIn={signedIn} faults={faults} /> : <p>{words.demo}</p>}
      </Card>
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children }, status ?? (faults.length > 0 ? 422 : 200))
}

type Part = { visitor: Visitor; signedIn: SignedIn; faults: readonly FieldFault[] }

const ProfileForm = ({
  visitor,
  signedIn,
  account,
  form,
  faults,
}: Part & { account: Account; form: Posted | null }) => {
  const { mine, register } = visitor.text.account
  const value = (name: 'name' | 'phone' | 'language') => (form ? first(form, name) : account[name])
  const languages = (['id', 'en'] as const).map((one) => ({ value: one, label: mine.languages[one] }))
  return (
    <Form action={ACCOUNT_PATH} csrf={signedIn.csrf}>
      <input type="hidden" name="do" value="profile" />
      <Field
        kind="text"
        name="name"
        label={register.name}
        value={value('name')}
        error={faultIn(faults, 'name')}
        autocomplete="name"
        maxlength={120}
        required
      />
      <Definition facts={[{ label: visitor.text.account.signIn.email, value: signedIn.email }]} />
      <p>{mine.emailHint}</p>
      <Field
        kind="tel"
        name="phone"
        label={register.phone}
        value={value('phone')}
        error={faultIn(faults, 'phone')}
        autocomplete="tel"
      />
      <Field
        kind="radio"
        name="language"
        label={mine.language}
        options={languages}
        value={value('language')}
        error={faultIn(faults, 'language')}
        inline
      />
      <ButtonRow>
        <Button kind="primary">{visitor.text.common.save}</Button>
      </ButtonRow>
    </Form>
  )
}

const PasswordForm = ({ visitor, signedIn, faults }: Part) => {
  const words = visitor.text.account.mine
  return (
    <Form action={ACCOUNT_PATH} csrf={signedIn.csrf}>
      <input type="hidden" name="do" value="password" />
      <p>{words.passwordLead}</p>
      <Field
        kind="password"
        name="oldPassword"
        label={words.old}
        error={faultIn(faults, 'oldPassword')}
        autocomplete="current-password"
        required
      />
      <NewPasswordFields visitor={visitor} email={signedIn.email} faults={faults} />
      <ButtonRow>
        <Button icon="key">{words.change}</Button>
      </ButtonRow>
    </Form>
  )
}
