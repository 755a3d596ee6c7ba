// A disposition is taken back as long as none of its recipients has opened it: beside the path one by one, on it as a whole.
import { postTitle } from '../../agency/agency.ts'
import { stepNamed } from '../../procedure/flow.ts'
import type { Procedure } from '../../procedure/schema.ts'
import { openStep } from '../advance.ts'
import { type Context, type Facts, type Refusal, refuse } from '../commands.ts'
import { type Dossier, type Task, taskNamed } from '../dossier.ts'
import { MAX_TEXT } from '../reason.ts'
import { disposedAt, dossierEnded, notDisposedByYou } from './close.ts'
import type { DispositionCommand } from './facts.ts'
import { nextOnPath } from './tree.ts'

type Recall = Extract<DispositionCommand, { type: 'recall-disposition' }>
type Refused = { ok: false; refusal: Refusal }

export const decideRecall = (procedure: Procedure, dossier: Dossier, command: Recall, context: Context): Facts => {
  const task = taskNamed(dossier, command.task)
  const disposer = task?.kind === 'attention' ? task.parent : (task?.task ?? null)
  if (!task || disposer === null || !disposedAt(dossier, disposer, context.by)) return notDisposedByYou()
  const barred = recallBar(procedure, dossier, task, context)
  if (barred) return { ok: false, refusal: barred }
  const reason = command.reason.trim()
  if (reason.length > MAX_TEXT) return tooLong()
  const tasks = recalledWith(dossier, task).map((one) => one.task)
  const recalled = { type: 'disposition-recalled' as const, task: task.task, reason, tasks }
  if (task.kind === 'attention') return { ok: true, facts: [recalled] }
  return { ok: true, facts: [recalled, openStep(procedure, dossier, task.step, context, task.backTo)] }
}

/** Why it cannot be recalled now, in a sentence that says who has it; null where it can. */
export const recallBar = (
  procedure: Procedure,
  dossier: Dossier,
  task: Task,
  { office }: Pick<Context, 'office'>,
): Refusal | null => {
  if (dossier.status !== 'open') return dossierEnded().refusal
  if (task.kind === 'main' && !isRecallable(procedure, dossier, task)) return nothingToRecall().refusal
  const lies = recalledWith(dossier, task)
  if (task.kind === 'main' && lies.length === 0) return nothingToRecall().refusal
  const opened = lies.find((one) => one.read !== null || one.closedAt !== null || isBegun(one))
  return opened ? alreadyOpened(opened.posts.map((post) => postTitle(office.agency, post)).join(' / ')).refusal : null
}

/** A disposing step that was left and not taken back yet, whose next desks are those of officers. */
const isRecallable = (procedure: Procedure, dossier: Dossier, task: Task): boolean => {
  const isDisposed = stepNamed(procedure, task.step)?.act === 'dispose' && task.outcome === 'finished'
  const next = dossier.tasks.filter((one) => one.kind === 'main' && one.cameFrom === task.task)
  const isBack = dossier.dispositions.some((one) => one.task === task.task && one.recalled !== null)
  return isDisposed && !isBack && next.length > 0 && next.every((one) => !one.forApplicant)
}

/** What lies with others because of it. */
const recalledWith = (dossier: Dossier, task: Task): Task[] =>
  task.kind === 'attention'
    ? [task]
    : [
        ...nextOnPath(dossier, task.task),
        ...dossier.tasks.filter((one) => one.kind === 'attention' && one.parent === task.task && one.recalled === null),
      ]

const isBegun = (task: Task): boolean => task.takenBy !== null || task.attempt > 0 || task.effectSince !== null

const alreadyOpened = (post: string): Refused =>
  refuse(
    'not-allowed',
    `Disposisi ini tidak dapat ditarik kembali: ${post} sudah membukanya. Sampaikan perubahan dengan catatan pada berkas.`,
    `This disposition cannot be recalled: ${post} has opened it. Tell the change by a comment on the dossier.`,
  )

const nothingToRecall = (): Refused =>
  refuse(
    'not-allowed',
    'Tidak ada disposisi yang dapat ditarik di sini: langkah berikutnya belum terbuka, sudah di meja pemohon, atau disposisinya sudah ditarik.',
    'There is no disposition to recall here: the next step is not open, lies with the applicant, or it was recalled before.',
  )

const tooLong = (): Refused =>
  refuse(
    'invalid-answer',
    'Alasan paling panjang 2.000 huruf. Persingkat lalu kirim lagi.',
    'A reason has 2,000 characters at most. Make it shorter and send again.',
    [['reason']],
  )
