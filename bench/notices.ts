// Notices per second: the job that tells people of a commit (people found, notices, deliveries and mails written, durable),
// and the morning round that makes digests of what was held. Mail itself is not sent: a mail server has its own speed.

import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { notify } from '../src/jobs/notify.ts'
import { releaseNotices } from '../src/jobs/release-notices.ts'
import type { JobTools } from '../src/jobs/tools.ts'
import { readConfig } from '../src/main/config.ts'
import { createLog } from '../src/main/log.ts'
import { projectRoot } from '../src/main/root.ts'
import { openOffice } from '../src/main/wiring.ts'
import { median, table } from './support/figures.ts'
import { filledOffice } from './support/filled-office.ts'
import { AGENCY } from './support/office.ts'
import { type Measured, measuredServer } from './support/server.ts'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    workers: { type: 'string', default: '1,4,8' },
  },
})

type Job = { agency: string; dossier: string; version: number; told: unknown[] }

/** As the commit of a submit queues it: the receipt for the applicant, the work for whoever is next. */
const jobsOf = async (server: Measured): Promise<Job[]> => {
  const rows = await server.ask<{ dossier: string; version: number; task: string }>(
    `select d.dossier, e.seq as version, e.payload::jsonb ->> 'task' as task from dossier d
       join event e on e.agency = d.agency and e.dossier = d.dossier and e.type = 'step-opened'
       where d.agency = $1 and e.seq = (select min(seq) from event f where f.agency = d.agency and f.dossier = d.dossier
         and f.type = 'step-opened' and f.seq > 2) order by md5(d.dossier::text) limit 1000`,
    [AGENCY],
  )
  return rows.map(({ dossier, version, task }) => ({
    agency: AGENCY,
    dossier,
    version,
    told: [
      { seq: 1, occasion: 'received', task: null },
      { seq: version, occasion: 'work-arrived', task },
    ],
  }))
}

const tellAll = async (tools: JobTools, jobs: readonly Job[], workers: number): Promise<number> => {
  const next = jobs.values()
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const job of next) await notify(tools, job, 1)
    }),
  )
  return (performance.now() - begun) / 1000
}

const clear = async (server: Measured): Promise<void> => {
  await server.ask('delete from delivery')
  await server.ask('delete from notice')
  await server.ask(`delete from mail where person is not null or once like '%:received'`)
  await server.ask(`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`)
}

const main = async (): Promise<void> => {
  const filled = await filledOffice({ count: Number(options.count) })
  const server = await measuredServer(filled.url)
  const config = readConfig({ MIPP_DATA: filled.folder, MIPP_LOG_LEVEL: 'silent' }, projectRoot())
  let now = new Date().toISOString()
  const office = await openOffice({ config, databaseUrl: filled.url, log: createLog('silent'), now: () => now })
  try {
    const jobs = await jobsOf(server)
    const rows: string[][] = []
    for (const workers of options.workers.split(',').map(Number)) {
      const found: { tell: number; notices: number; digest: number; held: number }[] = []
      for (let round = 0; round < Number(options.rounds); round += 1) {
        await clear(server)
        now = new Date().toISOString()
        const seconds = await tellAll(office.tools, jobs, workers)
        const [counted] = await server.ask<{ notices: number; held: number }>(
          `select (select count(*)::int from notice) as notices, (select count(*)::int from delivery where state = 'held') as held`,
        )
        now = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString()
        const begun = performance.now()
        await releaseNotices(office.tools, {}, 1)
        const digest = (performance.now() - begun) / 1000
        const { notices = 0, held = 0 } = counted ?? {}
        found.push({ tell: jobs.length / seconds, notices: notices / seconds, digest: held / digest, held })
      }
      const middle = (of: (one: (typeof found)[number]) => number) =>
        Math.round(median(found.map(of))).toLocaleString('en')
      rows.push([
        String(workers),
        middle((one) => one.tell),
        middle((one) => one.notices),
        middle((one) => one.held),
        middle((one) => one.digest),
      ])
    }
    console.log(
      `${now.slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}; ${jobs.length} commits told; medians of ${options.rounds} rounds\n`,
    )
    console.log(table(['workers', 'commits told /s', 'notices /s', 'held', 'held released /s'], rows))
  } finally {
    await clear(server)
    await office.close()
    await server.close()
    await filled.stop()
  }
}

await main()
