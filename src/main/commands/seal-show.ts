// mipp seal show: which certificate an agency seals its letters with, and until when.
import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'
import { sealOffice, showSeal } from '../seal-words.ts'

const name = 'seal show'
const usage = '--agency A [--json]'

export const sealShow: Command = {
  name,
  usage,
  about: 'Menampilkan sertifikat segel kantor. / Shows the certificate of the seal of an agency.',
  run: async (args, io) => {
    const { agency, json } = parseArgs({ args, options }).values
    if (agency === undefined) return wrongUse(io, name, usage)
    const office = await sealOffice(io, agency)
    return office ? showSeal(io, office, json) : say(io, 1, unknownAgency(agency))
  },
}

const options = { agency: { type: 'string' }, json: { type: 'boolean', default: false } } as const
