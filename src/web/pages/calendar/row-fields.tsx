// The fields of a row of a calendar, by its list.
import { weekdays } from '../../../core/clock/calendar.ts'
import type { CalendarList } from '../../../core/clock/edit-calendar.ts'
import { first, type Posted } from '../../request/body.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Fieldset } from '../../ui/fieldset.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn } from '../account/checks.ts'

type Props = { visitor: Visitor; list: CalendarList; form: Posted; faults: readonly FieldFault[] }

export const RowFields = (props: Props) => {
  switch (props.list) {
    case 'holidays':
      return (
        <>
          <DayField {...props} name="on" required />
          <NameField {...props} />
          <KindField {...props} />
          <DecreeField {...props} />
        </>
      )
    case 'special':
      return (
        <>
          <DayField {...props} name="on" required />
          <NameField {...props} />
          <HoursField {...props} name="hours" label={props.visitor.text.calendar.dayHours} />
          <DecreeField {...props} />
        </>
      )
    case 'closures':
      return (
        <>
          <UnitField {...props} />
          <NameField {...props} />
          <DayField {...props} name="from" required />
          <DayField {...props} name="to" required />
          <DecreeField {...props} />
        </>
      )
    case 'periods':
      return <PeriodFields {...props} />
  }
}

const PeriodFields = (props: Props) => {
  const { visitor, form, faults } = props
  const words = visitor.text.calendar
  const long = words.weekdaysLong.split(' ')
  return (
    <>
      <Field
        kind="text"
        name="label"
        label={words.label}
        hint={words.labelHint}
        value={first(form, 'label')}
        error={faultIn(faults, 'label')}
        maxlength={80}
        required
      />
      <DayField {...props} name="from" hint={words.fromHint} />
      <DayField {...props} name="to" hint={words.fromHint} />
      <Fieldset legend={words.hours} hint={words.hoursHint}>
        {weekdays.map((day, at) => (
          <HoursField key={day} {...props} name={`week.${day}`} label={words.hoursOn(long[at] ?? day)} hideHint />
        ))}
      </Fieldset>
      <Field kind="checkbox" name="assumed" label={words.assumedBox} checked={first(form, 'assumed') === 'yes'} />
      <Field
        kind="text"
        name="note"
        label={words.note}
        value={first(form, 'note')}
        error={faultIn(faults, 'note')}
        maxlength={300}
      />
    </>
  )
}

type DayProps = Props & { name: 'on' | 'from' | 'to'; required?: boolean; hint?: string }

const DayField = ({ visitor, form, faults, name, required, hint }: DayProps) => (
  <Field
    kind="date"
    name={name}
    label={visitor.text.calendar[name]}
    hint={hint}
    value={first(form, name)}
    error={faultIn(faults, name)}
    required={required}
  />
)

const NameField = ({ visitor, form, faults }: Props) => (
  <Field
    kind="text"
    name="name"
    label={visitor.text.calendar.name}
    value={first(form, 'name')}
    error={faultIn(faults, 'name')}
    maxlength={120}
    required
  />
)

const DecreeField = ({ visitor, form, faults }: Props) => (
  <Field
    kind="text"
    name="decree"
    label={visitor.text.calendar.decree}
    hint={visitor.text.calendar.decreeHint}
    value={first(form, 'decree')}
    error={faultIn(faults, 'decree')}
    maxlength={200}
  />
)

const KindField = ({ visitor, form, faults }: Props) => {
  const { kind, kinds } = visitor.text.calendar
  return (
    <Field
      kind="radio"
      name="kind"
      label={kind}
      value={first(form, 'kind') || 'holiday'}
      options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      error={faultIn(faults, 'kind')}
      required
    />
  )
}

const UnitField = ({ visitor, form, faults }: Props) => {
  const words = visitor.text.calendar
  return (
    <Field
      kind="select"
      name="unit"
      label={words.unit}
      placeholder={words.chooseUnit}
      value={first(form, 'unit')}
      options={visitor.agency.agency.units.map(({ unit, name }) => ({ value: unit, label: name }))}
      error={faultIn(faults, 'unit')}
      required
    />
  )
}

type HoursProps = Props & { name: string; label: string; hideHint?: boolean }

const HoursField = ({ visitor, form, faults, name, label, hideHint }: HoursProps) => (
  <Field
    kind="text"
    name={name}
    label={label}
    hint={hideHint ? undefined : visitor.text.calendar.hoursHint}
    value={first(form, name)}
    error={faultIn(faults, name)}
    maxlength={120}
    width="medium"
  />
)
