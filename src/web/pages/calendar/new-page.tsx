// A further calendar of the office: named, and begun with the hours of one that there is.
import type { Context } from 'hono'
import { MAIN_CALENDAR } from '../../../core/agency/catalogue.ts'
import type { Calendar } from '../../../core/clock/calendar.ts'
import { createCalendar, listCalendars, type StoredCalendar } from '../../../store/calendars.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { faultIn, faultsOf, isBetween, line } from '../account/checks.ts'
import { CALENDAR_PATH, NEW_CALENDAR_PATH, yearPath } from './address.ts'
import { forCalendarKeepers } from './gate.ts'
import { ReasonField } from './reason-field.tsx'

type Web = Context<WebEnv>

export const newCalendarRoutes = (app: App, services: Services): void => {
  app.get(
    NEW_CALENDAR_PATH,
    forCalendarKeepers(services, async (c, signedIn) =>
      newPage(c, services, {
        signedIn,
        form: c.get('visitor').restored,
        faults: [],
        calendars: await all(c, services),
      }),
    ),
  )
  app.post(
    NEW_CALENDAR_PATH,
    forCalendarKeepers(services, (c, signedIn) => create(c, services, signedIn)),
  )
}

const all = (c: Web, services: Services): Promise<StoredCalendar[]> =>
  listCalendars(services.store, c.get('visitor').agency.agency.agency)

const create = async (c: Web, services: Services, signedIn: SignedIn) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.calendar
  const form = posted(c)
  const calendars = await all(c, services)
  const [label, calendar, reason] = [line(form, 'label'), line(form, 'calendar'), line(form, 'reason')]
  const faults = faultsOf([
    ['label', isBetween(label, [2, 80]), words.newNameBad],
    ['calendar', /^[a-z0-9]+(-[a-z0-9]+)*$/.test(calendar) && calendar.length <= 40, words.newKeyBad],
    ['calendar', !calendars.some((one) => one.calendar === calendar), words.newTaken],
    ['reason', isBetween(reason, [5, 300]), words.reasonMissing],
  ])
  const shown = { signedIn, form, calendars }
  if (faults.length > 0) return newPage(c, services, { ...shown, faults })
  const like = calendars.find((one) => one.calendar === first(form, 'like')) ?? calendars[0]
  const data = begun(like?.data ?? agency.calendar, first(form, 'follows') === 'yes')
  const by = { person: signedIn.person, now, reason }
  if (!(await createCalendar(services.store, agency.agency.agency, { calendar, label, data }, by)))
    return newPage(c, services, { ...shown, faults: [{ name: 'calendar', message: words.newTaken }] })
  setFlash(c, services, 'good', words.created)
  return c.redirect(yearPath(calendar, Number(agency.today.slice(0, 4))), 303)
}

/** Zone and periods of another; holidays either followed or none; closures stay where they were entered. */
const begun = ({ zone, periods }: Calendar, isFollowing: boolean): Calendar => ({
  zone,
  ...(isFollowing ? { follows: MAIN_CALENDAR } : {}),
  periods,
  holidays: [],
  special: [],
  closures: [],
})

type Shown = { signedIn: SignedIn; form: Posted | null; faults: readonly FieldFault[]; calendars: StoredCalendar[] }

const newPage = (c: Web, services: Services, { signedIn, form, faults, calendars }: Shown) => {
  const visitor = c.get('visitor')
  const words = visitor.text.calendar
  const children = (
    <>
      <PageHead title={words.newTitle} lead={words.newLead} back={{ href: CALENDAR_PATH, label: words.title }} />
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <Card>
        <Form action={NEW_CALENDAR_PATH} csrf={signedIn.csrf}>
          <Field
            kind="text"
            name="label"
            label={words.newName}
            value={first(form, 'label')}
            error={faultIn(faults, 'label')}
            maxlength={80}
            required
          />
          <Field
            kind="text"
            name="calendar"
            label={words.newKey}
            hint={words.newKeyHint}
            value={first(form, 'calendar')}
            error={faultIn(faults, 'calendar')}
            maxlength={40}
            width="medium"
            required
          />
          <Field
            kind="select"
            name="like"
            label={words.newFrom}
            value={first(form, 'like') || MAIN_CALENDAR}
            options={calendars.map((one) => ({ value: one.calendar, label: one.label }))}
          />
          <Field
            kind="checkbox"
            name="follows"
            label={words.newFollows}
            hint={words.newFollowsHint}
            checked={form === null || first(form, 'follows') === 'yes'}
          />
          <ReasonField visitor={visitor} form={form} faults={faults} />
          <ButtonRow>
            <Button kind="primary" icon="plus">
              {words.newDo}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title: words.newTitle, narrow: true, children }, faults.length > 0 ? 422 : 200)
}
