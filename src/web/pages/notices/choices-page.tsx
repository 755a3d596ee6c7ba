// How one wants to hear of what: mail at once, one digest in the morning, or in the application only.
import type { Context } from 'hono'
import { DEFAULT_MODES, MODES, type Mode, type Reader } from '../../../core/notice/moment.ts'
import { GROUPS, type Group } from '../../../core/notice/occasions.ts'
import { choicesOf, saveChoices } from '../../../store/notice-choices.ts'
import { page } from '../../page.tsx'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { ACCOUNT_PATH } from '../../ui/masthead.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Person, SignedIn, WebEnv } from '../../visitor.ts'
import { signInFirst } from '../sign-in-first.ts'
import { CHOICES_PATH } from './paths.ts'

export const noticeChoiceRoutes = (app: App, services: Services): void => {
  app.get(CHOICES_PATH, (c) => {
    const { signedIn } = c.get('visitor')
    return signedIn ? choicesPage(c, services, signedIn) : signInFirst(c)
  })
  app.post(CHOICES_PATH, async (c) => {
    const { signedIn, agency, now, text } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    const form = posted(c)
    const chosen = groupsOf(signedIn)
      .filter((group) => form.values[group] !== undefined)
      .map((group) => ({ group, mode: modeIn(first(form, group)) }))
    await saveChoices(services.store, agency.agency.agency, { person: signedIn.person, chosen, now })
    setFlash(c, services, 'good', text.notices.choices.saved)
    return c.redirect(CHOICES_PATH, 303)
  })
}

const modeIn = (text: string): Mode | null => MODES.find((mode) => mode === text) ?? null

const readerOf = ({ actor }: Person): Reader =>
  actor.posts.length > 0 || actor.isAdministrator ? 'office' : 'applicant'

/** An applicant has no work and no office to hear of. */
export const groupsOf = (person: Person): readonly Group[] =>
  readerOf(person) === 'office' ? GROUPS : ['progress', 'time', 'late', 'talk']

const choicesPage = async (c: Context<WebEnv>, services: Services, signedIn: SignedIn) => {
  const { agency, text } = c.get('visitor')
  const chosen = await choicesOf(services.store, agency.agency.agency, signedIn.person)
  const { choices: words, groups } = text.notices
  const reader = readerOf(signedIn)
  const { quiet } = agency.agency.notices
  return page(c, services, {
    title: words.title,
    narrow: true,
    children: (
      <>
        <PageHead title={words.title} lead={words.lead} back={{ href: ACCOUNT_PATH, label: text.common.account }} />
        <Card>
          <Form action={CHOICES_PATH} csrf={signedIn.csrf}>
            {groupsOf(signedIn).map((group) => (
              <Field
                key={group}
                kind="radio"
                name={group}
                label={groups[group].label}
                hint={groups[group].says}
                value={chosen[group] ?? ''}
                options={[
                  { value: '', label: words.asDefault(words.modes[DEFAULT_MODES[reader][group]]) },
                  ...MODES.map((mode) => ({ value: mode, label: words.modes[mode] })),
                ]}
              />
            ))}
            {(reader === 'office' ? quiet.officers : quiet.applicants) && <p>{words.quiet}</p>}
            <p>{words.urgent}</p>
            {signedIn.actor.clients.length > 0 && <p>{words.demanded}</p>}
            <p>
              {words.language} <a href={ACCOUNT_PATH}>{words.changeLanguage}</a>
            </p>
            <ButtonRow>
              <Button kind="primary">{text.common.save}</Button>
            </ButtonRow>
          </Form>
        </Card>
      </>
    ),
  })
}
