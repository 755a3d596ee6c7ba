// The drafts of one kind of letter: who saved each last, and what may be done with it.
import { speakShort } from '../../../core/clock/speak.ts'
import type { TemplateEdition } from '../../../core/paper/letter-templates.ts'
import type { TemplateDraftHead } from '../../../store/letter-template-drafts.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import type { Visitor } from '../../visitor.ts'
import { DraftActs, type KeeperPart } from '../procedures/procedure-forms.tsx'
import { compareAddress, templateDraftAddress } from './address.ts'

type Props = {
  part: KeeperPart
  drafts: readonly TemplateDraftHead[]
  newest: TemplateEdition | undefined
  mayRatify: boolean
}

export const DraftList = ({ part, drafts, newest, mayRatify }: Props) => {
  const { visitor } = part
  const words = visitor.text.letterTemplates
  if (drafts.length === 0) return <p>{words.noDrafts}</p>
  return (
    <>
      {drafts.map((draft) => (
        <section key={draft.draft} class="stack letter-draft">
          <h3 class="card-title">{words.isDraft(draft.base === null ? '' : String(draft.base))}</h3>
          <p>{savedWords(draft, visitor)}</p>
          {draft.changedBy === null && draft.base !== null && <p>{words.offered}</p>}
          <ButtonRow>
            <LinkButton icon="pencil" href={templateDraftAddress(draft)}>
              {words.open}
            </LinkButton>
            {newest && (
              <LinkButton
                kind="quiet"
                icon="copy"
                href={compareAddress(draft.letter, String(newest.edition), draft.draft)}
              >
                {words.compare}
              </LinkButton>
            )}
          </ButtonRow>
          {mayRatify && <DraftActs part={part} draft={draft} />}
        </section>
      ))}
    </>
  )
}

export const savedWords = (draft: TemplateDraftHead, { text, language, agency, now }: Visitor): string =>
  text.letterTemplates.draftSaved(
    String(draft.version),
    speakShort(draft.changedAt, language, { zone: agency.agency.zone, now }),
    draft.changedBy?.name ?? text.letterTemplates.fromCatalogue,
  )
