// Which unit counts by which calendar: its own, or that of the unit above it.
import type { Context } from 'hono'
import { MAIN_CALENDAR } from '../../../core/agency/catalogue.ts'
import { giveUnitCalendar, listCalendars, type StoredCalendar } from '../../../store/calendars.ts'
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
import { type Column, Table } from '../../ui/table.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { faultIn, faultsOf, isBetween, line } from '../account/checks.ts'
import { CALENDAR_PATH, UNITS_PATH } from './address.ts'
import { forCalendarKeepers } from './gate.ts'
import { ReasonField } from './reason-field.tsx'

type Web = Context<WebEnv>
type Unit = Visitor['agency']['agency']['units'][number]

export const calendarUnitRoutes = (app: App, services: Services): void => {
  app.get(
    UNITS_PATH,
    forCalendarKeepers(services, async (c, signedIn) =>
      unitsPage(c, services, {
        signedIn,
        form: c.get('visitor').restored,
        faults: [],
        calendars: await all(c, services),
      }),
    ),
  )
  app.post(
    UNITS_PATH,
    forCalendarKeepers(services, (c, signedIn) => give(c, services, signedIn)),
  )
}

const all = (c: Web, services: Services): Promise<StoredCalendar[]> =>
  listCalendars(services.store, c.get('visitor').agency.agency.agency)

const give = async (c: Web, services: Services, signedIn: SignedIn) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.calendar
  const form = posted(c)
  const calendars = await all(c, services)
  const [unit, after, reason] = [line(form, 'unit'), line(form, 'calendar') || null, line(form, 'reason')]
  const known = agency.agency.units.find((one) => one.unit === unit)
  const faults = faultsOf([
    ['unit', known !== undefined, words.chooseUnit],
    ['calendar', after === null || calendars.some((one) => one.calendar === after), words.unitBad],
    ['reason', isBetween(reason, [5, 300]), words.reasonMissing],
  ])
  const shown = { signedIn, form, calendars }
  if (faults.length > 0 || !known) return unitsPage(c, services, { ...shown, faults })
  const change = { unit, before: known.calendar ?? null, after }
  const by = { person: signedIn.person, now, reason }
  if (!(await giveUnitCalendar(services.store, agency.agency.agency, change, by)))
    return unitsPage(c, services, { ...shown, faults: [{ name: 'unit', message: words.changedMeanwhile }] })
  setFlash(c, services, 'good', words.unitGiven)
  return c.redirect(UNITS_PATH, 303)
}

type Shown = { signedIn: SignedIn; form: Posted | null; faults: readonly FieldFault[]; calendars: StoredCalendar[] }

const unitsPage = (c: Web, services: Services, { signedIn, form, faults, calendars }: Shown) => {
  const visitor = c.get('visitor')
  const words = visitor.text.calendar
  const { units } = visitor.agency.agency
  const columns: Column<Unit>[] = [
    {
      key: 'unit',
      label: words.unit,
      head: true,
      render: ({ unit, name }) => (
        <a href={`${CALENDAR_PATH}?${new URLSearchParams({ calendar: counted(units, unit), unit })}`}>{name}</a>
      ),
    },
    { key: 'calendar', label: words.ownCalendar, render: (one) => calendarWords(visitor, one, calendars) },
  ]
  const children = (
    <>
      <PageHead title={words.units} lead={words.unitsLead} back={{ href: CALENDAR_PATH, label: words.title }} />
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <Card title={words.units} flush>
        <Table caption={words.units} captionHidden columns={columns} rows={units} rowKey={(one) => one.unit} />
      </Card>
      <Card title={words.unitGive}>
        <Form action={UNITS_PATH} csrf={signedIn.csrf}>
          <Field
            kind="select"
            name="unit"
            label={words.unit}
            placeholder={words.chooseUnit}
            value={first(form, 'unit')}
            options={units.map(({ unit, name }) => ({ value: unit, label: name }))}
            error={faultIn(faults, 'unit')}
            required
          />
          <Field
            kind="select"
            name="calendar"
            label={words.ownCalendar}
            placeholder={words.unitsLead}
            value={first(form, 'calendar')}
            options={calendars.map((one) => ({ value: one.calendar, label: one.label }))}
            error={faultIn(faults, 'calendar')}
          />
          <ReasonField visitor={visitor} form={form} faults={faults} />
          <ButtonRow>
            <Button kind="primary" icon="check">
              {words.save}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title: words.units, narrow: true, children }, faults.length > 0 ? 422 : 200)
}

const calendarWords = (visitor: Visitor, unit: Unit, calendars: readonly StoredCalendar[]): string => {
  const name = counted(visitor.agency.agency.units, unit.unit)
  const label = calendars.find((one) => one.calendar === name)?.label ?? name
  return unit.calendar === undefined && unit.superior !== undefined ? visitor.text.calendar.inherits(label) : label
}

/** The name of the calendar that a unit counts by. */
const counted = (units: readonly Unit[], unit: string, seen: readonly string[] = []): string => {
  const own = units.find((one) => one.unit === unit)
  if (own?.calendar !== undefined) return own.calendar
  if (own?.superior === undefined || seen.includes(own.superior)) return MAIN_CALENDAR
  return counted(units, own.superior, [...seen, unit])
}
