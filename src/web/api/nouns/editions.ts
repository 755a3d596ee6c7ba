// The editions of a procedure as data, and what its keepers decide: ratify a draft, put in force, withdraw.
import { z } from 'zod'
import type { RatifiedEdition } from '../../../core/agency/catalogue.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { editionSource } from '../../../store/edition-source.ts'
import { listProcedureDrafts } from '../../../store/procedure-drafts.ts'
import { type Decided, forceNow, ratifyNow, withdrawNow } from '../../editions/acts.ts'
import { EDITION_STATES, editionState, editionsOf } from '../../editions/state.ts'
import {
  type Asked,
  bad,
  type Caller,
  type Endpoint,
  endpoint,
  FILE,
  good,
  openEndpoint,
  type Reply,
} from '../endpoint.ts'
import { says } from '../says.ts'
import { id, moment } from '../shapes/common.ts'

const name = z.string().max(100)
const place = z.object({ procedure: name, edition: name })
const day = z.string().max(10)
const reason = z.string().max(500)

const edition = z
  .strictObject({
    procedure: z.string(),
    edition: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    state: z.enum(EDITION_STATES),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable().meta(says('hari pertama tanpa edisi ini', 'the first day without this edition')),
    isAssumed: z.boolean(),
    created: z.string().nullable(),
    revised: z.string().nullable(),
    effective: z.string().nullable(),
    ratified: z
      .strictObject({ post: z.string(), decree: z.string(), at: moment })
      .nullable()
      .meta(says('null bila berasal dari katalog kantor', 'null where it came with the catalogue of the office')),
  })
  .meta({ id: 'Edition' })

const draft = z
  .strictObject({
    draft: id,
    procedure: z.string(),
    edition: z.string(),
    base: z.string().nullable(),
    version: z.int(),
    changedAt: moment,
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'ProcedureDraft' })

const decision = z.strictObject({ procedure: z.string(), edition: z.string() }).meta({ id: 'EditionDecision' })
const keeping = { tag: 'service', scope: ['work', 'people'], answer: decision } as const

export const editionEndpoints: readonly Endpoint[] = [
  openEndpoint('get', {
    id: 'listEditions',
    path: '/procedures/{procedure}/editions',
    tag: 'service',
    params: z.object({ procedure: name }),
    summary: sentence(
      'Semua edisi satu SOP, yang terbaru lebih dahulu',
      'All editions of a procedure, the newest first',
    ),
    answer: z.strictObject({ editions: z.array(edition) }),
    handle: async ({ agency, params }) => {
      const found = editionsOf(agency, params.procedure)
      return found.length === 0 ? bad('not-found') : good({ editions: found.map((one) => shown(one, agency.today)) })
    },
  }),
  openEndpoint('get', {
    id: 'getEditionFile',
    path: '/procedures/{procedure}/editions/{edition}/file',
    tag: 'service',
    params: place,
    summary: sentence('Berkas YAML satu edisi, persis seperti disahkan', 'The YAML file of an edition, byte for byte'),
    answer: FILE,
    handle: async ({ services, office, params }) => {
      const source = await editionSource(services.store, office, params)
      const headers = { 'content-type': 'text/yaml; charset=utf-8' }
      return source === null ? bad('not-found') : { ok: true, body: new TextEncoder().encode(source), headers }
    },
  }),
  endpoint('get', {
    id: 'listProcedureDrafts',
    path: '/procedure-drafts',
    tag: 'service',
    scope: ['work', 'people'],
    summary: sentence('Draf edisi yang sedang disusun', 'The drafts of editions in work'),
    answer: z.strictObject({ drafts: z.array(draft) }),
    problems: ['not-allowed'],
    handle: async ({ services, office, caller }) => {
      if (!mayOffice(caller.actor, 'edit-procedures')) return bad('not-allowed')
      const drafts = await listProcedureDrafts(services.store, office)
      return good({
        drafts: drafts.map(({ createdAt: _, changedBy, ...one }) => ({ ...one, changedBy: changedBy?.name ?? null })),
      })
    },
  }),
  endpoint('post', {
    ...keeping,
    id: 'ratifyDraft',
    path: '/procedure-drafts/{draft}/ratify',
    params: z.object({ draft: id }),
    summary: sentence('Sahkan draf menjadi edisi', 'Ratify a draft: it becomes an edition'),
    body: z.strictObject({ version: z.int(), post: name, decree: reason }),
    example: { version: 1, post: 'kepala-dinas', decree: 'Keputusan Kepala Dinas 12/2026' },
    problems: ['not-allowed', 'not-open'],
    handle: (call) => keeper(call, (deciding) => ratifyNow(deciding, { draft: call.params.draft, ...call.body })),
  }),
  endpoint('post', {
    ...keeping,
    id: 'putInForce',
    path: '/procedures/{procedure}/editions/{edition}/in-force',
    params: place,
    summary: sentence('Berlakukan edisi mulai suatu hari', 'Put an edition in force from a day'),
    body: z.strictObject({ from: day, reason }),
    example: { from: '2027-01-01', reason: 'Keputusan Kepala Dinas 12/2026' },
    problems: ['not-allowed', 'not-open'],
    handle: (call) => keeper(call, (deciding) => forceNow(deciding, { ...call.params, ...call.body })),
  }),
  endpoint('post', {
    ...keeping,
    id: 'withdrawEdition',
    path: '/procedures/{procedure}/editions/{edition}/withdraw',
    params: place,
    summary: sentence('Cabut edisi, dengan alasan', 'Withdraw an edition, with a reason'),
    body: z.strictObject({ reason }),
    example: { reason: 'Layanan dihentikan' },
    problems: ['not-allowed', 'not-open'],
    handle: (call) => keeper(call, (deciding) => withdrawNow(deciding, { ...call.params, ...call.body })),
  }),
]

type Deciding = Parameters<typeof withdrawNow>[0]

const keeper = async (
  { services, agency, caller, now }: Asked & { caller: Caller },
  act: (deciding: Deciding) => Promise<Decided>,
): Promise<Reply<z.output<typeof decision>>> => {
  if (!mayOffice(caller.actor, 'ratify-procedures')) return bad('not-allowed')
  const done = await act({ services, agency, by: { person: caller.person, now } })
  if (done.ok) return good({ procedure: done.procedure, edition: done.edition })
  return done.at
    ? bad('invalid', undefined, [{ in: 'body', path: `/${done.at}`, sentence: done.sentence }])
    : bad('not-open', done.sentence)
}

const shown = ({ procedure, force, ratified }: RatifiedEdition, today: string): z.output<typeof edition> => ({
  procedure: procedure.procedure,
  edition: procedure.edition,
  number: procedure.number,
  title: procedure.title,
  state: editionState({ force }, today),
  from: force?.from ?? null,
  to: force?.to ?? null,
  isAssumed: force?.assumed ?? false,
  created: procedure.created,
  revised: procedure.revised,
  effective: procedure.effective,
  ratified: ratified && { post: ratified.post, decree: ratified.decree, at: ratified.at },
})
