// mipp scan: looks into papers that came while no malware scanner was set, and into those that wait.
import { parseArgs } from 'node:util'
import type { Screened, Screening } from '../../adapters/scan/screening.ts'
import { sentence } from '../../core/sentence.ts'
import { fileNamed, unscannedPapers } from '../../store/file-scans.ts'
import type { Command } from '../command.ts'
import { readConfig } from '../config.ts'
import { say, wrongUse } from '../say.ts'
import { type StoredFiles, withStoredFiles } from '../stored-files.ts'
import { screeningOf } from '../stored-ports.ts'

const name = 'scan'
const usage = '[--json]'

type Sums = { clean: number; infected: number; missing: number }

export const scanCommand: Command = {
  name,
  usage,
  about:
    'Memindai dokumen yang diterima sebelum pemindai malware dipasang, dan yang masih menunggu; yang terinfeksi dikarantina. Kode 1 bila ada yang terinfeksi atau pemindai tidak dapat dihubungi. / Scans papers that came before the malware scanner was set, and those that still wait; infected ones go to quarantine. Code 1 when one is infected or the scanner cannot be reached.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) return wrongUse(io, name, usage)
    const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
    const done = await withStoredFiles(io, (stored) => scanAll(stored, screeningOf(config, stored)))
    if ('reason' in done) return say(io, 1, done.reason)
    const { clean, infected, missing } = done
    if (asked.json) io.out(JSON.stringify(done, null, 2))
    else io.out(`bersih / clean: ${clean}, terinfeksi / infected: ${infected}, hilang / missing: ${missing}`)
    return infected === 0 ? 0 : 1
  },
}

const AT_ONCE = 200

/** Stops when the scanner is away: what is done is done, and the next run goes on. */
const scanAll = async (
  { store, catalogue }: StoredFiles,
  screening: Screening,
): Promise<Sums | { reason: ReturnType<typeof sentence> }> => {
  const sums: Sums = { clean: 0, infected: 0, missing: 0 }
  if (!screening.scanner.isSet) return { reason: NOT_SET }
  for (const { agency } of catalogue.agencies) {
    for (let after = ''; ; ) {
      const files = await unscannedPapers(store, agency.agency, after, AT_ONCE)
      for (const file of files) {
        const known = await fileNamed(store, agency.agency, file)
        const screened = await screening.look(agency.agency, { file, name: '', bytes: 0, person: null, ...known })
        if (screened.state === 'trouble' && screened.trouble.retry) return { reason: screened.trouble.reason }
        sums[COUNTED[screened.state]] += 1
      }
      if (files.length < AT_ONCE) break
      after = files.at(-1) ?? ''
    }
  }
  return sums
}

const COUNTED: Record<Screened['state'], keyof Sums> = {
  clean: 'clean',
  unscanned: 'missing',
  infected: 'infected',
  trouble: 'missing',
}

const NOT_SET = sentence(
  'Pemindai malware belum dipasang. Isi MIPP_CLAMD, misalnya /run/clamav/clamd.ctl.',
  'No malware scanner is set. Set MIPP_CLAMD, such as /run/clamav/clamd.ctl.',
)

const readArgs = (args: string[]) => {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean', default: false } }, allowPositionals: false }).values
  } catch {
    return null
  }
}
