// The time of a dossier on its pages: the clocks with their reasons, and who was waited for, drawn and as a table.
import type { Instant } from '../../../core/clock/instant.ts'
import { speakMinutes, speakShort } from '../../../core/clock/speak.ts'
import { speakDue } from '../../../core/clock/speak-due.ts'
import { calendarOf, stepDue } from '../../../core/dossier/clocks.ts'
import { type Dossier, taskNamed } from '../../../core/dossier/dossier.ts'
import { type TimeAccount, timeAccount } from '../../../core/dossier/time-account.ts'
import { type Booking, waitKey } from '../../../core/dossier/waiting.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { extensionWords } from '../../story/office-history.ts'
import { officeTitle } from '../../story/titles.ts'
import { waitedForWords } from '../../story/waited-for.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'
import { ClockCard } from './clock-card.tsx'
import { type PictureRow, WaitPicture } from './wait-picture.tsx'

export type TimeProps = {
  visitor: Visitor
  procedure: Procedure
  dossier: Dossier
  /** Of what people wrote the public reads nothing. */
  isPublic?: boolean
}

export const TimeCards = (props: TimeProps) => {
  const { visitor, procedure, dossier } = props
  const words = visitor.text.clocks
  const account = timeAccount({ procedure, dossier, office: visitor.agency, now: visitor.now })
  const isEnded = dossier.status !== 'open'
  return (
    <>
      <WaitsCard {...props} account={account} />
      <ClockCard visitor={visitor} clock={account.promise} title={words.promise} isEnded={isEnded} />
      <ExtensionCard {...props} account={account} />
      {account.steps.map((clock) => (
        <ClockCard
          key={clock.clock}
          visitor={visitor}
          clock={clock}
          title={words.step(stepNamed(procedure, clock.task?.step ?? '')?.activity ?? '')}
          isEnded={false}
        />
      ))}
    </>
  )
}

type Accounted = TimeProps & { account: TimeAccount }

const ExtensionCard = ({ visitor, dossier, isPublic, account: { promise } }: Accounted) => {
  const { text, language, now, agency } = visitor
  const given = dossier.extension
  if (!given) return null
  const words = text.clocks
  const { calendar } = promise
  const moved = promise.explained?.extension
  const due = (at: Instant): string => speakDue(at, language, { calendar, now })
  const when = speakShort(given.at, language, { zone: agency.agency.zone, now })
  return (
    <Card title={words.extension}>
      <p>
        {moved
          ? words.extensionWords(extensionWords(text, given, language), due(moved.before), due(moved.after))
          : extensionWords(text, given, language)}
      </p>
      {!isPublic && <p>{given.reason}</p>}
      <p class="field-hint">
        {given.by.kind === 'post' && words.extensionBy(officeTitle(agency.agency, given.by), when)}
      </p>
    </Card>
  )
}

const WaitsCard = (props: Accounted) => {
  const { visitor, dossier, account } = props
  const { text, language, now, agency } = visitor
  const words = text.clocks
  const rows = rowsOf(props)
  const end = dossier.endedAt ?? now
  const { dueAt } = account.promise
  const to = dossier.status === 'open' && dueAt !== null && dueAt > end ? dueAt : end
  const short = (at: Instant): string => speakShort(at, language, { zone: agency.agency.zone, now })
  return (
    <Card title={words.waits}>
      <p class="field-hint">{words.waitsLead}</p>
      <WaitPicture
        label={words.waitsFigure(rows.map(({ who, total }) => `${who}: ${total}`).join('; '))}
        rows={rows}
        from={dossier.submittedAt}
        to={to}
        limit={dueAt}
        ends={[short(dossier.submittedAt), short(to)]}
      />
      <details>
        <summary>{words.parts}</summary>
        <Table
          caption={words.parts}
          captionHidden
          columns={partColumns(props)}
          rows={account.bookings}
          rowKey={(one) => `${one.task}${one.from}`}
        />
      </details>
    </Card>
  )
}

const rowsOf = (props: Accounted): PictureRow[] => {
  const { visitor, account, dossier } = props
  const { text, language, now, agency } = visitor
  return account.totals.map((sum) => {
    const own = account.bookings.filter((one) => waitKey(one.waitedFor) === waitKey(sum.waitedFor))
    return {
      key: waitKey(sum.waitedFor),
      who: waitedForWords({ ...props, agency, text, language }, sum.waitedFor, own[0]?.step),
      total: text.clocks.total(speakMinutes(sum.workingMinutes, language), speakMinutes(sum.otherMinutes, language)),
      stays: own.map((one) => {
        const task = taskNamed(dossier, one.task)
        return {
          from: one.from,
          to: one.to ?? now,
          calendar: task ? calendarOf(agency, task) : agency.calendar,
          dueAt: dueOf(props, one),
        }
      }),
    }
  })
}

const dueOf = ({ procedure, dossier, visitor }: TimeProps, { task: id }: Booking): Instant | null => {
  const task = taskNamed(dossier, id)
  return task ? stepDue(procedure, visitor.agency, task) : null
}

const partColumns = (props: Accounted): Column<Booking>[] => {
  const { visitor, procedure } = props
  const { text, language, now, agency } = visitor
  const { columns: words, now: nowWord } = text.clocks
  const short = (at: Instant): string => speakShort(at, language, { zone: agency.agency.zone, now })
  return [
    { key: 'step', label: words.step, head: true, render: ({ step }) => stepNamed(procedure, step)?.activity ?? step },
    {
      key: 'who',
      label: words.who,
      render: ({ waitedFor, step }) => waitedForWords({ ...props, agency, text, language }, waitedFor, step),
    },
    { key: 'from', label: words.from, align: 'end', render: ({ from }) => short(from) },
    { key: 'to', label: words.to, align: 'end', render: ({ to }) => (to === null ? nowWord : short(to)) },
    {
      key: 'working',
      label: words.working,
      align: 'end',
      render: ({ workingMinutes }) => speakMinutes(workingMinutes, language),
    },
    {
      key: 'other',
      label: words.other,
      align: 'end',
      render: ({ otherMinutes }) => speakMinutes(otherMinutes, language),
    },
    {
      key: 'standard',
      label: words.standard,
      align: 'end',
      render: (one) => {
        const due = dueOf(props, one)
        return due === null ? '–' : speakDue(due, language, { calendar: agency.calendar, now })
      },
    },
  ]
}
