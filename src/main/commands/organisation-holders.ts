// mipp organisation holders: who would get each step of the SOPs in force on a day.
import { parseArgs } from 'node:util'
import { postTitle } from '../../core/agency/agency.ts'
import { inForce } from '../../core/agency/catalogue.ts'
import { isDay } from '../../core/clock/instant.ts'
import { type HeldStep, stepsHeld } from '../../core/organisation/steps-held.ts'
import { sentence } from '../../core/sentence.ts'
import type { Command } from '../command.ts'
import { type CommandOffice, withOffice } from '../organisation-office.ts'
import { say, wrongUse } from '../say.ts'

const name = 'organisation holders'
const usage = '--agency A [--on DAY] [--procedure P] [--json]'

export const organisationHolders: Command = {
  name,
  usage,
  about:
    'Menunjukkan siapa memegang setiap langkah SOP pada suatu hari. / Tells who holds each step of the SOPs on a day.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (!asked) return wrongUse(io, name, usage)
    const { agency: key, on, procedure, json } = asked
    if (on !== undefined && !isDay(on)) return say(io, 2, badDay(on))
    return withOffice(io, key, async ({ agency }) => {
      const procedures = inForce(agency).filter((one) => procedure === undefined || one.procedure === procedure)
      if (procedures.length === 0) return say(io, 1, noProcedure(procedure ?? ''))
      const day = on ?? agency.today
      const held = procedures.map((one) => ({ procedure: one.procedure, steps: stepsHeld(agency, one, day) }))
      if (json) io.out(JSON.stringify({ on: day, procedures: held }, null, 2))
      else
        for (const { procedure: title, steps } of held)
          for (const line of [`${title} (${day})`, ...steps.map((step) => lineOf(step, agency))]) io.out(line)
      return 0
    })
  },
}

type Asked = { agency: string; on?: string | undefined; procedure?: string | undefined; json: boolean }

const options = {
  agency: { type: 'string' },
  on: { type: 'string' },
  procedure: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]): Asked | null => {
  try {
    const { agency, ...rest } = parseArgs({ args, options, allowPositionals: false }).values
    return agency === undefined ? null : { agency, ...rest }
  } catch {
    return null
  }
}

const lineOf = ({ step, posts, holders, state }: HeldStep, { agency }: CommandOffice['agency']): string => {
  const desks = posts.map(({ post }) => postTitle(agency, post)).join(' / ')
  const people = holders.map(({ name: who, capacity, actsFor }) =>
    [who, capacity === 'definitive' ? '' : `(${capacity}${actsFor ? ` > ${actsFor.name}` : ''})`].join(' ').trim(),
  )
  return `  ${step}: ${STATES[state]}  ${desks}  ${people.join(', ')}`.replaceAll(/\p{C}/gu, ' ').trimEnd()
}

const STATES: Record<HeldStep['state'], string> = {
  held: 'ada / held',
  single: 'satu orang / one person',
  nobody: 'TIDAK ADA / NOBODY',
  applicant: 'pemohon / applicant',
}

const badDay = (on: string) =>
  sentence(`--on "${on}" bukan tanggal seperti 2026-11-20.`, `--on "${on}" is not a day such as 2026-11-20.`)
const noProcedure = (procedure: string) =>
  sentence(`Tidak ada SOP "${procedure}" yang berlaku.`, `There is no SOP "${procedure}" in force.`)
