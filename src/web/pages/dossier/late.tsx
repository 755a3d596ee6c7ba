// What of a dossier is or was late: who is asked why, what they said, and whether a superior has taken note.
import { postTitle } from '../../../core/agency/agency.ts'
import { speakMinutes, speakShort } from '../../../core/clock/speak.ts'
import { workingMinutesBetween } from '../../../core/clock/working-time.ts'
import type { BreachReason } from '../../../core/dossier/late/evolve.ts'
import { type LateClock, lateClocks } from '../../../core/dossier/late/late-clocks.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { byAcknowledger, byExplainer } from '../../late-hats.ts'
import { first, type Posted } from '../../request/body.ts'
import { namedTitleOfBy } from '../../story/titles.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { type Desk, type FormName, typedInto } from './desk.ts'
import { controlId, DeskForm, Note } from './desk-form.tsx'
import { LATE_NOTE, LATE_REASON, LateFields, lateFaults } from './late-fields.tsx'
import type { Reading } from './post.ts'

export const EXPLAIN = 'explain'
export const ACKNOWLEDGE = 'acknowledge'

export const LateCard = ({ desk }: { desk: Desk }) => {
  const all = lateOf(desk)
  if (all.length === 0) return null
  return (
    <Card title={desk.visitor.text.late.card.title} id="late">
      <div class="stack">
        {all.map((late) => (
          <LateEntry key={late.clock.clock} desk={desk} late={late} />
        ))}
      </div>
    </Card>
  )
}

const lateOf = ({ procedure, dossier, visitor }: Desk): LateClock[] =>
  lateClocks({ procedure, dossier, office: visitor.agency, now: visitor.now })

type EntryProps = { desk: Desk; late: LateClock }

const LateEntry = ({ desk, late }: EntryProps) => {
  const { visitor, procedure } = desk
  const { text, language, now, agency } = visitor
  const words = text.late.card
  const { task, dueAt, endedAt, calendar } = late.clock
  const what = task ? text.late.step(stepNamed(procedure, task.step)?.activity ?? task.step) : text.late.promise
  const by = speakMinutes(workingMinutesBetween(calendar, dueAt, endedAt ?? now), language)
  const due = speakShort(dueAt, language, { zone: agency.agency.zone, now })
  return (
    <section class="stack">
      <h3 class="card-title">{what[0]?.toUpperCase() + what.slice(1)}</h3>
      <p>
        {endedAt === null ? words.isLate(by, due) : words.wasLate(by, due)} <State desk={desk} late={late} />
      </p>
      {late.reason && <Reason desk={desk} reason={late.reason} />}
      <ExplainForm desk={desk} late={late} />
      <AcknowledgeForm desk={desk} late={late} />
    </section>
  )
}

const State = ({ desk, late: { reason, posts } }: EntryProps) => {
  const { text, agency } = desk.visitor
  const words = text.late.card
  if (reason?.acknowledged) return <Badge tone="good">{words.noted}</Badge>
  if (reason) return <Badge tone="info">{words.toNote}</Badge>
  return <Badge tone="warning">{words.asked(posts.map((post) => postTitle(agency.agency, post)).join(' / '))}</Badge>
}

const Reason = ({ desk, reason }: { desk: Desk; reason: BreachReason }) => {
  const { text, language, now, agency } = desk.visitor
  const words = text.late.card
  const label = agency.agency.breachReasons.find((one) => one.reason === reason.reason)?.label[language]
  const said = { ...text.office.dossier.acted, applicant: '' }
  const who = (by: BreachReason['by'], at: string): string =>
    `${namedTitleOfBy(agency.agency, by, said)}, ${speakShort(at, language, { zone: agency.agency.zone, now })}`
  const { acknowledged } = reason
  return (
    <>
      <p>
        <strong>{label ?? reason.reason}</strong>
        {reason.note && `: ${reason.note}`}
        <br />
        <span class="field-hint">{who(reason.by, reason.at)}</span>
      </p>
      {acknowledged && (
        <p>
          {words.notedBy(who(acknowledged.by, acknowledged.at))}
          {acknowledged.remark && ` ${acknowledged.remark}`}
        </p>
      )}
    </>
  )
}

const ExplainForm = ({ desk, late }: EntryProps) => {
  if (!byExplainer(desk.signedIn, { ...desk, late })) return null
  const words = desk.visitor.text.late.form
  const form: FormName = { deed: EXPLAIN, task: late.clock.clock }
  return (
    <Confirm
      summary={late.reason ? words.again : words.open}
      icon="clock"
      // Of work that is still to be finished its own form asks already.
      open={
        typedInto(desk, form) !== null ||
        (late.reason === null && (late.clock.endedAt !== null || late.clock.task === null))
      }
    >
      <DeskForm desk={desk} form={form}>
        <LateFields
          desk={desk}
          form={form}
          idOf={(name) => controlId(form, name)}
          required
          said={late.reason ?? undefined}
        />
        <ButtonRow>
          <Button kind="secondary" icon="send" busy={desk.visitor.text.office.acts.busy}>
            {words.send}
          </Button>
        </ButtonRow>
      </DeskForm>
    </Confirm>
  )
}

const AcknowledgeForm = ({ desk, late }: EntryProps) => {
  if (!byAcknowledger(desk.signedIn, desk.visitor.agency.agency, { ...desk, late })) return null
  const words = desk.visitor.text.late.form
  const form: FormName = { deed: ACKNOWLEDGE, task: late.clock.clock }
  return (
    <DeskForm desk={desk} form={form}>
      <Note desk={desk} form={form} name="note" label={words.remark} rows={2} />
      <ButtonRow>
        <Button kind="secondary" icon="check" busy={desk.visitor.text.office.acts.busy}>
          {words.acknowledge}
        </Button>
      </ButtonRow>
    </DeskForm>
  )
}

/** What the forms of this card ask for. */
export const readLate = (desk: Desk, form: Posted): Reading => {
  const which = first(form, 'task')
  const late = lateOf(desk).find(({ clock }) => clock.clock === which)
  if (!late) return { kind: 'none' }
  if (first(form, 'do') === ACKNOWLEDGE) {
    const by = byAcknowledger(desk.signedIn, desk.visitor.agency.agency, { ...desk, late })
    const command = { type: 'acknowledge-breach' as const, clock: which, remark: first(form, 'note') }
    return by ? { kind: 'command', command, by } : { kind: 'none' }
  }
  const faults = lateFaults(desk, form, true)
  if (faults.length > 0) return { kind: 'faults', faults }
  const by = byExplainer(desk.signedIn, { ...desk, late })
  return by ? { kind: 'command', command: explanation(form, which), by } : { kind: 'none' }
}

export const explanation = (form: Posted, clock: string) => ({
  type: 'explain-breach' as const,
  clock,
  reason: first(form, LATE_REASON),
  note: first(form, LATE_NOTE),
})
