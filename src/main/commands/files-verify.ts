// mipp files verify: reads every stored paper, compares its SHA-256, and names those that are gone or damaged.
import { parseArgs } from 'node:util'
import { lookThrough } from '../../jobs/look-through-files.ts'
import { MOST_TROUBLES, type TroubledPaper, troubledPapers } from '../../store/file-troubles.ts'
import type { FileWalk } from '../../store/file-walk.ts'
import type { Command } from '../command.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'
import { withStoredFiles } from '../stored-files.ts'

const name = 'files verify'
const usage = '[--agency A] [--anew] [--json]'

type Verified = { agency: string; walk: FileWalk; papers: TroubledPaper[] }

export const filesVerify: Command = {
  name,
  usage,
  about:
    'Membaca setiap dokumen tersimpan dan membandingkan SHA-256-nya; melanjutkan pemeriksaan yang terputus, kecuali dengan --anew; kode 1 bila ada yang rusak atau hilang. / Reads every stored paper and compares its SHA-256; goes on with a walk that broke off, unless --anew; code 1 when one is damaged or missing.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) return wrongUse(io, name, usage)
    const verified = await withStoredFiles(io, async (tools) => {
      const all = tools.catalogue.agencies.map(({ agency }) => agency.agency)
      const wanted = all.filter((one) => asked.agency === undefined || one === asked.agency)
      const done: Verified[] = []
      for (const agency of wanted) {
        const progress = (walk: FileWalk) => io.err(progressLine(agency, walk))
        const walk = await lookThrough(tools, agency, { isAnew: asked.anew, progress })
        done.push({ agency, walk, papers: await troubledPapers(tools.store, agency) })
      }
      return done
    })
    if (verified.length === 0) return say(io, 1, unknownAgency(asked.agency ?? ''))
    const whole = verified.every(({ papers }) => papers.length === 0)
    const lines = asked.json ? [JSON.stringify({ whole, agencies: verified }, null, 2)] : verified.flatMap(linesOf)
    for (const line of lines) io.out(line)
    return whole ? 0 : 1
  },
}

const options = {
  agency: { type: 'string' },
  anew: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values
  } catch {
    return null
  }
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)

const progressLine = (agency: string, { files, bytes }: FileWalk): string =>
  `${agency}: ${files} dokumen / papers, ${megabytes(bytes)} MB ...`

const linesOf = ({ agency, walk, papers }: Verified): string[] => [
  `${agency}: ${walk.files} dokumen / papers, ${megabytes(walk.bytes)} MB, ${walk.beganAt} - ${walk.endedAt ?? '...'}`,
  papers.length === 0 ? '  utuh / whole' : `  rusak / damaged: ${walk.damaged}, hilang / missing: ${walk.missing}`,
  ...papers.slice(0, MOST_TROUBLES).map(paperLine),
  ...(papers.length > MOST_TROUBLES ? [`  ... dan lainnya / and more`] : []),
]

const paperLine = ({ what, number, name: file, sha256, foundAt }: TroubledPaper): string =>
  `  - ${what === 'missing' ? 'hilang / missing' : 'rusak / damaged'}: ${number}, ${plain(file)}, ${sha256}, ${foundAt}`

/** Whoever named it: nothing that moves the cursor of a terminal. */
const plain = (text: string): string => text.replaceAll(/\p{C}/gu, ' ')
