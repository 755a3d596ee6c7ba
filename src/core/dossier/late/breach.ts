// Work was late: whoever held it says why, from the short list of the office, and somebody above them takes note of it.
import { type Agency, postsAbove } from '../../agency/agency.ts'
import { type Context, type Facts, refuse } from '../commands.ts'
import { type Dossier, openMainTasks } from '../dossier.ts'
import { personOf } from '../events.ts'
import { MAX_TEXT } from '../reason.ts'
import { isLate, type LateInput, ofClock, type TimedClock, timedClock } from './clocks.ts'
import type { BreachReason } from './evolve.ts'
import type { ClockCommand } from './facts.ts'

type Explain = Extract<ClockCommand, { type: 'explain-breach' }>
type Acknowledge = Extract<ClockCommand, { type: 'acknowledge-breach' }>

/** It may be given anew until somebody has taken note of it. The work itself never waits for it. */
export const decideExplain = (input: LateInput, command: Explain, { now, by, office }: Context): Facts => {
  const clock = timedClock(input, command.clock)
  if (!clock || !isLate(clock, now)) return notLate()
  if (by.kind !== 'post' || !postsOfClock(input.dossier, clock).includes(by.post)) return notTheirs()
  if (breachOf(input.dossier, command.clock)?.acknowledged) return acknowledgedBefore()
  const chosen = office.agency.breachReasons.find(({ reason }) => reason === command.reason)
  if (!chosen) return notOfTheList()
  const note = command.note.trim()
  if (note.length > MAX_TEXT) return noteTooLong()
  if (chosen.note && note === '') return noteMissing(chosen.label)
  return {
    ok: true,
    facts: [
      {
        type: 'breach-explained',
        ...ofClock(clock),
        reason: chosen.reason,
        note,
        dueAt: clock.dueAt,
      },
    ],
  }
}

export const decideAcknowledge = (dossier: Dossier, command: Acknowledge, { by, office }: Context): Facts => {
  const breach = breachOf(dossier, command.clock)
  if (!breach)
    return refuse('not-open', 'Alasan keterlambatan belum ditulis.', 'No reason has been given for the delay yet.')
  if (breach.acknowledged) return acknowledgedBefore()
  if (by.kind !== 'post' || !isAbove(office.agency, breach, by.post)) return notAbove()
  if (personOf(by) === personOf(breach.by)) return ownReason()
  const remark = command.remark.trim()
  if (remark.length > MAX_TEXT) return noteTooLong()
  const { clock, task, step } = breach
  return { ok: true, facts: [{ type: 'breach-acknowledged', clock, task, step, remark }] }
}

export const breachOf = (dossier: Dossier, clock: string): BreachReason | undefined =>
  dossier.breaches.find((one) => one.clock === clock)

/** Who is asked: the posts of the step; for the promise those that have the dossier now, or had it last. */
export const postsOfClock = (dossier: Dossier, clock: Pick<TimedClock, 'task'>): string[] => {
  if (clock.task) return clock.task.posts
  const open = openMainTasks(dossier).flatMap(({ posts }) => posts)
  const last = dossier.tasks.findLast(({ kind, posts }) => kind === 'main' && posts.length > 0)
  return open.length > 0 ? [...new Set(open)] : (last?.posts ?? [])
}

/** Over the post that gave the reason, however far; for the post above all others there is nobody. */
export const isAbove = (agency: Pick<Agency, 'posts'>, { by }: Pick<BreachReason, 'by'>, post: string): boolean =>
  by.kind === 'post' && postsAbove(agency, [by.post]).includes(post)

const notLate = (): Facts =>
  refuse(
    'not-open',
    'Waktu ini tidak lewat batas, sehingga tidak perlu alasan.',
    'This is not late, so no reason is needed.',
  )

const notTheirs = (): Facts =>
  refuse(
    'not-yours',
    'Alasan keterlambatan ditulis oleh jabatan yang memegang pekerjaan ini.',
    'The reason for a delay is given by the post that holds the work.',
  )

const acknowledgedBefore = (): Facts =>
  refuse(
    'already-done',
    'Alasan ini sudah diketahui atasan dan tidak dapat diubah lagi.',
    'A superior has taken note of this reason; it can no longer be changed.',
  )

const notOfTheList = (): Facts =>
  refuse('invalid-answer', 'Pilih satu alasan dari daftar.', 'Choose a reason from the list.', [['reason']])

const noteMissing = (label: { id: string; en: string }): Facts =>
  refuse(
    'invalid-answer',
    `Untuk "${label.id}", tulis penjelasannya pada catatan.`,
    `For "${label.en}", say in the note what it was.`,
    [['note']],
  )

const noteTooLong = (): Facts =>
  refuse(
    'invalid-answer',
    'Catatan paling panjang 2.000 huruf. Persingkat lalu kirim lagi.',
    'A note has 2,000 characters at most. Make it shorter and send again.',
    [['note']],
  )

const notAbove = (): Facts =>
  refuse(
    'not-allowed',
    'Hanya atasan dari jabatan yang memberi alasan yang dapat menyatakan mengetahui.',
    'Only a superior of the post that gave the reason may take note of it.',
  )

const ownReason = (): Facts =>
  refuse(
    'not-allowed',
    'Alasan Anda sendiri harus diketahui oleh orang lain.',
    'Your own reason has to be taken note of by somebody else.',
  )
