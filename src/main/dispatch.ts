// Finds the command that the words mean and runs it; says what there is when they mean none.

import { nearest } from '../core/nearest.ts'
import { isOutage } from '../store/outage.ts'
import type { Command, ExitCode, Io } from './command.ts'
import { OperatorError } from './operator-error.ts'

/** A command that is loaded only when it is called, so that a short one starts fast. */
export type Entry = { name: string; load: () => Promise<Command> }

export async function dispatch(words: string[], entries: Entry[], io: Io): Promise<ExitCode> {
  const isHelp = words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')
  if (isHelp) return help(words.slice(1), entries, io)
  const entry = findEntry(words, entries)
  if (entry === undefined) return unknown(words, entries, io)
  const rest = words.slice(entry.name.split(' ').length)
  if (rest.some((word) => word === '--help' || word === '-h')) return help(entry.name.split(' '), entries, io)
  try {
    const command = await entry.load()
    return await command.run(rest, io).catch((fault: unknown) => {
      if (isWrongUse(fault)) return wrongUse(command, fault, io)
      throw fault
    })
  } catch (fault) {
    return tellFault(fault, io)
  }
}

function findEntry(words: string[], entries: Entry[]): Entry | undefined {
  return entries.find(({ name }) => name.split(' ').every((part, at) => words[at] === part))
}

/** `help` alone, `help procedure` and `help clock due` list what begins with those words. */
async function help(topic: string[], entries: Entry[], io: Io): Promise<ExitCode> {
  const asked = entries.filter(({ name }) => topic.every((part, at) => name.split(' ')[at] === part))
  if (asked.length === 0) return unknown(topic, entries, io)
  if (topic.length === 0) io.out('mipp PERINTAH [...]; mipp help PERINTAH\n')
  for (const { load } of asked) {
    const { name, usage, about } = await load()
    io.out(`  mipp ${name}${usage === '' ? '' : ` ${usage}`}`)
    io.out(`      ${about}`)
  }
  return 0
}

function unknown(words: string[], entries: Entry[], io: Io): ExitCode {
  const said = words
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ')
  const guess = nearest(
    said,
    entries.map(({ name }) => name),
  )
  io.err(`Perintah "${said}" tidak dikenal.${guess === undefined ? '' : ` Maksud Anda "mipp ${guess}"?`}`)
  io.err(`There is no command "${said}".${guess === undefined ? '' : ` Did you mean "mipp ${guess}"?`}`)
  io.err('mipp help')
  return 2
}

/** What Node's own reader of arguments throws for an option that is unknown or lacks its value. */
function isWrongUse(fault: unknown): fault is Error {
  return fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS')
}

function wrongUse({ name, usage }: Command, { message }: Error, io: Io): ExitCode {
  io.err(`Cara pakai keliru. / Wrong use: ${message.split('. ')[0]}`)
  io.err(`mipp ${name}${usage === '' ? '' : ` ${usage}`}`)
  return 2
}

function tellFault(fault: unknown, io: Io): ExitCode {
  if (fault instanceof OperatorError) {
    io.err(fault.says.id)
    io.err(fault.says.en)
    return 1
  }
  if (fault instanceof Error && isOutage(fault)) {
    io.err(`Pangkalan data belum dapat dipakai: ${fault.message}. Periksa PostgreSQL dan DATABASE_URL, lalu coba lagi.`)
    io.err(`The database cannot be used yet: ${fault.message}. Check PostgreSQL and DATABASE_URL, then try again.`)
    return 1
  }
  io.err('Terjadi kesalahan yang tidak terduga pada MIPP. Rinciannya di bawah ini; sertakan bila Anda melapor.')
  io.err('Something unexpected went wrong in MIPP. The details are below; include them in a report.')
  io.err(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
  return 1
}
