// The front office enters a letter: is it complete, how urgent and how secret is it, when did it come.

import { inZone, isDay } from '../../../../core/clock/instant.ts'
import { isLower } from '../../../../core/dossier/acts/enter.ts'
import { first } from '../../../request/body.ts'
import { StatusMark } from '../../../ui/badge.tsx'
import { ButtonRow } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Definition } from '../../../ui/definition.tsx'
import { Field } from '../../../ui/field.tsx'
import { codeOptions } from '../../agenda/filter-form.tsx'
import { type Desk, type FormName, faultAt, typedInto } from '../desk.ts'
import { controlId, DeskForm, Note } from '../desk-form.tsx'
import {
  type ActProps,
  type ActView,
  answered,
  Decision,
  finishForm,
  nextPost,
  PrimaryButton,
  readDecision,
} from './act.tsx'

const URGENCIES = ['biasa', 'segera', 'sangat-segera'] as const
const SECRECIES = ['biasa', 'terbatas', 'rahasia'] as const

export const enter: ActView = {
  Body: (props) => {
    const { desk, task } = props
    const { text } = desk.visitor
    const form = finishForm(task)
    return (
      <DeskForm desk={desk} form={form}>
        <Glance desk={desk} />
        <Decision {...props} />
        <Grades {...props} />
        <Note
          desk={desk}
          form={form}
          name="note"
          label={text.office.acts.note}
          hint={text.office.acts.enter.noteHint}
          mark={text.office.acts.optional}
          rows={2}
        />
        <ButtonRow>
          <PrimaryButton desk={desk}>{text.office.acts.enter.send(nextPost(props))}</PrimaryButton>
        </ButtonRow>
      </DeskForm>
    )
  },
  read: (posted, props) => {
    const { acts } = props.desk.visitor.text.office
    const { exit, faults } = readDecision(posted, props)
    const [urgency, secrecy, receivedOn] = [
      first(posted, 'urgency'),
      first(posted, 'secrecy'),
      first(posted, 'receivedOn'),
    ]
    if (!URGENCIES.some((one) => one === urgency))
      faults.push({ name: 'urgency', message: acts.choiceMissing(acts.enter.urgency) })
    if (!SECRECIES.some((one) => one === secrecy))
      faults.push({ name: 'secrecy', message: acts.choiceMissing(acts.enter.secrecy) })
    if (!isDay(receivedOn) || receivedOn > today(props.desk))
      faults.push({ name: 'receivedOn', message: acts.enter.receivedWrong })
    const grade = SECRECIES.find((one) => one === secrecy)
    const { procedure } = props.desk
    if (grade && isLower(grade, procedure.policy.secrecy) && first(posted, 'note').trim() === '')
      faults.push({ name: 'note', message: acts.enter.lowered })
    const attachments = first(posted, 'attachments').trim()
    if (attachments !== '' && !/^\d{1,3}$/.test(attachments))
      faults.push({ name: 'attachments', message: acts.enter.attachmentsWrong })
    const filed = {
      late: first(posted, 'late').trim(),
      ...(first(posted, 'classification') === '' ? {} : { classification: first(posted, 'classification') }),
      ...(attachments === '' ? {} : { attachments: Number(attachments) }),
    }
    return answered({ urgency, secrecy, receivedOn, note: first(posted, 'note'), exit, ...filed }, faults)
  },
}

const today = ({ visitor }: Pick<Desk, 'visitor'>): string =>
  inZone(visitor.now, visitor.agency.agency.zone).toPlainDate().toString()

