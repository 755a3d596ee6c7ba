// The front office enters the letter: agenda number, urgency, secrecy; the disposition sheet begins here.
import { z } from 'zod'
import { isDay } from '../../clock/instant.ts'
import { type NumberRequest, refuse } from '../commands.ts'
import type { Secrecy } from '../events.ts'
import { act, exit, note } from './rule.ts'

export const enterAnswer = z.object({
  urgency: z.enum(['biasa', 'segera', 'sangat-segera']),
  secrecy: z.enum(['biasa', 'terbatas', 'rahasia']),
  receivedOn: z.iso.date().refine(isDay).optional(),
  note,
  exit,
})

const GRADES: readonly Secrecy[] = ['biasa', 'terbatas', 'rahasia']

/** Than what the procedure sets from the first moment: an officer may choose so, never without saying why. */
export const isLower = (chosen: Secrecy, standard: Secrecy | undefined): boolean =>
  standard !== undefined && GRADES.indexOf(chosen) < GRADES.indexOf(standard)

/** A letter that comes back after correction keeps its agenda number: numbers are taken once. */
export const enter = act(
  enterAnswer,
  ({ procedure, dossier, task, context }, { urgency, secrecy, receivedOn: typed, note, exit }) => {
    const { agenda } = dossier
    const receivedOn = typed ?? agenda?.receivedOn ?? context.today
    if (receivedOn > context.today) {
      return refuse(
        'invalid-answer',
        'Tanggal diterima tidak boleh setelah hari ini.',
        'A letter cannot have been received after today.',
        [['receivedOn']],
      )
    }
    if (isLower(secrecy, procedure.policy.secrecy) && note === '') {
      return refuse(
        'invalid-answer',
        'SOP ini menetapkan kerahasiaan yang lebih tinggi. Tulis pada catatan mengapa diturunkan.',
        'This procedure has a higher grade of secrecy. Say in the note why it is lowered.',
        [['note']],
      )
    }
    const entered = { type: 'entered' as const, task: task.task, urgency, secrecy, receivedOn, note }
    const closing = { closes: 'step' as const, exit, note }
    if (agenda) return { ok: true, facts: [{ ...entered, agendaNumber: agenda.number }], closing }
    const token = context.newId()
    const year = Number(context.today.slice(0, 4))
    const number: NumberRequest = { token, series: 'agenda', year, pattern: context.agency.numbers.agenda }
    return { ok: true, facts: [{ ...entered, agendaNumber: token }], numbers: [number], closing }
  },
)
