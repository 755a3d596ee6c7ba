// Saves a draft over the version that was read; when somebody else was quicker the same form is done again upon theirs.
import { draftName } from '../../../core/procedure/draft-name.ts'
import type { Section } from '../../../core/procedure/edit/section.ts'
import { barsReading } from '../../../core/procedure/yaml-guard.ts'
import type { Sentence } from '../../../core/sentence.ts'
import { type ProcedureDraft, readProcedureDraft, saveProcedureDraft } from '../../../store/procedure-drafts.ts'
import { first, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, Visitor } from '../../visitor.ts'
import { type Acted, act } from './acts.ts'
import { dataOf, markOf } from './desk.ts'
import { sceneOf } from './scene.ts'

export type SaveOutcome =
  | { outcome: 'saved'; draft: ProcedureDraft; notes: Sentence[]; opens: Section; isChanged: boolean }
  /** Another wrote into the same section: theirs is what stands there now. */
  | { outcome: 'conflict'; draft: ProcedureDraft }
  | { outcome: 'not-done'; draft: ProcedureDraft; acted: Extract<Acted, { ok: false }> }
  | { outcome: 'draft-gone' }

type Saving = { draft: string; section: Section; form: Posted; visitor: Visitor; signedIn: SignedIn }

/** As often as somebody may be quicker before it is told as a conflict. */
const TRIES = 4

export const saveSection = async (services: Services, saving: Saving): Promise<SaveOutcome> => {
  const { visitor, signedIn, section, form } = saving
  const { agency } = visitor.agency.agency
  for (let attempt = 1; ; attempt += 1) {
    const draft = await readProcedureDraft(services.store, agency, saving.draft)
    if (!draft) return { outcome: 'draft-gone' }
    if (isOfSection(form) && markOf(draft.source, section) !== first(form, 'seen')) {
      const now = actedUpon(draft, saving)
      // Both wrote the same, or this one had changed nothing.
      if (now.ok && now.source === draft.source)
        return { outcome: 'saved', draft, notes: [], opens: now.opens, isChanged: false }
      if (!now.ok && now.why === 'gone') return { outcome: 'not-done', draft, acted: now }
      return { outcome: 'conflict', draft }
    }
    const acted = actedUpon(draft, saving)
    if (!acted.ok) return { outcome: 'not-done', draft, acted }
    if (acted.source === draft.source)
      return { outcome: 'saved', draft, notes: [], opens: acted.opens, isChanged: false }
    const named = draftName(acted.source, draft)
    const saved = await saveProcedureDraft(
      services.store,
      agency,
      { ...named, draft: draft.draft, version: draft.version, source: acted.source },
      { person: signedIn.person, now: visitor.now },
    )
    if (saved.ok) {
      const next = { ...draft, ...named, source: acted.source, version: saved.version }
      return { outcome: 'saved', draft: next, notes: acted.notes, opens: acted.opens, isChanged: true }
    }
    if (attempt === TRIES) return { outcome: 'conflict', draft: saved.theirs ?? draft }
  }
}

/** Only what shows a section as a whole can write over what somebody else has put there. */
const isOfSection = (form: Posted): boolean => ['save', 'text'].includes(first(form, 'do'))

const actedUpon = ({ source }: ProcedureDraft, { section, form, visitor }: Saving): Acted => {
  if (first(form, 'do') === 'text') return newText(first(form, 'source').replaceAll('\r\n', '\n'))
  const data = dataOf(source)
  if (data === null) return { ok: false, why: 'no-change' }
  return act({ source, scene: sceneOf(data, visitor.agency), section, form })
}

/** A text may have any fault but those that keep it from being kept. */
export const newText = (source: string): Acted => {
  const bar = barsReading(source)
  return bar
    ? { ok: false, why: 'refused', sentence: bar.sentence }
    : { ok: true, source, notes: [], opens: { part: 'file' } }
}
