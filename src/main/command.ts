// What a command of the command line is, and how it speaks to the shell.

/** 0 good, 1 refused (a rule or the data says no), 2 wrong use. */
export type ExitCode = 0 | 1 | 2

export type Io = {
  out: (line: string) => void
  err: (line: string) => void
  env: Record<string, string | undefined>
  /** Folder that relative paths of the user are meant from. */
  cwd: string
}

export type Command = {
  /** The words that call it, e.g. `clock due`. */
  name: string
  /** Its arguments, e.g. `--agency A --from ISO --time "2 jam" [--json]`. */
  usage: string
  about: string
  /** @param args the words after the name */
  run: (args: string[], io: Io) => Promise<ExitCode>
}
