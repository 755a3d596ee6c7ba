// The command line of MIPP inside the test: what it says, and how it ends.
import { commandTable } from '../../src/main/command-table.ts'
import { dispatch } from '../../src/main/dispatch.ts'

export type Said = { code: number; out: string; err: string }

export const mipp = async (words: string[], env: Record<string, string>, cwd = process.cwd()): Promise<Said> => {
  const out: string[] = []
  const err: string[] = []
  const code = await dispatch(words, commandTable, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env,
    cwd,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
