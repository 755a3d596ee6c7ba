// A worker of its own: the tools of the office with a clock that is told, one job when it is asked for, how long it took.

import { jobs } from '../../src/jobs/tasks.ts'
import { readConfig } from '../../src/main/config.ts'
import { createLog } from '../../src/main/log.ts'
import { projectRoot } from '../../src/main/root.ts'
import { openOffice } from '../../src/main/wiring.ts'

const [url = '', folder = ''] = process.argv.slice(2)
let now = new Date().toISOString()
const config = readConfig({ MIPP_DATA: folder, MIPP_LOG_LEVEL: 'error' }, projectRoot())
const office = await openOffice({ config, databaseUrl: url, log: createLog('error'), now: () => now })

type Asked = { job: string; now: string; payload: Record<string, unknown> }

process.on('message', (asked: Asked) => {
  now = asked.now
  const begun = performance.now()
  const run = jobs[asked.job]
  if (!run) throw new Error(`There is no job ${asked.job}`)
  void run(office.tools, asked.payload, 1).then(() => process.send?.({ seconds: (performance.now() - begun) / 1000 }))
})
process.on('disconnect', () => void office.close().then(() => process.exit(0)))
process.send?.('ready')
