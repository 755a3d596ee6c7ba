// The command line `mipp`: the one way into the program.

import { commandTable } from './command-table.ts'
import { dispatch } from './dispatch.ts'

// `mipp procedure list | head` closes the pipe early: no fault of ours.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault
})
// A signal channel to the starter must not keep a finished command alive.
process.channel?.unref()

process.exitCode = await dispatch(process.argv.slice(2), commandTable, {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  env: process.env,
  // npm changes the folder to the project's; this is where the person stood.
  cwd: process.env.INIT_CWD ?? process.cwd(),
})
