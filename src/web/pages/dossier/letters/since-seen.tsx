// What has changed in a draft since this reader last read it, for whoever initials or signs.
import { draftDifference } from '../../../../core/dossier/letters/difference.ts'
import type { Letter } from '../../../../core/dossier/letters/letter.ts'
import { lastSeen } from '../../../../core/dossier/letters/stages.ts'
import { inLines } from '../../../fields/lines.tsx'
import { letterKind } from '../../../letter-desk.ts'
import type { Desk } from '../desk.ts'
import { DraftChanges } from './difference.tsx'
import { letterPath } from './letters-card.tsx'

export const SinceSeen = ({ desk, letter }: { desk: Desk; letter: Letter }) => {
  const { text, language, agency } = desk.visitor
  const words = text.letters
  const seen = lastSeen(letter, desk.signedIn.person)
  const now = letter.versions.length
  const before = seen === null || seen >= now ? undefined : letter.versions[seen - 1]
  const remark = letter.marks.findLast((mark) => mark.kind === 'sent-back')
  return (
    <>
      {remark && now > remark.version && <p class="field-hint">{inLines(remark.remark.split('\n'))}</p>}
      {before && seen !== null && (
        <section>
          <h3 class="card-title">{words.change.since(seen)}</h3>
          <DraftChanges
            changes={draftDifference(before.draft, letter.draft)}
            fields={letterKind(agency, letter.letter)?.fields ?? []}
            text={text}
            language={language}
          />
        </section>
      )}
      {now > 1 && (
        <p>
          <a href={`${letterPath(desk, letter.id)}#versions`}>{words.versions.title}</a>
        </p>
      )}
    </>
  )
}
