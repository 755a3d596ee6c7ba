// Carries out an approved record of destruction: its paper first, then one dossier after the other; interrupted it goes on.
import { Readable } from 'node:stream'
import { z } from 'zod'
import { destructionRecordDocument } from '../letters/destruction-record.ts'
import { recordOf } from '../letters/record-of-destruction.ts'
import { keepRecord } from '../store/destroying.ts'
import { readDestruction } from '../store/destructions.ts'
import { carryOut } from './carry-out.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'

const payloadSchema = z.object({ agency: z.string(), destruction: z.string() })

export const destroy: JobRun = async (tools, payload) => {
  const of = payloadSchema.parse(payload)
  const standing = await readDestruction(tools.store, of.agency, of.destruction)
  if (standing?.state !== 'approved') return
  // The list is written down before anything of it goes.
  if (standing.recordSha256 === null) await fileRecord(tools, of.agency, standing)
  const done = await carryOut(tools, of, standing)
  tools.log.info({ ...of, ...done }, 'destroyed by record')
}

type Standing = NonNullable<Awaited<ReturnType<typeof readDestruction>>>

const fileRecord = async (tools: JobTools, agency: string, standing: Standing): Promise<void> => {
  const pdf = await tools.renderPdf(destructionRecordDocument(recordOf(await officeOf(tools, agency), standing)))
  const kept = await tools.files.put(Readable.from([pdf]), { maxBytes: 100_000_000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  await keepRecord(tools.store, { agency, destruction: standing.destruction }, kept.value.sha256)
}
