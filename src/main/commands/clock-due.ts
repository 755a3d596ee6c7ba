// `mipp clock due`: when a standard time is used up, by the calendar of an agency, and why then.
import { parseArgs } from 'node:util'
import type { Calendar } from '../../core/clock/calendar.ts'
import { type Instant, readInstant, withOffset } from '../../core/clock/instant.ts'
import { speakDay, speakInstant, speakLimit, speakMinutes } from '../../core/clock/speak.ts'
import { parseTime, type TimeLimit } from '../../core/clock/time-limit.ts'
import { addWorkingTime, type Due, NoWorkingTime } from '../../core/clock/working-time.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { calendarMeant, calendarOptions } from '../calendar-meant.ts'
import { notIso, refuse } from '../clock-words.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { say, wrongUse } from '../say.ts'

const name = 'clock due'
const usage = '--agency A --from ISO --time "2 jam" [--calendar NAME] [--database] [--json]'

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
    return tell(io, { calendar: meant.calendar, from, limit, json: asked.json })
  },
}

type Asked = { agency: string; calendar: string; database: boolean; from: string; time: string; json: boolean }

const readArgs = (args: string[]): Asked | null => {
  try {
    const { agency, from, time, ...rest } = parseArgs({ args, options, allowPositionals: false }).values
    return agency === undefined || from === undefined || time === undefined ? null : { agency, from, time, ...rest }
  } catch {
    return null
  }
}

const options = { ...calendarOptions, from: { type: 'string' }, time: { type: 'string' } } as const

type Question = { calendar: Calendar; from: Instant; limit: FixedLimit; json: boolean }
type FixedLimit = Extract<TimeLimit, { kind: 'fixed' }>

const tell = (io: Io, { calendar, from, limit, json }: Question): ExitCode => {
  try {
    const due = addWorkingTime(calendar, from, limit)
    const lines = json ? [JSON.stringify(asData(due, calendar.zone), null, 2)] : asText(due, from, limit, calendar.zone)
    for (const line of lines) io.out(line)
    return 0
  } catch (error) {
    if (error instanceof NoWorkingTime) return say(io, 1, error.sentence)
    throw error
  }
}

const asData = ({ due, workingMinutes, segments, skipped }: Due, zone: string) => ({
  due: withOffset(due, zone),
  workingMinutes,
  segments: segments.map(({ from, to, minutes }) => ({
    from: withOffset(from, zone),
    to: withOffset(to, zone),
    minutes,
  })),
  skipped: skipped.map(({ on, name }) => ({ on, name })),
})

const asText = (due: Due, from: Instant, limit: FixedLimit, zone: string): string[] => [
  `Batas waktu : ${speakInstant(due.due, 'id', zone)}`,
  `Dihitung    : ${speakLimit(limit, 'id')} sejak ${speakInstant(from, 'id', zone)}`,
  `Jam kerja   : ${speakMinutes(due.workingMinutes, 'id')}`,
  ...due.segments.map(
    (it) =>
      `  ${speakInstant(it.from, 'id', zone)} - ${speakInstant(it.to, 'id', zone)}: ${speakMinutes(it.minutes, 'id')}`,
  ),
  ...(due.skipped.length > 0 ? ['Dilewati    :'] : []),
  ...due.skipped.map((it) => `  ${speakDay(it.on, 'id')}${it.kind === 'no-hours' ? '' : `: ${it.name}`}`),
]

const unreadableTime = (time: string): Sentence =>
  sentence(
    `Waktu "${time}" tidak terbaca; contohnya "30 menit", "2 jam", "7 hari".`,
    `The time "${time}" cannot be read; examples are "30 menit", "2 jam", "7 hari".`,
  )

const noDue = (time: string): Sentence =>
  sentence(`Waktu "${time}" tidak mempunyai batas.`, `The time "${time}" sets no limit.`)
