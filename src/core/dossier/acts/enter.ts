// The front office enters the letter: agenda number, urgency, secrecy; the disposition sheet begins here.
import { z } from 'zod'
import { type Day, isDay } from '../../clock/instant.ts'
import { AGENDA_SERIES, incomingClassification } from '../../paper/number-rules.ts'
import { type Context, type NumberRequest, refuse } from '../commands.ts'
import type { Secrecy } from '../events.ts'
import { filingFault } from '../letter-filing.ts'
import { MAX_TEXT } from '../reason.ts'
import { type ActSituation, act, exit, note } from './rule.ts'

export const enterAnswer = z.object({
  urgency: z.enum(['biasa', 'segera', 'sangat-segera']),
  secrecy: z.enum(['biasa', 'terbatas', 'rahasia']),
  receivedOn: z.iso.date().refine(isDay).optional(),
  /** Of the letter; that of its procedure without it. */
  classification: z.string().trim().max(30).optional(),
  attachments: z.int().min(0).max(999).optional(),
  /** Why it is entered among the numbers of an earlier day; blank for a number of today. */
  late: z.string().trim().max(MAX_TEXT).default(''),
  note,
  exit,
})
type EnterAnswer = z.output<typeof enterAnswer>

const GRADES: readonly Secrecy[] = ['biasa', 'terbatas', 'rahasia']

/** Than what the procedure sets from the first moment: an officer may choose so, never without saying why. */
export const isLower = (chosen: Secrecy, standard: Secrecy | undefined): boolean =>
  standard !== undefined && GRADES.indexOf(chosen) < GRADES.indexOf(standard)

/** A letter that comes back after correction keeps its agenda number: numbers are taken once. */
export const enter = act(enterAnswer, (situation, answer) => {
  const { procedure, dossier, task, context } = situation
  const { urgency, secrecy, note, exit, late } = answer
  const { agenda } = dossier
  const receivedOn = answer.receivedOn ?? agenda?.receivedOn ?? context.today
  if (receivedOn > context.today) return notYetReceived
  if (isLower(secrecy, procedure.policy.secrecy) && note === '') return lowered
  const wrong = filingFault(context, answer) ?? (agenda || late === '' ? null : lateFault(receivedOn, context.today))
  if (wrong) return wrong
  const entered = { type: 'entered' as const, task: task.task, urgency, secrecy, receivedOn, note }
  const letter = { ...entered, ...describedAs(situation, answer) }
  const closing = { closes: 'step' as const, exit, note }
  if (agenda) {
    const { number, seq, sub, late: why } = agenda
    const place = { ...(seq && { seq }), ...(sub && { sub }), ...(why && { late: why }) }
    return { ok: true, facts: [{ ...letter, ...place, agendaNumber: number }], closing }
  }
  const { number, place } = takePlace(context, late === '' ? null : receivedOn)
  const fact = { ...letter, ...place, ...(late === '' ? {} : { late }), agendaNumber: number.token }
  return { ok: true, facts: [fact], numbers: [number], closing }
})

const takePlace = (
  { newId, today, agency: { numbers } }: Context,
  lateOn: Day | null,
): { number: NumberRequest; place: { seq: string; sub?: string } } => {
  const [token, seqToken] = [newId(), newId()]
  const number = { token, series: AGENDA_SERIES, year: Number(today.slice(0, 4)), pattern: numbers.agenda, seqToken }
  if (lateOn === null) return { number, place: { seq: seqToken } }
  const subToken = newId()
  return { number: { ...number, lateOn, subToken }, place: { seq: seqToken, sub: subToken } }
}

/** As the officer says, else as it was entered before, else what can be seen of it: papers beside the letter itself. */
const describedAs = ({ procedure, dossier, context }: ActSituation, { classification, attachments }: EnterAnswer) => {
  const { agenda, papers } = dossier
  const usual = incomingClassification(context.agency.numbers, procedure.procedure)
  return {
    classification: classification || (agenda?.classification ?? usual),
    attachments: attachments ?? agenda?.attachments ?? Math.max(0, papers.length - 1),
  }
}

/** A late entry stands among earlier days of the same book; books of earlier years are closed. */
export const lateFault = (receivedOn: Day, today: Day) => {
  if (receivedOn.slice(0, 4) !== today.slice(0, 4))
    return refuse(
      'invalid-answer',
      `Buku agenda tahun ${receivedOn.slice(0, 4)} sudah ditutup. Catat dengan nomor hari ini; tanggal diterimanya tetap tercatat.`,
      `The agenda of ${receivedOn.slice(0, 4)} is closed. Enter it under a number of today; the day it was received is kept.`,
      [['receivedOn']],
    )
  return receivedOn < today
    ? null
    : refuse(
        'invalid-answer',
        'Surat yang diterima hari ini memakai nomor hari ini. Kosongkan alasan susulan, atau perbaiki tanggal diterima.',
        'A letter received today takes a number of today. Leave the reason of a late entry empty, or mend the day.',
        [['late']],
      )
}

const notYetReceived = refuse(
  'invalid-answer',
  'Tanggal diterima tidak boleh setelah hari ini.',
  'A letter cannot have been received after today.',
  [['receivedOn']],
)

const lowered = refuse(
  'invalid-answer',
  'SOP ini menetapkan kerahasiaan yang lebih tinggi. Tulis pada catatan mengapa diturunkan.',
  'This procedure has a higher grade of secrecy. Say in the note why it is lowered.',
  [['note']],
)
