// The one door from a stored template to the letters that are made with it.
import { readTemplate } from './language/read.ts'

/** @returns null where this program cannot read it: another text stands in */
export const readLetterSource = (source: string): string | null => (readTemplate(source).ok ? source : null)
