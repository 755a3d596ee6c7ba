// What may be asked about a letter besides its tasks.
import type { Context, Facts } from '../commands.ts'
import type { Dossier } from '../dossier.ts'
import { decideDrop, decideReceived, decideSent, decideWithdrawLetter } from './after.ts'
import { decideBegin } from './begin.ts'
import type { LetterCommand } from './facts.ts'

export const decideLetter = (dossier: Dossier, command: LetterCommand, context: Context): Facts => {
  switch (command.type) {
    case 'begin-letter':
      return decideBegin(dossier, command, context)
    case 'drop-letter':
      return decideDrop(dossier, command, context)
    case 'withdraw-letter':
      return decideWithdrawLetter(dossier, command, context)
    case 'send-letter':
      return decideSent(dossier, command, context)
    case 'receive-letter':
      return decideReceived(dossier, command, context)
  }
}
