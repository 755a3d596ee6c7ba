// `mipp procedure lint`: every fault of procedure files at once, with file and line.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command, ExitCode, Io } from '../command.ts'
import { lintFile } from '../lint-file.ts'

const usage = 'FILE...'

export const procedureLint: Command = {
  name: 'procedure lint',
  usage,
  about:
    'Memeriksa berkas prosedur; kode 1 bila ada kesalahan, 0 bila hanya peringatan. / Checks procedure files; code 1 for errors, 0 for warnings alone.',
  run: async (args, io) => {
    const files = readFiles(args)
    if (files === null) {
      io.err(`mipp procedure lint ${usage}`)
      return 2
    }
    const codes: ExitCode[] = []
    for (const file of files) codes.push(await lintOne(file, io))
    if (codes.includes(2)) return 2
    return codes.includes(1) ? 1 : 0
  },
}

const readFiles = (args: string[]): string[] | null => {
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    return positionals.length === 0 ? null : positionals
  } catch {
    return null
  }
}

const lintOne = async (file: string, io: Io): Promise<ExitCode> => {
  const faults = await lintFile(resolve(io.cwd, file))
  if (faults === null) {
    io.err(`${file}: berkas tidak dapat dibaca. / the file cannot be read.`)
    return 2
  }
  for (const { line, severity, sentence } of faults) {
    const [id, en] = severity === 'warning' ? ['Peringatan: ', 'Warning: '] : ['', '']
    io.out(`${file}:${line}: ${id}${sentence.id} / ${en}${sentence.en}`)
  }
  return faults.some((fault) => fault.severity === 'error') ? 1 : 0
}
