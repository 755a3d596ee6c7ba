// A notice that a program of the version before has queued: done as one of today.
import { z } from 'zod'
import { OCCASIONS } from '../core/notice/occasions.ts'
import { notify } from './notify.ts'
import type { JobRun } from './tools.ts'

const shape = z.object({
  agency: z.string(),
  dossier: z.string(),
  notice: z.enum(OCCASIONS),
  seq: z.number(),
  version: z.number(),
})

export const tellApplicant: JobRun = async (tools, payload, attempt) => {
  const { notice, seq, ...job } = shape.parse(payload)
  await notify(tools, { ...job, told: [{ seq, occasion: notice, task: null }] }, attempt)
}
