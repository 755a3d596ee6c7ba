// Dossiers to read: those that the caller may see, one whole, and what has happened to it.
import { z } from 'zod'
import { sentence } from '../../../core/sentence.ts'
import { readClient } from '../../../store/clients.ts'
import { listDossiers } from '../../../store/dossier-list.ts'
import { papersOf } from '../../../store/papers.ts'
import { secretsOf } from '../../../store/secrets.ts'
import { cursorMoment, encodeCursor } from '../../request/cursor.ts'
import { withEarlierSteps } from '../../story/earlier.ts'
import { type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { afterOf, id, next } from '../shapes/common.ts'
import { dossierRow, dossierWhole } from '../shapes/dossier.ts'
import { wholeOf } from '../shapes/dossier-facts.ts'
import { eventOf, eventShape } from '../shapes/event.ts'
import { STATUS } from '../shapes/words.ts'
import { openDossier } from './open-dossier.ts'

const reading = { tag: 'dossier', scope: ['read', 'work', 'apply'] } as const
const params = z.object({ dossier: id })
const cursor = z.tuple([cursorMoment, id])
const eventCursor = z.tuple([z.int().min(0)])
const EVENTS = 50
const latest = z
  .string()
  .meta(
    says(
      'selalu ada: kirim sebagai `after`, sekarang atau nanti, untuk mendengar yang terjadi sesudah halaman ini',
      'always given: pass as `after`, now or later, to hear what comes after this page',
    ),
  )

export const dossierEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...reading,
    id: 'listDossiers',
    path: '/dossiers',
    summary: sentence(
      'Berkas yang boleh Anda lihat, yang terbaru di atas',
      'The dossiers that you may see, the newest first',
    ),
    query: z.object({
      status: z.enum(STATUS).optional(),
      procedure: z.string().max(100).optional(),
      client: z.string().max(100).optional(),
      q: z
        .string()
        .max(200)
        .optional()
        .meta(says('kata, nama yang diminta, atau nomor', 'words, a wanted name or a number')),
      after: afterOf(cursor),
    }),
    answer: z.strictObject({ dossiers: z.array(dossierRow), next }),
    handle: async ({ services, office, caller, query }) => {
      const { after: from, ...filter } = query
      const { rows, next: onward } = await listDossiers(services.store, office, {
        actor: caller.actor,
        filter,
        after: from ? { submittedAt: from[0], dossier: from[1] } : null,
      })
      return good({ dossiers: rows, next: onward && encodeCursor([onward.submittedAt, onward.dossier]) })
    },
  }),
  endpoint('get', {
    ...reading,
    id: 'getDossier',
    path: '/dossiers/{dossier}',
    summary: sentence('Satu berkas seutuhnya', 'One dossier, whole'),
    params,
    answer: dossierWhole,
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier)
      if (!opened.ok) return opened
      const { services, office, agency, caller, now } = call
      const { dossier, procedure, isInside, reader } = opened.found
      const isOwn = caller.actor.clients.includes(dossier.client)
      const [client, papers, secrets] = await Promise.all([
        readClient(services.store, office, dossier.client),
        papersOf(services.store, office, dossier.id),
        isOwn ? secretsOf(services.store, office, dossier.id) : [],
      ])
      return good(
        wholeOf({ agency, procedure, dossier, clientName: client.name, papers, secrets, isInside, reader, now }),
      )
    },
  }),
  endpoint('get', {
    ...reading,
    id: 'listEvents',
    path: '/dossiers/{dossier}/events',
    summary: sentence('Riwayat satu berkas, dari awal', 'What has happened to a dossier, from the beginning'),
    params,
    query: z.object({ after: afterOf(eventCursor) }),
    answer: z.strictObject({ events: z.array(eventShape), next, latest }),
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier)
      if (!opened.ok) return opened
      const { dossier, events, isInside } = opened.found
      const procedure = withEarlierSteps(call.agency, opened.found)
      const client = await readClient(call.services.store, call.office, dossier.client)
      const reader = { agency: call.agency.agency, clientName: client.name, isInside }
      const [from] = call.query.after ?? [0]
      const told = events.flatMap((event, index) =>
        index < from ? [] : (eventOf(event, index + 1, procedure, reader) ?? []),
      )
      const page = told.slice(0, EVENTS)
      const isMore = told.length > EVENTS
      const latest = encodeCursor([isMore ? (page.at(-1)?.seq ?? from) : events.length])
      return good({ events: page, next: isMore ? latest : null, latest })
    },
  }),
]
