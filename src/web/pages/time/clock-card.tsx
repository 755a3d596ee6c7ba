// One clock of a dossier, explained: its limit, what was counted day by day, what was skipped, paused and extended.
import { type Instant, inZone } from '../../../core/clock/instant.ts'
import { speakClock, speakDay, speakLimit, speakMinutes, speakShort } from '../../../core/clock/speak.ts'
import { speakDue, speakDueInFull } from '../../../core/clock/speak-due.ts'
import type { Segment } from '../../../core/clock/working-time.ts'
import type { ExplainedClock } from '../../../core/dossier/time-account.ts'
import { Card } from '../../ui/card.tsx'
import { Definition, type Fact } from '../../ui/definition.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'

type Props = { visitor: Visitor; clock: ExplainedClock; title: string; isEnded: boolean }

export const ClockCard = (props: Props) => {
  const { visitor, clock, title } = props
  const words = visitor.text.clocks
  return (
    <Card title={title}>
      {clock.limit.kind !== 'fixed' && <p>{words.noLimit}</p>}
      <Definition facts={factsOf(props)} />
      {clock.isCalendarChanged && <p class="field-hint">{words.changed}</p>}
      <Reasons {...props} />
    </Card>
  )
}

const factsOf = ({ visitor, clock, isEnded }: Props): Fact[] => {
  const { language, now, text } = visitor
  const words = text.clocks
  const { limit, calendar, dueAt, explained } = clock
  const due = dueAt === null ? words.paused : speakDueInFull(dueAt, language, calendar)
  const used = speakMinutes(clock.usedMinutes, language)
  const all = explained?.due ? speakMinutes(explained.workingMinutes, language) : null
  return [
    ...(limit.kind === 'fixed' ? [{ label: words.limit, value: speakLimit(limit, language) }] : []),
    { label: words.from, value: speakShort(clock.startedAt, language, { zone: calendar.zone, now }) },
    ...(limit.kind === 'fixed' ? [{ label: isEnded ? words.dueAs : words.due, value: due }] : []),
    { label: words.used, value: all === null ? used : words.usedOf(used, all) },
    { label: words.standing, value: words.standings[clock.standing] },
  ]
}

const Reasons = ({ visitor, clock }: Props) => {
  const { explained, calendar } = clock
  const words = visitor.text.clocks
  if (explained === null) return null
  return (
    <>
      {explained.pauses.length > 0 && <Pauses visitor={visitor} clock={clock} />}
      <h3 class="card-title">{words.skipped}</h3>
      {explained.skipped.length === 0 ? (
        <p>{words.noneSkipped}</p>
      ) : (
        <ul class="bullets">
          {explained.skipped.map(({ on, name, kind }) => (
            <li key={on}>{`${speakDay(on, visitor.language)}${kind === 'no-hours' ? '' : `: ${name}`}`}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{words.counted}</summary>
        <Table
          caption={words.counted}
          captionHidden
          columns={dayColumns(visitor)}
          rows={daysOf(explained.segments, calendar.zone)}
          rowKey={(day) => day.on}
        />
      </details>
    </>
  )
}

type CountedDay = { on: string; minutes: number; segments: Segment[] }

const daysOf = (segments: readonly Segment[], zone: string): CountedDay[] => {
  const days = new Map<string, CountedDay>()
  for (const segment of segments) {
    const on = inZone(segment.from, zone).toPlainDate().toString()
    const day = days.get(on) ?? { on, minutes: 0, segments: [] }
    day.minutes += segment.minutes
    day.segments.push(segment)
    days.set(on, day)
  }
  return [...days.values()]
}

const dayColumns = ({ language, text, agency }: Visitor): Column<CountedDay>[] => {
  const words = text.clocks
  const clockAt = (at: Instant): string => speakClock(at, language, agency.agency.zone)
  return [
    { key: 'day', label: words.countedDay, head: true, render: ({ on }) => speakDay(on, language) },
    {
      key: 'hours',
      label: words.countedHours,
      render: ({ segments }) => segments.map(({ from, to }) => `${clockAt(from)}-${clockAt(to)}`).join(', '),
    },
    {
      key: 'minutes',
      label: words.countedMinutes,
      align: 'end',
      render: ({ minutes }) => speakMinutes(minutes, language),
    },
  ]
}

type Paused = NonNullable<ExplainedClock['explained']>['pauses'][number]

const Pauses = ({ visitor, clock: { explained, calendar } }: Pick<Props, 'visitor' | 'clock'>) => {
  const { language, now, text } = visitor
  const { pauses, pause: words, who } = text.clocks
  const short = (at: Instant): string => speakShort(at, language, { zone: calendar.zone, now })
  const columns: Column<Paused>[] = [
    { key: 'from', label: words.from, head: true, render: ({ from }) => short(from) },
    { key: 'to', label: words.to, render: ({ to }) => (to === null ? words.lasting : short(to)) },
    {
      key: 'who',
      label: words.who,
      render: ({ waitedFor }) =>
        waitedFor === 'applicant' || waitedFor === 'third-party' ? who[waitedFor] : waitedFor,
    },
    {
      key: 'kept',
      label: words.kept,
      align: 'end',
      render: ({ keptMinutes, isOverdue }) => (isOverdue ? words.overdue : speakMinutes(keptMinutes, language)),
    },
    {
      key: 'after',
      label: words.after,
      align: 'end',
      render: ({ after }) => (after === null ? '–' : speakDue(after, language, { calendar, now })),
    },
  ]
  return (
    <>
      <h3 class="card-title">{pauses}</h3>
      <Table
        caption={pauses}
        captionHidden
        columns={columns}
        rows={explained?.pauses ?? []}
        rowKey={({ from }) => from}
      />
    </>
  )
}
