// Who opened secret dossiers: the log that administrators and the head read on the pages.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { ACCESS_PAGE, readAccessLog } from '../../../store/access-log.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { id, moment } from '../shapes/common.ts'

const entry = z
  .strictObject({
    entry: z.number().int(),
    at: moment,
    dossier: id,
    number: z.string().nullable().meta(says('null bila berkasnya sudah tidak ada', 'null when it is no longer there')),
    person: id,
    name: z.string(),
    hat: z.string().meta(says('jabatan saat membukanya', 'the post under which it was opened')),
    what: z.enum(['dossier', 'paper', 'sheet', 'archive']),
    paper: id.nullable(),
    over: z.enum(['pages', 'api']),
    isRefused: z.boolean(),
  })
  .meta({ id: 'AccessEntry' })

export const accessEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listAccess',
    path: '/access-log',
    tag: 'access',
    scope: 'people',
    summary: sentence(
      'Siapa membuka berkas terbatas atau rahasia, yang terbaru di atas',
      'Who opened restricted or secret dossiers, the newest first',
    ),
    description: sentence(
      'Untuk pengelola dan pimpinan. Pembukaan yang sama dalam sepuluh menit dicatat satu kali; yang ditolak juga dicatat.',
      'For administrators and the head. The same opening within ten minutes is noted once; refusals are noted too.',
    ),
    query: z.object({
      dossier: id.optional().meta(says('hanya satu berkas', 'one dossier alone')),
      before: z.coerce.number().int().min(1).max(1e15).optional().meta(says('sebelum entri ini', 'before this entry')),
    }),
    problems: ['not-allowed'],
    answer: z.strictObject({ entries: z.array(entry), before: z.number().int().nullable() }),
    handle: async ({ services, office, caller, query: { dossier, before } }) => {
      if (!mayOffice(caller.actor, 'see-access-log')) return bad('not-allowed')
      const wanted = { ...(dossier === undefined ? {} : { dossier }), ...(before === undefined ? {} : { before }) }
      const found = await readAccessLog(services.store, office, wanted)
      const entries = found.slice(0, ACCESS_PAGE).map(({ paperName: _, ...one }) => one)
      return good({ entries, before: found.length > ACCESS_PAGE ? (entries.at(-1)?.entry ?? null) : null })
    },
  }),
]
