// The proofs by which technical steps were closed: they stay in sight when the dossier has gone on.
import { stepNamed } from '../../../core/procedure/flow.ts'
import { Card } from '../../ui/card.tsx'
import { Proofs } from './acts/fulfil.tsx'
import type { Desk } from './desk.ts'

export const ProofCard = ({ desk }: { desk: Desk }) => {
  const proven = desk.dossier.tasks.filter((task) => task.closedAt !== null && task.proofs.length > 0)
  if (proven.length === 0) return null
  return (
    <Card title={desk.visitor.text.office.acts.fulfil.proofs} id="proof">
      {proven.map((task) => (
        <section key={task.task} class="stack">
          <h3 class="answer-group">{stepNamed(desk.procedure, task.step)?.activity}</h3>
          <Proofs desk={desk} task={task} />
        </section>
      ))}
    </Card>
  )
}
