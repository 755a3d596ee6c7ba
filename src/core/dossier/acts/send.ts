// Makes a letter and sends it: initials are asked for first where the policy wants them; the number is taken at sending.
import { z } from 'zod'
import { SIGNING_METHODS, type SigningMethod } from '../../paper/signing.ts'
import { apply } from '../advance.ts'
import { refuse } from '../commands.ts'
import { type Letter, letterOf } from '../dossier.ts'
import type { Fact, LetterDraft } from '../events.ts'
import { filing, filingFault, filingShape, isSameDraft } from '../letter-filing.ts'
import { initialingPosts } from '../letter-initials.ts'
import { numberLetter } from '../letter-number.ts'
import { signingOf } from '../letters/method.ts'
import { numberedAgain } from '../letters/numbered-again.ts'
import { MAX_TEXT } from '../reason.ts'
import { openSideTasks } from '../tasks.ts'
import { letterAt, takenOver } from './draft.ts'
import { type ActOutcome, type ActSituation, act, exit } from './rule.ts'

/** The text as it stands, where none is sent. */
const draft = z.string().trim().max(MAX_TEXT).optional()

export const sendAnswer = z.object({
  phase: z.enum(['ask-initials', 'send']),
  draft,
  exit,
  signing: z.enum(SIGNING_METHODS).optional(),
  ...filingShape,
})

export const send = act(sendAnswer, (situation, { phase, draft: written, exit, signing, ...chosen }) => {
  const { step, task, dossier } = situation
  const wrong = filingFault(situation.context, chosen)
  if (wrong) return wrong
  const draft = written ?? draftSoFar(situation)
  if (!step.letter) return { ok: true, facts: [], closing: { closes: 'step', exit, note: draft } }
  if (task.effectSince !== null) {
    return refuse('effect-running', 'Surat sedang dibuat. Tunggu sebentar.', 'The letter is being made. Wait a moment.')
  }
  const text: LetterDraft = { ...letterAt(dossier, task.task, step.letter)?.draft, note: draft, ...filing(chosen) }
  const over = takenOver(dossier, task.task, step.letter)
  const now = { ...situation, dossier: apply(dossier, over, situation.context) }
  const outcome =
    phase === 'ask-initials'
      ? askInitials(now, step.letter, text)
      : sendLetter(now, step.letter, { draft: text, signing })
  return outcome.ok ? { ...outcome, facts: [...over, ...outcome.facts] } : outcome
})

/** What stands in the letter, also where an earlier step drafted it. */
export const draftSoFar = ({ dossier, step, task }: Pick<ActSituation, 'dossier' | 'step' | 'task'>): string =>
  letterAt(dossier, task.task, step.letter ?? '')?.draft.note ?? ''

const askInitials = (
  { procedure, dossier, step, task, context }: ActSituation,
  letter: string,
  draft: LetterDraft,
): ActOutcome => {
  if (openSideTasks(dossier, task.task, 'initial').length > 0) {
    return refuse('effect-running', 'Draf ini sudah menunggu paraf.', 'This draft is already waiting for initials.')
  }
  const posts = initialingPosts(procedure, letter)
  // Nobody could be asked, and the initials that an earlier step gave would be lost.
  if (posts.length === 0 && (letterOf(dossier, task.task)?.initials.length ?? 0) > 0) {
    return refuse(
      'not-allowed',
      'Surat ini sudah diparaf. Kirim apa adanya, atau kembalikan kepada penyusunnya bila isinya harus berubah.',
      'This letter has its initials. Send it as it is, or send it back to whoever drafted it if it has to change.',
    )
  }
  const sides = posts.map(
    (post): Fact => ({
      type: 'side-task-opened',
      task: context.newId(),
      parent: task.task,
      step: step.step,
      purpose: 'initial',
      post,
      letter,
    }),
  )
  return {
    ok: true,
    facts: [{ type: 'letter-drafted', task: task.task, letter, draft }, ...sides],
    closing: { closes: 'nothing' },
  }
}

type Sending = { draft: LetterDraft; signing: SigningMethod | undefined }

const sendLetter = (
  { procedure, dossier, task, context }: ActSituation,
  name: string,
  { draft, signing }: Sending,
): ActOutcome => {
  const letter = letterOf(dossier, task.task)
  const wanted = initialingPosts(procedure, name)
  if (wanted.some((post) => !letter?.initials.some((initial) => initial.post === post))) {
    return refuse(
      'needs-initials',
      'Surat ini belum diparaf. Mintakan paraf lebih dahulu.',
      'This letter has no initials yet. Ask for them first.',
    )
  }
  const isInitialed = wanted.length > 0 || (letter?.initials ?? []).length > 0
  if (isInitialed && letter && draft.note !== letter.draft.note) {
    return wanted.length > 0
      ? refuse(
          'needs-initials',
          'Isi surat berubah setelah diparaf. Mintakan paraf lagi.',
          'The letter was changed after it was initialed. Ask for initials again.',
        )
      : refuse(
          'needs-initials',
          'Isi surat berubah setelah diparaf. Kirim apa adanya, atau kembalikan kepada penyusunnya agar diparaf lagi.',
          'The letter was changed after it was initialed. Send it as it is, or send it back to be drafted and initialed again.',
        )
  }
  const drafted: Fact[] = isSameDraft(letter?.draft, draft)
    ? []
    : [{ type: 'letter-drafted', task: task.task, letter: name, draft }]
  if (letter?.number != null) return onceMore(letter, signing, drafted, context)
  const method = signingOf(context.agency.signing, { wanted: signing })
  if (!method.ok) return method
  const now = apply(dossier, drafted, context)
  const numbered = numberLetter(
    { dossier: now, context },
    { task: task.task, letter: name, reason: '', signing: method.method },
  )
  return { ok: true, facts: [...drafted, numbered.fact], numbers: [numbered.number], closing: { closes: 'nothing' } }
}

const onceMore = (
  letter: Letter,
  signing: SigningMethod | undefined,
  drafted: Fact[],
  context: ActSituation['context'],
): ActOutcome => {
  const again = numberedAgain(letter, signing, context)
  if (!again) {
    return refuse(
      'not-open',
      `Surat ini sudah bernomor ${letter.number} dan menunggu tanda tangan.`,
      `This letter has its number, ${letter.number}, and waits for its signature.`,
    )
  }
  return again.ok ? { ...again, facts: [...drafted, ...again.facts], closing: { closes: 'nothing' } } : again
}
