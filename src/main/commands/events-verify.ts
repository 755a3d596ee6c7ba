// mipp events verify: walks the hash chains of all dossiers and the daily roots, and names what is broken.
import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { withOwnerStore } from '../owner-database.ts'
import { isWhole, verifiedLines, verifyEvents } from '../verify-events.ts'

export const eventsVerify: Command = {
  name: 'events verify',
  usage: '[--agency A] [--json]',
  about:
    'Memeriksa rantai peristiwa dan akar harian; kode 1 bila ada yang rusak. / Checks the chains of events and the daily roots; code 1 when one is broken.',
  run: async (args, io) => {
    const { values } = parseArgs({
      args,
      options: { agency: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const verified = await withOwnerStore(io, (store) => verifyEvents(store, io.err, values.agency))
    if (verified === null) {
      io.err(`Kantor "${values.agency}" tidak ada di pangkalan data.`)
      io.err(`The database has no agency "${values.agency}".`)
      return 1
    }
    const whole = isWhole(verified)
    const lines = values.json ? [JSON.stringify({ whole, agencies: verified }, null, 2)] : verifiedLines(verified)
    for (const line of lines) io.out(line)
    return whole ? 0 : 1
  },
}
