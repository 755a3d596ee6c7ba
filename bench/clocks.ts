// bench clocks: firing timers that are due at one instant with one worker and with two, and computing open deadlines anew.
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { only, openStage, type Stage, type Worker } from './clocks/stage.ts'
import { table } from './support/figures.ts'
import { AGENCY } from './support/office.ts'

const { values: options } = parseArgs({
  options: {
    timers: { type: 'string', default: '10000' },
    open: { type: 'string', default: '100000' },
    'break-off': { type: 'string', default: '20' },
  },
})

/** Friday 20 November 2026, 09.00 in Demak; the first step has five minutes. */
const BEGUN = '2026-11-20T02:00:00.000Z'

/** Each rung comes for all at once; one worker and two in turns. */
const RUNGS = [
  { rung: 'peringatan', at: '2026-11-20T02:04:00.000Z', workers: 1 },
  { rung: 'terlewat', at: '2026-11-20T02:06:00.000Z', workers: 2 },
  { rung: 'eskalasi', at: '2026-11-23T02:05:00.000Z', workers: 1 },
  { rung: 'eskalasi-lanjut', at: '2026-11-25T02:05:00.000Z', workers: 2 },
]

const whole = (value: number): string => Math.round(value).toLocaleString('en')

const fire = async (stage: Stage, workers: readonly Worker[]): Promise<string> => {
  const count = Number(options.timers)
  const rows: string[][] = []
  for (const { rung, at, workers: hands } of RUNGS) {
    const took = await Promise.all(workers.slice(0, hands).map((worker) => worker.run('ring', at)))
    const fired = only(
      await stage.ask<{ all: string; dossiers: string }>(
        `select count(*) as all, count(distinct dossier) as dossiers from event
         where type = 'rung-reached' and payload::jsonb->>'rung' = $1 and payload::jsonb->>'task' is not null`,
        [rung],
      ),
    )
    const lost = count + 1 - Number(fired.dossiers)
    const seconds = Math.max(...took)
    const double = Number(fired.all) - Number(fired.dossiers)
    rows.push([
      rung,
      String(hands),
      seconds.toFixed(1),
      whole(Number(fired.all) / seconds),
      String(lost),
      String(double),
    ])
  }
  return table(['rung', 'workers', 's', 'rungs /s', 'lost', 'double'], rows)
}

const NEW_HOLIDAY = `update working_calendar set data = jsonb_set(data, '{holidays}',
  (data->'holidays') || '[{"on": "2026-11-26", "name": "Libur daerah", "kind": "holiday"}]')
  where agency = $1 and calendar = 'utama'`

const reProject = async (stage: Stage): Promise<string> => {
  await stage.ask(NEW_HOLIDAY, [AGENCY])
  const payload = { agency: AGENCY, reason: 'Libur daerah', calendar: 'utama', change: 'bench' }
  const progress = async () => {
    const [row] = await stage.ask<{ seen: number; total: number; finished: string | null }>(
      `select seen, total, finished_at as finished from re_projection where cause = 'bench'`,
    )
    return row
  }
  /** The job ends after two thousand and is queued again: here it is begun again. */
  const untilDone = async (worker: Worker): Promise<void> => {
    while (!(await progress())?.finished) {
      await worker.run('re-project', '2026-11-20T02:10:00.000Z', payload)
      const now = await progress()
      process.stderr.write(`${now?.seen} / ${now?.total}\n`)
    }
  }
  const broken = await stage.worker()
  const begun = performance.now()
  const dying = untilDone(broken).catch(() => undefined)
  await setTimeout(Number(options['break-off']) * 1000)
  await broken.kill()
  const cutAt = await progress()
  await Promise.race([dying, setTimeout(100)])
  const second = await stage.worker()
  await untilDone(second)
  const seconds = (performance.now() - begun) / 1000
  const done = only(
    await stage.ask<{ all: string; dossiers: string; late: string }>(
      `select count(*) as all, count(distinct dossier) as dossiers,
         (select count(*) from dossier where due_at <> (select max(due_at) from dossier)) as late
       from event where type = 'deadlines-moved'`,
    ),
  )
  const total = (await progress())?.total ?? 0
  return table(
    ['open', 'killed at', 's in all', 'dossiers /s', 'moved', 'twice', 'left behind'],
    [
      [
        whole(total),
        whole(cutAt?.seen ?? 0),
        seconds.toFixed(0),
        whole(total / seconds),
        whole(Number(done.dossiers)),
        String(Number(done.all) - Number(done.dossiers)),
        done.late,
      ],
    ],
  )
}

const stage = await openStage(BEGUN)
try {
  await stage.copy(1, Number(options.timers))
  process.stderr.write('copied\n')
  const workers = [await stage.worker(), await stage.worker()]
  console.log(await fire(stage, workers))
  await stage.copy(Number(options.timers) + 1, Number(options.open) - 1)
  process.stderr.write('copied\n')
  console.log(await reProject(stage))
} finally {
  await stage.stop()
}
