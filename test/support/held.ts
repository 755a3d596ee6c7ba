// The form that the page of a fault holds, to be sent again.
import { fieldValue } from './visit.ts'

/** What the form on a page would send, as its button sends it. */
export const heldBy = (html: string): { action: string; fields: Record<string, string> } => {
  const form = /<form[^>]*action="([^"]*)"[^>]*>((?:(?!<\/form>)[\s\S])*Kirim lagi[\s\S]*?)<\/form>/.exec(html)
  const names = [...(form?.[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)"/g)].map((one) => one[1] ?? '')
  return {
    action: (form?.[1] ?? '').replaceAll('&amp;', '&'),
    fields: Object.fromEntries(names.map((name) => [name, unescaped(fieldValue(form?.[2] ?? '', name) ?? '')])),
  }
}
const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
