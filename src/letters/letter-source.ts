// The one door from the text of a letter's template to what the printer is given: another language of templates changes this alone.
import { parse } from 'yaml'

/** @returns null where nothing can be read out of it */
export const readLetterSource = (source: string): unknown => {
  try {
    return parse(source) ?? null
  } catch {
    return null
  }
}
