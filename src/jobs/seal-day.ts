// Once a day: a root over the heads of all dossiers, so that a chain whose tail was cut no longer fits; read passwords go.

import { inZone } from '../core/clock/instant.ts'
import { sealDay as seal } from '../store/daily-roots.ts'
import { wipeOpened } from '../store/secrets.ts'
import type { JobRun } from './tools.ts'

export const sealDay: JobRun = async (tools) => {
  const now = tools.now()
  for (const { agency } of tools.catalogue.agencies) {
    const day = inZone(now, agency.zone).toPlainDate().subtract({ days: 1 }).toString()
    await seal(tools.store, agency.agency, { day, now })
    await wipeOpened(tools.store, agency.agency, now)
  }
}
