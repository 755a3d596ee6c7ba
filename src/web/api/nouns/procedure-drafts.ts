// Drafts of procedures as data: begun from a text, read with their faults, saved over the version that was read, deleted.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { draftName } from '../../../core/procedure/draft-name.ts'
import { barsReading } from '../../../core/procedure/yaml-guard.ts'
import { sentence } from '../../../core/sentence.ts'
import { editionFaults } from '../../../letters/edition-faults.ts'
import {
  createProcedureDraft,
  deleteProcedureDraft,
  readProcedureDraft,
  saveProcedureDraft,
} from '../../../store/procedure-drafts.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { id, moment } from '../shapes/common.ts'

const source = z
  .string()
  .min(1)
  .max(512 * 1024)
  .meta(says('naskah berkas prosedur (YAML)', 'the text of the procedure file (YAML)'))

const fault = z.strictObject({ line: z.int(), severity: z.enum(['error', 'warning']), says: z.string() })

const draftText = z
  .strictObject({
    draft: id,
    procedure: z.string(),
    edition: z.string(),
    base: z.string().nullable(),
    version: z.int(),
    changedAt: moment,
    source: z.string(),
    faults: z
      .array(fault)
      .meta(says('dengan kesalahan draf belum dapat disahkan', 'with errors it cannot be ratified')),
  })
  .meta({ id: 'ProcedureDraftText' })

const savedDraft = z.strictObject({ draft: id, version: z.int() }).meta({ id: 'SavedProcedureDraft' })

const common = { tag: 'service', scope: ['work', 'people'], problems: ['not-allowed'] } as const
const place = z.object({ draft: id })

export const procedureDraftEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...common,
    id: 'createProcedureDraft',
    path: '/procedure-drafts',
    status: 201,
    summary: sentence('Mulai draf dari naskah berkas', 'Begin a draft from the text of a file'),
    body: z.strictObject({ source }),
    example: { source: "procedure: pinjam-ruang\nedition: '2027-01'\ntitle: Peminjaman Ruang\n" },
    answer: savedDraft,
    handle: async ({ services, office, caller, now, body }) => {
      if (!mayOffice(caller.actor, 'edit-procedures')) return bad('not-allowed')
      const wrong = barsReading(body.source)
      if (wrong) return bad('invalid', undefined, [{ in: 'body', path: '/source', sentence: wrong.sentence }])
      const named = draftName(body.source, { procedure: '', edition: '' })
      if (named.procedure === '' || named.edition === '')
        return bad('invalid', undefined, [{ in: 'body', path: '/source', sentence: NAMELESS }])
      const draft = services.newId()
      const made = { ...named, draft, base: null, source: body.source, isImport: true }
      await createProcedureDraft(services.store, office, made, { person: caller.person, now })
      return good({ draft, version: 1 })
    },
  }),
  endpoint('get', {
    ...common,
    id: 'getProcedureDraft',
    path: '/procedure-drafts/{draft}',
    params: place,
    summary: sentence('Naskah satu draf dengan kesalahannya', 'The text of a draft, with its faults'),
    answer: draftText,
    handle: async ({ services, office, agency, caller, params, language }) => {
      if (!mayOffice(caller.actor, 'edit-procedures')) return bad('not-allowed')
      const found = await readProcedureDraft(services.store, office, params.draft)
      if (!found) return bad('not-found')
      const { draft, procedure, edition, base, version, changedAt, source: text } = found
      const faults = editionFaults(text, agency).map((one) => ({
        line: one.line,
        severity: one.severity,
        says: one.sentence[language],
      }))
      return good({ draft, procedure, edition, base, version, changedAt, source: text, faults })
    },
  }),
  endpoint('patch', {
    ...common,
    id: 'saveProcedureDraft',
    path: '/procedure-drafts/{draft}',
    params: place,
    summary: sentence('Simpan draf di atas versi yang dibaca', 'Save a draft over the version that was read'),
    body: z.strictObject({ version: z.int(), source }),
    example: { version: 1, source: "procedure: pinjam-ruang\nedition: '2027-01'\ntitle: Peminjaman Ruang Rapat\n" },
    problems: ['not-allowed', 'changed-meanwhile'],
    answer: savedDraft,
    handle: async ({ services, office, caller, now, params: { draft }, body }) => {
      if (!mayOffice(caller.actor, 'edit-procedures')) return bad('not-allowed')
      const wrong = barsReading(body.source)
      if (wrong) return bad('invalid', undefined, [{ in: 'body', path: '/source', sentence: wrong.sentence }])
      const before = await readProcedureDraft(services.store, office, draft)
      if (!before) return bad('not-found')
      const saving = { ...draftName(body.source, before), ...body, draft }
      const saved = await saveProcedureDraft(services.store, office, saving, { person: caller.person, now })
      if (saved.ok) return good({ draft, version: saved.version })
      return saved.theirs ? bad('changed-meanwhile', changed(saved.theirs.version)) : bad('not-found')
    },
  }),
  endpoint('post', {
    ...common,
    id: 'deleteProcedureDraft',
    path: '/procedure-drafts/{draft}/delete',
    params: place,
    summary: sentence('Hapus draf, dengan alasan', 'Delete a draft, with a reason'),
    body: z.strictObject({ reason: z.string().trim().min(5).max(500) }),
    example: { reason: 'Salah mulai' },
    answer: null,
    handle: async ({ services, office, caller, now, params: { draft }, body }) => {
      if (!mayOffice(caller.actor, 'edit-procedures')) return bad('not-allowed')
      const by = { person: caller.person, now }
      const isDone = await deleteProcedureDraft(services.store, office, { draft, ...body }, by)
      return isDone ? good(undefined) : bad('not-found')
    },
  }),
]

const NAMELESS = sentence(
  'Naskah harus menyebut "procedure" dan "edition".',
  'The text has to say "procedure" and "edition".',
)

const changed = (version: number) =>
  sentence(
    `Draf ini sudah disimpan orang lain sebagai versi ${version}. Baca lagi, gabungkan, lalu simpan di atas versi itu.`,
    `Somebody else has saved this draft as version ${version}. Read it again, join both, and save over that version.`,
  )
