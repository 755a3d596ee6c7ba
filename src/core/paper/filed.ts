// How one letter is filed: as whoever drafts it chose, else as its text says, else as the office usually files its kind.
import { letterSecurity, type Security, type TemplateFiling } from './classification.ts'
import { isKnownCode, type NumberRules } from './number-rules.ts'

export type Filed = { classification: string; security: Security }

type Said = {
  draft?: TemplateFiling | undefined
  text?: TemplateFiling | undefined
  /** Of its dossier. */
  secrecy?: Security | null | undefined
  /** The classification of its kind. */
  usual: string
}

export const letterFiled = (rules: NumberRules, { draft = {}, text = {}, secrecy, usual }: Said): Filed => {
  // A text may come from elsewhere: of its code only what stands in this office's list is taken.
  const ofText =
    text.classification !== undefined && isKnownCode(rules, text.classification) ? text.classification : undefined
  return {
    classification: draft.classification || ofText || usual,
    security: letterSecurity({ draft: draft.security, template: text.security, dossier: secrecy }),
  }
}
