// The parts of a draft in the answer to a task: judged by what judges the pages, before anything is decided.
import type { Task } from '../../../core/dossier/dossier.ts'
import type { LetterDraft } from '../../../core/dossier/letters/facts.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { letterKind } from '../../letter-desk.ts'
import type { Asked, bad } from '../endpoint.ts'
import { draftFaults } from '../shapes/draft-parts.ts'
import type { OpenDossier } from './open-dossier.ts'

type Judged = { ok: true; values: { values?: NonNullable<LetterDraft['values']> } } | ReturnType<typeof bad>

/** What the answer takes in the place of what was sent; nothing where it has no part of a draft. */
export const judgedAnswer = (
  { agency }: Pick<Asked, 'agency'>,
  { procedure }: OpenDossier,
  task: Task,
  answer: object,
): Judged => {
  const { values, text } = partsOf(answer)
  const name = task.letter ?? stepNamed(procedure, task.step)?.letter
  if (task.closedAt !== null || name == null || (values === undefined && text === undefined)) return NOTHING
  const kind = letterKind(agency, name) ?? { kind: name, title: name, fields: [] }
  const judged = draftFaults({ agency, procedure, kind }, { values, text })
  if (!judged.ok) return judged
  return values === undefined ? NOTHING : { ok: true, values: { values: judged.values } }
}

const NOTHING: Judged = { ok: true, values: {} }

const partsOf = (answer: { values?: LetterDraft['values']; text?: string | undefined }) => answer
