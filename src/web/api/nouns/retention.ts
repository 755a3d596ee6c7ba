// How long ended dossiers are kept, for programs of those who keep the archive or decide: the list, a hold, a classification.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { countRetention, RETENTION_PAGE, readOneRetained, readRetention } from '../../../store/retention.ts'
import { retentionCursor } from '../../pages/retention/asked.ts'
import { encodeCursor } from '../../request/cursor.ts'
import { classify, hold, type RetentionDone, scheduleOf } from '../../retention-acts.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, good, type Reply } from '../endpoint.ts'
import { says } from '../says.ts'
import { afterOf, id, next } from '../shapes/common.ts'
import { retainedDossier, retentionState } from '../shapes/retention.ts'

const reading = { tag: 'register', scope: ['read', 'work', 'people'], problems: ['not-allowed'] } as const
const keeping = {
  tag: 'register',
  scope: ['work', 'people'],
  params: z.object({ dossier: id }),
  answer: null,
  problems: ['not-allowed', 'not-open'],
} as const

export const retentionEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...reading,
    id: 'listRetention',
    path: '/retention',
    summary: sentence(
      'Berkas yang selesai menurut masa simpannya, yang paling lama selesai di atas',
      'Ended dossiers by how long they are kept, what ended first on top',
    ),
    query: z.object({
      state: retentionState.optional(),
      classification: z.string().max(30).optional(),
      after: afterOf(retentionCursor),
    }),
    answer: z.strictObject({
      counts: z
        .partialRecord(retentionState, z.int())
        .meta(says('seluruh kantor, menurut keadaan', 'of the whole office, by state')),
      dossiers: z.array(retainedDossier),
      next,
    }),
    handle: async ({ services, office, agency, caller, query }) => {
      if (!mayOffice(caller.actor, 'see-retention')) return bad('not-allowed')
      const { state, classification, after: from } = query
      const schedule = scheduleOf(agency)
      const filter = { ...(state ? { state } : {}), ...(classification ? { classification } : {}) }
      const after = from ? { endedAt: from[0], dossier: from[1] } : null
      const [rows, counts] = await Promise.all([
        readRetention(services.store, office, { schedule, filter, after }),
        countRetention(services.store, office, { schedule }),
      ])
      const dossiers = rows.slice(0, RETENTION_PAGE)
      const last = rows.length > RETENTION_PAGE ? dossiers.at(-1) : undefined
      return good({ counts, dossiers, next: last ? encodeCursor([last.endedAt, last.dossier]) : null })
    },
  }),
  endpoint('get', {
    ...reading,
    id: 'getRetention',
    path: '/retention/dossiers/{dossier}',
    summary: sentence('Masa simpan satu berkas yang selesai', 'How long one ended dossier is kept'),
    params: z.object({ dossier: id }),
    answer: retainedDossier,
    handle: async (call) => {
      if (!mayOffice(call.caller.actor, 'see-retention')) return bad('not-allowed')
      const row = await retainedIn(call, call.params.dossier)
      return row ? good(row) : bad('not-found')
    },
  }),
  endpoint('post', {
    ...keeping,
    id: 'holdDossier',
    path: '/retention/dossiers/{dossier}/hold',
    summary: sentence(
      'Tahan berkas dari pemusnahan, juga yang sudah disetujui musnah',
      'Hold a dossier back from destruction, even where that was approved',
    ),
    body: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
    example: { reason: 'Perkara di pengadilan' },
    handle: (call) => kept(call, (act) => hold(act, { ...call.params, reason: call.body.reason })),
  }),
  endpoint('post', {
    ...keeping,
    id: 'releaseDossier',
    path: '/retention/dossiers/{dossier}/release',
    summary: sentence('Lepaskan berkas yang ditahan', 'Let go of a dossier that is held'),
    handle: (call) => kept(call, (act) => hold(act, { ...call.params, reason: null })),
  }),
  endpoint('post', {
    ...keeping,
    id: 'classifyDossier',
    path: '/retention/dossiers/{dossier}/classification',
    summary: sentence('Ganti klasifikasi berkas', 'File a dossier under another classification'),
    body: z.strictObject({
      classification: z
        .string()
        .max(30)
        .nullable()
        .meta(says('null: kembali ke kode layanannya', 'null: back to that of its service')),
    }),
    example: { classification: '500.12.5' },
    handle: (call) => kept(call, (act) => classify(act, { ...call.params, ...call.body })),
  }),
]

type Keeping = Asked & { caller: Caller; params: { dossier: string } }

const retainedIn = ({ services, office, agency }: Asked, dossier: string) =>
  readOneRetained(services.store, office, { schedule: scheduleOf(agency), dossier })

const kept = async (
  call: Keeping,
  deed: (act: Parameters<typeof hold>[0]) => Promise<RetentionDone>,
): Promise<Reply<undefined>> => {
  const done = await deed({ services: call.services, agency: call.agency, person: call.caller })
  if (done.ok) return good(undefined)
  if (done.why === 'refused' && !(await retainedIn(call, call.params.dossier))) return bad('not-found')
  return retentionProblem(done)
}

const CODES = { may: 'not-allowed', wrong: 'invalid', refused: 'not-open', unfinished: 'not-open' } as const

/** What the act said, as a problem. */
export const retentionProblem = ({ why, sentence: said }: Exclude<RetentionDone, { ok: true }>) =>
  bad(CODES[why], said, why === 'wrong' ? [{ in: 'body', path: '', sentence: said }] : undefined)
