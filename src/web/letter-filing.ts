// How a letter of a kind would be filed now, for whoever drafts one or takes a number for it.
import type { AgencyData } from '../core/agency/catalogue.ts'
import type { Secrecy } from '../core/dossier/events.ts'
import type { TemplateFiling } from '../core/paper/classification.ts'
import { type Filed, letterFiled } from '../core/paper/filed.ts'
import { GENERAL_LETTER } from '../core/paper/letter-templates.ts'
import { letterNumbering, type NumberRules } from '../core/paper/number-rules.ts'
import { filingOf } from '../letters/filing.ts'

type Standing = { draft?: TemplateFiling; secrecy?: Secrecy | null }
type Office = Pick<AgencyData, 'agency' | 'letters'>

/** @param kind empty for a letter outside that is of none */
export const filedAs = (office: Office, kind: string, { draft, secrecy }: Standing): Filed => {
  const rules = rulesOf(office)
  const { classification: usual } = letterNumbering(rules, kind, null)
  return letterFiled(rules, { draft, text: textFiling(office, kind), secrecy, usual })
}

/** What may be chosen is what the office's list has; anything where it has none. */
export const rulesOf = ({ agency }: Pick<Office, 'agency'>): NumberRules => ({
  ...agency.numbers,
  codes: agency.classifications.map(({ code }) => code),
})

const textFiling = ({ letters }: Office, kind: string): TemplateFiling => {
  const source = Object.hasOwn(letters, kind) ? letters[kind] : letters[GENERAL_LETTER]
  return kind === '' || source === undefined ? {} : filingOf(source)
}
