// mipp retention apply: after an older backup came back, destroys again what a list says was destroyed since.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { sentence } from '../../core/sentence.ts'
import { carryOut } from '../../jobs/carry-out.ts'
import { applyList } from '../../store/destruction-lists.ts'
import { readDestruction } from '../../store/destructions.ts'
import type { Command } from '../command.ts'
import { say, wrongUse } from '../say.ts'
import { withStoredFiles } from '../stored-files.ts'

const name = 'retention apply'
const usage = 'LIST.json ... [--json]'

const moment = z.iso.datetime()
const listSchema = z.object({
  agency: z.string(),
  destruction: z.uuid(),
  number: z.string(),
  reason: z.string(),
  state: z.enum(['approved', 'done']),
  proposedAt: moment,
  proposedBy: z.uuid(),
  proposedAs: z.string(),
  decidedAt: moment,
  decidedBy: z.uuid(),
  decidedAs: z.string(),
  remark: z.string(),
  items: z.array(
    z.object({
      dossier: z.uuid(),
      number: z.string(),
      classification: z.string(),
      version: z.int(),
      headHash: z.string().regex(/^[0-9a-f]{64}$/),
      endedAt: moment,
      state: z.string(),
    }),
  ),
})

export const retentionApply: Command = {
  name,
  usage,
  about:
    'Setelah memulihkan cadangan lama: memusnahkan lagi menurut daftar berita acara (JSON). / After an older backup came back: destroys again by the lists of official records (JSON).',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null || asked.positionals.length === 0) return wrongUse(io, name, usage)
    const lists: z.output<typeof listSchema>[] = []
    for (const file of asked.positionals) {
      const list = listSchema.safeParse(await parsed(file))
      if (!list.success) return say(io, 1, notAList(file))
      lists.push(list.data)
    }
    return withStoredFiles(io, async (stored) => {
      const all: Applied[] = []
      for (const list of lists) {
        const { differing, missing } = await applyList(stored.store, list)
        const standing = await readDestruction(stored.store, list.agency, list.destruction)
        const done = standing ? await carryOut(stored, list, standing) : { destroyed: 0, kept: 0 }
        const applied = { number: list.number, destroyed: done.destroyed, held: done.kept, differing, missing }
        all.push(applied)
        // Each at once: the next may take long.
        if (!asked.values.json) io.out(inWords(applied))
      }
      if (asked.values.json) io.out(JSON.stringify(all, null, 2))
      return 0 as const
    })
  },
}

/** Of one list, in dossiers. `held`: kept for a reason that came since. `differing`, `missing`: see applyList. */
type Applied = { number: string; destroyed: number; held: number; differing: number; missing: number }

const inWords = ({ number, destroyed, held, differing, missing }: Applied): string =>
  `${number}: ${destroyed} dimusnahkan / destroyed, ${held} ditahan / held, ${differing} berbeda / differ, ${missing} tidak ada / missing`

const options = { json: { type: 'boolean', default: false } } as const

const readArgs = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch {
    return null
  }
}

const parsed = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

const notAList = (file: string) =>
  sentence(
    `${file} bukan daftar pemusnahan yang disetujui. Unduh daftarnya (JSON) dari halaman berita acara.`,
    `${file} is no list of an approved destruction. Download the list (JSON) from the page of the record.`,
  )
