// `mipp procedure lint`: every fault of procedure files, or of the editions of the running office, with the line.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command, ExitCode, Io } from '../command.ts'
import { faultLine } from '../fault-line.ts'
import { lintFile } from '../lint-file.ts'
import { type LintedEdition, lintStored } from '../lint-stored.ts'
import { withOwnerStore } from '../owner-database.ts'
import { wrongUse } from '../say.ts'

const name = 'procedure lint'
const usage = 'FILE... | --database [--json]'

export const procedureLint: Command = {
  name,
  usage,
  about:
    'Memeriksa berkas prosedur, atau dengan --database semua edisi kantor yang berjalan; kode 1 bila ada kesalahan, 0 bila hanya peringatan. / Checks procedure files, or with --database every edition of the running office; code 1 for errors, 0 for warnings alone.',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.database === positionals.length > 0) return wrongUse(io, name, usage)
    const linted = values.database ? await withOwnerStore(io, lintStored) : await lintFiles(positionals, io)
    if (values.json) io.out(JSON.stringify(linted.flatMap(dataOf), null, 2))
    else for (const line of wordsOf(linted)) io.out(line)
    if (linted.length < positionals.length) return 2
    return exitCode(linted)
  },
}

const options = { database: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } as const

/** A file that cannot be read is told and left out. */
const lintFiles = async (files: string[], io: Io): Promise<LintedEdition[]> => {
  const linted: LintedEdition[] = []
  for (const file of files) {
    const faults = await lintFile(resolve(io.cwd, file))
    if (faults === null) io.err(`${file}: berkas tidak dapat dibaca. / the file cannot be read.`)
    else linted.push({ name: file, faults })
  }
  return linted
}

const wordsOf = (linted: LintedEdition[]): string[] => {
  const lines = linted.flatMap(linesOf)
  return lines.length > 0 || linted.length === 0
    ? lines
    : ['Tidak ada kesalahan dan peringatan. / No faults and no warnings.']
}

const exitCode = (linted: LintedEdition[]): ExitCode =>
  linted.some(({ faults }) => faults.some((fault) => fault.severity === 'error')) ? 1 : 0

const dataOf = ({ name: file, faults }: LintedEdition) =>
  faults.map(({ line, severity, sentence: { id, en } }) => ({ file, line, severity, id, en }))

const linesOf = ({ name: file, faults }: LintedEdition): string[] => faults.map((fault) => faultLine(file, fault))
