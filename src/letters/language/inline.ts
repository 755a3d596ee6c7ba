// Words of a line: plain, **bold**, and {names} in whose place a value is put.
import { cut, faultOn } from './faults.ts'
import type { Span, TemplateFault, Words } from './template.ts'

export const NAME = /^[a-z][a-z0-9-]*(?:\.[a-zA-Z][a-zA-Z0-9-]*)?$/

export type Inline = { words: Words; faults: TemplateFault[] }

/** A backslash makes the sign after it a plain one; every other backslash is only a backslash. */
export const readInline = (source: string, line: number): Inline => {
  const spans: Span[] = []
  const faults: TemplateFault[] = []
  let isStrong = false
  for (const [token] of source.matchAll(TOKEN)) {
    if (token === '**') isStrong = !isStrong
    else if (token.startsWith('{') && token.endsWith('}') && NAME.test(token.slice(1, -1)))
      spans.push({ name: token.slice(1, -1), isStrong })
    else if (token.startsWith('{')) faults.push(notAName(line, token))
    else spans.push({ text: token.length === 2 && token.startsWith('\\') ? token.slice(1) : token, isStrong })
  }
  if (isStrong) faults.push(notEnded(line))
  return { words: joined(spans), faults }
}

/** An escaped sign, a mark of bold, a name in braces, a lone brace; else the plain words between them. */
const TOKEN = /\\[\\{}[\]*|#:.-]|\*\*|\{[^{}\n]*\}|\{|(?:(?!\\[\\{}[\]*|#:.-]|\*\*|\{)[\s\S])+/g

const joined = (spans: readonly Span[]): Span[] => {
  const out: Span[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if (last && 'text' in last && 'text' in span && last.isStrong === span.isStrong) last.text += span.text
    else out.push({ ...span })
  }
  return out
}

const notAName = (line: number, token: string): TemplateFault => {
  if (!token.endsWith('}'))
    return faultOn(
      line,
      'Kurung { tidak ditutup. Tulis nama isian dengan lengkap, misalnya {nama-domain}; bila kurung itu memang harus tercetak, tulis \\{.',
      'The brace { is not closed. Write the whole name, as {nama-domain}; write \\{ if the brace is meant to be printed.',
    )
  const said = token.slice(1, -1).trim()
  const better = said.toLowerCase().replace(/[\s_]+/g, '-')
  const [id, en] = NAME.test(better) ? [` Tulis {${cut(better)}}.`, ` Write {${cut(better)}}.`] : ['', '']
  return faultOn(
    line,
    `{${cut(said)}} bukan nama isian: pakai huruf kecil, angka, dan tanda hubung tanpa spasi.${id}`,
    `{${cut(said)}} is not the name of a field: use lower-case letters, digits and hyphens without blanks.${en}`,
  )
}

const notEnded = (line: number): TemplateFault =>
  faultOn(
    line,
    'Huruf tebal dibuka dengan ** tetapi tidak ditutup pada bagian yang sama; tulis ** di akhirnya.',
    'Bold begins with ** but does not end in the same part; write ** at its end.',
  )
