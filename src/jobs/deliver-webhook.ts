// Tells one program of one event: built from the dossier as it was then, tried again later and later, in the end given up.
import { z } from 'zod'
import { fold } from '../core/dossier/evolve.ts'
import { cloudEvent, isToldOutside } from '../core/webhook/cloud-event.ts'
import { isGivenUp, MOST_ATTEMPTS, waitMs } from '../core/webhook/patience.ts'
import { readClient } from '../store/clients.ts'
import { readDossier } from '../store/dossiers.ts'
import {
  keepDelivered,
  keepFailed,
  keepWithheld,
  type OpenDelivery,
  openDelivery,
  switchOff,
} from '../store/webhook-deliveries.ts'
import type { JobRun, JobTools } from './tools.ts'

const shape = z.object({ agency: z.string(), webhook: z.string(), dossier: z.string(), seq: z.number() })
type Payload = z.infer<typeof shape>

export const deliverWebhook: JobRun = async (tools, payload) => {
  const job = shape.parse(payload)
  const { agency, ...key } = job
  const open = await openDelivery(tools.store, agency, { ...key, now: tools.now() })
  if (!open) return
  const body = await bodyOf(tools, job, open)
  if (body === null) return keepWithheld(tools.store, agency, key)
  const sent = await tools.webhook({
    url: open.url,
    id: `${job.webhook}.${job.dossier}.${job.seq}`,
    at: tools.now(),
    secrets: open.secrets.map(tools.unseal),
    body,
  })
  const attempt = { ...key, now: tools.now(), status: sent.status }
  if (sent.ok) return keepDelivered(tools.store, agency, attempt)
  const tries = open.attempts + 1
  const isOver = sent.isGone || tries >= MOST_ATTEMPTS
  const nextAt = isOver ? null : later(attempt.now, waitMs(tries, chanceOf(tools)))
  const { failures, failingSince } = await keepFailed(tools.store, agency, { ...attempt, reason: sent.reason, nextAt })
  if (!sent.isGone && !isGivenUp(failures, failingSince, attempt.now)) return
  await switchOff(tools.store, agency, attempt)
  tools.log.error({ agency, webhook: job.webhook, failures, reason: sent.reason.en }, 'a webhook was switched off')
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()

/** From a fresh identity, whose digits are chance. */
const chanceOf = ({ newId }: JobTools): number => Number.parseInt(newId().slice(0, 8), 16) / 2 ** 32

/** Null when it is nobody's business outside, as the dossier stands today. */
const bodyOf = async (tools: JobTools, { agency, dossier: id, seq }: Payload, { tells }: OpenDelivery) => {
  const record = await readDossier(tools.store, agency, id)
  const event = record?.events[seq - 1]
  const then = record && fold(id, record.events.slice(0, seq))
  if (!record || !event || !then || !isToldOutside(record.dossier)) return null
  const { name } = await readClient(tools.store, agency, record.dossier.client)
  return JSON.stringify(
    cloudEvent({
      agency,
      publicUrl: tools.publicUrl(agency),
      procedure: record.procedure,
      edition: record.edition,
      clientName: name,
      tells,
      // What may be said of it is judged by its grade of today.
      dossier: { ...then, secrecy: record.dossier.secrecy },
      event,
      seq,
    }),
  )
}
