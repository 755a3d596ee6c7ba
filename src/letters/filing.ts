// What the text of a kind of letter says about how its letters are filed.
import { SECURITY_NAMES, type Security, securityNamed, type TemplateFiling } from '../core/paper/classification.ts'
import { readTemplate } from './language/read.ts'

/** Nothing where the text cannot be read. */
export const filingOf = (source: string): TemplateFiling => {
  const read = readTemplate(source)
  if (!read.ok) return {}
  const { classification, security } = read.template.front
  return { classification, security: securityNamed(security) }
}

/** The line Sifat: how secret the letter is, beside what else its text says there, as "Segera". */
export const securityLine = (line: string, security: Security): string => {
  if (securityNamed(line) !== undefined) return SECURITY_NAMES[security]
  return security === 'biasa' ? line : `${SECURITY_NAMES[security]}, ${line}`
}
