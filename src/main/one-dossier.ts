// The one dossier that a command names, by its number or its identity.
import { parseArgs } from 'node:util'
import { sentence } from '../core/sentence.ts'
import { type DossierDetail, findDossiers } from '../store/dossier-records.ts'
import type { OwnerStore } from '../store/owner.ts'
import type { ExitCode, Io } from './command.ts'
import { withOwnerStore } from './owner-database.ts'
import { say, wrongUse } from './say.ts'

export const ONE_DOSSIER = 'NUMBER|ID [--agency A] [--json]'

/** @param tell what to print of it: data for --json, lines else */
export const withOneDossier = async <T>(
  io: Io,
  { name, args }: { name: string; args: string[] },
  tell: { read: (store: OwnerStore, found: DossierDetail) => Promise<T>; lines: (data: T) => string[] },
): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [wanted] = positionals
  if (wanted === undefined || positionals.length > 1) return wrongUse(io, name, ONE_DOSSIER)
  return withOwnerStore(io, async (store) => {
    const found = await findDossiers(store, wanted, values.agency)
    const [one] = found
    if (one === undefined) return say(io, 1, unknown(wanted))
    if (found.length > 1) return say(io, 1, ambiguous(wanted, found))
    const data = await tell.read(store, one)
    for (const line of values.json ? [JSON.stringify(data, null, 2)] : tell.lines(data)) io.out(line)
    return 0
  })
}

const options = { agency: { type: 'string' }, json: { type: 'boolean', default: false } } as const

const unknown = (wanted: string) => sentence(`Berkas "${wanted}" tidak ada.`, `There is no dossier "${wanted}".`)

const ambiguous = (wanted: string, found: DossierDetail[]) => {
  const where = found.map(({ agency }) => agency).join(', ')
  return sentence(
    `Nomor "${wanted}" ada di ${where}; pilih dengan --agency.`,
    `The number "${wanted}" is in ${where}; choose one with --agency.`,
  )
}
