// How a command tells the operator what is wrong: both languages, one line each, on the channel for errors.
import { type Sentence, sentence } from '../core/sentence.ts'
import type { ExitCode, Io } from './command.ts'

/** @returns the exit code, to be handed on */
export const say = (io: Io, code: ExitCode, { id, en }: Sentence): ExitCode => {
  io.err(id)
  if (en !== '') io.err(en)
  return code
}

export const wrongUse = (io: Io, command: string, usage: string): ExitCode =>
  say(io, 2, sentence(`mipp ${command} ${usage}`, ''))

export const unknownAgency = (id: string): Sentence =>
  sentence(`Katalog tidak memuat kantor "${id}".`, `The catalogue has no agency "${id}".`)

export const whichAgency = (agencies: readonly string[]): Sentence => {
  const names = agencies.join(', ')
  return sentence(
    `Katalog memuat beberapa kantor; sebut satu dengan --agency: ${names}.`,
    `The catalogue has several agencies; name one with --agency: ${names}.`,
  )
}
