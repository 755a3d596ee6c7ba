// Everything that one look at a draft needs: its text as data, its faults, and what its questions offer to choose from.
import { createHash } from 'node:crypto'
import { procedureMisfits } from '../../../core/agency/fit.ts'
import { GENERAL_LETTER } from '../../../core/paper/letter-templates.ts'
import { type Judged, judgeDraft } from '../../../core/procedure/edit/judge.ts'
import type { Data } from '../../../core/procedure/edit/look.ts'
import { PARTS, pathOf, type Section, shownBy } from '../../../core/procedure/edit/section.ts'
import type { Path } from '../../../core/procedure/fault.ts'
import { readDocument } from '../../../core/procedure/read.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { letterMisfits, lettersNamed } from '../../../letters/edition-faults.ts'
import type { ProcedureDraft } from '../../../store/procedure-drafts.ts'
import type { SignedIn, Visitor } from '../../visitor.ts'
import { type Scene, sceneOf } from './scene.ts'

export type Desk = {
  visitor: Visitor
  signedIn: SignedIn
  draft: ProcedureDraft
  /** Null while the text cannot be read. */
  scene: Scene | null
  procedure: Procedure | null
  faults: readonly Judged[]
  section: Section
  /** Of the thing that is open. */
  path: Path
}

type Asked = { draft: ProcedureDraft; section: Section }

export const deskOf = (visitor: Visitor, signedIn: SignedIn, { draft, section }: Asked): Desk => {
  const { agency, letters } = visitor.agency
  const judged = judgeDraft(draft.source, (procedure) => [
    ...procedureMisfits(procedure, agency).map((one) => ({ ...one, path: ['actors', one.at, 'post'] })),
    ...lettersNamed(procedure).flatMap((one) =>
      letterMisfits(procedure, one, letters[one.letter] ?? letters[GENERAL_LETTER]),
    ),
  ])
  const data = dataOf(draft.source)
  const scene = data === null ? null : sceneOf(data, visitor.agency)
  const path = data === null ? null : pathOf(data, section)
  const open: Section = data === null ? { part: 'file' } : path === null ? { part: section.part } : section
  return { visitor, signedIn, draft, scene, ...judged, section: open, path: path ?? [] }
}

export const dataOf = (source: string): Data | null => {
  const read = readDocument(source)
  return read.ok ? read.data : null
}

export const sectionAsked = (part: string | undefined, item: string | undefined): Section => {
  const known = PARTS.find((one) => one === part) ?? 'identity'
  return item === undefined || item === '' ? { part: known } : { part: known, item }
}

/** Tells whether a section is still what somebody has seen. */
export const markOf = (source: string, section: Section): string => {
  const data = dataOf(source)
  const shown = section.part === 'file' || data === null ? source : shownBy(data, section)
  return createHash('sha256').update(shown).digest('base64url').slice(0, 22)
}
