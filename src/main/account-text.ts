// The account of a dossier's time as lines for a terminal, and as data for a program.
import { postTitle } from '../core/agency/agency.ts'
import { type Instant, withOffset } from '../core/clock/instant.ts'
import { speakDay, speakInstant, speakLimit, speakMinutes } from '../core/clock/speak.ts'
import { speakDueInFull } from '../core/clock/speak-due.ts'
import type { ExplainedClock } from '../core/dossier/time-account.ts'
import type { WaitedFor } from '../core/dossier/waiting.ts'
import { stepNamed } from '../core/procedure/flow.ts'
import type { ExplainedDossier } from './commands/clock-explain.ts'

export const accountLines = (told: ExplainedDossier): string[] => {
  const { number, account, procedure } = told
  return [
    `${number}: ${procedure.title}`,
    ...clockLines('Janji / promise', account.promise),
    ...account.steps.flatMap((clock) =>
      clockLines(stepNamed(procedure, clock.task?.step ?? '')?.activity ?? clock.clock, clock),
    ),
    'Siapa yang ditunggu / who was waited for',
    ...account.totals.map(
      (one) =>
        `  ${whoWords(told, one.waitedFor)}: ${speakMinutes(one.workingMinutes, 'id')} kerja, ${speakMinutes(one.otherMinutes, 'id')} di luar jam kerja`,
    ),
  ]
}

const clockLines = (title: string, { limit, dueAt, calendar, explained, ...clock }: ExplainedClock): string[] => {
  const at = (moment: Instant): string => speakInstant(moment, 'id', calendar.zone)
  const due =
    dueAt === null
      ? clock.standing === 'paused'
        ? 'berhenti selama jeda'
        : '-'
      : speakDueInFull(dueAt, 'id', calendar)
  return [
    title,
    `  Batas waktu : ${due} (${STANDINGS[clock.standing]})`,
    `  Dihitung    : ${speakLimit(limit, 'id')} sejak ${at(clock.startedAt)}`,
    `  Terpakai    : ${speakMinutes(clock.usedMinutes, 'id')}`,
    ...(explained?.segments ?? []).map(
      ({ from, to, minutes }) => `    ${at(from)} - ${at(to)}: ${speakMinutes(minutes, 'id')}`,
    ),
    ...(explained?.pauses ?? []).map(
      ({ from, to, waitedFor, keptMinutes }) =>
        `  Jeda        : ${at(from)} - ${to === null ? 'sekarang' : at(to)}, menunggu ${waitedFor}, sisa ${speakMinutes(keptMinutes, 'id')}`,
    ),
    ...(explained?.extension
      ? [`  Diperpanjang: dari ${at(explained.extension.before)} menjadi ${at(explained.extension.after)}`]
      : []),
    ...(explained?.skipped ?? []).map(
      ({ on, name, kind }) => `  Dilewati    : ${speakDay(on, 'id')}${kind === 'no-hours' ? '' : `: ${name}`}`,
    ),
  ]
}

const STANDINGS = {
  untimed: 'tanpa batas waktu / no limit',
  'in-time': 'dalam batas waktu / in time',
  overdue: 'lewat batas waktu / overdue',
  paused: 'dijeda / paused',
} as const

const whoWords = ({ office }: ExplainedDossier, one: WaitedFor): string => {
  switch (one.kind) {
    case 'posts':
      return one.posts.map((post) => postTitle(office.agency, post)).join(' / ')
    case 'applicant':
      return 'pemohon / applicant'
    case 'third-party':
      return 'pihak ketiga / third party'
    case 'system':
      return 'sistem / system'
  }
}

/** Moments with the offset of the agency, for people who read along. */
export const accountData = ({ number, account }: ExplainedDossier) => ({
  number,
  clocks: [account.promise, ...account.steps].map(clockData),
  waits: account.bookings,
  totals: account.totals,
})

const clockData = ({
  clock,
  task,
  limit,
  calendar,
  startedAt,
  dueAt,
  usedMinutes,
  standing,
  explained,
}: ExplainedClock) => {
  const at = (moment: Instant): string => withOffset(moment, calendar.zone)
  return {
    clock,
    step: task?.step ?? null,
    limit: limit.kind === 'fixed' ? { amount: limit.amount, unit: limit.unit } : null,
    startedAt: at(startedAt),
    dueAt: dueAt && at(dueAt),
    usedMinutes,
    standing,
    segments: (explained?.segments ?? []).map(({ from, to, minutes }) => ({ from: at(from), to: at(to), minutes })),
    skipped: explained?.skipped ?? [],
    pauses: (explained?.pauses ?? []).map(({ from, to, waitedFor, keptMinutes }) => ({
      from: at(from),
      to: to && at(to),
      waitedFor,
      keptMinutes,
    })),
    extension: explained?.extension ?? null,
  }
}
