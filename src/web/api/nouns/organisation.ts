// The organisation for programs: the chart, who holds each step on a day, the journal, tables to take away and to bring.
import { z } from 'zod'
import { inForce } from '../../../core/agency/catalogue.ts'
import { isDay } from '../../../core/clock/instant.ts'
import { stepsHeld } from '../../../core/organisation/steps-held.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { tableOf } from '../../../exchange/organisation/cells.ts'
import { FILE_NAMES, TABLE_KINDS } from '../../../exchange/organisation/columns.ts'
import { readOrganisation } from '../../../store/organisation.ts'
import { readOrganisationJournal } from '../../../store/organisation-journal.ts'
import { confirmImport, type Importing, type Preview, previewImport } from '../../organisation/import-now.ts'
import { invitationLink } from '../../pages/people/invitation-link.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../request/csv.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { day } from '../shapes/common.ts'
import {
  chartMandate,
  chartPost,
  clientFacts,
  heldStep,
  importPreview,
  journalEntry,
  sentTables,
  substitute,
  unit,
} from '../shapes/organisation.ts'

const common = { tag: 'people', problems: ['not-allowed'] } as const

const importingOf = ({ services, agency, now, caller, visitor }: Asked & { caller: Caller }): Importing => ({
  services,
  agency,
  person: caller.person,
  now,
  linkFor: () => invitationLink(visitor, services, { kind: 'invitation', language: 'id' }),
})

const previewOf = ({ lines, files, agreement }: Preview): z.output<typeof importPreview> => ({
  lines: lines.map(({ kind: _, ...line }) => line),
  files,
  agreement,
})

