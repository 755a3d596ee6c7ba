// What the commands of the clock say when they cannot answer.
import { type Sentence, sentence } from '../core/sentence.ts'
import type { ExitCode, Io } from './command.ts'
import { say } from './say.ts'

export const refuse = (io: Io, reasons: readonly Sentence[]): ExitCode => {
  for (const reason of reasons) say(io, 1, reason)
  return 1
}

/** @param then shows the right use */
export const notIso = (io: Io, [option, given]: readonly [string, string], then: () => ExitCode): ExitCode => {
  say(
    io,
    2,
    sentence(
      `${option} "${given}" bukan waktu ISO, misalnya 2026-11-20T09:30.`,
      `${option} "${given}" is not an ISO moment, such as 2026-11-20T09:30.`,
    ),
  )
  return then()
}
