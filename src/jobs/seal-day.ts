// Once a day: a root over the heads of all dossiers, so that a chain whose tail was cut no longer fits; read passwords go,
// and a record of destruction that was left half done is taken up again.

import { inZone } from '../core/clock/instant.ts'
import { sealDay as seal } from '../store/daily-roots.ts'
import { queueUnfinished } from '../store/destructions.ts'
import { wipeOpened } from '../store/secrets.ts'
import type { JobRun } from './tools.ts'

export const sealDay: JobRun = async (tools) => {
  const now = tools.now()
  for (const { agency } of tools.catalogue.agencies) {
    const day = inZone(now, agency.zone).toPlainDate().subtract({ days: 1 }).toString()
    await seal(tools.store, agency.agency, { day, now })
    await queueUnfinished(tools.store, agency.agency)
    await wipeOpened(tools.store, agency.agency, now)
  }
}
