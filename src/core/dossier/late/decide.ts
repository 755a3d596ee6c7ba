// What may be asked about clocks, each by its rule.
import type { Procedure } from '../../procedure/schema.ts'
import type { Context, Facts } from '../commands.ts'
import type { Dossier } from '../dossier.ts'
import { decideAcknowledge, decideExplain } from './breach.ts'
import type { ClockCommand } from './facts.ts'
import { decideMoveDeadlines } from './move-deadlines.ts'
import { decideRing } from './ring.ts'

export const decideClock = (procedure: Procedure, dossier: Dossier, command: ClockCommand, context: Context): Facts => {
  const input = { procedure, dossier, office: context.office, now: context.now }
  switch (command.type) {
    case 'ring':
      return decideRing(input, command, context)
    case 'explain-breach':
      return decideExplain(input, command, context)
    case 'acknowledge-breach':
      return decideAcknowledge(dossier, command, context)
    case 'move-deadlines':
      return decideMoveDeadlines(input, command)
  }
}
