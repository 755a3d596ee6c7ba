// The addresses of the procedure editor.
import type { Section } from '../../../core/procedure/edit/section.ts'
import type { ProcedureDraft } from '../../../store/procedure-drafts.ts'

export const NEW_DRAFT_PATH = '/procedures/drafts/new'

export const nextEditionPath = ({ procedure, edition }: { procedure: string; edition: string }): string =>
  `${NEW_DRAFT_PATH}?${new URLSearchParams({ from: `${procedure}@${edition}` })}`

type Draft = Pick<ProcedureDraft, 'procedure' | 'draft'>

export const draftAddress = ({ procedure, draft }: Draft): string => `/procedures/${procedure}/drafts/${draft}`

export const addressOf = (draft: Draft, { part, item }: Section): string => {
  const query = new URLSearchParams({ part, ...(item === undefined ? {} : { at: item }) })
  return `${draftAddress(draft)}?${query}`
}

/** Where on the page the thing stands that is open. */
export const anchorOf = (item: string | undefined): string =>
  item === undefined ? '' : `#item-${item.replaceAll('.', '-')}`
