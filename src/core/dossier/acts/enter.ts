// The front office enters the letter: agenda number, urgency, secrecy; the disposition sheet begins here.
import { z } from 'zod'
import type { NumberRequest } from '../commands.ts'
import { act, exit, note } from './rule.ts'

const answer = z.object({
  urgency: z.enum(['biasa', 'segera', 'sangat-segera']),
  secrecy: z.enum(['biasa', 'terbatas', 'rahasia']),
  receivedOn: z.iso.date().optional(),
  note,
  exit,
})

/** A letter that comes back after correction keeps its agenda number: numbers are taken once. */
export const enter = act(answer, ({ dossier, task, context }, { urgency, secrecy, receivedOn, note, exit }) => {
  const token = context.newId()
  const year = Number(context.today.slice(0, 4))
  const fresh: NumberRequest[] = dossier.agenda
    ? []
    : [{ token, series: 'agenda', year, pattern: context.agency.numbers.agenda }]
  const agendaNumber = dossier.agenda?.number ?? token
  const on = receivedOn ?? dossier.agenda?.receivedOn ?? context.today
  return {
    ok: true,
    facts: [{ type: 'entered', task: task.task, agendaNumber, urgency, secrecy, receivedOn: on, note }],
    numbers: fresh,
    closing: { closes: 'step', exit, note },
  }
})
