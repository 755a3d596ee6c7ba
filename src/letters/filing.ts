// What the text of a kind of letter says about how its letters are filed.
import { securityNamed, type TemplateFiling } from '../core/paper/classification.ts'
import { readTemplate } from './language/read.ts'

/** Nothing where the text cannot be read. */
export const filingOf = (source: string): TemplateFiling => {
  const read = readTemplate(source)
  if (!read.ok) return {}
  const { classification, security } = read.template.front
  return { classification, security: securityNamed(security) }
}
