// The promise among the facts of a dossier, with the way to how it came to be.
import { speakDue } from '../../../core/clock/speak-due.ts'
import { clockOf } from '../../../core/dossier/clocks.ts'
import type { Fact } from '../../ui/definition.tsx'
import type { Desk } from '../dossier/desk.ts'

export const dueFacts = ({ visitor, dossier, procedure }: Pick<Desk, 'visitor' | 'dossier' | 'procedure'>): Fact[] => {
  const { text, language, now, agency } = visitor
  const clock = clockOf({ procedure, dossier, office: agency, now }, 'promise')
  const due = clock?.dueAt ? speakDue(clock.dueAt, language, { calendar: agency.calendar, now }) : null
  const isPaused = clock?.standing === 'paused'
  return [
    {
      label: text.office.dossier.facts.due,
      value: (
        <>
          {due ?? (isPaused ? text.clocks.standings.paused : text.clocks.standings.untimed)}
          <br />
          <a href={`/dossiers/${dossier.id}/time`}>{text.clocks.link}</a>
        </>
      ),
    },
  ]
}
