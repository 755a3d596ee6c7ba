// What is wrong with a template, in an officer's words: what stands there, and what to write instead.
import { nearest } from '../../core/nearest.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { TemplateFault } from './template.ts'

export const faultOn = (line: number, id: string, en: string): TemplateFault => ({ line, sentence: sentence(id, en) })

/** As much of a text as a sentence can hold. */
export const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** ` Maksud Anda "x"?`, with the nearest of the known words; empty where none is near. */
export const meantOf = (said: string, known: readonly string[], around: readonly [string, string]): Sentence => {
  const found = nearest(said.slice(0, 60), [...known])
  if (found === undefined) return sentence('', '')
  const word = `${around[0]}${found}${around[1]}`
  return sentence(` Maksud Anda ${word}?`, ` Did you mean ${word}?`)
}

export const unknownCommand = (line: number, said: string): TemplateFault => {
  const meant = meantOf(said.split(' ')[0] ?? '', COMMANDS, ['[', ' ...]'])
  return faultOn(
    line,
    `Perintah [${cut(said)}] tidak dikenal.${meant.id} Yang ada: [jika ...], [atau jika ...], [selain itu], [ulang ...], [selesai], [tengah ...], [lampiran ...], [halaman baru], [isi formulir]. Bila kurung itu memang harus tercetak, tulis \\[ di depannya.`,
    `Unknown command [${cut(said)}].${meant.en} There are: [jika ...], [atau jika ...], [selain itu], [ulang ...], [selesai], [tengah ...], [lampiran ...], [halaman baru], [isi formulir]. Write \\[ if the bracket is meant to be printed.`,
  )
}

const COMMANDS = ['jika', 'atau', 'selain', 'ulang', 'selesai', 'tengah', 'lampiran', 'halaman', 'isi']

export const notClosed = (line: number, opened: 'jika' | 'ulang'): TemplateFault =>
  faultOn(
    line,
    `Bagian [${opened} ...] ini tidak ditutup; tulis [selesai] pada baris sesudah isinya.`,
    `This part [${opened} ...] is never closed; write [selesai] on the line after it.`,
  )

export const tooDeep = (line: number, most: number): TemplateFault =>
  faultOn(
    line,
    `Bagian bersyarat atau berulang bersarang lebih dari ${most} tingkat; sederhanakan, atau tutup yang di atas dengan [selesai].`,
    `Parts are nested more than ${most} levels deep; make it simpler, or close those above with [selesai].`,
  )
