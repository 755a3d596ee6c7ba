// `mipp procedure monitoring`: the form by which an office watches its SOPs, filled with what a period really took.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createTypst } from '../../adapters/typst/typst.ts'
import { type AgencyData, inForce } from '../../core/agency/catalogue.ts'
import { type Day, type Instant, isDay, readInstant } from '../../core/clock/instant.ts'
import { daysAfter } from '../../core/organisation/days.ts'
import { sentence } from '../../core/sentence.ts'
import type { TypstDocument } from '../../letters/document.ts'
import { type Measured, monitoringDocument } from '../../letters/sop-monitoring.ts'
import { type KeptPromises, keptPromises } from '../../store/kept-promises.ts'
import type { Command } from '../command.ts'
import { withOffice } from '../organisation-office.ts'
import { projectRoot } from '../root.ts'
import { say, wrongUse } from '../say.ts'

const name = 'procedure monitoring'
const usage = '--agency A --from DAY --to DAY --out F.pdf'

export const procedureMonitoring: Command = {
  name,
  usage,
  about:
    'Mencetak formulir pemantauan SOP dari kantor yang berjalan: batas tercetak dan waktu nyata. / Prints the monitoring form of the SOPs from the running office: limit and what it really took.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (!asked) return wrongUse(io, name, usage)
    const { agency: key, from, to, out } = asked
    if (!isDay(from) || !isDay(to) || to < from) return say(io, 2, badPeriod(from, to))
    return withOffice(io, key, async ({ store, agency, now }) => {
      const { zone } = agency.agency
      const kept = await keptPromises(store, key, { from: beginOf(from, zone), to: beginOf(daysAfter(to, 1), zone) })
      const measured = measuredOf(agency, kept)
      const office = { office: agency.agency, letters: agency.letters, arms: agency.arms ?? null }
      const bytes = await printed(monitoringDocument({ ...office, from, to, measured, today: agency.today, at: now }))
      await writeFile(resolve(io.cwd, out), bytes)
      const finished = kept.reduce((sum, one) => sum + one.finished, 0)
      io.out(`${out}: ${measured.length} SOP, ${finished} berkas selesai / finished dossiers`)
      return 0
    })
  },
}

const options = {
  agency: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
} as const

type Asked = { agency: string; from: string; to: string; out: string }

const readArgs = (args: string[]): Asked | null => {
  try {
    const { agency, from, to, out } = parseArgs({ args, options, allowPositionals: false }).values
    return agency && from && to && out ? { agency, from, to, out } : null
  } catch {
    return null
  }
}

const beginOf = (day: Day, zone: string): Instant => {
  const at = readInstant(`${day}T00:00:00`, zone)
  if (at === null) throw new Error(`No beginning of ${day} in ${zone}`)
  return at
}

/** Every SOP in force, also one that nobody used. */
const measuredOf = (agency: AgencyData, kept: readonly KeptPromises[]): Measured[] =>
  inForce(agency).map(({ procedure, title, promise }) => {
    const found = kept.find((one) => one.procedure === procedure)
    const { finished = 0, limited = 0, inTime = 0, meanMinutes = 0, mostMinutes = 0 } = found ?? {}
    return { title, promise, finished, limited, inTime, meanMinutes, mostMinutes }
  })

const printed = async (document: TypstDocument): Promise<Uint8Array> => {
  const typst = createTypst({ root: projectRoot() })
  try {
    return await typst.renderPdf(document)
  } finally {
    await typst.close()
  }
}

const badPeriod = (from: string, to: string) =>
  sentence(
    `Periode "${from}" sampai "${to}" tidak benar: tulis dua tanggal seperti 2026-07-01 dan 2026-12-31, yang awal lebih dahulu.`,
    `The period "${from}" to "${to}" is not right: write two days such as 2026-07-01 and 2026-12-31, the earlier one first.`,
  )
