// Whoever disposed sees the answers, and closes the branch out with a word, or asks one recipient again.
import type { Procedure } from '../../procedure/schema.ts'
import { type Context, type Facts, type Refusal, refuse } from '../commands.ts'
import { type Dossier, type Task, taskNamed } from '../dossier.ts'
import type { By } from '../events.ts'
import { readReason } from '../reason.ts'
import { actionableTask } from '../tasks.ts'
import type { DispositionCommand } from './facts.ts'
import { sidesOf, wrongDay } from './onward.ts'
import { tasksBelow } from './tree.ts'

type Of<T extends DispositionCommand['type']> = Extract<DispositionCommand, { type: T }>

/** A side task closes with its branch; of the path only what hangs beside it. */
export const decideClose = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'close-disposition'>,
  context: Context,
): Facts => {
  const task = disposedAt(dossier, command.task, context.by)
  if (!task) return notDisposedByYou()
  if (dossier.status !== 'open') return dossierEnded()
  if (task.kind === 'attention') {
    const found = actionableTask({ procedure, dossier }, task.task, context)
    if (!found.ok) return found
  }
  const below = tasksBelow(dossier, task.task)
  if (below.length === 0 || isClosedOut(dossier, task)) return nothingToClose()
  const note = readReason(command.note)
  if (note === null) return wordMissing()
  const tasks = below.filter((one) => one.closedAt === null).map((one) => one.task)
  return { ok: true, facts: [{ type: 'disposition-closed', task: task.task, note, tasks }] }
}

export const decideAgain = (dossier: Dossier, command: Of<'ask-again'>, context: Context): Facts => {
  const side = taskNamed(dossier, command.task)
  const parent =
    side?.kind === 'attention' && side.parent !== null ? disposedAt(dossier, side.parent, context.by) : null
  if (!side || !parent) return notDisposedByYou()
  const barred = againBar(dossier, side, parent)
  if (barred) return { ok: false, refusal: barred }
  const note = readReason(command.note)
  if (note === null) return questionMissing()
  const wrong = wrongDay(command.dueOn, context)
  if (wrong) return { ok: false, refusal: wrong }
  const { dueOn } = command
  const to = side.posts
  const disposed = { type: 'disposed' as const, task: parent.task, to, instructions: [], note, again: side.task }
  const asked = { ...disposed, ...(dueOn ? { dueOn } : {}) }
  return { ok: true, facts: [asked, ...sidesOf({ parent: parent.task, step: side.step, to }, context)] }
}

/** Why a recipient cannot be asked once more now; null where they can. */
export const againBar = (dossier: Dossier, side: Task, parent: Task): Refusal | null => {
  if (dossier.status !== 'open') return dossierEnded().refusal
  if (isClosedOut(dossier, parent) || (parent.kind === 'attention' && parent.closedAt !== null))
    return branchClosed().refusal
  const isAnswered = side.closedAt !== null && side.outcome === 'finished'
  const isAsked = dossier.tasks.some(
    (one) => one.parent === parent.task && one.closedAt === null && one.posts.some((post) => side.posts.includes(post)),
  )
  return isAnswered && !isAsked ? null : stillAsked().refusal
}

/** The task, if this hat disposed of it. */
export const disposedAt = (dossier: Dossier, id: string, by: By): Task | null => {
  const task = taskNamed(dossier, id)
  const isOwn = task !== undefined && by.kind === 'post' && task.posts.includes(by.post)
  return isOwn && dossier.dispositions.some((one) => one.task === id) ? task : null
}

/** Said of the whole branch: nothing more is asked in it. */
export const isClosedOut = (dossier: Dossier, { task }: Task): boolean =>
  dossier.dispositions.some((one) => one.task === task && one.closed !== null)

type Refused = { ok: false; refusal: Refusal }

export const notDisposedByYou = (): Refused =>
  refuse(
    'not-yours',
    'Disposisi ini tidak dibuat oleh jabatan Anda, jadi bukan Anda yang menutup, menanyakan, atau menariknya.',
    'Your post did not make this disposition, so it is not yours to close, to ask about, or to recall.',
  )

export const dossierEnded = (): Refused =>
  refuse(
    'not-open',
    'Berkas ini sudah selesai; disposisinya tidak berubah lagi.',
    'This dossier has ended; its dispositions no longer change.',
  )

const nothingToClose = (): Refused =>
  refuse(
    'already-done',
    'Tidak ada cabang disposisi yang masih dapat ditutup di sini.',
    'There is no branch of dispositions here that could still be closed.',
  )

const branchClosed = (): Refused =>
  refuse(
    'already-done',
    'Disposisi ini sudah dinyatakan selesai. Tulis catatan pada berkas bila masih ada yang perlu disampaikan.',
    'This branch of dispositions is closed. Write a comment on the dossier if more has to be said.',
  )

const stillAsked = (): Refused =>
  refuse(
    'not-allowed',
    'Penerima ini belum menjawab, atau sudah ditanya lagi. Tunggu jawabannya, atau tutup cabangnya.',
    'This recipient has not answered yet, or has been asked again. Wait for the answer, or close the branch.',
  )

const wordMissing = (): Refused =>
  refuse(
    'invalid-answer',
    'Tulis hasil cabang disposisi ini dengan satu kalimat (paling panjang 2.000 huruf).',
    'Say in a sentence what came of this branch (2,000 characters at most).',
    [['note']],
  )

const questionMissing = (): Refused =>
  refuse(
    'invalid-answer',
    'Tulis apa yang masih ditanyakan (paling panjang 2.000 huruf).',
    'Write what is still asked (2,000 characters at most).',
    [['note']],
  )
