// A form of a page as a browser without scripts would send it.
import type { FormFields } from './visit.ts'

/** @param holds words of the form that is meant; without the key of the session, which a visit adds itself */
export const formOf = (html: string, holds = 'id="editor-form"'): FormFields => {
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([one]) => one).find((one) => one.includes(holds)) ?? ''
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), unescaped(value)]
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    const isBox = /type="(checkbox|radio)"/.test(tag)
    if (name === undefined || name === 'csrf' || (isBox && !/ checked/.test(tag))) continue
    put(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', value = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    put(name, value)
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? ''
    put(name, /value="([^"]*)"/.exec(chosen)?.[1] ?? '')
  }
  return fields
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
