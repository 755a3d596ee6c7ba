// One look at a text in work: what is wrong with it, how it would be printed, and what can be chosen for its preview.

import { judgeTemplate } from '../../../letters/desk/judge.ts'
import type { TemplateFault } from '../../../letters/language/template.ts'
import type { TemplateDraft } from '../../../store/letter-template-drafts.ts'
import { makePreview, type SampleChoice, sampleChoices } from '../../letter-templates/sample.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, Visitor } from '../../visitor.ts'

export type Chosen = { with: string; paper: string }

export type PreviewShown =
  /** `png` where they are drawn at once, because the text is not saved. */
  | { kind: 'pages'; pages: number; shown: number; png: readonly string[] }
  | { kind: 'pdf' }
  | { kind: 'none'; says: string }

export type Look = { faults: readonly TemplateFault[]; preview: PreviewShown }

export type TemplateDesk = {
  visitor: Visitor
  signedIn: SignedIn
  draft: TemplateDraft
  chosen: Chosen
  choices: readonly SampleChoice[]
}

export const openTemplateDesk = async (
  services: Services,
  visitor: Visitor,
  { signedIn, draft, chosen }: Pick<TemplateDesk, 'signedIn' | 'draft' | 'chosen'>,
): Promise<TemplateDesk> => {
  const choices = await sampleChoices(services, visitor, { signedIn, letter: draft.letter })
  // A dossier that is not among the newest stays chosen.
  const isListed = choices.some(({ value }) => value === chosen.with)
  const named = isListed || chosen.with.startsWith('dossier:') ? chosen.with : (choices[0]?.value ?? '')
  return { visitor, signedIn, draft, choices, chosen: { ...chosen, with: named } }
}

/** More pages stand in the PDF. */
const MOST_PAGES = 3
export const LIVE_WIDTH = 800

type Looked = { letter: string; source: string; chosen: Chosen; isDrawn: boolean }

/** @param isDrawn the pictures come along, for a text that is not saved and has no address */
export const lookAt = async (
  services: Services,
  visitor: Visitor,
  { letter, source, chosen, isDrawn }: Looked,
): Promise<Look> => {
  const words = visitor.text.letterTemplates.editor
  const judged = judgeTemplate(visitor.agency, letter, source)
  const made = await makePreview(services, visitor, { letter, source, ...chosen })
  if (!made.ok) {
    return {
      faults: judged.length > 0 ? judged : made.faults,
      preview: { kind: 'none', says: made.sentence?.[visitor.language] ?? words.notDrawn },
    }
  }
  const first = await services.pictures?.renderPage(made.pdf, 1, LIVE_WIDTH)
  if (!first) return { faults: judged, preview: { kind: 'pdf' } }
  if (!first.ok) return { faults: judged, preview: { kind: 'none', says: first.reason[visitor.language] } }
  const { pages, png } = first.value
  const shown = Math.min(pages, MOST_PAGES)
  const more = isDrawn ? await morePages(services, made.pdf, shown) : []
  const drawn = isDrawn ? [png, ...more].map((one) => Buffer.from(one).toString('base64')) : []
  return { faults: judged, preview: { kind: 'pages', pages, shown, png: drawn } }
}

const morePages = async (services: Services, pdf: Uint8Array, shown: number): Promise<Uint8Array[]> => {
  const drawn = await Promise.all(
    Array.from({ length: shown - 1 }, (_, at) => services.pictures?.renderPage(pdf, at + 2, LIVE_WIDTH)),
  )
  return drawn.flatMap((one) => (one?.ok ? [one.value.png] : []))
}