export const organisationEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...common,
    id: 'getOrganisation',
    path: '/organisation',
    scope: 'read',
    summary: sentence('Satuan kerja, jabatan, masa jabatan, dan pengganti', 'Units, posts, mandates and substitutes'),
    answer: z.strictObject({
      units: z.array(unit),
      posts: z.array(chartPost),
      mandates: z.array(chartMandate),
      substitutes: z.array(substitute),
    }),
    handle: async ({ services, office, agency, caller }) => {
      if (!mayOffice(caller.actor, 'see-organisation')) return bad('not-allowed')
      const { units, posts } = await readOrganisation(services.store, office)
      return good({
        units: [...units],
        posts: posts.map((one) => ({ ...one, duties: [...one.duties] })),
        // Rank and staff number are for letters.
        mandates: agency.mandates.map(({ rank, nip, ...one }) => one),
        substitutes: agency.substitutes.map((one) => ({ ...one, procedures: [...one.procedures] })),
      })
    },
  }),
  endpoint('get', {
    ...common,
    id: 'listHolders',
    path: '/organisation/holders',
    scope: 'read',
    summary: sentence('Siapa memegang setiap langkah pada suatu hari', 'Who holds each step on a day'),
    query: z.object({
      on: day.refine(isDay).optional().meta(says('tanpa ini: hari ini', 'without it: today')),
      procedure: z.string().max(100).optional(),
    }),
    answer: z.strictObject({ on: day, steps: z.array(heldStep) }),
    handle: async ({ agency, caller, query }) => {
      if (!mayOffice(caller.actor, 'see-organisation')) return bad('not-allowed')
      const on = query.on ?? agency.today
      const procedures = inForce(agency).filter(
        ({ procedure }) => query.procedure === undefined || procedure === query.procedure,
      )
      if (procedures.length === 0) return bad('not-found')
      return good({ on, steps: procedures.flatMap((one) => stepsOf(agency, one, on)) })
    },
  }),
  endpoint('get', {
    ...common,
    id: 'listOrganisationClients',
    path: '/organisation/clients',
    scope: 'people',
    summary: sentence('Data perangkat daerah dan perusahaan pemohon', 'The data of agencies and companies that ask'),
    answer: z.strictObject({ clients: z.array(clientFacts) }),
    handle: async ({ services, office, caller }) =>
      mayOffice(caller.actor, 'manage-organisation')
        ? good({ clients: [...(await readOrganisation(services.store, office)).clients] })
        : bad('not-allowed'),
  }),
  endpoint('get', {
    ...common,
    id: 'listOrganisationJournal',
    path: '/organisation/journal',
    scope: 'people',
    summary: sentence('Jurnal organisasi, yang terbaru dahulu', 'The journal of the organisation, the latest first'),
    query: z.object({
      before: z.coerce
        .number()
        .int()
        .positive()
        .optional()
        .meta(says('`entry` terakhir dari halaman sebelumnya', 'the last `entry` of the page before')),
    }),
    answer: z.strictObject({ entries: z.array(journalEntry) }),
    handle: async ({ services, office, caller, query }) =>
      mayOffice(caller.actor, 'manage-organisation')
        ? good({
            entries: await readOrganisationJournal(
              services.store,
              office,
              query.before ? { before: query.before } : {},
            ),
          })
        : bad('not-allowed'),
  }),
  endpoint('get', {
    ...common,
    id: 'getOrganisationTable',
    path: '/organisation/tables/{table}',
    scope: 'people',
    params: z.object({ table: z.enum(TABLE_KINDS) }),
    summary: sentence('Satu tabel organisasi sebagai CSV', 'One table of the organisation as CSV'),
    answer: z.strictObject({ name: z.string(), text: z.string() }),
    handle: async ({ services, office, caller, params, language }) => {
      if (!mayOffice(caller.actor, 'manage-organisation')) return bad('not-allowed')
      const table = tableOf(await readOrganisation(services.store, office), params.table, language)
      return good({
        name: FILE_NAMES[params.table][language],
        text: BYTE_ORDER_MARK + table.map(csvRow).join(''),
      })
    },
  }),
  endpoint('post', {
    ...common,
    id: 'previewOrganisationImport',
    path: '/organisation/import/preview',
    scope: 'people',
    summary: sentence('Lihat akibat tabel CSV sebelum ditulis', 'See what CSV tables would do before they count'),
    body: sentTables,
    answer: importPreview,
    example: { files: [{ name: 'satuan.csv', text: 'satuan;nama;jenis;atasan\ngudang;Gudang;tim;dinas\n' }] },
    handle: async (call) =>
      mayOffice(call.caller.actor, 'manage-organisation')
        ? good(previewOf(await previewImport(importingOf(call), call.body.files)))
        : bad('not-allowed'),
  }),
  endpoint('post', {
    ...common,
    id: 'importOrganisation',
    path: '/organisation/import',
    scope: 'people',
    problems: ['not-allowed', 'not-open'],
    summary: sentence('Tulis persis yang ada di pratinjau', 'Write exactly what the preview showed'),
    body: z.strictObject({ agreement: z.string().max(400_000) }),
    answer: z.strictObject({ changes: z.number().int() }),
    example: { agreement: 'dari-pratinjau' },
    handle: async (call) => {
      if (!mayOffice(call.caller.actor, 'manage-organisation')) return bad('not-allowed')
      const imported = await confirmImport(importingOf(call), call.body.agreement)
      return imported.is === 'done' ? good({ changes: imported.count }) : bad('not-open', NOT_SO)
    },
  }),
]

const stepsOf = (
  people: Parameters<typeof stepsHeld>[0],
  procedure: Parameters<typeof stepsHeld>[1],
  on: string,
): z.output<typeof heldStep>[] =>
  stepsHeld(people, procedure, on).map(({ step, state, posts, holders }) => ({
    procedure: procedure.procedure,
    step,
    state,
    posts: posts.map(({ post }) => post),
    holders: holders.map(({ person, name, capacity, actsFor, via }) => ({
      person,
      name,
      capacity,
      actsFor: actsFor && { person: actsFor.person, name: actsFor.name },
      via,
    })),
  }))

const NOT_SO = sentence(
  'Organisasi sudah berubah sejak pratinjau itu, atau pratinjau itu bukan milik token ini. Buat pratinjau baru.',
  'The organisation has changed since that preview, or it is not of this token. Make a new preview.',
)
