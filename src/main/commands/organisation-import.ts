// mipp organisation import: what CSV tables would do to the running office, line by line; with --write it is done.
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { factsOf } from '../../core/organisation/facts.ts'
import { sentence } from '../../core/sentence.ts'
import { type ImportPlan, type PlannedLine, planImport } from '../../exchange/organisation/plan.ts'
import type { SentFile } from '../../exchange/organisation/read-tables.ts'
import { changeOrganisation, lookAtOrganisation } from '../../store/organisation-changes.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { type CommandOffice, withOffice } from '../organisation-office.ts'
import { say, wrongUse } from '../say.ts'

const name = 'organisation import'
const usage = '--agency A FILE... [--dry-run | --write] [--json]'

export const organisationImport: Command = {
  name,
  usage,
  about:
    'Menunjukkan akibat tabel CSV organisasi baris demi baris; dengan --write ditulis. / Shows line by line what CSV tables of the organisation would do; with --write it is done.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (!asked) return wrongUse(io, name, usage)
    const files: SentFile[] = []
    for (const file of asked.files) {
      const text = await readFile(resolve(io.cwd, file), 'utf8').catch(() => null)
      if (text === null) return say(io, 1, unreadable(file))
      files.push({ name: basename(file), text })
    }
    return withOffice(io, asked.agency, (office) => importInto(io, office, { ...asked, files }))
  },
}

type Asked = { agency: string; files: string[]; isWriting: boolean; json: boolean }

const options = {
  agency: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]): Asked | null => {
  try {
    const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true })
    if (values.agency === undefined || files.length === 0 || (values['dry-run'] && values.write)) return null
    return { agency: values.agency, files, isWriting: values.write, json: values.json }
  } catch {
    return null
  }
}

type Import = { files: SentFile[]; isWriting: boolean; json: boolean }

const importInto = async (io: Io, office: CommandOffice, { files, isWriting, json }: Import): Promise<ExitCode> => {
  const { store, agency, now, newId } = office
  const key = agency.agency.agency
  const seen = await lookAtOrganisation(store, key, factsOf(agency))
  const planned = planImport({ ...seen, newId }, files)
  if (json) io.out(JSON.stringify(planned.lines, null, 2))
  else for (const line of planned.lines) io.out(lineOf(line))
  const refused = planned.lines.filter(({ verdict }) => verdict === 'refused').length
  if (refused > 0) return say(io, 1, hasRefused(refused))
  if (!isWriting) return 0
  if (invites(planned)) return say(io, 1, NOT_HERE)
  const outcome = await changeOrganisation(store, key, {
    by: { person: null, now },
    reason: files.map((one) => `CSV: ${one.name}`).join('; '),
    facts: factsOf(agency),
    plan: () => planned.changes,
    expected: seen.fingerprint,
  })
  if (!outcome.ok) return say(io, 1, 'stale' in outcome ? CHANGED : outcome.sentence)
  if (!json) io.out(`${outcome.writes.length} perubahan ditulis. / ${outcome.writes.length} changes written.`)
  return 0
}

const lineOf = ({ file, line, verdict, what, says }: PlannedLine): string =>
  plain([`${file}:${line}`, verdict, what, ...says.map(({ id }) => id)].join('  '))

/** Whoever wrote it: nothing that moves the cursor of a terminal. */
const plain = (text: string): string => text.replaceAll(/\p{C}/gu, ' ')

const invites = ({ changes }: ImportPlan): boolean => changes.some(({ type }) => type === 'person')

const unreadable = (file: string) =>
  sentence(`Berkas "${file}" tidak dapat dibaca.`, `The file "${file}" cannot be read.`)
const hasRefused = (count: number) =>
  sentence(`${count} baris ditolak; tidak ada yang ditulis.`, `${count} lines are refused; nothing is written.`)
const NOT_HERE = sentence(
  'Ada akun baru yang perlu diundang. Unggah berkasnya di halaman Organisasi, Berkas CSV.',
  'There are new accounts to be invited. Upload the files on the page Organisation, CSV files.',
)
const CHANGED = sentence(
  'Organisasi berubah sementara itu; tidak ada yang ditulis. Jalankan sekali lagi.',
  'The organisation has changed meanwhile; nothing is written. Run it once more.',
)