/** Is the letter there, is the form whole, may the name be used: seen before anything is typed. */
const Glance = ({ desk }: { desk: Desk }) => {
  const { visitor, dossier, checks } = desk
  const words = visitor.text.office.acts.enter
  const { agenda } = dossier
  const facts = [
    ...checks.papers.map(({ label, name }) => ({
      label,
      value:
        name === null ? (
          <StatusMark tone="warning">{words.missing}</StatusMark>
        ) : (
          <StatusMark tone="good">{words.attached(name)}</StatusMark>
        ),
    })),
    {
      label: words.checks,
      value:
        checks.faults.length === 0 ? (
          <StatusMark tone="good">{words.formGood}</StatusMark>
        ) : (
          <StatusMark tone="warning">{`${words.formBad(checks.faults.length)}: ${checks.faults.join(' ')}`}</StatusMark>
        ),
    },
    ...checks.verdicts.map(({ label, tone, sentence }) => ({
      label,
      value: <StatusMark tone={tone}>{sentence}</StatusMark>,
    })),
    { label: words.agenda, value: agenda ? words.agendaKept(agenda.number) : words.agendaLater },
  ]
  return <Definition facts={facts} />
}

const Grades = ({ desk, task }: ActProps) => {
  const { office } = desk.visitor.text
  const form = finishForm(task)
  const typed = typedInto(desk, form)
  const { agenda } = desk.dossier
  return (
    <>
      <Field
        kind="radio"
        name="urgency"
        id={controlId(form, 'urgency')}
        label={office.acts.enter.urgency}
        value={first(typed, 'urgency') || (agenda?.urgency ?? 'biasa')}
        error={faultAt(desk, form, 'urgency')}
        options={URGENCIES.map((value) => ({ value, label: office.grades.urgency[value] }))}
        inline
      />
      <Field
        kind="radio"
        name="secrecy"
        id={controlId(form, 'secrecy')}
        label={office.acts.enter.secrecy}
        hint={office.acts.enter.secrecyHint}
        value={first(typed, 'secrecy') || (desk.dossier.secrecy ?? 'biasa')}
        error={faultAt(desk, form, 'secrecy')}
        options={SECRECIES.map((value) => ({ value, label: office.grades.secrecy[value] }))}
        inline
      />
      <Field
        kind="date"
        name="receivedOn"
        id={controlId(form, 'receivedOn')}
        label={office.acts.enter.receivedOn}
        value={first(typed, 'receivedOn') || (agenda?.receivedOn ?? receivedDay(desk))}
        max={today(desk)}
        error={faultAt(desk, form, 'receivedOn')}
      />
      <InTheBook desk={desk} form={form} />
    </>
  )
}

/** How it stands in the agenda; late entries are rare, and so folded away. */
const InTheBook = ({ desk, form }: { desk: Desk; form: FormName }) => {
  const { office } = desk.visitor.text
  const words = office.books.forms
  const typed = typedInto(desk, form)
  const { agenda } = desk.dossier
  return (
    <>
      <Field
        kind="select"
        name="classification"
        id={controlId(form, 'classification')}
        label={words.classification}
        placeholder={words.classificationUsual}
        value={first(typed, 'classification') || (agenda?.classification ?? '')}
        error={faultAt(desk, form, 'classification')}
        options={codeOptions(desk.visitor)}
      />
      <Field
        kind="number"
        name="attachments"
        id={controlId(form, 'attachments')}
        label={words.attachments}
        value={
          first(typed, 'attachments') || String(agenda?.attachments ?? Math.max(0, desk.dossier.papers.length - 1))
        }
        error={faultAt(desk, form, 'attachments')}
        min="0"
        max="999"
      />
      {!agenda && (
        <Confirm summary={words.late} kind="quiet" open={first(typed, 'late') !== ''}>
          <Field
            kind="text"
            name="late"
            id={controlId(form, 'late')}
            label={words.late}
            hint={words.lateHint}
            mark={office.acts.optional}
            value={first(typed, 'late')}
            error={faultAt(desk, form, 'late')}
            maxlength={500}
          />
        </Confirm>
      )}
    </>
  )
}

/** A request sent through MIPP was received when it was sent. */
const receivedDay = ({ visitor, dossier }: Desk): string =>
  inZone(dossier.submittedAt, visitor.agency.agency.zone).toPlainDate().toString()
