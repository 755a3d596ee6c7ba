// One row of a calendar: entered, changed or taken out, always with a reason; the form is kept when something is wrong.
import type { Context } from 'hono'
import { CALENDAR_LISTS, type CalendarList, editCalendar } from '../../../core/clock/edit-calendar.ts'
import { saveCalendar } from '../../../store/calendars.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { isBetween, line } from '../account/checks.ts'
import { notFoundPage } from '../message.tsx'
import { rowPath, yearPath } from './address.ts'
import { forCalendarKeepers, type OnCalendar, onCalendar } from './gate.ts'
import { ReasonField } from './reason-field.tsx'
import { RowFields } from './row-fields.tsx'
import { formOf, rowOf } from './row-form.ts'

type Web = Context<WebEnv>

export const calendarRowRoutes = (app: App, services: Services): void => {
  const path = rowPath(':calendar', 'holidays', 'new').replace('holidays/new', ':list/:at')
  app.get(
    path,
    onCalendar(services, forCalendarKeepers, (c, on) => {
      const target = targetOf(c, on)
      return target
        ? rowPage(c, services, { ...on, ...target, form: c.get('visitor').restored, faults: [] })
        : notFoundPage(c, services)
    }),
  )
  app.post(
    path,
    onCalendar(services, forCalendarKeepers, (c, on) => {
      const target = targetOf(c, on)
      return target ? save(c, services, { ...on, ...target }) : notFoundPage(c, services)
    }),
  )
}

type Target = { list: CalendarList; at: number | null }

const targetOf = (c: Web, { own }: OnCalendar): Target | null => {
  const list = CALENDAR_LISTS.find((one) => one === c.req.param('list'))
  const asked = c.req.param('at') ?? ''
  if (list === undefined || !/^(new|\d{1,5})$/.test(asked)) return null
  if (asked === 'new') return { list, at: null }
  // The row may have gone while the form was open: then the version is old, and that is told.
  return own.data[list][Number(asked)] !== undefined || c.req.method === 'POST' ? { list, at: Number(asked) } : null
}

const save = async (c: Web, services: Services, on: OnCalendar & Target) => {
  const visitor = c.get('visitor')
  const words = visitor.text.calendar
  const form = posted(c)
  const { own, list, at, signedIn } = on
  const reason = line(form, 'reason')
  const version = Number(first(form, 'version'))
  if (version !== own.version) return conflict(c, services, on)
  const row = first(form, 'do') === 'remove' ? null : rowOf(list, form)
  const edited = editCalendar(own.data, { list, at, row })
  const faults: FieldFault[] = [
    ...(list === 'closures' && row !== null && !isUnit(visitor, row.unit)
      ? [{ name: 'unit', message: words.chooseUnit }]
      : []),
    ...(edited.ok ? [] : edited.faults.map((one) => faultOf(visitor, one))),
    ...(isBetween(reason, [5, 300]) ? [] : [{ name: 'reason', message: words.reasonMissing }]),
  ]
  if (!edited.ok || faults.length > 0) return rowPage(c, services, { ...on, form, faults })
  const isSaved = await saveCalendar(
    services.store,
    visitor.agency.agency.agency,
    { calendar: own.calendar, version, data: edited.calendar, changes: [edited.change] },
    { person: signedIn.person, now: visitor.now, reason },
  )
  if (!isSaved) return conflict(c, services, on)
  setFlash(c, services, 'good', words.saved)
  const touched = row === null ? formOf(edited.change.before) : form
  return c.redirect(yearPath(own.calendar, yearOfForm(visitor, touched)), 303)
}

const isUnit = ({ agency }: Visitor, unit: unknown): boolean => agency.agency.units.some((one) => one.unit === unit)

/** Back to the year that was worked on. */
const yearOfForm = ({ agency }: Visitor, form: Posted): number => {
  const day = first(form, 'on') || first(form, 'from')
  return Number(/^\d{4}/.exec(day)?.[0] ?? agency.today.slice(0, 4))
}

const faultOf = (
  { language }: Visitor,
  { field, sentence }: { field: string; sentence: { id: string; en: string } },
) => ({
  ...(field === '' ? {} : { name: field }),
  message: sentence[language],
})

const conflict = (c: Web, services: Services, on: OnCalendar & Target) =>
  rowPage(c, services, { ...on, form: posted(c), faults: [], isStale: true })

type Shown = OnCalendar & Target & { form: Posted | null; faults: readonly FieldFault[]; isStale?: boolean }

const rowPage = (c: Web, services: Services, shown: Shown) => {
  const visitor = c.get('visitor')
  const { own, list, at, signedIn, form, faults, isStale = false } = shown
  const words = visitor.text.calendar
  const isRemoving = first(form, 'do') === 'remove'
  const filled = form !== null && !isRemoving ? form : formOf(at === null ? null : (own.data[list][at] ?? null))
  const action = rowPath(own.calendar, list, at ?? 'new')
  const hidden = <input type="hidden" name="version" value={String(own.version)} />
  const children = (
    <>
      <PageHead
        title={words.rowTitle[list]}
        lead={words.rowLead[list]}
        kicker={own.label}
        back={{ href: yearPath(own.calendar, yearOfForm(visitor, filled)), label: words.title }}
      />
      {isStale && (
        <Notice tone="warning" word={visitor.text.common.words.warning} spoken>
          <p>{words.changedMeanwhile}</p>
        </Notice>
      )}
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <Card>
        <Form action={action} csrf={signedIn.csrf}>
          {hidden}
          <RowFields visitor={visitor} list={list} form={filled} faults={isRemoving ? [] : faults} />
          <ReasonField visitor={visitor} form={isRemoving ? null : form} faults={isRemoving ? [] : faults} />
          <ButtonRow>
            <Button kind="primary" icon="check">
              {words.save}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
      {at !== null && (
        <Confirm summary={words.remove} kind="danger" icon="trash" open={isRemoving}>
          <p>{words.removeLead}</p>
          <Form action={action} csrf={signedIn.csrf}>
            {hidden}
            <input type="hidden" name="do" value="remove" />
            <ReasonField
              visitor={visitor}
              form={isRemoving ? form : null}
              faults={isRemoving ? faults : []}
              id="remove-reason"
            />
            <ButtonRow>
              <Button kind="danger">{words.remove}</Button>
            </ButtonRow>
          </Form>
        </Confirm>
      )}
    </>
  )
  return page(c, services, { title: words.rowTitle[list], narrow: true, children }, statusOf(isStale, faults))
}

const statusOf = (isStale: boolean, faults: readonly FieldFault[]) => {
  if (isStale) return 409
  return faults.length > 0 ? 422 : 200
}
