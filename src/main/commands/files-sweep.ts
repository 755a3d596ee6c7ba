// mipp files sweep: removes stored bytes that nothing refers to, as the nightly round does; or only says which those are.
import { parseArgs } from 'node:util'
import { sentence } from '../../core/sentence.ts'
import { FILE_DAYS } from '../../jobs/tidy.ts'
import { daysBefore, filesInUse } from '../../store/tidy.ts'
import type { Command } from '../command.ts'
import { say, wrongUse } from '../say.ts'
import { withStoredFiles } from '../stored-files.ts'

const name = 'files sweep'
const usage = '[--dry-run] [--json]'

export const filesSweep: Command = {
  name,
  usage,
  about:
    'Membuang berkas tersimpan yang lebih dari sehari tidak dirujuk apa pun; dengan --dry-run hanya menghitungnya. / Removes stored files that nothing has referred to for more than a day; with --dry-run it only counts them.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) return wrongUse(io, name, usage)
    const isTrial = asked['dry-run']
    const gone = await withStoredFiles(io, ({ files, store, now }) =>
      files.forget(daysBefore(now(), FILE_DAYS), (some) => filesInUse(store, some), { isTrial }),
    )
    if (asked.json) io.out(JSON.stringify({ ...gone, isTrial }, null, 2))
    if (gone.isForeign) return say(io, 1, FOREIGN)
    const [id, en] = isTrial ? ['akan dibuang', 'would be removed'] : ['dibuang', 'removed']
    if (!asked.json) io.out(`${gone.removed} berkas ${id} / files ${en}, ${(gone.bytes / 1_000_000).toFixed(1)} MB`)
    return 0
  },
}

const FOREIGN = sentence(
  'Tidak satu pun berkas lama dikenal pangkalan data ini; mungkin folder berkasnya milik pemasangan lain. Tidak ada yang dibuang. Periksa MIPP_DATA dan DATABASE_URL.',
  'This database knows none of the old files; perhaps the folder belongs to another installation. Nothing was removed. Check MIPP_DATA and DATABASE_URL.',
)

const options = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values
  } catch {
    return null
  }
}
