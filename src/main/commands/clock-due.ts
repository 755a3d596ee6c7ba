// `mipp clock due`: when a standard time is used up, by the calendar of an agency, and why then.
import { parseArgs } from 'node:util'
import type { Calendar } from '../../core/clock/calendar.ts'
import { type Deadline, type Explained, type ExplainedPause, explainDeadline } from '../../core/clock/deadline.ts'
import { type Instant, readInstant, withOffset } from '../../core/clock/instant.ts'
import { speakDay, speakInstant, speakLimit, speakMinutes } from '../../core/clock/speak.ts'
import { parseTime, type TimeLimit } from '../../core/clock/time-limit.ts'
import { NoWorkingTime } from '../../core/clock/working-time.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { calendarMeant, calendarOptions } from '../calendar-meant.ts'
import { notIso, refuse } from '../clock-words.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { readPauses } from '../paused-words.ts'
import { say, wrongUse } from '../say.ts'

const name = 'clock due'
const usage = '--agency A --from ISO --time "2 jam" [--paused FROM/TO ...] [--calendar NAME] [--database] [--json]'

export const clockDue: Command = {
  name,
  usage,
  about: 'Menghitung batas waktu menurut kalender kerja. / Tells when a time limit ends by the working calendar.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) return wrongUse(io, name, usage)
    const meant = await calendarMeant(io, asked)
    if (!meant.ok) return refuse(io, meant.reasons)
    const limit = parseTime(asked.time)
    if (limit?.kind !== 'fixed') return say(io, 1, limit === null ? unreadableTime(asked.time) : noDue(asked.time))
    const from = readInstant(asked.from, meant.calendar.zone)
    if (from === null) return notIso(io, ['--from', asked.from], () => wrongUse(io, name, usage))
    const pauses = readPauses(asked.paused, meant.calendar.zone)
    if (!pauses.ok) return say(io, 2, pauses.reason)
    return tell(io, {
      calendar: meant.calendar,
      deadline: { startedAt: from, limit, pauses: pauses.pauses, extension: null },
      limit,
      json: asked.json,
    })
  },
}

type Asked = {
  agency: string
  calendar: string
  database: boolean
  from: string
  time: string
  paused: string[]
  json: boolean
}

const readArgs = (args: string[]): Asked | null => {
  try {
    const { agency, from, time, paused = [], ...rest } = parseArgs({ args, options, allowPositionals: false }).values
    return agency === undefined || from === undefined || time === undefined
      ? null
      : { agency, from, time, paused, ...rest }
  } catch {
    return null
  }
}

const options = {
  ...calendarOptions,
  from: { type: 'string' },
  time: { type: 'string' },
  paused: { type: 'string', multiple: true },
} as const

type Question = { calendar: Calendar; deadline: Deadline; limit: FixedLimit; json: boolean }
type FixedLimit = Extract<TimeLimit, { kind: 'fixed' }>

const tell = (io: Io, { calendar, deadline, limit, json }: Question): ExitCode => {
  try {
    const { zone } = calendar
    const explained = explainDeadline(calendar, deadline)
    const lines = json
      ? [JSON.stringify(asData(explained, zone), null, 2)]
      : asText(explained, { deadline, limit, zone })
    for (const line of lines) io.out(line)
    return 0
  } catch (error) {
    if (error instanceof NoWorkingTime) return say(io, 1, error.sentence)
    throw error
  }
}

const asData = ({ due, workingMinutes, segments, skipped, pauses }: Explained, zone: string) => {
  const at = (moment: Instant | null) => (moment === null ? null : withOffset(moment, zone))
  return {
    due: at(due),
    workingMinutes,
    segments: segments.map(({ from, to, minutes }) => ({ from: at(from), to: at(to), minutes })),
    skipped: skipped.map(({ on, name }) => ({ on, name })),
    ...(pauses.length > 0 && {
      pauses: pauses.map(({ from, to, before, keptMinutes, after }) => ({
        from: at(from),
        to: at(to),
        dueBefore: at(before),
        keptMinutes,
        dueAfter: at(after),
      })),
    }),
  }
}

type Said = { deadline: Deadline; limit: FixedLimit; zone: string }

const asText = (explained: Explained, { deadline, limit, zone }: Said): string[] => {
  const at = (moment: Instant) => speakInstant(moment, 'id', zone)
  const { due, workingMinutes, segments, skipped, pauses } = explained
  return [
    `Batas waktu : ${due === null ? 'berhenti selama jeda' : at(due)}`,
    `Dihitung    : ${speakLimit(limit, 'id')} sejak ${at(deadline.startedAt)}`,
    `Jam kerja   : ${speakMinutes(workingMinutes, 'id')}`,
    ...segments.map((it) => `  ${at(it.from)} - ${at(it.to)}: ${speakMinutes(it.minutes, 'id')}`),
    ...(pauses.length > 0 ? ['Jeda        :'] : []),
    ...pauses.map((it) => `  ${at(it.from)} - ${it.to === null ? 'sekarang' : at(it.to)}: ${keptWords(it)}`),
    ...(skipped.length > 0 ? ['Dilewati    :'] : []),
    ...skipped.map((it) => `  ${speakDay(it.on, 'id')}${it.kind === 'no-hours' ? '' : `: ${it.name}`}`),
  ]
}

const keptWords = ({ isOverdue, keptMinutes }: ExplainedPause): string =>
  isOverdue ? 'batas waktu sudah lewat' : `sisa ${speakMinutes(keptMinutes, 'id')} dikembalikan`

const unreadableTime = (time: string): Sentence =>
  sentence(
    `Waktu "${time}" tidak terbaca; contohnya "30 menit", "2 jam", "7 hari".`,
    `The time "${time}" cannot be read; examples are "30 menit", "2 jam", "7 hari".`,
  )

const noDue = (time: string): Sentence =>
  sentence(`Waktu "${time}" tidak mempunyai batas.`, `The time "${time}" sets no limit.`)
