// `mipp clock between`: how many working minutes lie between two moments, by a calendar of an agency.
import { parseArgs } from 'node:util'
import { readInstant, withOffset } from '../../core/clock/instant.ts'
import { speakInstant, speakMinutes } from '../../core/clock/speak.ts'
import { workingMinutesBetween } from '../../core/clock/working-time.ts'
import { calendarMeant, calendarOptions } from '../calendar-meant.ts'
import { notIso, refuse } from '../clock-words.ts'
import type { Command } from '../command.ts'
import { wrongUse } from '../say.ts'

const name = 'clock between'
const usage = '--agency A --from ISO --to ISO [--calendar NAME] [--database] [--json]'

export const clockBetween: Command = {
  name,
  usage,
  about:
    'Menghitung jam kerja di antara dua waktu. / Counts the working time between two moments. --database: kalender kantor yang berjalan, bukan berkas / the calendar of the running office, not the file.',
  run: async (args, io) => {
    const { agency, from, to, json, ...rest } = parseArgs({ args, options, allowPositionals: false }).values
    const showUse = () => wrongUse(io, name, usage)
    if (agency === undefined || from === undefined || to === undefined) return showUse()
    const meant = await calendarMeant(io, { agency, ...rest })
    if (!meant.ok) return refuse(io, meant.reasons)
    const { calendar } = meant
    const [first, last] = [readInstant(from, calendar.zone), readInstant(to, calendar.zone)]
    if (first === null) return notIso(io, ['--from', from], showUse)
    if (last === null) return notIso(io, ['--to', to], showUse)
    const workingMinutes = workingMinutesBetween(calendar, first, last)
    const said = (at: string) => speakInstant(at, 'id', calendar.zone)
    io.out(
      json
        ? JSON.stringify(
            { from: withOffset(first, calendar.zone), to: withOffset(last, calendar.zone), workingMinutes },
            null,
            2,
          )
        : `${speakMinutes(workingMinutes, 'id')}: ${said(first)} - ${said(last)}`,
    )
    return 0
  },
}

const options = { ...calendarOptions, from: { type: 'string' }, to: { type: 'string' } } as const
