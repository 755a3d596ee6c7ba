// How far computing all deadlines anew has come: of how many, since when, by whom, why.
import { speakShort } from '../../../core/clock/speak.ts'
import type { ReProjection } from '../../../store/re-projections.ts'
import { Card } from '../../ui/card.tsx'
import type { Visitor } from '../../visitor.ts'

export const Runs = ({ visitor, runs }: { visitor: Visitor; runs: readonly ReProjection[] }) => {
  const words = visitor.text.late.board
  if (runs.length === 0) return null
  return (
    <Card title={words.runs} id="runs">
      <div class="stack">
        {runs.map((run) => (
          <Run key={run.id} visitor={visitor} run={run} />
        ))}
      </div>
    </Card>
  )
}

const Run = ({ visitor, run }: { visitor: Visitor; run: ReProjection }) => {
  const { language, agency, now, text } = visitor
  const words = text.late.board
  const when = (at: string): string => speakShort(at, language, { zone: agency.agency.zone, now })
  const who = run.askedBy ?? text.office.dossier.acted.system
  return (
    <section>
      <p>
        <strong>{run.reason}</strong>
        <br />
        {words.askedBy(who, when(run.askedAt))}
      </p>
      {run.finishedAt === null && <progress value={run.seen} max={run.total} aria-label={run.reason} />}
      <p>
        {run.finishedAt === null
          ? words.running(run.seen, run.total, run.moved)
          : words.finished(run.seen, run.moved, when(run.finishedAt))}
      </p>
    </section>
  )
}
