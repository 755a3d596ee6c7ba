// What may be asked about dispositions beyond the step that makes them, each by its rule.
import type { Procedure } from '../../procedure/schema.ts'
import type { Context, Facts } from '../commands.ts'
import type { Dossier } from '../dossier.ts'
import { decideAgain, decideClose } from './close.ts'
import type { DispositionCommand } from './facts.ts'
import { decideOnward } from './onward.ts'
import { decideRead } from './read.ts'
import { decideRecall } from './recall.ts'

export const decideDisposition = (
  procedure: Procedure,
  dossier: Dossier,
  command: DispositionCommand,
  context: Context,
): Facts => {
  switch (command.type) {
    case 'dispose-onward':
      return decideOnward(procedure, dossier, command, context)
    case 'ask-again':
      return decideAgain(dossier, command, context)
    case 'close-disposition':
      return decideClose(procedure, dossier, command, context)
    case 'recall-disposition':
      return decideRecall(procedure, dossier, command, context)
    case 'read-task':
      return decideRead(procedure, dossier, command, context)
  }
}
