// mipp dossier list: the newest dossiers of the running office, one line each.
import { parseArgs } from 'node:util'
import type { Status } from '../../core/dossier/dossier.ts'
import { sentence } from '../../core/sentence.ts'
import { listDossiers } from '../../store/dossier-records.ts'
import type { Command } from '../command.ts'
import { dossierLine } from '../dossier-text.ts'
import { withOwnerStore } from '../owner-database.ts'
import { say } from '../say.ts'

const STATUSES: Status[] = ['open', 'finished', 'rejected', 'withdrawn']
const MOST = 100_000

export const dossierList: Command = {
  name: 'dossier list',
  usage: `[--agency A] [--status ${STATUSES.join('|')}] [--procedure P] [--limit N] [--json]`,
  about:
    "Mendaftar berkas, yang terbaru lebih dahulu (bawaan: 50). Baris perintah adalah milik pemilik instalasi: berkas rahasia pun tampak. / Lists dossiers, the newest first (50 by default). The command line is the owner's: secret dossiers show too.",
  run: async (args, io) => {
    const { values } = parseArgs({ args, options })
    const limit = Number(values.limit)
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST) return say(io, 2, badLimit(values.limit))
    const status = STATUSES.find((one) => one === values.status)
    if (values.status !== undefined && status === undefined) return say(io, 2, badStatus(values.status))
    const { json, status: _, ...rest } = values
    const filter = { ...rest, limit, ...(status ? { status } : {}) }
    const rows = await withOwnerStore(io, (store) => listDossiers(store, filter))
    for (const line of json ? [JSON.stringify(rows, null, 2)] : rows.map(dossierLine)) io.out(line)
    return 0
  },
}

const options = {
  agency: { type: 'string' },
  status: { type: 'string' },
  procedure: { type: 'string' },
  limit: { type: 'string', default: '50' },
  json: { type: 'boolean', default: false },
} as const

const badLimit = (given: string) =>
  sentence(
    `--limit "${given}" bukan bilangan 1 sampai ${MOST}.`,
    `--limit "${given}" is not a number from 1 to ${MOST}.`,
  )

const badStatus = (given: string) =>
  sentence(
    `Keadaan "${given}" tidak ada; pilih ${STATUSES.join(', ')}.`,
    `There is no status "${given}"; choose ${STATUSES.join(', ')}.`,
  )
