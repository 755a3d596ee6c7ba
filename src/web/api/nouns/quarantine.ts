// The quarantine for programs of administrators: what lies in it, and what becomes of it.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { quarantineOf } from '../../../store/quarantine.ts'
import { findHeld, REASON_LETTERS } from '../../pages/quarantine/quarantine-page.tsx'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { id, moment } from '../shapes/common.ts'

const quarantined = z
  .strictObject({
    quarantine: id,
    sha256: z.string(),
    name: z.string(),
    bytes: z.int(),
    found: z.string(),
    sender: z.string().nullable(),
    foundAt: moment,
    state: z.enum(['held', 'released', 'destroyed']),
    decidedAt: moment.nullable(),
    decider: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'QuarantinedFile' })

const access = { tag: 'access', scope: 'people' } as const

export const quarantineEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...access,
    id: 'listQuarantine',
    path: '/quarantine',
    summary: sentence(
      'Berkas yang dikarantina, yang menunggu keputusan di atas',
      'Files in quarantine, those that wait for a decision first',
    ),
    problems: ['not-allowed'],
    answer: z.strictObject({
      scanner: z.string().nullable(),
      waiting: z.int(),
      files: z.array(quarantined),
    }),
    handle: async ({ services, office, caller }) => {
      if (!mayOffice(caller.actor, 'decide-quarantine')) return bad('not-allowed')
      const [files, health] = await Promise.all([quarantineOf(services.store, office), services.scanHealth()])
      const shown = files.map(({ file: sha256, ...one }) => ({ ...one, sha256 }))
      return good({ scanner: health.scanner, waiting: health.waiting, files: shown })
    },
  }),
  endpoint('post', {
    ...access,
    id: 'decideQuarantine',
    path: '/quarantine/{quarantine}/decision',
    summary: sentence(
      'Lepaskan atau musnahkan berkas yang dikarantina',
      'Release a file from quarantine, or destroy it',
    ),
    params: z.object({ quarantine: id }),
    body: z.strictObject({
      decision: z.enum(['released', 'destroyed']),
      reason: z.string().trim().min(REASON_LETTERS).max(500),
    }),
    example: { decision: 'destroyed', reason: 'Bukan dokumen; komputer pengirim sudah dibersihkan' },
    answer: null,
    problems: ['not-allowed', 'not-open'],
    handle: async ({ services, office, caller, params, body }) => {
      if (!mayOffice(caller.actor, 'decide-quarantine')) return bad('not-allowed')
      const found = await findHeld(services, office, params.quarantine)
      if (!found) return bad('not-found')
      const { quarantine, file } = found
      const { decision: state, reason } = body
      const choice = { quarantine, file, state, reason, person: caller.person }
      return (await services.screening.decide(office, choice)) ? good(undefined) : bad('not-open')
    },
  }),
]
