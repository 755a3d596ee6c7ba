// The year of a working calendar: what is a working day, why not, the sums, and all that it is made of.
import type { Context } from 'hono'
import { MAIN_CALENDAR } from '../../../core/agency/catalogue.ts'
import type { Calendar } from '../../../core/clock/calendar.ts'
import { calendarFor, whole } from '../../../core/clock/calendar-for.ts'
import { yearOf, yearsWithoutHolidays } from '../../../core/clock/year.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { type CalendarEntry, readCalendarJournal } from '../../../store/calendar-journal.ts'
import { listCalendars, type StoredCalendar } from '../../../store/calendars.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { CALENDAR_PATH, exportPath, importPath, NEW_CALENDAR_PATH, UNITS_PATH, yearPath } from './address.ts'
import { forReaders } from './gate.ts'
import { HistoryCard } from './history.tsx'
import { ListCards } from './lists.tsx'
import { unitName } from './row-words.ts'
import { WeekSums } from './sums.tsx'
import { Chooser, YearGrid } from './year-grid.tsx'

type Web = Context<WebEnv>

export const calendarRoute = (app: App, services: Services): void => {
  app.get(
    CALENDAR_PATH,
    forReaders(services, async (c) => {
      const { agency } = c.get('visitor')
      const office = agency.agency.agency
      const calendars = await listCalendars(services.store, office)
      const own = calendars.find((one) => one.calendar === (c.req.query('calendar') ?? MAIN_CALENDAR))
      if (!own) return notFoundPage(c, services)
      const journal = await readCalendarJournal(services.store, office, { calendar: own.calendar })
      return yearPage(c, services, { calendars, own, journal })
    }),
  )
}

type Shown = { calendars: StoredCalendar[]; own: StoredCalendar; journal: CalendarEntry[] }

const yearPage = (c: Web, services: Services, { calendars, own, journal }: Shown) => {
  const visitor = c.get('visitor')
  const words = visitor.text.calendar
  const year = yearAsked(c)
  const main = calendars.find((one) => one.calendar === MAIN_CALENDAR)?.data ?? own.data
  const { calendar, unit } = countedBy(c, { calendars, own: whole(own.data, main) })
  const missing = yearsWithoutHolidays(calendar, visitor.agency.today)
  const mayEdit = mayOffice(visitor.signedIn?.actor ?? null, 'edit-calendar')
  const shown = yearOf(calendar, year)
  const children = (
    <>
      <PageHead
        title={words.yearTitle(own.calendar === MAIN_CALENDAR ? words.title : own.label, String(year))}
        lead={unit === null ? words.lead : words.forUnit(unitName(visitor, unit))}
        actions={<Actions visitor={visitor} own={own} year={year} mayEdit={mayEdit} />}
      />
      {missing.length > 0 && (
        <Notice tone="warning" word={visitor.text.common.words.warning}>
          <p>{words.missing(missing.join(', '))}</p>
        </Notice>
      )}
      <Chooser visitor={visitor} calendars={calendars} own={own} year={year} />
      {own.data.follows !== undefined && <p>{words.follows}</p>}
      <YearPager visitor={visitor} own={own} year={year} />
      <YearGrid visitor={visitor} year={shown} />
      <WeekSums visitor={visitor} calendar={calendar} year={year} />
      <ListCards visitor={visitor} own={own} year={year} mayEdit={mayEdit} />
      <HistoryCard visitor={visitor} journal={journal} calendars={calendars} />
    </>
  )
  return page(c, services, { title: `${words.title} ${year}`, children })
}

/** The year asked for, in the time of the republic; else this one. */
const yearAsked = (c: Web): number => {
  const asked = c.req.query('year') ?? ''
  const year = /^\d{4}$/.test(asked) ? Number(asked) : 0
  return year >= 1945 && year <= 2200 ? year : Number(c.get('visitor').agency.today.slice(0, 4))
}

/** As a unit counts, where one is named: with the closures that concern it. */
const countedBy = (
  c: Web,
  { calendars, own }: { calendars: StoredCalendar[]; own: Calendar },
): { calendar: Calendar; unit: string | null } => {
  const { agency } = c.get('visitor').agency
  const unit = c.req.query('unit') ?? ''
  if (!agency.units.some((one) => one.unit === unit)) return { calendar: own, unit: null }
  const all = Object.fromEntries(calendars.map((one) => [one.calendar, one.data]))
  const calendar = all[MAIN_CALENDAR]
  return calendar === undefined
    ? { calendar: own, unit: null }
    : { calendar: calendarFor({ agency, calendar, calendars: all }, { unit }), unit }
}

type OfYear = { visitor: Visitor; own: StoredCalendar; year: number }

const Actions = ({ visitor, own, year, mayEdit }: OfYear & { mayEdit: boolean }) => {
  const words = visitor.text.calendar
  return (
    <>
      {mayEdit && (
        <>
          <LinkButton kind="primary" icon="upload" href={importPath(own.calendar)}>
            {words.importDo}
          </LinkButton>
          <LinkButton icon="building" href={UNITS_PATH}>
            {words.unitGive}
          </LinkButton>
          <LinkButton icon="plus" href={NEW_CALENDAR_PATH}>
            {words.newDo}
          </LinkButton>
        </>
      )}
      <LinkButton kind="quiet" icon="download" href={exportPath(own.calendar, year, 'csv')} download>
        {words.exportCsv}
      </LinkButton>
      <LinkButton kind="quiet" icon="download" href={exportPath(own.calendar, year, 'json')} download>
        {words.exportJson}
      </LinkButton>
    </>
  )
}

const YearPager = ({ visitor, own, year }: OfYear) => {
  const words = visitor.text.calendar
  const to = (other: number) => ({ href: yearPath(own.calendar, other), label: words.previous(String(other)) })
  return (
    <Pager
      label={words.title}
      previous={year > 1945 ? to(year - 1) : undefined}
      next={year < 2200 ? to(year + 1) : undefined}
    />
  )
}
