// A unit of the office: a new one, or changing one that is there.
import { UNIT_KINDS, type UnitRow } from '../../../core/organisation/organisation.ts'
import { keyOfName } from '../../../core/organisation/row-checks.ts'
import { first, type Posted } from '../../request/body.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { App } from '../../visitor.ts'
import { faultIn, line } from '../account/checks.ts'
import { notFoundPage } from '../message.tsx'
import { NEW, ORGANISATION_PATH, unitPath } from './address.ts'
import { type Desk, deskOf, optional, settle } from './desk.ts'
import { framed } from './frame.tsx'
import { forThose } from './gate.ts'
import { ReasonField } from './reason-field.tsx'

export const unitRoutes = (app: App, services: Services): void => {
  const path = unitPath(':unit')
  app.get(
    path,
    forThose(services, 'manage-organisation', (c, signedIn) => show(deskOf(c, services, signedIn))),
  )
  app.post(
    path,
    forThose(services, 'manage-organisation', (c, signedIn) => save(deskOf(c, services, signedIn))),
  )
}

const unitOf = ({ c, visitor }: Desk) => visitor.agency.agency.units.find((one) => one.unit === c.req.param('unit'))

const save = (desk: Desk) => {
  const { c, services, visitor } = desk
  const form = posted(c)
  const before = unitOf(desk)
  if (!before && c.req.param('unit') !== NEW) return notFoundPage(c, services)
  const name = line(form, 'name')
  const taken = visitor.agency.agency.units.map((one) => one.unit)
  const row: UnitRow = {
    unit: before?.unit ?? (line(form, 'unit') || keyOfName(name, taken)),
    name,
    kind: UNIT_KINDS.find((one) => one === line(form, 'kind')) ?? 'division',
    superior: optional(form, 'superior'),
    calendar: optional(form, 'calendar'),
  }
  const change = { type: 'unit', row, isNew: before === undefined } as const
  const wanted = { changes: [change], message: visitor.text.organisation.saved, to: ORGANISATION_PATH }
  return settle(desk, wanted, show)
}

const show = (desk: Desk) => {
  const { c, services, visitor, form } = desk
  const unit = unitOf(desk)
  if (!unit && c.req.param('unit') !== NEW) return notFoundPage(c, services)
  const words = visitor.text.organisation
  const title = unit?.name ?? words.units.add
  return framed(desk, {
    title,
    part: 'chart',
    back: { href: ORGANISATION_PATH, label: words.title },
    narrow: true,
    children: (
      <Card>
        <Form action={unitPath(unit?.unit ?? NEW)} csrf={desk.signedIn.csrf}>
          <UnitFields desk={desk} unit={unit} typed={form} />
          <ReasonField visitor={visitor} typed={form} />
          <ButtonRow>
            <Button kind="primary" icon="check">
              {words.save}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    ),
  })
}

type FieldsProps = { desk: Desk; unit: ReturnType<typeof unitOf>; typed: Posted | null }

const UnitFields = ({ desk, unit, typed }: FieldsProps) => {
  const { visitor, faults } = desk
  const { units } = visitor.agency.agency
  const words = visitor.text.organisation
  const field = (name: string, value: string) => ({
    name,
    value: typed ? first(typed, name) : value,
    error: faultIn(faults, name),
  })
  const others = units.filter((one) => one.unit !== unit?.unit)
  const kinds = UNIT_KINDS.map((value) => ({ value, label: words.units.kinds[value] }))
  const calendars = Object.keys(visitor.agency.calendars).map((value) => ({ value, label: value }))
  return (
    <>
      <Field kind="text" label={words.name} maxlength={160} required {...field('name', unit?.name ?? '')} />
      {!unit && <Field kind="text" label={words.key} hint={words.keyHint} maxlength={60} {...field('unit', '')} />}
      <Field kind="radio" label={words.units.kind} options={kinds} {...field('kind', unit?.kind ?? 'division')} />
      <Field
        kind="select"
        label={words.units.superior}
        placeholder={words.units.top}
        options={others.map((one) => ({ value: one.unit, label: one.name }))}
        {...field('superior', unit?.superior ?? '')}
      />
      <Field
        kind="select"
        label={words.units.calendar}
        hint={words.units.calendarHint}
        placeholder={words.units.sameCalendar}
        options={calendars}
        {...field('calendar', unit?.calendar ?? '')}
      />
    </>
  )
}
